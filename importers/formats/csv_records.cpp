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
    CsvRecords records(head, delimiter);
    std::vector<std::string> cells;
    if (records.next(cells) != CsvRecords::Got::record) return fit;
    fit.width = cells.size();
    ArticleColumns columns({});
    for (const std::string& cell : cells) fit.names += columns.place(cell).has_value();
    for (int i = 0; i < 20 && records.next(cells) == CsvRecords::Got::record; ++i)
        if (records.record().data() + records.record().size() < head.data() + head.size()) fit.even = fit.even && cells.size() == fit.width;  // the last may be cut
    return fit;
}

}  // namespace

CsvRecords::Got CsvRecords::next(std::vector<std::string>& cells) {
    while (at_ < bytes_.size() && (bytes_[at_] == '\n' || bytes_[at_] == '\r')) {
        next_line_ += bytes_[at_] == '\n' || at_ + 1 == bytes_.size() || bytes_[at_ + 1] != '\n';
        ++at_;
    }
    if (at_ == bytes_.size()) return Got::end;
    const std::size_t begin = at_;
    line_ = next_line_;
    const std::string_view rest = bytes_.substr(0, std::min(bytes_.size(), begin + record_limit));
    const char ends[] = {delimiter_, '\n', '\r'};
    std::size_t count = 0;  // cells are used again: their memory is there
    const auto unclosed = [&] {
        const std::size_t end = std::min(bytes_.find('\n', begin), bytes_.size());
        record_ = bytes_.substr(begin, end - begin);
        at_ = end;
        return Got::unclosed;
    };
    for (std::size_t at = begin;; ++at) {
        if (count == cells.size()) cells.emplace_back();
        std::string& cell = cells[count++];
        cell.clear();
        if (at < rest.size() && rest[at] == '"') {
            for (++at;; ++at) {
                const std::size_t quote = rest.find('"', at);
                if (quote == rest.npos) return unclosed();
                cell.append(rest, at, quote - at);
                at = quote + 1;
                if (at == rest.size() || rest[at] != '"') break;
                cell += '"';
            }
        }
        const std::size_t end = rest.find_first_of(std::string_view(ends, sizeof ends), at);
        cell.append(rest, at, end == rest.npos ? rest.npos : end - at);
        at = std::min(end, rest.size());
        if (at == rest.size() && at < bytes_.size()) return unclosed();
        if (at == rest.size() || rest[at] != delimiter_) {
            at_ = at;
            break;
        }
    }
    cells.resize(count);
    record_ = bytes_.substr(begin, at_ - begin);
    for (std::size_t i = 0; i < record_.size(); ++i)
        next_line_ += record_[i] == '\n' || (record_[i] == '\r' && (i + 1 == record_.size() || record_[i + 1] != '\n'));
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
