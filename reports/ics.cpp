// iCalendar (RFC 5545): one all-day VEVENT an event; DTEND is the day after the last. A date that is no exact day takes up all days on
// which it may have been, is TENTATIVE and says so in words. What a calendar cannot hold, no date or one before the year 1, is a VJOURNAL.
#include "core/text/utf8.h"
#include "reports/known_days.h"
#include "reports/page/html.h"
#include "reports/report.h"

#include <fmt/format.h>

namespace annals {
namespace {

constexpr std::size_t line_limit = 75;  // octets, without the line end

// TEXT of section 3.3.11; controls, which it forbids, are left out.
std::string escaped(std::string_view text) {
    std::string value;
    for (const char c : text) {
        if (c == '\n')
            value += "\\n";
        else if (c == '\t')
            value += ' ';
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
            if (c == '\\' || c == ';' || c == ',') value += '\\';
            value += c;
        }
    }
    return value;
}

// Long lines go on behind a line end and a blank, never inside a character.
void append_line(std::string& text, std::string_view name, std::string_view value) {
    std::size_t octets = name.size() + 1;
    text.append(name).append(":");
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t begin = at;
        next_code_point(value, at);
        if (octets + (at - begin) > line_limit) {
            text += "\r\n ";
            octets = 1;
        }
        text.append(value, begin, at - begin);
        octets += at - begin;
    }
    text += "\r\n";
}

std::string basic_day(Day day) {
    const Civil civil = to_civil(day);
    return fmt::format("{:04}{:02}{:02}", civil.year, civil.month, civil.day);
}

bool has_calendar_day(const KnownDays& known) { return to_civil(known.days.first).year > 0 && known.days.last < max_day; }

// When it was last known to be so. The clock is not asked: equal events give equal bytes.
std::string stamp(const Event& event) {
    const DateResult published = parse_date(event.sources.empty() ? std::string() : event.sources.front().published);
    const auto day = published.date ? published.date->sort_day() : std::nullopt;
    return basic_day(day && to_civil(*day).year > 0 ? *day : 0) + "T000000Z";
}

std::string source_line(const EventSource& source, const Event& event) {
    std::string line = source.publisher.empty() ? source.title : source.publisher;
    if (line.empty()) line = "source";
    if (!source.published.empty()) line += ", " + source.published;
    if (event.conflicts > 0 && source.date != event.date) line += " (" + (source.date.dated() ? in_words(source.date) : "no date") + ")";
    if (page::is_web_link(source.url)) line += " " + source.url;
    return line;
}

std::string description(const Event& event) {
    std::string text = "“" + event.quote + "”";
    if (!event.attributed_to.empty()) text += "\nAccording to " + event.attributed_to;
    for (const EventSource& source : event.sources) text += "\n" + source_line(source, event);
    return text;
}

void append_event(std::string& text, const Event& event) {
    const std::optional<KnownDays> known = known_days(event.date);
    const bool day = known && has_calendar_day(*known);
    const bool in_doubt = !day || !known->certain || event.date.minute;
    const std::string when = event.date.dated() ? in_words(event.date) : "no date";
    append_line(text, "BEGIN", day ? "VEVENT" : "VJOURNAL");
    append_line(text, "UID", event.id + "@annals");
    append_line(text, "DTSTAMP", stamp(event));
    if (day) {
        append_line(text, "DTSTART;VALUE=DATE", basic_day(known->days.first));
        append_line(text, "DTEND;VALUE=DATE", basic_day(known->days.last + 1));
    }
    append_line(text, "SUMMARY", escaped(event.headline + (in_doubt ? " (" + when + ")" : "")));
    append_line(text, "DESCRIPTION", escaped(description(event)));
    append_line(text, "CATEGORIES", to_string(event.kind));
    if (day) {
        append_line(text, "STATUS", known->certain ? "CONFIRMED" : "TENTATIVE");
        append_line(text, "TRANSP", "TRANSPARENT");
    }
    if (!event.sources.empty() && page::is_web_link(event.sources.front().url)) append_line(text, "URL", event.sources.front().url);
    if (event.date.dated()) append_line(text, "X-ANNALS-DATE", escaped(event.date.edtf));
    append_line(text, "END", day ? "VEVENT" : "VJOURNAL");
}

}  // namespace

void write_ics(const ReportInput& input, const TextSink& sink) {
    std::string text;
    append_line(text, "BEGIN", "VCALENDAR");
    append_line(text, "VERSION", "2.0");
    append_line(text, "PRODID", "-//annals//annals//EN");
    append_line(text, "CALSCALE", "GREGORIAN");
    if (!input.title.empty()) append_line(text, "X-WR-CALNAME", escaped(input.title));
    input.events([&](const Event& event) {
        append_event(text, event);
        sink(text);
        text.clear();
        return true;
    });
    append_line(text, "END", "VCALENDAR");
    sink(text);
}

}  // namespace annals
