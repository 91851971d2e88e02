// Markwhen text: one entry an event. Its dates are days, months, years, or years BCE; a date that is no exact day reaches over all
// days on which it may have been and says so in words. What has no date is a comment.
#include "reports/json_text.h"
#include "reports/known_days.h"
#include "reports/page/html.h"
#include "reports/report.h"

namespace annals {
namespace {

constexpr std::string_view word_joiner = "\u2060";  // invisible; parts what would be a tag or a link

// On one line; nothing in it becomes a tag or a link.
std::string plain(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7f) {
            if (!line.empty() && line.back() != ' ') line += ' ';
            continue;
        }
        line += c;
        if (c == '#' || (c == ']' && i + 1 < text.size() && text[i + 1] == '(')) line += word_joiner;
    }
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string year_bce(int year) { return std::to_string(year > 0 ? year : 1 - year) + (year > 0 ? " CE" : " BCE"); }

std::string range(const DayRange& days) {
    const int first = to_civil(days.first).year, last = to_civil(days.last).year;
    if (first > 0) return format_edtf(edtf_of(days));
    return first == last ? year_bce(first) : year_bce(first) + " - " + year_bce(last);
}

void append_source(std::string& text, std::string_view margin, const EventSource& source, const Event& event) {
    const std::string name = plain(source.publisher.empty() ? source.title : source.publisher);
    const std::string shown = name.empty() ? "source" : name;
    const bool link = page::is_web_link(source.url) && source.url.find_first_of("()[]#") == std::string::npos && name.find_first_of("[]") == std::string::npos;
    text.append(margin).append("— ").append(link ? "[" + shown + "](" + source.url + ")" : shown);
    if (!source.published.empty()) text += ", " + plain(source.published);
    if (event.conflicts > 0 && source.date != event.date) text += " (" + (source.date.dated() ? in_words(source.date) : "no date") + ")";
    text += '\n';
}

void append_event(std::string& text, const Event& event) {
    const std::optional<KnownDays> known = known_days(event.date);
    const std::string_view margin = known ? "" : "// ";
    const bool in_words_too = known && (!known->certain || event.date.minute || to_civil(known->days.first).year <= 0);
    text += "\n" + (known ? range(known->days) : std::string("// no date")) + ": " + plain(event.headline);
    if (in_words_too) text += " (" + in_words(event.date) + ")";
    text.append("\n").append(margin).append("“").append(plain(event.quote)).append("”\n");
    if (!event.attributed_to.empty()) text.append(margin).append("— according to ").append(plain(event.attributed_to)).append("\n");
    for (const EventSource& source : event.sources) append_source(text, margin, source, event);
}

}  // namespace

void write_markwhen(const ReportInput& input, const TextSink& sink) {
    std::string text;
    if (!input.title.empty()) {
        std::string title;
        append_json_string(title, input.title);
        text = "---\ntitle: ";
        for (const char c : title) text += c == '#' ? std::string("\\u0023") : std::string(1, c);
        text += "\n---\n";
    }
    input.events([&](const Event& event) {
        append_event(text, event);
        sink(text);
        text.clear();
        return true;
    });
    sink(text);
}

}  // namespace annals
