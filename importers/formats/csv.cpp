// CSV and TSV: the first record names the columns, every other one is an article.
#include "importers/formats/formats.h"

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "importers/formats/article_fields.h"
#include "importers/formats/byte_window.h"
#include "importers/formats/csv_records.h"
#include "importers/formats/decode.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::size_t head_size = 64 << 10;
constexpr std::size_t guess_size = 1 << 20;  // bytes that tell the charset

class CsvFile {
public:
    CsvFile(ByteWindow& window, char delimiter, std::size_t lines_before, const FormatHint& hint, const DocumentSink& sink)
        : window_(window), records_(window, delimiter), lines_before_(lines_before), hint_(hint), sink_(sink), columns_(hint.fields) {}

    Diagnostics read() {
        std::vector<std::string> cells;
        if (records_.next(cells) == CsvRecords::Got::record) read_header(cells);
        Diagnostics all = columns_.missing();
        if (std::none_of(places_.begin(), places_.end(), [](const auto& place) { return place && place->field == ArticleField::text; })) {
            std::string names;
            for (const std::string& name : names_) names.append(names.empty() ? "" : ", ").append(name);
            all.push_back({"csv.columns", Severity::error, {}, {},
                           "no column holds the text of articles; name it with --map text=COLUMN. The columns are: " + shorten(names, 400)});
            return all;
        }
        for (bool going = true; going;) {
            const CsvRecords::Got got = records_.next(cells);
            if (got == CsvRecords::Got::end) break;
            if (got == CsvRecords::Got::record) going = read_row(cells);
            else left_out_.add(line(), "opens a quote that is never closed");
        }
        Diagnostics lines = left_out_.take("csv.line");
        all.insert(all.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
        return all;
    }

private:
    std::size_t line() const { return lines_before_ + records_.line(); }

    void read_header(std::vector<std::string>& cells) {
        Diagnostics ignored;
        to_utf8(cells, ignored);
        for (const std::string& cell : cells) {
            names_.emplace_back(trimmed(cell));
            places_.push_back(columns_.place(names_.back()));
        }
    }

    bool read_row(std::vector<std::string>& cells) {
        while (cells.size() > names_.size() && cells.back().empty()) cells.pop_back();
        if (cells.size() > names_.size()) {
            left_out_.add(line(), "has " + std::to_string(cells.size()) + " cells where the header has " + std::to_string(names_.size()));
            return true;
        }
        Diagnostics diagnostics;
        to_utf8(cells, diagnostics);
        ArticleValues values;
        bool any = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            any = any || !cells[i].empty();
            if (places_[i]) values.add(*places_[i], names_[i], std::move(cells[i]));
        }
        if (!any) return true;
        std::optional<Document> document = std::move(values).document(hint_.path, "line " + std::to_string(line()));
        if (!document) {
            left_out_.add(line(), "has no text");
            return true;
        }
        document->diagnostics.insert(document->diagnostics.begin(), diagnostics.begin(), diagnostics.end());
        return sink_(std::move(*document));
    }

    /// The charset is told by what stands around the first bytes that are no UTF-8, and holds from there on.
    void to_utf8(std::vector<std::string>& cells, Diagnostics& diagnostics) {
        if (is_utf8(records_.record())) return;
        if (charset_.empty()) {
            window_.fill(guess_size);
            charset_ = decode(window_.text().substr(0, guess_size)).charset;
        }
        for (std::string& cell : cells) {
            if (is_utf8(cell)) continue;
            Decoded decoded = decode(cell, charset_);
            cell = std::move(decoded.text);
            for (Diagnostic& diagnostic : decoded.diagnostics) diagnostics.push_back(std::move(diagnostic));
        }
    }

    ByteWindow& window_;
    CsvRecords records_;
    std::size_t lines_before_;
    const FormatHint& hint_;
    const DocumentSink& sink_;
    ArticleColumns columns_;
    LeftOut left_out_;
    std::vector<std::string> names_;
    std::vector<std::optional<ArticleColumns::Place>> places_;
    std::string charset_;
};

}  // namespace

int recognise_csv(std::string_view head) {
    head.remove_prefix(csv_separator_line(head).size());
    const char delimiter = csv_delimiter(head);
    ByteWindow window(pieces_of(head));
    CsvRecords records(window, delimiter ? delimiter : ',');
    std::vector<std::string> header;
    if (records.next(header) != CsvRecords::Got::record) return 0;
    ArticleColumns columns({});
    bool text = false;
    std::size_t names = 0;
    for (const std::string& name : header) {
        const auto place = columns.place(trimmed(name));
        names += place.has_value();
        text = text || (place && place->field == ArticleField::text);
    }
    if (text && names >= 2) return 80;
    return delimiter || text ? 30 : 0;  // any text may hold commas: the name decides
}

Diagnostics read_csv(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) {
    ByteWindow window(as_utf8(bytes));
    window.fill(head_size);
    const std::string separator(csv_separator_line(window.text()));
    window.drop(separator.size());
    char delimiter = separator.empty() ? csv_delimiter(window.text().substr(0, head_size)) : separator[4];
    if (!delimiter) delimiter = ',';  // one column
    return CsvFile(window, delimiter, separator.empty() ? 0 : 1, hint, sink).read();
}

}  // namespace annals
