#include "importers/formats/front_matter.h"

#include "core/text/ascii.h"
#include "importers/formats/document_text.h"
#include "importers/formats/stated_date.h"

#include <algorithm>
#include <string>

namespace annals {
namespace {

constexpr std::size_t front_limit = 64 << 10;  // bytes in which the closing mark must stand

std::string unquote(std::string_view value) {
    if (value.size() < 2 || value.front() != value.back() || (value.front() != '"' && value.front() != '\'')) return std::string(value);
    const char quote = value.front();
    value = value.substr(1, value.size() - 2);
    std::string result;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool escaped = i + 1 < value.size() && (quote == '"' ? value[i] == '\\' : value[i] == '\'' && value[i + 1] == '\'');
        if (escaped) ++i;
        result += value[i];
    }
    return result;
}

}  // namespace

std::size_t front_matter_length(std::string_view text) {
    const std::string_view mark = text.substr(0, 3);
    if (mark != "---" && mark != "+++") return 0;
    const std::size_t first_end = text.find('\n');
    if (first_end == std::string_view::npos || !trimmed(text.substr(3, first_end - 3)).empty()) return 0;
    bool keyed = false;
    for (std::size_t at = first_end + 1; at < std::min(text.size(), front_limit);) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = trimmed(text.substr(at, end - at));
        if (line == mark || (mark == "---" && line == "...")) return keyed ? std::min(end + 1, text.size()) : 0;
        if (line.find(mark == "---" ? ':' : '=') != std::string_view::npos) keyed = true;
        at = end + 1;
    }
    return 0;
}

void read_front_matter(std::string_view front, Document& document) {
    const char separator = front.starts_with("+++") ? '=' : ':';
    for (std::size_t at = 0; at < front.size();) {
        const std::size_t end = std::min(front.find('\n', at), front.size());
        const std::string_view line = front.substr(at, end - at);
        at = end + 1;
        const std::size_t mark = line.find(separator);
        if (mark == std::string_view::npos || line[0] == ' ' || line[0] == '\t' || line[0] == '#' || line[0] == '-') continue;
        std::string key;
        for (char c : trimmed(line.substr(0, mark)))
            if (c != '_' && c != '-' && c != '"') key += ascii_lower(c);
        std::string_view written = trimmed(line.substr(mark + 1));
        if (!written.empty() && written[0] != '"' && written[0] != '\'') written = trimmed(written.substr(0, written.find(" #")));
        const std::string value = fold_space(unquote(written));
        if (value.empty()) continue;
        if (key == "title") document.title = value;
        else if (key == "url" || key == "canonical" || key == "canonicalurl" || key == "link" || key == "source") {
            if (value.starts_with("http") && document.url.empty()) document.url = value;
            else if (key == "source" && document.publisher.empty()) document.publisher = value;
        } else if (key == "publisher" || key == "publication" || key == "site") document.publisher = value;
        else if (key == "lang" || key == "language") document.language = value;
        else if (key == "date" || key == "published" || key == "pubdate" || key == "publishdate" || key == "publisheddate" || key == "datepublished") {
            const std::string where(trimmed(line.substr(0, mark)));
            if (const auto edtf = read_stated_date(value)) {
                // "date" may be that of the draft: what says "published" stands before it.
                const auto place = key == "date" ? document.stated.end() : document.stated.begin();
                document.stated.insert(place, {*edtf, DateBasis::front_matter, where});
            } else {
                document.diagnostics.push_back({"date.unreadable", Severity::warning, {}, {}, "\"" + where + ": " + value.substr(0, 80) + "\" is no date that can be read"});
            }
        }
    }
}

}  // namespace annals
