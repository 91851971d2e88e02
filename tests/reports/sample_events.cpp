#include "tests/reports/sample_events.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace annals::sample {
namespace {

std::optional<Day> day(std::string_view text) {
    if (text.empty()) return {};
    if (const auto parsed = parse_day(text)) return parsed;
    throw std::logic_error("no day: " + std::string(text));
}

}  // namespace

Date point(std::string_view edtf, std::string_view first, std::string_view last, Precision precision) {
    Date date;
    date.edtf = edtf;
    date.shape = Shape::point;
    date.start_min = date.end_min = day(first);
    date.start_max = date.end_max = day(last);
    date.precision = precision;
    return date;
}

Date span(std::string_view edtf, std::string_view start_min, std::string_view start_max, std::string_view end_min, std::string_view end_max,
          Precision precision) {
    Date date;
    date.edtf = edtf;
    date.shape = Shape::span;
    date.start_min = day(start_min);
    date.start_max = day(start_max);
    date.end_min = day(end_min);
    date.end_max = day(end_max);
    date.precision = precision;
    date.open_start = edtf.starts_with("..");
    date.open_end = edtf.ends_with("..");
    return date;
}

Date on(std::string_view text) { return point(text, text, text, Precision::day); }

EventSource& add_source(Event& event, std::string_view publisher, Date date, std::string_view quote, std::string_view mark) {
    EventSource source;
    source.document = "https://" + fold(publisher) + ".example/" + event.id;
    std::replace(source.document.begin(), source.document.end(), ' ', '-');
    source.url = source.document;
    source.title = "From the valley";
    source.publisher = publisher;
    source.published = "2023-09-27";
    source.published_basis = "json_ld";
    source.role = event.sources.empty() ? SourceRole::primary : SourceRole::corroborating;
    source.date = date;
    source.quote = quote;
    source.headline = event.headline;
    source.kind = event.kind;
    source.modality = event.modality;
    source.quote_span = {100, static_cast<std::uint32_t>(100 + quote.size())};
    source.quote_code_points = {90, static_cast<std::uint32_t>(90 + code_points(quote))};
    source.evidence.rule = "month_day_year";
    source.evidence.words = mark;
    if (const auto at = quote.find(mark); !mark.empty() && at != std::string_view::npos)
        source.mark = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + mark.size())};
    event.sources.push_back(std::move(source));
    return event.sources.back();
}

Event event(std::string_view id, Date date, std::string_view headline, std::string_view quote, std::string_view mark) {
    Event made;
    made.id = id;
    made.date = std::move(date);
    made.headline = headline;
    made.quote = quote;
    add_source(made, "Ansel Courier", made.date, quote, mark);
    return made;
}

std::vector<Event> few() {
    std::vector<Event> events;
    events.push_back(event("0bce000000001", on("-0043-03-15"), "A toll is set at the ford", "The toll was set on 15 March 44 BC, so the stone says.", "15 March 44 BC"));

    events.push_back(event("1until0000002", span("../1909", "", "", "1909-01-01", "1909-12-31", Precision::year), "The ferry runs",
                           "A ferry ran here until 1909.", "until 1909"));
    events.back().kind = EventKind::state;

    events.push_back(event("2year00000003", point("1994", "1994-01-01", "1994-12-31", Precision::year), "The mill \"closes\", quietly",
                           "The mill \"closed\" in 1994,\nand nobody said why.", "in 1994"));
    events.back().confidence = 0.93;

    events.push_back(event("3since0000004", span("2006/..", "2006-01-01", "2006-12-31", "2023-09-27", "2023-09-27", Precision::year), "Zoë Ńkomo keeps the lock",
                           "Zoë Ńkomo has kept the lock since 2006.", "since 2006"));

    Event leak = event("4minute000005", on("2023-09-26"), "Oil reaches the harbour", "Some 47,000 litres were in the harbour by 20:47.", "by 20:47");
    leak.date.edtf = "2023-09-26T20:47+01:00";
    leak.date.minute = 20 * 60 + 47;
    leak.date.utc_offset = 60;
    leak.date.precision = Precision::minute;
    leak.kind = EventKind::statement;
    leak.modality = Modality::claimed;
    leak.attributed_to = "@harbourmaster";
    leak.numbers.push_back({47000, "47,000", "litres"});
    leak.numbers.push_back({2.5, "two and a half", ""});
    leak.sources[0].date = leak.date;
    leak.conflicts = 1;
    EventSource& other = add_source(leak, "Northern Wire", on("2023-09-27"), "Oil came ashore on Wednesday.", "on Wednesday");
    other.page = 3;
    other.url.clear();
    other.title.clear();
    events.push_back(std::move(leak));

    events.push_back(event("5plan00000006", point("2025-22", "2025-06-01", "2025-08-31", Precision::season), "=HYPERLINK(\"http://evil.example\")",
                           "-1 lane: the bridge is to open in summer 2025.", "in summer 2025"));
    events.back().kind = EventKind::plan;

    events.push_back(event("6undated00007", Date(), "The chapel burns", "The chapel had burned down by then."));
    events.back().sources[0].publisher.clear();
    events.back().sources[0].published.clear();
    return events;
}

ReportInput report(std::vector<Event> events, std::string_view title) {
    ReportInput input;
    input.title = title;
    std::map<std::string, DocumentRow> documents;
    for (const Event& event : events)
        for (const EventSource& source : event.sources) {
            DocumentRow& row = documents[source.document];
            row.document = source.document;
            row.path = "articles/" + event.id + ".html";
            row.title = source.title;
            row.publisher = source.publisher;
            row.url = source.url;
            row.published = source.published;
            row.published_basis = source.published_basis;
            row.events += 1;
            row.sentences = 12;
            row.dated = 7;
            row.undated = 1;
        }
    for (auto& [key, row] : documents) input.documents.push_back(std::move(row));
    input.events = [events = std::move(events)](const std::function<bool(const Event&)>& take) {
        for (const Event& event : events)
            if (!take(event)) return;
    };
    return input;
}

std::string written(std::string_view format, const ReportInput& input) {
    const ReportFormat* found = find_report_format(format);
    if (!found) throw std::logic_error("no such format: " + std::string(format));
    std::string text;
    found->write(input, [&](std::string_view piece) { text += piece; });
    return text;
}

}  // namespace annals::sample
