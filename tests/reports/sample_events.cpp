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

std::vector<Event> valley() {
    std::vector<Event> events;
    const auto add = [&](std::string_view id, Date date, std::string_view headline, std::string_view quote, std::string_view mark) -> Event& {
        events.push_back(event(id, std::move(date), headline, quote, mark));
        return events.back();
    };
    const auto anchored = [](Event& to, std::string_view rule, std::string_view anchor) {
        to.sources[0].evidence.rule = rule;
        to.sources[0].evidence.anchor = anchor;
    };
    add("a480bc0000001", point("-0479", "-0479-01-01", "-0479-12-31", Precision::year), "A wooden bridge stands at the ford",
        "Pollen from the oldest piles says that a wooden bridge stood at the ford in 480 BC.", "in 480 BC");
    add("b280bc0000002", point("-0279~", "-0279-01-01", "-0279-12-31", Precision::year), "The first quay is built", "The first quay, built about 280 BC, lies under the fish market.",
        "about 280 BC");
    Event& war = add("cwar000000003", span("1853/1856", "1853-01-01", "1853-12-31", "1856-01-01", "1856-12-31", Precision::year), "The lock stays closed",
                     "Throughout the war of 1853-56 the lock at Ansel stayed closed.", "of 1853-56");
    war.kind = EventKind::state;
    add("dferry0000004", span("../1909", "", "", "1909-01-01", "1909-12-31", Precision::year), "A ferry crosses below the weir", "Until 1909 a ferry crossed below the weir.", "Until 1909");
    add("edecade000005", point("192X", "1920-01-01", "1929-12-31", Precision::decade), "The mill gets its chimney", "The chimney went up some time in the 1920s.", "in the 1920s");
    add("fmill00000006", point("1994", "1994-01-01", "1994-12-31", Precision::year), "The paper mill closes", "The paper mill closed in 1994, and 340 people lost their work.", "in 1994")
        .numbers.push_back({340, "340", "people"});
    Event& keeper = add("gkeeper000007", span("2006/..", "2006-01-01", "2006-12-31", "2023-09-27", "2023-09-27", Precision::year), "Zoë Ńkomo keeps the lock",
                        "Zoë Ńkomo, who has kept the lock since 2006, saw the water come.", "since 2006");
    keeper.kind = EventKind::state;
    anchored(keeper, "since", "published 2023-09-27 (json_ld)");
    Event& works = add("hworks0000008", span("2022-12/2023-09", "2022-12-01", "2022-12-31", "2023-09-01", "2023-09-30", Precision::month), "The weir is closed for repairs",
                       "The weir had been closed for nine months when the rain began.", "for nine months");
    anchored(works, "lasted_up_to", "rain of 2023-09-20, told before");
    Event& rain = add("irain00000009", point("2023-09-20/2023-09-26", "2023-09-20", "2023-09-26", Precision::day), "More than 4,700 people leave the lower town",
                      "More than 4,700 people have left the lower town in the past week, the council says.", "in the past week");
    rain.numbers.push_back({4700, "more than 4,700", "people"});
    rain.attributed_to = "the council";
    rain.modality = Modality::claimed;
    anchored(rain, "lookback", "published 2023-09-26 (dateline)");
    EventSource& copy = add_source(rain, "Valley Radio", rain.date, "More than 4,700 people have left the lower town in the past week, the council says.", "in the past week");
    copy.role = SourceRole::duplicate;
    Event& breach = add("jbreach000010", on("2023-09-24"), "The upper dyke breaks", "The upper dyke broke on Sunday night, an hour before the sirens.", "on Sunday night");
    breach.conflicts = 1;
    breach.sources[0].evidence.alternatives = {"2023-09-17"};
    anchored(breach, "weekday", "published 2023-09-27 (json_ld)");
    add_source(breach, "Northern Wire", on("2023-09-25"), "It was Monday, shortly after midnight, when the upper dyke gave way.", "Monday");
    add_source(breach, "Valley Radio", on("2023-09-24"), "The dyke went on 24 September.", "on 24 September").page = 2;
    Event& minute = add("kminute000011", on("2023-09-26"), "Oil reaches the harbour basin", "By 20:47 some 47,000 litres of oil were in the harbour basin.", "By 20:47");
    minute.date.edtf = "2023-09-26T20:47+01:00";
    minute.date.minute = 20 * 60 + 47;
    minute.date.utc_offset = 60;
    minute.date.precision = Precision::minute;
    minute.numbers.push_back({47000, "47,000", "litres"});
    Event& warning = add("lwarn00000012", on("2023-09-27"), "The harbour master warns of a second wave",
                         "On Wednesday the harbour master warned that a second wave was on its way.", "On Wednesday");
    warning.kind = EventKind::statement;
    warning.attributed_to = "the harbour master, Ilse Tennant";
    anchored(warning, "weekday", "published 2023-09-27 (json_ld)");
    for (const char* publisher : {"Northern Wire", "Valley Radio", "The Lock-Keeper", "Ansel Evening Post"})
        add_source(warning, publisher, on("2023-09-27"), "A second wave is coming, the harbour master said on Wednesday.", "on Wednesday");
    Event& bridge = add("mplan00000013", point("2025-22", "2025-06-01", "2025-08-31", Precision::season), "The new bridge is to open", "The new bridge is to open in summer 2025.",
                        "in summer 2025");
    bridge.kind = EventKind::plan;
    Event& later = add("nplan00000014", point("2040/..", "2040-01-01", "2040-12-31", Precision::year), "The railway is to return", "Trains will not be back before 2040 at the earliest.",
                       "2040 at the earliest");
    later.kind = EventKind::plan;
    later.date.open_end = true;
    add("oundated00015", Date(), "The chapel burns", "By then the chapel had burned down.", "");
    Event& unread = add("pundated00016", Date(), "A toll is set", "The toll was set that spring.", "");
    unread.sources[0].evidence.words = "that spring";
    return events;
}

std::vector<Event> hostile() {
    const std::string endless(1'000'000, 'w');
    std::vector<Event> events;
    const auto add = [&](std::string_view id, std::string_view text) -> Event& {
        events.push_back(event(id, on("2023-09-26"), text, text, text.substr(0, 5)));
        Event& made = events.back();
        made.attributed_to = text;
        made.numbers.push_back({1, std::string(text), std::string(text)});
        EventSource& source = made.sources[0];
        source.title = source.publisher = source.published = source.published_basis = source.document = source.evidence.words = source.evidence.rule = source.evidence.anchor = text;
        source.evidence.alternatives = {std::string(text)};
        return made;
    };
    add("x000000000001", "<script>window.ran = 1</script>");
    add("x000000000002", "</script><script>window.ran = 2</script>");
    add("x000000000003", "\"><img src=x onerror='window.ran = 3'>");
    add("x000000000004", "</title></style></textarea><svg onload=window.ran=4>");
    add("x000000000005", "<!-- --><![CDATA[ <base href=//evil.example> <meta http-equiv=refresh content=0;url=//evil.example>");
    add("x000000000006", "a link that runs").sources[0].url = "javascript:window.ran=6";
    add("x000000000007", "a link that hides").sources[0].url = " \tJaVaScRiPt:window.ran=7//https://ok.example";
    add("x000000000008", "a link of data").sources[0].url = "data:text/html,<script>window.ran=8</script>";
    add("x000000000009", "a link with a quote").sources[0].url = "https://ok.example/\"onmouseover=\"window.ran=9";
    add("x00000000000a", "evil \u202Egnp.exe\u202C \u2066\u2067right\u2069 to left \u202Eand never closed");
    add("x00000000000b", endless);
    add("x00000000000c", "Z" + [] {
        std::string marks;
        for (int i = 0; i < 500; ++i) marks += "\u0353\u0300";
        return marks;
    }() + "algo");
    add("x00000000000d", "=HYPERLINK(\"https://evil.example\",\"click\")");
    add("x00000000000e", "controls \x01\x02\x1b[31m\x7f\xC2\x85 and &amp; &lt;entities&gt; &#x3c;script&#x3e;");
    add("x00000000000f", "{{constructor.constructor('window.ran=15')()}} ${window.ran=15} <%= 1 %>");
    add("x00000000000g", "").conflicts = 3;
    return events;
}

std::vector<Event> right_to_left() {
    std::vector<Event> events;
    events.push_back(event("r000000000001", on("2021-03-14"), "הגשר נפתח לתנועה", "הגשר נפתח לתנועה ב-14 במרץ 2021, לאחר שנתיים של עבודות.", "ב-14 במרץ 2021"));
    events.push_back(event("r000000000002", point("2022", "2022-01-01", "2022-12-31", Precision::year), "أُغلق المصنع", "أُغلق مصنع الورق في عام 2022، ولم يقل أحد لماذا (ABC Ltd).", "في عام 2022"));
    events.back().attributed_to = "رئيس الميناء";
    add_source(events.back(), "صحيفة الوادي", on("2022-05-01"), "أُغلق المصنع في الأول من مايو.", "في الأول من مايو");
    events.back().conflicts = 1;
    events.push_back(event("r000000000003", on("2023-05-02"), "A sign reads “ברוכים הבאים”", "On 2 May 2023 a sign reading “ברוכים הבאים” went up at the ford.", "On 2 May 2023"));
    return events;
}

std::vector<Event> many(int count) {
    static constexpr const char* subjects[] = {"The upper lock", "A barge", "The council", "Rain", "The harbour master", "The mill"};
    static constexpr const char* deeds[] = {"closes for repairs", "is found adrift", "votes on the dyke", "floods the lower town", "warns the ferries", "takes on forty people"};
    static constexpr const char* papers[] = {"Ansel Courier", "Northern Wire", "Valley Radio", "The Lock-Keeper"};
    const Day first = to_day({1950, 1, 1});
    std::vector<Event> events;
    std::uint32_t random = 1;
    const auto next = [&](std::uint32_t below) { return (random = random * 1664525 + 1013904223) / 65536 % below; };
    for (int i = 0; i < count; ++i) {
        std::string id = std::to_string(i);
        id.insert(0, 13 - id.size(), '0');
        const Day day = first + static_cast<Day>(std::int64_t{i} * 27000 / count);
        const std::string text = format_day(day);
        Date date = on(text);
        if (i % 10 == 3) {
            const Civil civil = to_civil(day);
            date = point(text.substr(0, 7), text.substr(0, 7) + "-01", format_day(to_day({civil.year, civil.month, days_in_month(civil.year, civil.month)})), Precision::month);
        } else if (i % 25 == 7) {
            date = span(text + "/" + format_day(day + 40), text, text, format_day(day + 40), format_day(day + 40), Precision::day);
        }
        const std::string headline = std::string(subjects[next(6)]) + " " + deeds[next(6)];
        events.push_back(event(id, date, headline, headline + " on " + text + ", as number " + std::to_string(i) + " of what was noted along the river, and nothing else was said of it.", "on " + text));
        EventSource& source = events.back().sources[0];
        source.publisher = papers[next(4)];
        source.document = source.url = "https://valley.example/" + std::to_string(i / 5);
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return date_before(a.date, b.date); });
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
