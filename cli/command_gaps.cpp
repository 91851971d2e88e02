// annals gaps
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/text_table.h"
#include "reports/json_text.h"
#include "reports/page/shelf.h"
#include "reports/silences.h"

#include <charconv>
#include <ostream>

namespace annals {
namespace {

struct Gap {
    Silence silence;
    Event after, before;  // the events around it; no id where the window ends
};

/// "30d", "6w", "3m", "2y" or "30" in days; a month counts 30, a year 365.
Day days_of_length(const std::string& text) {
    Day number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const Day days = unit.empty() || unit == "d" ? 1 : unit == "w" ? 7 : unit == "m" ? 30 : unit == "y" ? 365 : 0;
    if (error != std::errc{} || number < 0 || days == 0 || number > 20000 * 365 / days)
        throw UsageError("--longer-than needs a length such as 30d, 6w, 3m or 2y, not '" + text + "'");
    return number * days;
}

std::vector<Gap> gaps_of(const Store& store, const EventQuery& query, Day longer_than) {
    Silences silences(longer_than + 1, query.from);
    std::vector<Gap> gaps;
    Event last;
    store.query(query, [&](const Event& event) {
        if (const auto silence = silences.before(event.date)) gaps.push_back({*silence, last, event});
        last = event;
        return true;
    });
    if (query.to)
        if (const auto silence = silences.until(*query.to)) gaps.push_back({*silence, last, {}});
    return gaps;
}

void append_json(std::string& json, const Gap& gap) {
    json += "{\"from\": \"" + format_day(gap.silence.days.first) + "\", \"to\": \"" + format_day(gap.silence.days.last) +
            "\", \"days\": " + std::to_string(gap.silence.length()) + ", \"lasting\": " + (gap.silence.lasting ? "true" : "false") + ", \"after\": ";
    append_json_string_or_null(json, gap.after.id);
    json += ", \"before\": ";
    append_json_string_or_null(json, gap.before.id);
    json += '}';
}

std::string around(const Gap& gap) {
    std::string text;
    if (!gap.after.id.empty()) text += "after: " + harmless(gap.after.headline);
    if (!gap.before.id.empty()) text += (text.empty() ? "before: " : "; before: ") + harmless(gap.before.headline);
    return text;
}

}  // namespace

int gaps_command(const Options& options, Console& console) {
    const Day longer_than = days_of_length(options.longer_than);
    const EventQuery query = event_query(options);
    const Store store = open_database(options, console);
    const std::vector<Gap> gaps = gaps_of(store, query, longer_than);
    if (options.format == "json") {
        std::string json = "[";
        for (const Gap& gap : gaps) {
            json += json.size() > 1 ? ",\n " : "";
            append_json(json, gap);
        }
        console.out << json << "]\n";
        return done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const Gap& gap : gaps)
        rows.push_back({format_day(gap.silence.days.first), format_day(gap.silence.days.last), page::days_in_words(gap.silence.length()),
                        gap.silence.lasting ? "nothing new" : "no event", around(gap)});
    console.out << lined_up(rows, 4, static_cast<std::size_t>(console.columns));
    return done;
}

}  // namespace annals
