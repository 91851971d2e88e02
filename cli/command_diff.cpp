// annals diff
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/text_table.h"

#include <map>
#include <ostream>
#include <utility>
#include <vector>

namespace annals {
namespace {

/// What a reader would see of an event.
struct Seen {
    std::string date, headline;
    std::size_t sources = 0;
    bool operator==(const Seen&) const = default;
};

/// In chronological order.
std::vector<std::pair<std::string, Seen>> seen_in(const Store& store) {
    std::vector<std::pair<std::string, Seen>> events;
    EventQuery all;
    all.undated = UndatedLane::with;
    store.query(all, [&](const Event& event) {
        events.push_back({event.id, {event.date.dated() ? event.date.edtf : "undated", event.headline, event.sources.size()}});
        return true;
    });
    return events;
}

std::string in_words(const Seen& seen) {
    return seen.date + "  " + harmless(seen.headline) + "  " + std::to_string(seen.sources) + (seen.sources == 1 ? " source" : " sources");
}

}  // namespace

int diff_command(const Options& options, Console& console) {
    Options other_options = options;
    other_options.db = options.arguments[0];
    const Store store = open_database(options, console), other = open_database(other_options, console);
    const auto here = seen_in(store), in_other = seen_in(other);
    std::map<std::string, Seen> there(in_other.begin(), in_other.end());
    for (const auto& [id, seen] : here) {
        const auto found = there.find(id);
        if (found == there.end()) console.out << "- " << id << "  " << in_words(seen) << '\n';
        else if (found->second != seen) console.out << "- " << id << "  " << in_words(seen) << "\n+ " << id << "  " << in_words(found->second) << '\n';
        there.erase(id);
    }
    for (const auto& [id, seen] : in_other)
        if (there.contains(id)) console.out << "+ " << id << "  " << in_words(seen) << '\n';
    return done;
}

}  // namespace annals
