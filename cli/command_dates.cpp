// annals dates
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/text_table.h"
#include "core/model/error.h"
#include "core/text/utf8.h"
#include "importers/extract/extract.h"
#include "importers/formats/format.h"
#include "reports/json_text.h"

#include <charconv>
#include <filesystem>
#include <memory>
#include <ostream>

namespace annals {
namespace {

void append_number(std::string& text, std::uint32_t number) {
    char digits[10];
    const char* end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text.append(digits, static_cast<std::size_t>(end - digits));
}

/// Of characters that JSON need not escape; an empty text is null.
void append_plain(std::string& json, std::string_view text) {
    if (text.empty()) json += "null";
    else json.append("\"").append(text).append("\"");
}

void append_day(std::string& json, std::optional<Day> day) {
    if (!day) {
        json += "null";
        return;
    }
    json += '"';
    json += format_day(*day);
    json += '"';
}

/// One way to print: begin and end of the whole, and an article.
class Printer {
public:
    explicit Printer(Console& console) : console_(console) {}
    virtual ~Printer() = default;
    virtual void begin() {}
    virtual void print(const Article& article, const DatedText& dated) = 0;
    virtual void end() {}
    void flush(std::size_t at_least = 0) {
        if (buffer_.size() < at_least) return;
        console_.out.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }

protected:
    Console& console_;
    std::string buffer_;
};

class JsonLines : public Printer {
    using Printer::Printer;
    void print(const Article& article, const DatedText& dated) override {
        const CodePointOffsets offsets(article.document.text);
        buffer_ += "{\"id\": ";
        append_json_string(buffer_, article.id);
        buffer_ += ", \"timexes\": [";
        const char* separator = "";
        for (const Resolution& found : dated.resolutions) {
            buffer_.append(separator).append("{\"begin\": ");
            append_number(buffer_, offsets.of_byte(found.span.begin));
            buffer_ += ", \"end\": ";
            append_number(buffer_, offsets.of_byte(found.span.end));
            buffer_ += ", \"text\": ";
            append_json_string(buffer_, words(article.document.text, found.span));
            buffer_.append(", \"type\": \"").append(to_string(found.type)).append("\", \"value\": ");
            append_plain(buffer_, found.timex_value);
            buffer_ += ", \"edtf\": ";
            append_plain(buffer_, found.date.edtf);
            buffer_ += ", \"earliest\": ";
            append_day(buffer_, found.date.earliest());
            buffer_ += ", \"latest\": ";
            append_day(buffer_, found.date.latest());
            buffer_ += ", \"rule\": ";
            append_plain(buffer_, found.rule);
            const char* before = ", \"alternatives\": [";
            for (const std::string& other : found.alternatives) {
                buffer_ += before;
                append_json_string(buffer_, other);
                before = ", ";
            }
            buffer_ += found.alternatives.empty() ? "}" : "]}";
            separator = ", ";
        }
        buffer_ += "]}\n";
    }
};

class TimeMl : public Printer {
    using Printer::Printer;
    void begin() override { buffer_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n"; }
    void end() override { buffer_ += "</TimeML>\n"; }
    void print(const Article& article, const DatedText& dated) override {
        const std::string& text = article.document.text;
        buffer_ += "<DOCID>";
        append_xml(article.id);
        buffer_ += "</DOCID>\n";
        if (dated.anchor.date.dated()) {
            buffer_ += "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"";
            append_xml(dated.anchor.date.edtf);
            buffer_ += "\" functionInDocument=\"CREATION_TIME\">";
            append_xml(dated.anchor.date.edtf);
            buffer_ += "</TIMEX3></DCT>\n";
        }
        buffer_ += "<TEXT>";
        std::uint32_t at = 0, number = 0;
        for (const Resolution& found : dated.resolutions) {
            append_xml(words(text, {at, found.span.begin}));
            buffer_ += "<TIMEX3 tid=\"t";
            append_number(buffer_, ++number);
            buffer_.append("\" type=\"").append(to_string(found.type)).append("\" value=\"");
            append_xml(found.timex_value);
            buffer_ += "\">";
            append_xml(words(text, found.span));
            buffer_ += "</TIMEX3>";
            at = found.span.end;
        }
        append_xml(std::string_view(text).substr(at));
        buffer_ += "</TEXT>\n";
    }

    void append_xml(std::string_view text) {
        for (char c : text) {
            if (c == '<') buffer_ += "&lt;";
            else if (c == '>') buffer_ += "&gt;";
            else if (c == '&') buffer_ += "&amp;";
            else if (c == '"') buffer_ += "&quot;";
            else if (static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\t' && c != '\r') buffer_ += "\uFFFD";  // XML cannot say it
            else buffer_ += c;
        }
    }
};

class Table : public Printer {
    using Printer::Printer;
    void print(const Article& article, const DatedText& dated) override {
        if (several_) buffer_.append(harmless(article.id)).append("\n");
        several_ = true;
        std::vector<std::vector<std::string>> rows;
        for (const Resolution& found : dated.resolutions)
            rows.push_back({cut(harmless(words(article.document.text, found.span)), 40), std::string(to_string(found.type)),
                            found.timex_value, found.date.dated() ? in_words(found.date) : found.undated_because, found.rule,
                            harmless(found.anchor)});
        buffer_ += lined_up(rows, 5, static_cast<std::size_t>(console_.columns));
    }
    bool several_ = false;
};

std::unique_ptr<Printer> printer(const std::string& format, Console& console) {
    if (format == "jsonl") return std::make_unique<JsonLines>(console);
    if (format == "timeml") return std::make_unique<TimeMl>(console);
    return std::make_unique<Table>(console);
}

/// Looks like the name of a file that is not there, rather than like a text.
bool names_a_file(const std::string& word) {
    const std::size_t dot = word.rfind('.');
    if (dot == word.npos || word.find(' ') != word.npos) return false;
    const std::string extension = " " + word.substr(dot + 1) + " ";
    for (const Format& format : formats())
        if ((" " + std::string(format.extensions) + " ").find(extension) != std::string::npos) return true;
    return false;
}

}  // namespace

int dates_command(const Options& options, Console& console) {
    const std::string reference = checked_date(options.reference, "reference");
    const auto rules = rules_of(options, console);
    const auto out = printer(options.format, console);
    const auto take = [&](const Article& article) {
        out->print(article, find_dates(article.document, *rules, reference.empty() ? article.published : reference));
        out->flush(1 << 16);
    };
    std::vector<std::string> inputs = options.arguments;
    if (inputs.empty()) inputs.push_back("-");
    bool all = true;
    out->begin();
    for (const std::string& input : inputs) {
        std::error_code error;
        if (input == "-" || std::filesystem::exists(input, error)) all = read_articles(input, Titles::left_out, console, take) && all;
        else if (names_a_file(input)) throw Error("there is no file " + input);
        else take(article_of(input));
    }
    out->end();
    out->flush();
    return all ? done : failed;
}

}  // namespace annals
