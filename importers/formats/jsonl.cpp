// JSON Lines: one article a line, read line by line, so that a file may be larger than memory is for its articles.
#include "importers/formats/formats.h"

#include "core/text/utf8.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/plain_blocks.h"
#include "importers/formats/stated_date.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace annals {
namespace {

using Json = nlohmann::json;

constexpr std::size_t line_limit = 64 << 20;  // bytes of one line
constexpr std::size_t depth_limit = 100;      // arrays and objects within one another

/// The parser recurses: a line of a million brackets must not reach it.
bool too_deep(std::string_view line) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted) {
            if (c == '\\') ++i;
            else if (c == '"') quoted = false;
        } else if (c == '"') quoted = true;
        else if (c == '[' || c == '{') { if (++depth > depth_limit) return true; }
        else if ((c == ']' || c == '}') && depth) --depth;
    }
    return false;
}

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

class JsonLines {
public:
    JsonLines(const FormatHint& hint, const DocumentSink& sink) : hint_(hint), sink_(sink) {}

    bool read_line(std::string_view line, std::size_t number) {
        number_ = number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return true;
        if (line.size() > line_limit) return fault("is longer than 64 MB");
        if (too_deep(line)) return fault("holds more than 100 arrays and objects within one another");
        std::size_t replaced = 0;
        std::string repaired;
        if (!is_utf8(line)) {
            repaired = repair_utf8(line, &replaced);
            line = repaired;
        }
        const Json json = Json::parse(line, nullptr, false);
        if (json.is_discarded()) return fault("is no JSON");
        if (!json.is_object()) return fault("is no object");
        Document document;
        document.text = clean_text_in_place(field(json, "text"));
        if (document.text.find_first_not_of(" \n\t") == std::string::npos) return fault("has no text");
        if (replaced) document.diagnostics.push_back({"text.encoding", Severity::warning, {}, {}, std::to_string(replaced) + " sequences were no valid UTF-8 and became U+FFFD"});
        document.id = field(json, "id");
        if (!document.id.empty()) document.id_scope = file_name(hint_.path);
        document.url = field(json, "url");
        document.publisher = field(json, "publisher");
        document.language = field(json, "language");
        add_dates(json, document);
        document.title = fold_space(clean_text_in_place(field(json, "title")));
        // The text stays as it is, so that what others say by offsets into it can be found again.
        add_plain_blocks(document, 0, false);
        put_title_before(document);
        return sink_(std::move(document));
    }

    Diagnostics take_diagnostics() { return std::move(diagnostics_); }

private:
    bool fault(std::string_view what) {
        if (diagnostics_.size() < 1000) diagnostics_.push_back({"jsonl.line", Severity::warning, {}, {}, "line " + std::to_string(number_) + " " + std::string(what) + "; it is left out"});
        return true;
    }

    /// The field under its own or the user's name; numbers as they are written.
    std::string field(const Json& json, const std::string& name) const {
        const auto mapped = hint_.fields.find(name);
        const auto found = json.find(mapped == hint_.fields.end() ? name : mapped->second);
        if (found == json.end() || found->is_null()) return {};
        if (found->is_string()) return found->get<std::string>();
        return found->is_number() ? found->dump() : std::string();
    }

    void add_dates(const Json& json, Document& document) const {
        for (const char* name : {"published", "dct"}) {
            const std::string value = field(json, name);
            if (value.empty()) continue;
            if (const auto edtf = read_stated_date(value)) document.stated.push_back({*edtf, DateBasis::field, name});
            else
                document.diagnostics.push_back(
                    {"date.unreadable", Severity::warning, {}, {}, "line " + std::to_string(number_) + ": \"" + value.substr(0, 80) + "\" of field \"" + name + "\" is no date that can be read"});
        }
    }

    static void put_title_before(Document& document) {
        if (document.title.empty()) return;
        const std::string lead = document.title + "\n\n";
        document.text.insert(0, lead);
        for (Block& block : document.blocks)
            block.span = {block.span.begin + static_cast<std::uint32_t>(lead.size()), block.span.end + static_cast<std::uint32_t>(lead.size())};
        document.blocks.insert(document.blocks.begin(), Block{BlockKind::title, {0, static_cast<std::uint32_t>(document.title.size())}, {}, 1});
    }

    const FormatHint& hint_;
    const DocumentSink& sink_;
    std::size_t number_ = 0;
    Diagnostics diagnostics_;
};

}  // namespace

int recognise_jsonl(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\n");
    if (first == std::string_view::npos || head[first] != '{') return 0;
    head.remove_prefix(first);
    const std::size_t end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    if (end == std::string_view::npos) {  // one long line: its beginning must do
        const std::size_t quote = line.find_first_not_of(" \t", 1);
        return quote != std::string_view::npos && line[quote] == '"' ? 60 : 0;
    }
    return !too_deep(line) && Json::accept(line) ? 90 : head.substr(1).find_first_not_of(" \t") != std::string_view::npos && line.find("\":") != std::string_view::npos ? 50 : 0;
}

Diagnostics read_jsonl(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    std::string wide;  // UTF-16 is turned into UTF-8 as a whole; UTF-8 is read where it stands
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        wide = decode(bytes).text;
        bytes = wide;
    }
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    JsonLines lines(hint, sink);
    for (std::size_t number = 1; !bytes.empty(); ++number) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        if (!lines.read_line(bytes.substr(0, end), number)) break;
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return lines.take_diagnostics();
}

}  // namespace annals
