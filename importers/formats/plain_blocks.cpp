#include "importers/formats/plain_blocks.h"

#include "core/text/ascii.h"
#include "importers/formats/line_kind.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {
namespace {

constexpr std::size_t wrapped_line = 120;  // bytes; a longer line was not broken to fit a screen: it is a paragraph of its own

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Lines of a text, an empty one where blank lines part two groups.
std::vector<Span> grouped_lines(std::string_view text, std::size_t begin) {
    std::vector<Span> lines;
    bool fresh = false;
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const Span line = trimmed(text, at, end);
        if (!line.empty()) {
            if (fresh && !lines.empty()) lines.emplace_back();
            lines.push_back(line);
        }
        fresh = line.empty();
        at = end + 1;
    }
    return lines;
}

bool is_list_item(std::string_view line) {
    if (is_ascii_letter(line[0])) return false;
    for (std::string_view mark : {"- ", "* ", "\xe2\x80\xa2", "\xe2\x80\x93 ", "+ "})
        if (line.starts_with(mark)) return true;
    std::size_t digits = 0;
    while (digits < line.size() && digits < 3 && is_ascii_digit(line[digits])) ++digits;
    return digits && line.size() > digits + 1 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

/// Two or more cells parted by a tab or at least three spaces.
bool has_columns(std::string_view line) {
    if (line.find('\t', 1) != std::string_view::npos) return true;
    for (std::size_t at = 3; at < line.size(); at += 3)  // of three spaces in a row one stands at a third place
        if (line[at] == ' ' && line.substr(at - 2, 5).find("   ") != std::string_view::npos) return true;
    return false;
}

class PlainBlocks {
public:
    PlainBlocks(Document& document, bool titled) : document_(document), text_(document.text), titled_(titled) {}

    void add_group(std::span<const Span> lines, bool first, bool last) {
        const bool wrapped = std::all_of(lines.begin(), lines.end(), [](Span line) { return line.size() <= wrapped_line; });
        const bool columns = lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [&](Span line) { return has_columns(words(text_, line)); });
        Span run;  // lines of one paragraph
        LineGlance run_seen;
        const auto finish = [&](bool alone) {
            if (!run.empty()) add_paragraph(run, run_seen, alone, first, last);
            run = {};
        };
        for (Span line : lines) {
            const std::string_view words_of_line = words(text_, line);
            const LineGlance seen = in_body_ ? glance_at(words_of_line) : LineGlance{};
            if (const auto kind = special(words_of_line, seen.plain, columns)) {
                finish(false);
                add(*kind, line);
            } else if (wrapped && !run.empty()) {
                run.end = line.end;
                run_seen = {};
            } else {
                finish(lines.size() == 1);
                run = line;
                run_seen = seen;
            }
        }
        finish(lines.size() == 1 || (wrapped && !document_.blocks.empty() && document_.blocks.back().kind == BlockKind::title));
    }

    void choose_title() {
        if (!titled_) return;
        // The first short line that is no section label; what prose, byline or dateline comes first ends the search.
        for (Block& block : document_.blocks) {
            if (block.kind == BlockKind::caption || block.kind == BlockKind::boilerplate) continue;
            if (block.kind != BlockKind::heading) return;
            block.kind = BlockKind::title;
            block.level = 1;
            document_.title = words(text_, block.span);
            std::replace(document_.title.begin(), document_.title.end(), '\n', ' ');
            return;
        }
    }

private:
    std::optional<BlockKind> special(std::string_view line, bool plain, bool columns) const {
        if (plain) return columns ? std::optional(BlockKind::table_row) : std::nullopt;
        if (is_boilerplate(line)) return BlockKind::boilerplate;
        if (!in_body_ && is_dateline(line)) return BlockKind::dateline;
        if (is_stamp(line) || (!in_body_ && is_byline(line))) return BlockKind::byline;
        if (is_list_item(line)) return BlockKind::list_item;
        if (columns) return BlockKind::table_row;
        return {};
    }

    void add_paragraph(Span span, LineGlance seen, bool alone, bool first, bool last) {
        const std::string_view paragraph = words(text_, span);
        if (!in_body_ && is_section_label(paragraph)) return add(BlockKind::boilerplate, span);
        if (seen.may_have_credit && has_photo_credit(paragraph)) return add(BlockKind::caption, span);
        if ((alone || first) && !last && is_heading_like(paragraph)) return add(BlockKind::heading, span, 2);
        in_body_ = standfirst_ || !is_standfirst(paragraph);
        standfirst_ = true;
        if (const std::size_t length = seen.may_open_with_dateline ? dateline_length(paragraph) : 0) {
            add(BlockKind::dateline, {span.begin, span.begin + static_cast<std::uint32_t>(length)});
            span = trimmed(text_, span.begin + length, span.end);
        }
        add(BlockKind::paragraph, span);
    }

    void add(BlockKind kind, Span span, int level = 0) {
        if (!span.empty()) document_.blocks.push_back({kind, span, {}, level});
    }

    Document& document_;
    std::string_view text_;
    bool titled_;
    bool in_body_ = false;  // prose has begun: a line that looks like a byline may be one of its lines
    bool standfirst_ = false;  // the first paragraph has gone by
};

}  // namespace

void add_plain_blocks(Document& document, std::size_t begin, bool titled, std::size_t end) {
    const std::vector<Span> lines = grouped_lines(std::string_view(document.text).substr(0, end), begin);
    document.blocks.reserve(document.blocks.size() + lines.size());
    PlainBlocks blocks(document, titled);
    for (auto group = lines.begin(); group != lines.end();) {
        const auto behind = std::find_if(group, lines.end(), [](Span line) { return line.empty(); });
        blocks.add_group({group, behind}, group == lines.begin(), behind == lines.end());
        group = behind == lines.end() ? behind : behind + 1;
    }
    blocks.choose_title();
}

}  // namespace annals
