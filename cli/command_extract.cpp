// annals extract
#include "cli/articles.h"
#include "cli/commands.h"
#include "core/text/utf8.h"
#include "importers/extract/extract.h"
#include "reports/json_text.h"

#include <ostream>

namespace annals {
namespace {

class MentionWriter {
public:
    MentionWriter(std::string& json, const Article& article)
        : json_(json), article_(article), offsets_(article.document.text), shift_(offsets_.of_byte(article.begin)) {}

    void append(const Mention& mention) {
        const std::string& text = article_.document.text;
        json_ += "{";
        span(mention.quote);
        json_ += ", \"trigger\": {";
        span(mention.trigger);
        field("text", words(text, mention.trigger));
        json_ += "}";
        field("date", mention.date.edtf);
        field("earliest", mention.date.earliest() ? format_day(*mention.date.earliest()) : "");
        field("latest", mention.date.latest() ? format_day(*mention.date.latest()) : "");
        field("precision", mention.date.dated() ? to_string(mention.date.precision) : "");
        field("shape", to_string(mention.date.shape));
        field("kind", to_string(mention.kind));
        field("modality", to_string(mention.modality));
        field("role", to_string(mention.role));
        field("attributed_to", mention.attributed_to);
        field("headline", mention.headline);
        field("quote", words(text, mention.quote));
        json_ += ", \"numbers\": [";
        const char* separator = "";
        for (const Number& number : mention.numbers) {
            json_.append(separator).append("{\"value\": ");
            append_json_number(json_, number.value);
            field("text", number.text);
            field("of", number.of);
            json_ += "}";
            separator = ", ";
        }
        json_ += "], \"terms\": [";
        separator = "";
        for (const std::string& term : mention.terms) {
            json_ += separator;
            append_json_string(json_, term);
            separator = ", ";
        }
        json_ += "], \"confidence\": ";
        if (mention.confidence) append_json_number(json_, *mention.confidence);
        else json_ += "null";
        field("rule", mention.evidence.rule);
        field("anchor", mention.evidence.anchor);
        json_ += "}";
    }

    void field(const char* name, std::string_view value) {
        json_.append(", \"").append(name).append("\": ");
        append_json_string_or_null(json_, value);
    }

private:
    /// Code points of the input's text; null in the title, which stands before it.
    void span(Span span) {
        const bool inside = span.begin >= article_.begin;
        json_.append("\"begin\": ").append(inside ? std::to_string(offsets_.of_byte(span.begin) - shift_) : "null");
        json_.append(", \"end\": ").append(inside ? std::to_string(offsets_.of_byte(span.end) - shift_) : "null");
    }

    std::string& json_;
    const Article& article_;
    CodePointOffsets offsets_;
    std::uint32_t shift_;
};

}  // namespace

int extract_command(const Options& options, Console& console) {
    const auto rules = rules_of(options, console);
    std::string json;
    const bool all =
        read_articles(options.arguments.empty() ? "-" : options.arguments[0], Titles::first_block, console, [&](const Article& article) {
            const Document& document = article.document;
            const Extracted extracted = extract(document, *rules, {}, Reach::every_event);
            json.assign("{\"id\": ");
            append_json_string(json, article.id);
            MentionWriter writer(json, article);
            writer.field("document", document_key(document));
            writer.field("sha256", document.sha256.empty() ? sha256(document.text) : document.sha256);
            writer.field("published", extracted.published);
            writer.field("published_basis", extracted.published_basis);
            json += ", \"mentions\": [";
            const char* separator = "";
            for (const Mention& mention : extracted.mentions) {
                json += separator;
                writer.append(mention);
                separator = ", ";
            }
            json += "]}\n";
            console.out.write(json.data(), static_cast<std::streamsize>(json.size()));
        });
    return all ? done : failed;
}

}  // namespace annals
