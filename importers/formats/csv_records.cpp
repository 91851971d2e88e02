#include "importers/formats/csv_records.h"

#include "importers/formats/article_fields.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::size_t record_limit = 64 << 20;  // bytes

/// How well a delimiter fits: names of fields in the header, then records of the header's width.
struct Fit {
    std::size_t names = 0, width = 0;
    bool even = true;
    bool operator<(const Fit& other) const {
        if (names != other.names) return names < other.names;
        if (even != other.even) return other.even;
        return width < other.width;
    }
};

Fit fit_of(std::string_view head, char delimiter) {
    Fit fit;
    ByteWindow window(pieces_of(head));
    CsvRecords records(window, delimiter);
    std::vector<std::string> cells;
    if (records.next(cells) != CsvRecords::Got::record) return fit;
    fit.width = cells.size();
    ArticleColumns columns({});
    for (const std::string& cell : cells) fit.names += columns.place(cell).has_value();
    for (int i = 0; i < 20 && records.next(cells) == CsvRecords::Got::record; ++i)
        if (records.record().size() < window.text().size()) fit.even = fit.even && cells.size() == fit.width;  // the last may be cut
    return fit;
}

}  // namespace

void CsvRecords::pass_blank_lines() {
    window_.drop(size_);
    size_ = 0;
    while (true) {
        window_.fill(2);
        const std::string_view text = window_.text();
        if (text.empty() || (text[0] != '\n' && text[0] != '\r')) return;
        next_line_ += text[0] == '\n' || text.size() == 1 || text[1] != '\n';
        window_.drop(1);
    }
}

/// False when the record's end is not at hand.
bool CsvRecords::read(std::vector<std::string>& cells) {
    const std::string_view text = window_.text();
    const char ends[] = {delimiter_, '\n', '\r'};
    std::size_t count = 0;  // cells are used again: their memory is there
    for (std::size_t at = 0;; ++at) {
        if (count == cells.size()) cells.emplace_back();
        std::string& cell = cells[count++];
        cell.clear();
        if (at < text.size() && text[at] == '"') {
            for (++at;; ++at) {
                const std::size_t quote = text.find('"', at);
                if (quote == text.npos) return false;
                cell.append(text, at, quote - at);
                at = quote + 1;
                if (at == text.size() || text[at] != '"') break;
                cell += '"';
            }
        }
        const std::size_t end = std::min(text.find_first_of(std::string_view(ends, sizeof ends), at), text.size());
        cell.append(text, at, end - at);
        at = end;
        if (at < text.size() && text[at] == delimiter_) continue;
        cells.resize(count);
        size_ = at;
        return true;
    }
}

CsvRecords::Got CsvRecords::next(std::vector<std::string>& cells) {
    pass_blank_lines();
    if (window_.text().empty()) return Got::end;
    line_ = next_line_;
    // What ends with the text at hand may go on behind it.
    bool ended = false, all = false;
    while (!all && (!(ended = read(cells)) || size_ == window_.text().size())) all = !window_.grow(record_limit);
    if (!ended || size_ >= record_limit) {
        while ((size_ = window_.text().find('\n')) == std::string_view::npos) {
            window_.drop(window_.text().size());
            if (!window_.grow(1)) break;
        }
        size_ = std::min(size_, window_.text().size());
        return Got::unclosed;
    }
    const std::string_view passed = record();
    for (std::size_t i = 0; i < passed.size(); ++i)
        next_line_ += passed[i] == '\n' || (passed[i] == '\r' && (i + 1 == passed.size() || passed[i + 1] != '\n'));
    return Got::record;
}

char csv_delimiter(std::string_view head) {
    char best = 0;
    Fit best_fit{0, 1, true};
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const Fit fit = fit_of(head, delimiter);
        if (fit.width > 1 && best_fit < fit) {
            best = delimiter;
            best_fit = fit;
        }
    }
    return best;
}

std::string_view csv_separator_line(std::string_view bytes) {
    if (!bytes.starts_with("sep=") || bytes.size() < 6) return {};
    const std::size_t end = bytes.find('\n');
    return end == 5 || (end == 6 && bytes[5] == '\r') ? bytes.substr(0, end + 1) : std::string_view();
}

}  // namespace annals
