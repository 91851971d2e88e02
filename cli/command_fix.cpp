// annals fix
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/decided.h"
#include "core/text/utf8.h"

namespace annals {
namespace {

constexpr std::size_t headline_length = 100;

EventFix fix_of(const Options& options) {
    EventFix fix;
    if (options.date.empty() && options.headline.empty() && options.fixed_kind.empty()) throw UsageError("fix needs --date, --headline or --kind");
    if (!options.date.empty()) {
        const DateResult date = parse_date(options.date);
        if (!date.date) throw UsageError("--date: " + date.error);
        fix.date = date.date->edtf;
    }
    if (!is_utf8(options.headline) || options.headline.find('\n') != std::string::npos || code_points(options.headline) > headline_length)
        throw UsageError("--headline is one line of at most 100 characters");
    fix.headline = options.headline;
    fix.kind = options.fixed_kind;
    return fix;
}

}  // namespace

int fix_command(const Options& options, Console& console) {
    const EventFix fix = fix_of(options);
    Store store = change_database(options, console);
    const std::string id = find_id(store, options.arguments[0]);
    store.fix_event(id, fix);
    print_events(store, {id}, console);
    return done;
}

}  // namespace annals
