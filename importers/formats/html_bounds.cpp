// What stands between hostile pages and the parser: the bounds, and the way round it.
#include "importers/formats/entities.h"
#include "core/text/ascii.h"
#include "importers/formats/html_tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace annals {
namespace {

constexpr std::size_t size_limit = 32 << 20;       // bytes
constexpr std::size_t depth_limit = 400;           // open elements, those that close by themselves not counted
constexpr std::size_t attribute_limit = 500;       // of one tag
constexpr std::size_t formatting_limit = 4000000;  // sum over all tags of the formatting elements that are open there

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name) {
    static constexpr std::array<std::string_view, 18> names{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen", "frame", "command", "image"};
    return among(names, name);
}

/// Closed by the next of their kind: they do not nest by being left open.
bool closes_by_itself(std::string_view name) {
    static constexpr std::array<std::string_view, 13> names{"p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup"};
    return among(names, name);
}

bool is_formatting(std::string_view name) {
    static constexpr std::array<std::string_view, 14> names{"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
    return among(names, name);
}

/// Their content is text whatever it looks like.
bool is_raw(std::string_view name) {
    static constexpr std::array<std::string_view, 8> names{"script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"};
    return among(names, name);
}

struct Tag {
    std::string name;  // lower case
    bool closing = false;
    std::size_t attributes = 0;
    std::size_t begin = 0, end = 0;  // "<" and behind ">"
};

/// Goes from tag to tag; comments and declarations are passed over.
class TagScanner {
public:
    explicit TagScanner(std::string_view html) : html_(html) {}

    bool next(Tag& tag) {
        while (at_ < html_.size()) {
            const std::size_t open = html_.find('<', at_);
            if (open == std::string_view::npos || open + 1 >= html_.size()) break;
            const char after = html_[open + 1];
            if (html_.substr(open).starts_with("<!--")) {
                const std::size_t close = html_.find("-->", open + 4);
                at_ = close == std::string_view::npos ? html_.size() : close + 3;
                if (close == std::string_view::npos) break;
            } else if (after == '!' || after == '?') {
                const std::size_t close = html_.find('>', open);
                at_ = close == std::string_view::npos ? html_.size() : close + 1;
            } else if (is_ascii_letter(after) || (after == '/' && open + 2 < html_.size() && is_ascii_letter(html_[open + 2]))) {
                read(tag, open);
                at_ = tag.end;
                return true;
            } else {
                at_ = open + 1;
            }
        }
        at_ = html_.size();
        return false;
    }

    /// Moves behind the closing tag of a raw element.
    void skip_raw(std::string_view name) {
        for (std::size_t at = html_.find("</", at_); at != std::string_view::npos; at = html_.find("</", at + 2)) {
            bool same = at + 2 + name.size() <= html_.size();
            for (std::size_t i = 0; same && i < name.size(); ++i) same = ascii_lower(html_[at + 2 + i]) == name[i];
            if (same) {
                at_ = at;
                return;
            }
        }
        at_ = html_.size();
    }

private:
    void read(Tag& tag, std::size_t open) {
        tag.begin = open;
        tag.closing = html_[open + 1] == '/';
        tag.attributes = 0;
        tag.name.clear();
        std::size_t i = open + 1 + tag.closing;
        while (i < html_.size() && !is_space(html_[i]) && html_[i] != '>' && html_[i] != '/' && tag.name.size() < 64) tag.name += ascii_lower(html_[i++]);
        while (i < html_.size() && html_[i] != '>') {
            if (is_space(html_[i]) || html_[i] == '/') {
                ++i;
                continue;
            }
            ++tag.attributes;
            while (i < html_.size() && !is_space(html_[i]) && html_[i] != '>' && html_[i] != '=') ++i;
            while (i < html_.size() && is_space(html_[i])) ++i;
            if (i >= html_.size() || html_[i] != '=') continue;
            ++i;
            while (i < html_.size() && is_space(html_[i])) ++i;
            if (i < html_.size() && (html_[i] == '"' || html_[i] == '\'')) {
                const std::size_t close = html_.find(html_[i], i + 1);
                i = close == std::string_view::npos ? html_.size() : close + 1;
            } else {
                while (i < html_.size() && !is_space(html_[i]) && html_[i] != '>') ++i;
            }
        }
        tag.end = std::min(i + 1, html_.size());
    }

    std::string_view html_;
    std::size_t at_ = 0;
};

}  // namespace

std::string html_bound_broken(std::string_view html) {
    if (html.size() > size_limit) return "larger than 32 MB";
    std::vector<std::string> open;
    std::unordered_map<std::string, std::size_t> count;  // of each name among the open ones
    std::size_t formatting = 0, work = 0;
    TagScanner scanner(html);
    for (Tag tag; scanner.next(tag);) {
        if (tag.attributes > attribute_limit) return "a tag with more than " + std::to_string(attribute_limit) + " attributes";
        work += formatting;
        if (work > formatting_limit) return "formatting that is never closed";
        if (is_void(tag.name)) continue;
        if (tag.closing) {
            if (!count[tag.name]) continue;
            for (bool found = false; !found; open.pop_back()) {
                found = open.back() == tag.name;
                --count[open.back()];
                formatting -= is_formatting(open.back());
            }
            continue;
        }
        if (is_raw(tag.name)) {
            scanner.skip_raw(tag.name);
            continue;
        }
        if (closes_by_itself(tag.name)) continue;
        open.push_back(tag.name);
        ++count[tag.name];
        formatting += is_formatting(tag.name);
        if (open.size() > depth_limit) return "nested deeper than " + std::to_string(depth_limit) + " elements";
    }
    return {};
}

std::string strip_tags(std::string_view html) {
    std::string text;
    std::size_t from = 0;
    TagScanner scanner(html);
    // Comments lie between two tags: they are cut out of the words there.
    const auto add = [&](std::string_view words) {
        while (!words.empty()) {
            const std::size_t comment = std::min(words.find("<!"), words.size());
            text += decode_entities(words.substr(0, comment));
            if (comment == words.size()) break;
            const bool dashed = words.substr(comment).starts_with("<!--");
            const std::size_t close = words.find(dashed ? "-->" : ">", comment + (dashed ? 4 : 2));
            if (close == std::string_view::npos) break;
            words.remove_prefix(close + (dashed ? 3 : 1));
        }
    };
    for (Tag tag; scanner.next(tag);) {
        add(html.substr(from, tag.begin - from));
        from = tag.end;
        if (is_block_element(tag.name)) text += "\n\n";
        else if (tag.name == "br") text += '\n';
        if (!tag.closing && is_raw(tag.name)) {
            Tag closing;
            scanner.skip_raw(tag.name);
            from = scanner.next(closing) ? closing.end : html.size();
        }
    }
    add(html.substr(std::min(from, html.size())));
    return text;
}

}  // namespace annals
