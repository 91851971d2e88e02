#include "importers/formats/pdf_text.h"

#include "core/text/ascii.h"
#include "importers/formats/plain_blocks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace annals {
namespace {

constexpr std::size_t edge_lines = 3;   // lines from an edge that may be a running head
constexpr double edge_share = 0.15;     // of the page's height

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// The line with each number as #, so that "Page 3 of 12" is one with "Page 4 of 12".
std::string without_numbers(std::string_view line) {
    std::string text;
    for (const char c : line)
        if (!is_ascii_digit(c)) text += c;
        else if (text.empty() || text.back() != '#') text += '#';
    return text;
}

bool is_page_number(std::string_view line) {
    const std::string text = without_numbers(line);
    for (std::string_view form : {"#", "- # -", "\xe2\x80\x93 # \xe2\x80\x93", "\xe2\x80\x94 # \xe2\x80\x94", "[#]", "(#)", "#/#", "# / #", "# of #", "Page #", "page #", "Page # of #", "page # of #", "p. #", "| #", "# |"})
        if (text == form) return line.size() < 24;
    return !line.empty() && line.size() < 8 && line.find_first_not_of("ivxlc") == line.npos;
}

/// Indices of the lines near the upper and the lower edge.
std::vector<std::size_t> edge_of(const PdfPage& page) {
    std::vector<std::size_t> order(page.lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::pair(page.lines[a].box.top, a) < std::pair(page.lines[b].box.top, b); });
    std::vector<std::size_t> edge;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const PdfBox& box = page.lines[order[i]].box;
        const bool upper = i < edge_lines && box.bottom < edge_share * page.height;
        const bool lower = i + edge_lines >= order.size() && box.top > (1 - edge_share) * page.height;
        if (upper || lower) edge.push_back(order[i]);
    }
    return edge;
}

bool ends_sentence(std::string_view text) {
    while (text.ends_with("\"") || text.ends_with(")") || text.ends_with("'")) text.remove_suffix(1);
    for (std::string_view quote : {"\xe2\x80\x9d", "\xe2\x80\x99"})
        if (text.ends_with(quote)) text.remove_suffix(quote.size());
    return text.ends_with(".") || text.ends_with("!") || text.ends_with("?") || text.ends_with(":");
}

bool starts_list_item(std::string_view text) {
    for (std::string_view mark : {"\xe2\x80\xa2", "- ", "* ", "\xe2\x80\x93 "})
        if (text.starts_with(mark)) return true;
    return false;
}

/// Where a word was divided at the end of a line: the bytes of its hyphen, 0 for none.
std::size_t hyphen_length(std::string_view line, std::string_view next) {
    if (next.empty() || !is_lower(next[0])) return 0;
    for (std::string_view hyphen : {"-", "\xe2\x80\x90", "\xc2\xad"})
        if (line.size() > hyphen.size() && line.ends_with(hyphen) && is_letter(line[line.size() - hyphen.size() - 1])) return hyphen.size();
    return 0;
}

std::string_view last_word(std::string_view line) {
    if (line.size() > 100) line.remove_prefix(line.size() - 100);
    const std::size_t space = line.find_last_of(" \n");
    return space == line.npos ? line : line.substr(space + 1);
}

std::string_view first_word(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && (is_letter(line[end]) || line[end] == '-')) ++end;
    return line.substr(0, end);
}

/// The words that lines hold whole, to tell "well-known" from "harbour": as the text elsewhere writes it.
class WholeWords {
public:
    explicit WholeWords(const std::vector<PdfPage>& pages) {
        for (const PdfPage& page : pages)
            for (const PdfLine& line : page.lines)
                for (std::size_t at = 0; at < line.text.size();) {
                    std::size_t end = at;
                    while (end < line.text.size() && (is_letter(line.text[end]) || line.text[end] == '-')) ++end;
                    if (end > at && end < line.text.size()) words_.insert(line.text.substr(at, end - at));
                    at = std::max(end, at + 1);
                }
    }
    bool knows(const std::string& word) const { return words_.contains(word); }

private:
    std::set<std::string> words_;
};

class Paragraphs {
public:
    Paragraphs(const std::vector<PdfPage>& pages, Document& document) : words_(pages), text_(document.text), document_(document) {}

    void add_page(const PdfPage& page) {
        const double step = usual_step(page);
        const PdfLine* before = nullptr;
        bool fresh = true;  // page
        for (const PdfLine& line : page.lines) {
            const bool joined = before ? goes_on(*before, line, step) : goes_on_over_page(line);
            if (joined) append(line.text);
            else begin(line);
            if (fresh) begin_page(last_begin_);
            fresh = false;
            right_ = joined ? std::max(right_, line.box.right) : line.box.right;
            left_ = joined ? std::min(left_, line.box.left) : line.box.left;
            before = &line;
        }
        if (fresh) begin_page(static_cast<std::uint32_t>(text_.size()));
    }

private:
    /// A word that goes on over empty pages loses its hyphen: they begin where it goes on.
    void begin_page(std::uint32_t at) {
        for (auto page = document_.pages.rbegin(); page != document_.pages.rend() && *page > at; ++page) *page = at;
        document_.pages.push_back(at);
    }

    /// From one line to the next, as most of the page's lines stand.
    static double usual_step(const PdfPage& page) {
        std::vector<double> steps;
        for (std::size_t i = 1; i < page.lines.size(); ++i) {
            const double step = page.lines[i].box.top - page.lines[i - 1].box.top;
            if (step > 0) steps.push_back(step);
        }
        if (steps.empty()) return 0;
        const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
        std::nth_element(steps.begin(), middle, steps.end());
        return *middle;
    }

    bool goes_on(const PdfLine& before, const PdfLine& line, double step) const {
        if (starts_list_item(line.text)) return false;
        const double height = std::min(before.box.height(), line.box.height());
        if (std::max(before.box.height(), line.box.height()) > 1.2 * height) return false;  // another size of letters
        const double down = line.box.top - before.box.top;
        if (down < -height || line.box.left > before.box.right || line.box.right < before.box.left) return !ends_sentence(text_) && !ends_short(before, line);  // next column
        if (down > 1.3 * std::max(step, height)) return false;
        const bool indented = line.box.left > left_ + 0.8 * height;
        if (ends_sentence(text_)) return !indented && !ends_short(before, line);
        return !(indented && ends_short(before, line));
    }

    /// The line before leaves room that the next one's first word would have filled.
    bool ends_short(const PdfLine& before, const PdfLine& line) const {
        const double right = std::max({right_, line.box.right});
        const double word = static_cast<double>(line.text.find(' ') == std::string::npos ? line.text.size() : line.text.find(' ')) *
                            (line.box.right - line.box.left) / static_cast<double>(line.text.size());
        return before.box.right + 1.5 * word < right;
    }

    bool goes_on_over_page(const PdfLine& line) const {
        if (text_.empty() || ends_sentence(text_) || starts_list_item(line.text)) return false;
        return is_lower(line.text[0]) || is_ascii_digit(line.text[0]) || text_.ends_with(',') || text_.ends_with('-');
    }

    void begin(const PdfLine& line) {
        if (!text_.empty()) text_ += starts_list_item(line.text) ? "\n" : "\n\n";
        last_begin_ = static_cast<std::uint32_t>(text_.size());
        text_ += line.text;
    }

    void append(const std::string& line) {
        const std::size_t hyphen = hyphen_length(text_, line);
        if (!hyphen) {
            text_ += ' ';
        } else {
            const std::string head(last_word(text_).substr(0, last_word(text_).size() - hyphen)), tail(first_word(line));
            const bool keep = !words_.knows(head + tail) && words_.knows(head + "-" + tail);
            text_.resize(text_.size() - hyphen);
            if (keep) text_ += '-';
        }
        last_begin_ = static_cast<std::uint32_t>(text_.size());
        text_ += line;
    }

    WholeWords words_;
    std::string& text_;
    Document& document_;
    std::uint32_t last_begin_ = 0;
    double left_ = 0, right_ = 0;  // of the paragraph
};

}  // namespace

void drop_running_heads(std::vector<PdfPage>& pages) {
    std::vector<std::vector<std::size_t>> edges;
    std::map<std::string, std::size_t> seen;  // on how many pages
    for (const PdfPage& page : pages) {
        edges.push_back(edge_of(page));
        std::set<std::string> here;
        for (const std::size_t i : edges.back()) here.insert(without_numbers(page.lines[i].text));
        for (const std::string& line : here) ++seen[line];
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::vector<PdfLine>& lines = pages[i].lines;
        std::vector<bool> gone(lines.size(), false);
        for (const std::size_t at : edges[i]) {
            const std::size_t times = seen[without_numbers(lines[at].text)];
            gone[at] = (times >= 2 && times * 3 >= pages.size()) || is_page_number(lines[at].text);
        }
        std::size_t kept = 0;
        for (std::size_t at = 0; at < lines.size(); ++at)
            if (!gone[at]) {
                if (kept != at) lines[kept] = std::move(lines[at]);
                ++kept;
            }
        lines.resize(kept);
    }
}

void add_pdf_text(const std::vector<PdfPage>& pages, Document& document) {
    Paragraphs paragraphs(pages, document);
    for (const PdfPage& page : pages) paragraphs.add_page(page);
    add_plain_blocks(document, 0, true);
}

}  // namespace annals
