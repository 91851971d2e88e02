// CSV after RFC 4180: lines end in CR LF, cells are quoted where they must be. One row an event, columns only ever appended to.
// It is made for spreadsheets: a byte order mark, without which Excel does not read UTF-8, and a guard before free text that would
// run as a formula. `raw` leaves out both.
#include "reports/report.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view header =
    "id,date,earliest,latest,precision,shape,kind,headline,quote,attributed_to,document,title,publisher,url,published\r\n";

bool needs_quotes(char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; }

void append_cell(std::string& row, std::string_view cell, bool guard) {
    const bool guarded = guard && !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
    const bool quoted = std::any_of(cell.begin(), cell.end(), needs_quotes);
    if (quoted) row += '"';
    if (guarded) row += '\'';
    for (std::size_t quote; (quote = cell.find('"')) != std::string_view::npos; cell.remove_prefix(quote + 1))
        row.append(cell, 0, quote + 1) += '"';
    row += cell;
    if (quoted) row += '"';
}

void append_row(std::string& row, const Event& event, bool raw) {
    const auto word = [&](std::string_view cell) { append_cell(row, cell, false); row += ','; };
    const auto text = [&](std::string_view cell) { append_cell(row, cell, !raw); row += ','; };
    const auto day = [](const std::optional<Day>& value) { return value ? format_day(*value) : std::string(); };

    word(event.id);
    word(event.date.edtf);
    word(day(event.date.earliest()));
    word(day(event.date.latest()));
    word(event.date.dated() ? to_string(event.date.precision) : std::string_view());
    word(to_string(event.date.shape));
    word(to_string(event.kind));
    text(event.headline);
    text(event.quote);
    text(event.attributed_to);
    static const EventSource none;
    const EventSource& primary = event.sources.empty() ? none : event.sources.front();
    text(primary.document);
    text(primary.title);
    text(primary.publisher);
    text(primary.url);
    append_cell(row, primary.published, !raw && !parse_edtf(primary.published).edtf);
    row += "\r\n";
}

}  // namespace

void write_csv(const ReportInput& input, const TextSink& sink) {
    if (input.byte_order_mark && !input.raw) sink(byte_order_mark);
    sink(header);
    std::string row;
    input.events([&](const Event& event) {
        row.clear();
        append_row(row, event, input.raw);
        sink(row);
        return true;
    });
}

}  // namespace annals
