// JSON for TimelineJS (Knight Lab). Its dates are days, so the date in words stands beside them and is what it shows; a date that is no
// exact day reaches over all days on which it may have been. It has no place for what has no date: the title slide says how many are left out.
#include "reports/json_text.h"
#include "reports/known_days.h"
#include "reports/page/html.h"
#include "reports/report.h"

namespace annals {
namespace {

using page::Html;
using page::Text;

void append_day(std::string& json, Day day, const std::optional<int>& minute) {
    const Civil civil = to_civil(day);
    json += "{\"year\": " + std::to_string(civil.year) + ", \"month\": " + std::to_string(civil.month) + ", \"day\": " + std::to_string(civil.day);
    if (minute) json += ", \"hour\": " + std::to_string(*minute / 60) + ", \"minute\": " + std::to_string(*minute % 60);
    json += '}';
}

void write_source(Html& html, const EventSource& source, const Event& event) {
    std::string name = source.publisher.empty() ? source.title : source.publisher;
    if (name.empty()) name = "source";
    if (page::is_web_link(source.url))
        html << "<a href=\"" << Text{source.url} << "\">" << Text{name} << "</a>";
    else
        html << Text{name};
    if (!source.published.empty()) html << ", " << Text{source.published};
    if (event.conflicts > 0 && source.date != event.date) html << " (" << Text{source.date.dated() ? in_words(source.date) : "no date"} << ")";
}

// Headline and text of a slide are HTML.
void append_text(std::string& json, const Event& event) {
    Html headline, text;
    headline << Text{event.headline};
    text << "<p>“" << Text{event.quote} << "”</p>";
    if (!event.attributed_to.empty()) text << "<p>According to " << Text{event.attributed_to} << "</p>";
    for (const EventSource& source : event.sources) {
        text << "<p>";
        write_source(text, source, event);
        text << "</p>";
    }
    json += "\"text\": {\"headline\": ";
    append_json_string(json, headline.text());
    json += ", \"text\": ";
    append_json_string(json, text.text());
    json += '}';
}

void append_event(std::string& json, const Event& event, const KnownDays& known) {
    json += "{\"unique_id\": ";
    append_json_string(json, event.id);
    json += ", \"start_date\": ";
    append_day(json, known.days.first, event.date.minute);
    if (known.days.first != known.days.last) {
        json += ", \"end_date\": ";
        append_day(json, known.days.last, {});
    }
    json += ", \"display_date\": ";
    append_json_string(json, in_words(event.date));
    json += ", \"group\": ";
    append_json_string(json, to_string(event.kind));
    json += ", ";
    append_text(json, event);
    json += '}';
}

void append_title(std::string& json, const ReportInput& input, std::int64_t left_out) {
    if (input.title.empty() && left_out == 0) return;
    Html headline, text;
    headline << Text{input.title};
    if (left_out > 0) text << "<p>" << left_out << (left_out == 1 ? page::Markup(" event has no date and is") : page::Markup(" events have no date and are")) << " not shown.</p>";
    json += ", \"title\": {\"text\": {\"headline\": ";
    append_json_string(json, headline.text());
    json += ", \"text\": ";
    append_json_string(json, text.text());
    json += "}}";
}

}  // namespace

void write_timelinejs(const ReportInput& input, const TextSink& sink) {
    std::string json = "{\"events\": [";
    std::int64_t left_out = 0;
    bool first = true;
    input.events([&](const Event& event) {
        const std::optional<KnownDays> known = known_days(event.date);
        if (!known) return ++left_out, true;
        json += first ? "\n" : ",\n";
        first = false;
        append_event(json, event, *known);
        sink(json);
        json.clear();
        return true;
    });
    json += first ? "]" : "\n]";
    append_title(json, input, left_out);
    json += "}\n";
    sink(json);
}

}  // namespace annals
