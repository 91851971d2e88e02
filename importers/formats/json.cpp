// JSON: an article, an array of them, or an object that holds such an array ({"status": "ok", "articles": [...]}).
// Articles are cut out of the bytes one at a time, so that memory is that of the longest.
#include "importers/formats/formats.h"

#include "importers/formats/byte_window.h"
#include "importers/formats/decode.h"
#include "importers/formats/json_article.h"

#include <algorithm>
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

/// Finds the end of a value that comes in pieces. Counts brackets and checks no more.
class ValueEnd {
public:
    /// How much of the text, which goes on where the last one ended, belongs to the value; none when all does and it is not at its end.
    std::size_t in(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            if (escaped_) escaped_ = false;
            else if (quoted_ && c == '\\') escaped_ = true;
            else if (c == '"') {
                quoted_ = !quoted_;
                if (!quoted_ && depth_ == 0) return at + 1;
            } else if (quoted_) continue;
            else if (c == '{' || c == '[') ++depth_;
            else if (depth_ > 0 && (c == '}' || c == ']')) {
                if (--depth_ == 0) return at + 1;
            } else if (depth_ == 0 && std::string_view(",]} \t\r\n").find(c) != none) return at;  // behind a number or a word
        }
        return none;
    }
    /// Whether the end of the text may be that of the value.
    bool may_end() const { return !quoted_ && depth_ == 0; }

private:
    std::size_t depth_ = 0;
    bool quoted_ = false, escaped_ = false;
};

/// Behind the value that begins at the place, or none when it breaks off.
std::size_t skip_value(std::string_view text, std::size_t at) {
    ValueEnd end;
    const std::size_t size = end.in(text.substr(at));
    return size != none ? at + size : end.may_end() ? text.size() : none;
}

/// What the members of an object are, as far as it is at hand.
struct Shape {
    bool article = false;             // one is the text of an article
    bool arrays = false;              // some are arrays of objects
    bool objects = false;
    bool whole = false;               // from bracket to bracket, without a fault
};

class JsonFile {
public:
    JsonFile(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) : window_(as_utf8(bytes)), articles_(hint, sink) {}

    Diagnostics read() {
        while (going_) {
            const int first = next();
            if (first == at_end) break;
            if (!(first == '[' ? read_array() : first == '{' ? read_object(0) : broken("is no JSON"))) break;
        }
        Diagnostics all = articles_.take_diagnostics();
        all.insert(all.end(), broken_.begin(), broken_.end());
        return all;
    }

private:
    static constexpr int at_end = -1;

    bool broken(std::string_view why) {
        if (broken_.empty()) broken_.push_back({"json.broken", Severity::warning, {}, {}, "line " + std::to_string(line_) + " " + std::string(why) + "; what follows is left out"});
        return false;
    }

    void pass(std::size_t size) {
        const std::string_view passed = window_.text().substr(0, size);
        line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        window_.drop(size);
    }

    /// Moves to the next character that is no white space.
    int next() {
        while (true) {
            const std::string_view text = window_.text();
            const std::size_t at = skip_space(text, 0);
            const bool found = at < text.size();
            pass(at);
            if (found) return static_cast<unsigned char>(window_.text()[0]);
            if (!window_.grow(1)) return at_end;
        }
    }

    struct Held {
        std::size_t size = none;  // of the value; none when it breaks off or is too long
        bool too_long = false;
    };

    /// Makes all of the value that begins here be at hand.
    Held hold_value() {
        ValueEnd end;
        std::size_t looked = 0;
        while (true) {
            const std::size_t more = end.in(window_.text().substr(looked));
            if (more != none) return {looked + more};
            looked = window_.text().size();
            if (looked > held_limit) return {none, true};
            if (!window_.grow(held_limit + 1)) return {end.may_end() ? looked : none};
        }
    }

    /// Moves behind a value that cannot be held.
    bool pass_value() {
        ValueEnd end;
        while (true) {
            const std::size_t size = end.in(window_.text());
            pass(std::min(size, window_.text().size()));
            if (size != none) return true;
            if (!window_.grow(1)) return end.may_end() || broken("opens what is never closed");
        }
    }

    /// These give false where reading ends: at a fault, or because the sink wants no more.
    bool read_array() {
        for (pass(1); going_;) {
            const int first = next();
            if (first == at_end) return broken("breaks off within an array");
            if (first == ']' || first == ',') {
                pass(1);
                if (first == ']') return true;
                continue;
            }
            const Held value = hold_value();
            if (value.too_long) {
                articles_.leave_out(line_, "is longer than 64 MB");
                if (!pass_value()) return false;
                continue;
            }
            if (value.size == none) return broken("opens what is never closed");
            if (value.size == 0) return broken("is no JSON");
            if (first == '{') going_ = articles_.read(window_.text().substr(0, value.size), line_);
            else articles_.leave_out(line_, "is no object");
            pass(value.size);
        }
        return false;
    }

    /// Of the object that begins the text.
    Shape shape_of(std::string_view text) {
        Shape shape;
        for (std::size_t at = 1;;) {
            at = skip_space(text, at);
            if (at < text.size() && text[at] == ',') at = skip_space(text, at + 1);
            if (at == text.size()) return shape;
            shape.whole = text[at] == '}';
            if (text[at] != '"') return shape;
            const std::size_t name = at + 1;
            if ((at = skip_string(text, at)) == none) return shape;
            const std::string_view word = text.substr(name, at - 1 - name);
            at = skip_space(text, at);
            if (at == text.size() || text[at] != ':') return shape;
            const std::size_t begin = skip_space(text, at + 1);
            if (begin == text.size()) return shape;
            const std::size_t inner = skip_space(text, begin + 1);
            shape.article |= text[begin] == '"' && articles_.is_text(word);
            shape.arrays |= text[begin] == '[' && inner < text.size() && text[inner] == '{';
            shape.objects |= text[begin] == '{';
            at = skip_value(text, begin);
            if (at == none || at == begin) return shape;
        }
    }

    /// An article, or what stands around articles.
    bool read_object(int depth) {
        const Held held = hold_value();
        const std::string_view text = window_.text().substr(0, held.size);
        const Shape shape = shape_of(text);
        if (!shape.article && (shape.arrays || (shape.objects && (shape.whole || held.too_long) && depth < wrapper_limit))) return read_members(depth, !shape.arrays);
        if (held.too_long) {
            articles_.leave_out(line_, "is longer than 64 MB");
            return pass_value();
        }
        if (!shape.whole && depth == 0) return broken("opens what is never closed, or is no JSON");
        if (shape.whole) going_ = articles_.read(text, line_);
        else articles_.leave_out(line_, "is no JSON");
        pass(std::min(held.size, window_.text().size()));
        return going_;
    }

    /// The arrays among the members of an object, and its objects if they hold the articles.
    bool read_members(int depth, bool objects) {
        constexpr std::string_view fault = "opens what is never closed, or is no JSON";
        pass(1);
        while (going_) {
            int first = next();
            if (first == ',') {
                pass(1);
                first = next();
            }
            if (first == '}') {
                pass(1);
                return true;
            }
            const Held name = hold_value();
            if (first != '"' || name.size == none) return broken(fault);
            pass(name.size);
            if (next() != ':') return broken(fault);
            pass(1);
            first = next();
            if (first == at_end) return broken(fault);
            if (first == '[' ? !(holds_objects() ? read_array() : pass_value()) : first == '{' && objects ? !read_object(depth + 1) : !pass_value()) return false;
        }
        return false;
    }

    /// Whether the array that begins here begins with an object.
    bool holds_objects() {
        std::size_t inner = 0;
        while ((inner = skip_space(window_.text(), 1)) == window_.text().size())
            if (!window_.grow(held_limit)) return false;
        return window_.text()[inner] == '{';
    }

    ByteWindow window_;
    JsonArticles articles_;
    Diagnostics broken_;
    std::size_t line_ = 1;
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

Diagnostics read_json(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) { return JsonFile(bytes, hint, sink).read(); }

}  // namespace annals
