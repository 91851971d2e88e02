#include "importers/formats/html_blocks.h"

#include "core/text/ascii.h"
#include "importers/formats/document_text.h"
#include "importers/formats/line_kind.h"
#include "importers/formats/side_matter.h"
#include "importers/formats/stated_date.h"

#include <algorithm>
#include <array>
#include <optional>

namespace annals {
namespace {

int heading_level(std::string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0; }

/// Letters, digits and bytes beyond ASCII, lower case: for comparing a heading with the title.
std::string bare(std::string_view text) {
    std::string result;
    for (char c : text)
        if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) result += ascii_lower(c);
    return result;
}

/// A paragraph in the making.
struct Draft {
    std::uint32_t block = 0;          // the block element it stands in
    std::string text;
    std::size_t links = 0;            // bytes of it within <a>
    HtmlRole role = HtmlRole::none;
    std::string datetime;             // of a <time> at its beginning
};

class Walker {
public:
    Walker(const HtmlTree& tree, const HtmlRegions* regions, Document& document)
        : tree_(tree), nodes_(tree.nodes()), regions_(regions), document_(document), title_(bare(document.title)) {}

    /// Nodes [first, last): a whole element, or from the headline to the end of the element that holds the text.
    void walk(std::uint32_t first, std::uint32_t last) {
        std::vector<std::uint32_t> open;  // block elements around the place
        for (std::uint32_t i = first; i < last;) {
            while (!open.empty() && nodes_[open.back()].end <= i) {
                flush();
                open.pop_back();
            }
            const HtmlNode& node = nodes_[i];
            if (skip(i)) {
                if (is_block_element(node.name)) flush();
                i = node.end;
                continue;
            }
            if (node.is_text()) {
                add_text(i, open.empty() ? nodes_[i].parent : open.back());
            } else if (node.name == "tr" && !holds_block(i)) {
                flush();
                add_table_row(i);
                i = node.end;
                continue;
            } else if (const std::uint32_t end = node.name == "dt" ? end_of_term(i) : 0) {
                flush();
                add_term(i, end);
                i = end;
                continue;
            } else if (is_block_element(node.name)) {
                flush();
                open.push_back(i);
            } else if (node.name == "br") {
                // Two line breaks are a paragraph of old pages.
                if (draft_.text.ends_with('\n')) flush();
                else draft_.text += '\n';
            } else if (node.name == "time" && draft_.datetime.empty() && draft_.text.find_first_not_of(" \n") == std::string::npos) {
                draft_.datetime = tree_.attribute(i, "datetime");
            }
            ++i;
        }
        flush();
    }

private:
    bool skip(std::uint32_t i) const {
        const std::string_view name = nodes_[i].name;
        if (regions_) return regions_->silent(name) || regions_->outside(i);
        return name == "script" || name == "style" || name == "noscript" || name == "template" || name == "head";
    }

    /// A table that lays out the page holds paragraphs, lists or tables in its cells.
    bool holds_block(std::uint32_t row) const {
        std::size_t paragraphs = 0;
        for (std::uint32_t i = row + 1; i < nodes_[row].end; ++i) {
            const std::string_view name = nodes_[i].name;
            if (name == "table" || name == "ul" || name == "ol" || name == "div" || heading_level(name)) return true;
            paragraphs += name == "p" || name == "br";
            if (paragraphs > 4) return true;
        }
        return false;
    }

    /// "4 May 1926" in <dt> and what happened then in <dd>, one or more: the end of the last; 0 for what is no row of two cells or more.
    std::uint32_t end_of_term(std::uint32_t term) const {
        constexpr std::uint32_t longest_term = 60;
        if (regions_ && regions_->outside(term)) return 0;
        const std::string head = fold_space(tree_.text_of(term));
        if (head.empty() || head.size() > longest_term || head.back() == '?' || holds_block(term)) return 0;
        std::uint32_t end = 0;
        for (std::uint32_t i = nodes_[term].end; i < nodes_.size() && nodes_[i].parent == nodes_[term].parent; i = nodes_[i].end) {
            if (nodes_[i].is_text() && nodes_[i].text.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
            if (nodes_[i].name != "dd") break;
            if (holds_block(i)) return 0;
            const std::string told = fold_space(tree_.text_of(i));
            if (is_stamp(told) || (!in_body_ && is_byline(told))) return 0;
            end = nodes_[i].end;
        }
        return end;
    }

    void add_term(std::uint32_t term, std::uint32_t end) {
        std::vector<std::string> cells;
        for (std::uint32_t i = term; i < end; i = nodes_[i].end)
            if (!nodes_[i].is_text()) cells.push_back(tree_.text_of(i));
        std::uint32_t links = 0, all = 0;
        for (std::uint32_t i = term; regions_ && i < end; i = nodes_[i].end) {
            links += sum_within(regions_->link_text, tree_, i);
            all += sum_within(regions_->text, tree_, i);
        }
        if (links * 10 <= all * 8) add_row(document_, cells);
    }

    void add_text(std::uint32_t i, std::uint32_t block) {
        if (draft_.text.empty()) draft_.block = block;
        if (regions_ && draft_.role == HtmlRole::none) draft_.role = regions_->role[i];
        draft_.text += nodes_[i].text;
        for (std::uint32_t up = i, steps = 0; up != block && steps < 6; up = nodes_[up].parent, ++steps)
            if (nodes_[up].name == "a") {
                draft_.links += nodes_[i].text.size();
                break;
            }
    }

    void add_table_row(std::uint32_t row) {
        std::vector<std::string> cells;
        std::size_t size = 0;
        for (std::uint32_t i = row + 1; i < nodes_[row].end;) {
            if (nodes_[i].name != "td" && nodes_[i].name != "th") {
                ++i;
                continue;
            }
            cells.push_back(tree_.text_of(i));
            size += cells.back().size();
            i = nodes_[i].end;
        }
        if (cells.size() == 1) {  // a frame around text
            add_prose(BlockKind::paragraph, cells[0], false);
        } else if (size > 0 && (!regions_ || sum_within(regions_->link_text, tree_, row) * 10 < sum_within(regions_->text, tree_, row) * 9)) {
            add_row(document_, cells);
        }
    }

    void flush() {
        Draft draft = std::move(draft_);
        draft_ = {};
        const std::string text = fold_space(draft.text);
        if (text.empty()) return;
        const std::string_view name = nodes_[draft.block].name;
        const bool links = draft.links * 10 > text.size() * 8;
        if (const int level = heading_of(draft.block)) return add_heading(draft, text, level, links);
        if (draft.role == HtmlRole::caption) {
            add_block(document_, BlockKind::caption, text);
            return;
        }
        if (is_stamp(text) || (!in_body_ && is_byline(text))) {
            add_block(document_, BlockKind::byline, text);
            return;
        }
        if (draft.role == HtmlRole::byline && text.size() < 200) {  // named a byline: whose, if it stands where bylines do
            add_block(document_, !in_body_ && text.size() < 80 ? BlockKind::byline : BlockKind::boilerplate, text);
            return;
        }
        if (is_boilerplate(text)) {
            add_block(document_, BlockKind::boilerplate, text);
            return;
        }
        const bool item = name == "li" || name == "dd" || name == "dt" || inside_item(draft.block);
        add_prose(item ? BlockKind::list_item : BlockKind::paragraph, text, links);
    }

    bool inside_item(std::uint32_t block) const {
        for (int up = 0; up < 2 && block; ++up) {
            block = nodes_[block].parent;
            if (nodes_[block].name == "li") return true;
            if (nodes_[block].name == "ul" || nodes_[block].name == "ol") return true;
        }
        return false;
    }

    int heading_of(std::uint32_t block) const {
        for (int up = 0; up < 3; ++up) {
            if (const int level = heading_level(nodes_[block].name)) return level;
            if (!block) break;
            block = nodes_[block].parent;
        }
        return 0;
    }

    void add_heading(const Draft& draft, const std::string& text, int level, bool) {
        if (!draft.datetime.empty()) {
            if (const auto edtf = read_stated_date(draft.datetime)) {
                if (Block* block = add_block(document_, BlockKind::entry, text, level)) block->stated = *edtf;
                return;
            }
        }
        const std::string folded = bare(text);
        const bool is_title = !title_.empty() && (folded == title_ || (level == 1 && folded.size() > 10 && (title_.find(folded) != std::string::npos || folded.find(title_) != std::string::npos)));
        if (is_title && std::none_of(document_.blocks.begin(), document_.blocks.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(document_.blocks.size(), 8)),
                                    [](const Block& block) { return block.kind == BlockKind::title; })) {
            document_.title = text;
            add_block(document_, BlockKind::title, text, 1);
            return;
        }
        add_block(document_, BlockKind::heading, text, level);
    }

    void add_prose(BlockKind kind, const std::string& text, bool links) {
        if (links && text.size() < 200 && regions_) {
            add_block(document_, BlockKind::boilerplate, text);
            return;
        }
        if (has_photo_credit(text) && text.size() < 400) {
            add_block(document_, BlockKind::caption, text);
            return;
        }
        if (text.size() > 120) in_body_ = true;
        const std::size_t opening = kind == BlockKind::paragraph ? dateline_length(text) : 0;
        if (opening) add_block(document_, BlockKind::dateline, std::string_view(text).substr(0, opening));
        add_block(document_, kind, std::string_view(text).substr(opening));
    }

    const HtmlTree& tree_;
    const std::vector<HtmlNode>& nodes_;
    const HtmlRegions* regions_;
    Document& document_;
    std::string title_;
    Draft draft_;
    bool in_body_ = false;  // prose has begun
};

/// The smallest element that holds nearly all prose that is not outside the article.
class RootFinder {
public:
    RootFinder(const HtmlTree& tree, const HtmlRegions& regions) : tree_(tree), nodes_(tree.nodes()) {
        prose_.assign(nodes_.size() + 1, 0);
        for (std::uint32_t i = 0; i < nodes_.size(); ++i)
            prose_[i + 1] = prose_[i] + (regions.outside(i) ? 0 : regions.prose[i + 1] - regions.prose[i]);
    }

    std::uint32_t find() const {
        std::uint32_t root = 0;
        const std::uint32_t all = prose_.back();
        if (!all) return 0;
        if (const auto marked = marked_root(all)) root = *marked;
        while (true) {
            std::uint32_t best = 0, most = 0;
            for (std::uint32_t i = root + 1; i < nodes_[root].end; i = nodes_[i].end)
                if (const std::uint32_t amount = sum_within(prose_, tree_, i); amount > most && !nodes_[i].is_text()) {
                    best = i;
                    most = amount;
                }
            if (!best || most * 100ull < sum_within(prose_, tree_, root) * 85ull || is_leaf(nodes_[best].name)) return root;
            root = best;
        }
    }

private:
    static bool is_leaf(std::string_view name) { return name == "p" || name == "li" || name == "blockquote" || name == "pre" || name == "tr" || name == "ul" || name == "ol" || !is_block_element(name); }

    /// <article>, articleBody, <main>: where exactly one of a kind holds most of the prose.
    std::optional<std::uint32_t> marked_root(std::uint32_t all) const {
        for (std::string_view mark : {"articlebody", "article", "main"}) {
            std::uint32_t best = 0, most = 0;
            for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
                const bool fits = mark == "articlebody" ? std::string_view(tree_.attribute(i, "itemprop")) == "articleBody"
                                                         : nodes_[i].name == mark || (mark == "main" && tree_.attribute(i, "role") == "main");
                if (!fits) continue;
                if (const std::uint32_t amount = sum_within(prose_, tree_, i); amount > most) {
                    best = i;
                    most = amount;
                }
            }
            if (best && most * 2 > all) return best;
        }
        return {};
    }

    const HtmlTree& tree_;
    const std::vector<HtmlNode>& nodes_;
    std::vector<std::uint32_t> prose_;
};

/// The headline that stands before the element which holds the text, with little between them; else that element.
std::uint32_t headline_before(const HtmlTree& tree, const HtmlRegions& regions, const Document& document, std::uint32_t root) {
    constexpr std::uint32_t between = 1500;  // bytes of text: lead, byline, caption
    const std::string title = bare(document.title);
    for (std::uint32_t i = root; i-- > 0;) {
        if (regions.text[root] - regions.text[i] > between) break;
        const int level = heading_level(tree.nodes()[i].name);
        if (!level || regions.outside(i) || tree.nodes()[i].end - i > 30) continue;
        const std::string text = bare(tree.text_of(i));
        if (level == 1 || (level == 2 && text.size() > 10 && !title.empty() && (title == text || title.find(text) != std::string::npos))) return i;
    }
    return root;
}

/// What stands below the header of a live page's entry was written then. A single one is the byline of an article.
void carry_entry_dates(Document& document) {
    const auto is_entry = [](const Block& block) { return block.kind == BlockKind::entry; };
    if (std::count_if(document.blocks.begin(), document.blocks.end(), is_entry) == 1) {
        Block& byline = *std::find_if(document.blocks.begin(), document.blocks.end(), is_entry);
        byline.kind = BlockKind::byline;
        byline.level = 0;
        byline.stated.clear();
    }
    const Block* entry = nullptr;
    for (Block& block : document.blocks) {
        if (block.kind == BlockKind::entry) entry = &block;
        else if (block.kind == BlockKind::heading && entry && block.level <= entry->level) entry = nullptr;
        else if (entry && block.stated.empty()) block.stated = entry->stated;
    }
}

}  // namespace

void add_html_blocks(const HtmlTree& tree, const HtmlRegions& regions, Document& document) {
    const std::uint32_t root = RootFinder(tree, regions).find();
    Walker(tree, &regions, document).walk(headline_before(tree, regions, document, root), tree.nodes()[root].end);
    set_side_matter_aside(document);
    carry_entry_dates(document);
}

void add_fragment_blocks(const HtmlTree& tree, Document& document) { Walker(tree, nullptr, document).walk(0, tree.nodes()[0].end); }

}  // namespace annals
