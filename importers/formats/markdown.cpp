// Markdown: front matter, headings, lists, tables, quotes; marks of emphasis and links are left out of the text.
#include "importers/formats/formats.h"

#include "core/text/ascii.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/entities.h"
#include "importers/formats/front_matter.h"
#include "importers/formats/line_kind.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace annals {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool is_word(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Number of '#' of an ATX heading, 0 for none.
int heading_level(std::string_view line) {
    std::size_t n = 0;
    while (n < line.size() && line[n] == '#') ++n;
    return n >= 1 && n <= 6 && n < line.size() && is_space(line[n]) ? static_cast<int>(n) : 0;
}

bool is_rule(std::string_view line) {
    std::string bare;
    for (char c : line)
        if (!is_space(c)) bare += c;
    return bare.size() >= 3 && (bare[0] == '-' || bare[0] == '*' || bare[0] == '_' || bare[0] == '=') && bare.find_first_not_of(bare[0]) == std::string::npos;
}

/// Bytes of "- ", "* ", "1. " before a list item's text, 0 for none.
std::size_t item_mark(std::string_view line) {
    if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && is_space(line[1])) return 2;
    std::size_t n = 0;
    while (n < line.size() && n < 9 && is_ascii_digit(line[n])) ++n;
    return n && n + 1 < line.size() && (line[n] == '.' || line[n] == ')') && is_space(line[n + 1]) ? n + 2 : 0;
}

/// Inline marks out, links to their words. Looks for closing brackets in bounded reach: linear.
std::string inline_text(std::string_view text) {
    constexpr std::size_t reach = 2000;
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '\\' && i + 1 < text.size() && std::string_view("\\`*_{}[]()#+-.!|<>~\"'$%&,/:;=?@^").find(text[i + 1]) != std::string_view::npos) {
            out += text[i + 1];
            i += 2;
        } else if (c == '!' && i + 1 < text.size() && text[i + 1] == '[') {
            ++i;  // an image: its words stand in brackets like a link's; they are no prose
            const std::size_t close = text.substr(0, std::min(text.size(), i + reach)).find("](", i);
            const std::size_t end = close == std::string_view::npos ? close : text.substr(0, std::min(text.size(), close + reach)).find(')', close);
            if (end != std::string_view::npos) i = end + 1;
        } else if (c == '[' && i + 1 < text.size() && text[i + 1] == '^') {
            const std::size_t end = text.substr(0, std::min(text.size(), i + 100)).find(']', i);
            i = end == std::string_view::npos ? i + 1 : end + 1;
        } else if (c == ']' && i + 1 < text.size() && (text[i + 1] == '(' || text[i + 1] == '[')) {
            const char close = text[i + 1] == '(' ? ')' : ']';
            const std::size_t end = text.substr(0, std::min(text.size(), i + reach)).find(close, i + 1);
            i = end == std::string_view::npos ? i + 1 : end + 1;
        } else if (c == '[' || c == ']') {
            // "[sic]" keeps its brackets, the words of a link lose them.
            if (c == '[') {
                const std::size_t end = text.substr(0, std::min(text.size(), i + reach)).find(']', i);
                if (end == std::string_view::npos || end + 1 >= text.size() || (text[end + 1] != '(' && text[end + 1] != '[')) out += c;
            } else {
                out += c;
            }
            ++i;
        } else if (c == '*' || c == '`' || (c == '~' && i + 1 < text.size() && text[i + 1] == '~')) {
            std::size_t n = 1;
            while (i + n < text.size() && text[i + n] == c) ++n;
            const bool alone = (i == 0 || is_space(text[i - 1])) && i + n < text.size() && is_space(text[i + n]);
            if (alone) out.append(n, c);  // "2 * 3"
            i += n;
        } else if (c == '_') {
            const bool inside = i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
            if (inside) out += c;
            ++i;
        } else if (c == '<') {
            const std::size_t end = text.substr(0, std::min(text.size(), i + reach)).find('>', i);
            const bool tag = end != std::string_view::npos && end > i + 1 && (is_word(text[i + 1]) || text[i + 1] == '/' || text[i + 1] == '!');
            if (!tag) out += text[i++];
            else {
                const std::string_view inside = text.substr(i + 1, end - i - 1);
                if (inside.starts_with("http") || inside.find('@') != std::string_view::npos) out += inside;
                else if (inside.starts_with("br")) out += ' ';
                i = end + 1;
            }
        } else {
            out += c;
            ++i;
        }
    }
    return decode_entities(out);
}

std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells;
    row = trimmed(row);
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|')) row.remove_suffix(1);
    std::string cell;
    for (std::size_t i = 0; i <= row.size(); ++i) {
        if (i == row.size() || (row[i] == '|' && (i == 0 || row[i - 1] != '\\'))) {
            cells.push_back(inline_text(trimmed(cell)));
            cell.clear();
        } else {
            cell += row[i];
        }
    }
    return cells;
}

bool is_table_rule(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos && line.find_first_not_of("|-: \t") == std::string_view::npos;
}

class MarkdownBlocks {
public:
    explicit MarkdownBlocks(Document& document) : document_(document) {}

    void add_line(std::string_view line, std::string_view next) {
        std::string_view bare = trimmed(line);
        if (bare.starts_with("```") || bare.starts_with("~~~")) {
            finish();
            fenced_ = !fenced_;
            return;
        }
        if (fenced_) return;  // a listing is no prose
        while (bare.starts_with('>')) bare = trimmed(bare.substr(1));
        if (bare.empty()) return finish();
        if (const int level = heading_level(bare)) {
            finish();
            while (bare.ends_with('#')) bare.remove_suffix(1);
            add_block(document_, BlockKind::heading, inline_text(trimmed(bare.substr(static_cast<std::size_t>(level)))), level);
        } else if (paragraph_.size() && (is_rule(bare) && (bare[0] == '=' || bare[0] == '-') && bare.find(' ') == std::string_view::npos)) {
            const std::string heading = std::move(paragraph_);
            paragraph_.clear();
            add_block(document_, BlockKind::heading, inline_text(heading), bare[0] == '=' ? 1 : 2);
        } else if (is_rule(bare)) {
            finish();
        } else if (in_table_ || is_table_rule(next)) {
            finish(true);
            in_table_ = true;
            if (bare.find('|') == std::string_view::npos) {
                in_table_ = false;
                paragraph_ = bare;
            } else if (!is_table_rule(bare)) {
                add_row(document_, cells_of(bare));
            }
        } else if (const std::size_t mark = item_mark(bare)) {
            finish();
            item_ = true;
            paragraph_ = bare.substr(mark);
        } else if (paragraph_.empty() && bare.starts_with('[') && bare.find("]:") != std::string_view::npos) {
            // where a link leads
        } else {
            if (!paragraph_.empty()) paragraph_ += ' ';
            paragraph_ += bare;
        }
    }

    void finish(bool keep_table = false) {
        if (!keep_table) in_table_ = false;
        if (!paragraph_.empty()) {
            const std::string text = fold_space(inline_text(paragraph_));
            BlockKind kind = item_ ? BlockKind::list_item : BlockKind::paragraph;
            if (has_photo_credit(text)) kind = BlockKind::caption;
            else if (is_boilerplate(text)) kind = BlockKind::boilerplate;
            else if (!in_body_ && is_dateline(text)) kind = BlockKind::dateline;
            else if (is_stamp(text) || (!in_body_ && is_byline(text))) kind = BlockKind::byline;
            else in_body_ = std::exchange(standfirst_, true) || !is_standfirst(text);
            const std::size_t opening = kind == BlockKind::paragraph ? dateline_length(text) : 0;
            if (opening) add_block(document_, BlockKind::dateline, std::string_view(text).substr(0, opening));
            add_block(document_, kind, std::string_view(text).substr(opening));
        }
        paragraph_.clear();
        item_ = false;
    }

private:
    Document& document_;
    std::string paragraph_;
    bool item_ = false, in_table_ = false, fenced_ = false;
    bool in_body_ = false;  // prose has begun
    bool standfirst_ = false;  // the first paragraph has gone by
};

}  // namespace

int recognise_markdown(std::string_view head) {
    if (!looks_like_text(head)) return 0;
    return front_matter_length(head) ? 80 : 30;
}

Diagnostics read_markdown(std::string_view bytes, const FormatHint&, const DocumentSink& sink) {
    Decoded decoded = decode(bytes);
    Document document;
    document.diagnostics = std::move(decoded.diagnostics);
    std::string_view text = decoded.text;
    const std::size_t front = front_matter_length(text);
    read_front_matter(text.substr(0, front), document);
    text.remove_prefix(front);
    MarkdownBlocks blocks(document);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        blocks.add_line(line, text.substr(0, text.find('\n')));
    }
    blocks.finish();
    if (document.title.empty() && !document.blocks.empty() && document.blocks[0].kind == BlockKind::heading && document.blocks[0].level == 1)
        document.title = words(document.text, document.blocks[0].span);
    place_title(document);
    sink(std::move(document));
    return {};
}

}  // namespace annals
