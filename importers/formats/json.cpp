// JSON: an article, an array of them, or an object that holds such an array ({"status": "ok", "articles": [...]}).
// Articles are cut out of the bytes one at a time, so that memory is that of the longest.
#include "importers/formats/formats.h"

#include "importers/formats/decode.h"
#include "importers/formats/json_article.h"

#include <algorithm>
#include <functional>
#include <string>

namespace annals {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr int wrapper_limit = 3;  // objects around the array of articles

std::size_t skip_space(std::string_view text, std::size_t at) { return std::min(text.find_first_not_of(" \t\r\n", at), text.size()); }

/// Behind the closing quote of the string that opens at the place, or none.
std::size_t skip_string(std::string_view text, std::size_t at) {
    for (++at; (at = text.find_first_of("\"\\", at)) != none; at += 2)
        if (text[at] == '"') return at + 1;
    return none;
}

/// Behind the value that begins at the place, or none when it breaks off. Counts brackets and checks no more.
std::size_t skip_value(std::string_view text, std::size_t at) {
    if (text[at] == '"') return skip_string(text, at);
    if (text[at] != '{' && text[at] != '[') return std::min(text.find_first_of(",]} \t\r\n", at), text.size());
    std::size_t depth = 0;
    while ((at = text.find_first_of("\"{}[]", at)) != none) {
        if (text[at] == '"') {
            if ((at = skip_string(text, at)) == none) return none;
            continue;
        }
        if (text[at] == '{' || text[at] == '[') ++depth;
        else if (--depth == 0) return at + 1;
        ++at;
    }
    return none;
}

class JsonFile {
public:
    JsonFile(std::string_view text, const FormatHint& hint, const DocumentSink& sink) : text_(text), articles_(hint, sink) {}

    Diagnostics read() {
        for (std::size_t at = skip_space(text_, 0); at < text_.size() && going_; at = skip_space(text_, at)) {
            if (text_[at] == '[') at = read_array(at);
            else if (text_[at] == '{') at = read_object(at, 0);
            else return finish("is no JSON", at);
            if (at == none) break;
        }
        return finish({}, 0);
    }

private:
    Diagnostics finish(std::string_view why, std::size_t at) {
        if (!why.empty()) broken(why, at);
        Diagnostics all = articles_.take_diagnostics();
        all.insert(all.end(), broken_.begin(), broken_.end());
        return all;
    }

    std::size_t line_of(std::size_t at) {
        if (at < counted_) counted_ = 0, line_ = 1;
        line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        counted_ = at;
        return line_;
    }

    std::size_t broken(std::string_view why, std::size_t at) {
        broken_.push_back({"json.broken", Severity::warning, {}, {}, "line " + std::to_string(line_of(at)) + " " + std::string(why) + "; what follows is left out"});
        return none;
    }

    std::size_t read_array(std::size_t at) {
        for (++at; going_;) {
            at = skip_space(text_, at);
            if (at == text_.size()) return broken("breaks off within an array", at);
            if (text_[at] == ']') return at + 1;
            if (text_[at] == ',') {
                ++at;
                continue;
            }
            const std::size_t end = skip_value(text_, at);
            if (end == none) return broken("opens what is never closed", at);
            if (end == at) return broken("is no JSON", at);
            if (text_[at] == '{') going_ = articles_.read(text_.substr(at, end - at), line_of(at));
            else articles_.leave_out(line_of(at), "is no object");
            at = end;
        }
        return none;
    }

    /// Calls `take` with each name and where its value begins and ends (none: never), until it returns false.
    /// Gives the place behind the object, or none.
    std::size_t members(std::size_t at, const std::function<bool(std::string_view name, std::size_t begin, std::size_t end)>& take) const {
        for (++at;;) {
            at = skip_space(text_, at);
            if (at < text_.size() && text_[at] == ',') at = skip_space(text_, at + 1);
            if (at == text_.size()) return none;
            if (text_[at] == '}') return at + 1;
            if (text_[at] != '"') return none;
            const std::size_t name = at + 1;
            if ((at = skip_string(text_, at)) == none) return none;
            const std::string_view word = text_.substr(name, at - 1 - name);
            at = skip_space(text_, at);
            if (at == text_.size() || text_[at] != ':') return none;
            const std::size_t begin = skip_space(text_, at + 1);
            if (begin == text_.size()) return none;
            const std::size_t end = skip_value(text_, begin);
            if (!take(word, begin, end)) return at;
            if (end == none || end == begin) return none;
            at = end;
        }
    }

    /// An article, or what stands around articles.
    std::size_t read_object(std::size_t at, int depth) {
        bool article = false;
        std::vector<std::size_t> arrays, objects;
        const std::size_t end = members(at, [&](std::string_view name, std::size_t begin, std::size_t) {
            article = article || (text_[begin] == '"' && articles_.is_text(name));
            const std::size_t inner = skip_space(text_, begin + 1);
            if (text_[begin] == '[' && inner < text_.size() && text_[inner] == '{') arrays.push_back(begin);
            if (text_[begin] == '{') objects.push_back(begin);
            return true;
        });
        if (!article && !arrays.empty()) {
            std::size_t behind = end;
            for (std::size_t array : arrays)
                if (going_ && read_array(array) == none) behind = none;
            return behind;
        }
        if (end == none && depth == 0) return broken("opens what is never closed, or is no JSON", at);
        if (end == none) {
            articles_.leave_out(line_of(at), "is no JSON");
            return none;
        }
        if (!article && !objects.empty() && depth < wrapper_limit) {
            for (std::size_t object : objects)
                if (going_) read_object(object, depth + 1);
            return end;
        }
        going_ = going_ && articles_.read(text_.substr(at, end - at), line_of(at));
        return end;
    }

    std::string_view text_;
    JsonArticles articles_;
    Diagnostics broken_;
    std::size_t counted_ = 0, line_ = 1;
    bool going_ = true;
};

}  // namespace

int recognise_json(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\n");
    if (first == none) return 0;
    const std::size_t second = head.find_first_not_of(" \t\n", first + 1);
    if (second == none) return 0;
    if (head[first] == '[') return head[second] == '{' ? 90 : 0;
    if (head[first] != '{' || head[second] != '"') return 0;
    const std::size_t line_end = std::min(head.find('\n', first), head.size());
    const std::size_t end = skip_value(head, first);
    if (end != none && end <= line_end) {  // on one line: JSON Lines unless the name says otherwise
        const std::size_t next = skip_space(head, end);
        return next < head.size() ? 0 : line_end < head.size() ? 90 : 60;
    }
    if (line_end == head.size()) return 60;
    const char last = head[head.find_last_not_of(" \t", line_end - 1)];
    return last == '{' || last == '[' || last == ',' ? 85 : 0;
}

Diagnostics read_json(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) {
    std::string wide;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        wide = decode(bytes).text;
        bytes = wide;
    }
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    return JsonFile(bytes, hint, sink).read();
}

}  // namespace annals
