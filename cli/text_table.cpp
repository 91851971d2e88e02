#include "cli/text_table.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace annals {
namespace {

struct Range { char32_t first, last; };

constexpr Range wide[] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
                          {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
constexpr Range combining[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
                               {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}};
constexpr Range steering[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200E, 0x200F},
                              {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}};

template <std::size_t N>
bool in(const Range (&ranges)[N], char32_t c) {
    return std::any_of(std::begin(ranges), std::end(ranges), [c](Range range) { return range.first <= c && c <= range.last; });
}

constexpr std::size_t least_width = 12;  // of the flexible column

std::size_t cells_of(char32_t c) { return c < 0x300 ? 1 : in(combining, c) ? 0 : in(wide, c) ? 2 : 1; }

}  // namespace

std::size_t cells_of(std::string_view text) {
    std::size_t cells = 0;
    for (std::size_t at = 0; at < text.size();) cells += cells_of(next_code_point(text, at));
    return cells;
}

std::string harmless(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (!in(steering, c)) result.append(text.substr(begin, at - begin));
        else if (!result.empty() && result.back() != ' ') result += ' ';
    }
    return result;
}

std::string cut(std::string_view text, std::size_t cells) {
    if (cells_of(text) <= cells) return std::string(text);
    std::size_t used = 1, end = 0;  // one for the ellipsis
    for (std::size_t at = 0; at < text.size(); end = at) {
        used += cells_of(next_code_point(text, at));
        if (used > cells) break;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string lined_up(const std::vector<std::vector<std::string>>& rows, std::size_t flexible, std::size_t width) {
    std::vector<std::vector<std::size_t>> cells;  // by column
    for (const auto& row : rows) {
        cells.resize(std::max(cells.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) cells[i].push_back(cells_of(row[i]));
    }
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::sort(cells[i].begin(), cells[i].end());
        // Before the flexible column, one cell in ten may be longer and takes the room from its own row.
        const std::size_t longer = i < flexible && flexible < cells.size() ? cells[i].size() / 10 : 0;
        widths.push_back(cells[i][cells[i].size() - 1 - longer]);
    }
    std::size_t others = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) others += i == flexible ? 0 : widths[i] + 2;
    if (flexible < widths.size())
        widths[flexible] = std::min(widths[flexible], std::max(width > others ? width - others : 0, least_width));
    std::string text;
    for (const auto& row : rows) {
        std::size_t owed = 0;  // spaces before the next cell that holds something
        std::size_t over = 0;  // what longer cells have taken from the flexible one
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::size_t room = widths[i];
            if (i == flexible) room = std::min(room, std::max(room > over ? room - over : 0, least_width));
            const std::string cell = i == flexible ? cut(row[i], room) : row[i];
            const std::size_t taken = cells_of(cell);
            if (!cell.empty()) text.append(owed, ' ').append(cell), owed = 0;
            if (taken > room) over += taken - room;
            owed += (taken < room ? room - taken : 0) + 2;
        }
        text += '\n';
    }
    return text;
}

}  // namespace annals
