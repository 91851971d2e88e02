#include "importers/formats/html_stamps.h"

#include "core/text/ascii.h"
#include "importers/formats/document_text.h"
#include "importers/formats/line_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t longest_stamp = 160;      // bytes of a line that may be one
constexpr std::size_t longest_label = 30;
constexpr std::uint32_t near_heading = 500;     // bytes of text between headline and stamp
constexpr std::size_t most_near = 16;
constexpr int enough = 4;                       // points that make a stamp

constexpr std::array<std::string_view, 23> date_words{"date", "datum", "published", "pubdate", "posted", "timestamp", "time", "byline", "dateline", "meta", "postmeta", "stamp", "info", "autor", "author", "zeit",
                                                      "articlemeta", "kicker", "created", "when", "publish", "publication", "veroeffentlicht"};
constexpr std::array<std::string_view, 16> labels{"published", "posted", "ver\xc3\xb6""ffentlich", "erschienen", "erscheinungs", "datum", "date", "publi\xc3\xa9", "publicado", "pubblicato", "geplaatst", "eingestellt",
                                                  "erstellt", "online seit", "vom ", " am "};
constexpr std::array<std::string_view, 12> change_labels{"updated", "modified", "last edit", "aktualisier", "ge\xc3\xa4ndert", "letzte \xc3\xa4nderung", "zuletzt", "mis \xc3\xa0 jour", "actualizado", "aggiornat", "retrieved", "abgerufen"};

/// What stands behind the date: "was published", "erschienen".
constexpr std::array<std::string_view, 5> closing_labels{"published", "posted", "ver\xc3\xb6""ffentlicht", "erschienen", "publi\xc3\xa9"};

template <std::size_t n>
bool names_any(const std::array<std::string_view, n>& labels, std::string_view text) {
    return std::any_of(labels.begin(), labels.end(), [&](std::string_view label) { return text.find(label) != std::string_view::npos; });
}

/// "(18.01.2018)" of a paragraph that begins so.
std::string bracketed_opening(const std::string& line) {
    const std::size_t close = line.starts_with('(') ? line.find(')') : std::string::npos;
    return close < longest_label ? line.substr(0, close + 1) : std::string();
}

bool is_silent(std::string_view name) { return name == "script" || name == "style" || name == "noscript" || name == "template" || name == "head" || name == "nav" || name == "select"; }

class StampFinder {
public:
    StampFinder(const HtmlTree& tree, const HtmlRegions& regions, DayOrder order) : tree_(tree), nodes_(tree.nodes()), regions_(regions), order_(order) {}

    std::optional<Stamp> find(const std::string& title) {
        find_heading(title);
        std::string line;
        std::uint32_t first = 0;
        std::vector<std::uint32_t> block(nodes_.size(), 0);  // the block element that a node stands in
        for (std::uint32_t i = 0; i < nodes_.size();) {
            const std::string_view name = nodes_[i].name;
            if (is_silent(name)) {
                i = nodes_[i].end;
                continue;
            }
            block[i] = is_block_element(name) ? i : i ? block[nodes_[i].parent] : 0;
            if (name == "br" || (nodes_[i].is_text() && !line.empty() && block[i] != block[first])) {
                weigh_line(line, first);
                line.clear();
            }
            if (nodes_[i].is_text()) {
                const std::string before = ascii_lower(line);
                append(line, first, i);
                if (!is_block_element(nodes_[nodes_[i].parent].name)) weigh(std::string(nodes_[i].text.substr(0, 2 * longest_stamp)), i, before);
            }
            ++i;
        }
        weigh_line(line, first);
        if (points_ < enough) return {};
        best_.near = std::move(near_);
        return std::move(best_);
    }

private:
    void append(std::string& line, std::uint32_t& first, std::uint32_t i) const {
        if (line.find_first_not_of(" \t\n") == std::string::npos) {
            line.clear();
            first = i;
        }
        if (line.size() <= longest_stamp) line += nodes_[i].text.substr(0, 2 * longest_stamp);
    }

    /// The first <h1> that is not outside, or the first heading with the words of the title.
    void find_heading(const std::string& title) {
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            if (regions_.outside(i) || (nodes_[i].name != "h1" && nodes_[i].name != "h2")) continue;
            if (nodes_[i].end - i > 20) continue;
            const std::string text = tree_.text_of(i);
            const bool same = !text.empty() && (text == title || (text.size() > 15 && title.find(text) != std::string::npos));
            if (same || (nodes_[i].name == "h1" && !heading_)) heading_ = i;
            if (same) return;
        }
    }

    void weigh_line(const std::string& line, std::uint32_t first) {
        std::string folded = fold_space(ascii_lower(line));
        if (folded.empty()) return;
        const std::string above = std::exchange(above_, std::move(folded));
        weigh(line, first, above);
    }

    /// `label`: the words before it, of the line before or of the same one.
    void weigh(const std::string& raw, std::uint32_t first, const std::string& label) {
        if (raw.size() < 6 || raw.size() > 3 * longest_stamp) return;
        std::string line = fold_space(raw);
        if (line.size() > longest_stamp) line = bracketed_opening(line);
        const std::string_view above = label.size() <= longest_label ? label : std::string_view();
        const auto date = find_date(line, order_);
        if (!date || date->edtf.substr(0, 4) < "1990" || date->edtf.substr(0, 4) > "2100") return;
        const std::string before = ascii_lower(std::string_view(line).substr(0, date->span.begin));
        if (names_any(change_labels, before) || names_any(change_labels, above)) return;
        if (before.find("\xc2\xa9") != std::string::npos || before.find("copyright") != std::string::npos) return;

        const bool opens = date->span.begin <= 2;
        const bool alone = is_stamp(line) || is_dateline(line);
        int points = alone ? 3 : opens && line.size() < 80 ? 2 : line.size() < 80 ? 1 : 0;
        if (alone && names_any(labels, above)) points += 3;
        else if (names_any(labels, before)) points += 2;
        if (names_any(closing_labels, ascii_lower(std::string_view(line).substr(date->span.end)))) points += 2;
        if (named_for_dates(first)) points += 2;
        bool near = false;
        if (heading_) {
            const std::uint32_t here = regions_.text[first], there = regions_.text[nodes_[heading_].end];
            near = (first > heading_ && here - there <= near_heading) || (first < heading_ && regions_.text[heading_] - here <= near_heading / 2);
            if (near) points += 2;
            if (near && near_.size() < most_near) near_.push_back(date->edtf.substr(0, 10));
        }
        if (regions_.foreign(first) && !near) return;
        if (points > points_ && (in_term(first) || in_table_of_years(first))) return;
        if (regions_.outside(first)) points -= near ? 1 : 2;
        if (points > points_) {
            points_ = points;
            best_ = {{date->edtf, DateBasis::byline, line.substr(date->span.begin, date->span.size())}, alone && near && !regions_.outside(first), first < heading_, {}};
        }
    }

    /// The element of the text, or one of the two around it, has a class or id of date words.
    bool named_for_dates(std::uint32_t node) const {
        for (int up = 0; up < 3; ++up) {
            node = nodes_[node].parent;
            if (sum_within(regions_.text, tree_, node) > 400) return false;
            std::string names(tree_.attribute(node, "class").substr(0, 200));
            names += ' ';
            names += tree_.attribute(node, "id").substr(0, 100);
            for (const std::string& word : name_words(names))
                if (std::find(date_words.begin(), date_words.end(), word) != date_words.end() || word.starts_with("date") || word.ends_with("date") || word.ends_with("datum")) return true;
            if (!node) return false;
        }
        return false;
    }

    /// The opening of a row: its first cell, or what stands first in an item of a list.
    std::string opening_of(std::uint32_t row) const {
        std::uint32_t cell = row + 1;
        while (cell < nodes_[row].end && nodes_[cell].is_text() && nodes_[cell].text.find_first_not_of(" \t\n") == std::string_view::npos) ++cell;
        if (cell >= nodes_[row].end) return {};
        return nodes_[cell].is_text() ? std::string(nodes_[cell].text.substr(0, longest_label)) : tree_.text_of(cell);
    }

    /// The <dt> over what happened then.
    bool in_term(std::uint32_t node) const {
        for (int up = 0; up < 3 && node; ++up) {
            node = nodes_[node].parent;
            if (nodes_[node].name == "dt") return true;
        }
        return false;
    }

    /// A row of a table or a list of which three or more begin with a year: what it dates is what it tells.
    bool in_table_of_years(std::uint32_t node) {
        while (node && nodes_[node].name != "tr" && nodes_[node].name != "li") node = nodes_[node].parent;
        if (!node) return false;
        const std::string_view kind = nodes_[node].name;
        const std::uint32_t table = nodes_[node].parent;
        const auto [known, added] = table_of_years_.try_emplace(table, false);
        if (!added) return known->second;
        int years = 0;
        for (std::uint32_t row = table + 1; row < nodes_[table].end && years < 3; row = nodes_[row].end) {
            if (nodes_[row].name != kind) continue;
            const std::string text = opening_of(row);
            for (std::size_t i = 0; text.size() <= longest_label && i + 4 <= text.size(); ++i)
                if ((text[i] == '1' || text[i] == '2') && std::all_of(text.begin() + i, text.begin() + i + 4, is_ascii_digit)) {
                    ++years;
                    break;
                }
        }
        return known->second = years >= 3;
    }

    const HtmlTree& tree_;
    const std::vector<HtmlNode>& nodes_;
    const HtmlRegions& regions_;
    DayOrder order_;
    std::unordered_map<std::uint32_t, bool> table_of_years_;  // by the node that holds the rows
    std::uint32_t heading_ = 0;
    int points_ = 0;
    Stamp best_;
    std::vector<std::string> near_;
    std::string above_;  // the line before, if it may be a label
};

}  // namespace

std::optional<Stamp> find_stamp(const HtmlTree& tree, const HtmlRegions& regions, const Document& document, DayOrder order) {
    return StampFinder(tree, regions, order).find(document.title);
}

}  // namespace annals
