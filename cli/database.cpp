#include "cli/database.h"

#include "core/model/error.h"

#include <filesystem>

namespace annals {
namespace {

Day day_of(const DayResult& result, const char* option) {
    if (!result.day) throw UsageError("--" + std::string(option) + ": " + result.error);
    return *result.day;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : " or ").append(word);
    return text;
}

}  // namespace

std::string database_file(const Options& options, const Console& console) {
    return !options.db.empty() ? options.db : !console.database.empty() ? console.database : "annals.db";
}

Store open_database(const Options& options, const Console& console) {
    const std::string file = database_file(options, console);
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        throw Error("there is no database " + file + ": make one with `annals import PATH --db " + file + "`, or name another with --db");
    return Store(file, Store::Access::read_only);
}

EventQuery event_query(const Options& options) {
    if (!options.on.empty() && (!options.from.empty() || !options.to.empty())) throw UsageError("--on goes without --from and --to");
    EventQuery query;
    if (!options.from.empty()) query.from = day_of(window_start(options.from), "from");
    if (!options.to.empty()) query.to = day_of(window_end(options.to), "to");
    if (!options.on.empty()) {
        query.from = day_of(window_start(options.on), "on");
        query.to = day_of(window_end(options.on), "on");
    }
    if (query.from && query.to && *query.from > *query.to)
        throw UsageError("the window ends before it begins: --from must not be after --to");
    query.mode = options.mode == "certain" ? WindowMode::certain : options.mode == "within" ? WindowMode::within : WindowMode::possible;
    query.text = options.text;
    for (const std::string& name : options.kinds) {
        const auto kind = parse_event_kind(name);
        if (!kind) throw UsageError("--kind cannot be '" + name + "', only occurrence, statement, plan, state");
        query.kinds.push_back(*kind);
    }
    query.publishers = options.publishers;
    query.min_sources = static_cast<int>(options.min_sources.value_or(0));
    query.undated = options.undated ? UndatedLane::with : UndatedLane::without;
    query.unverified = options.unverified;
    query.limit = options.limit;
    return query;
}

std::string filter_in_words(const Options& options) {
    std::string text;
    const auto add = [&text](const std::string& words) { text.append(text.empty() ? "" : ", ").append(words); };
    if (!options.on.empty()) add("on " + options.on);
    if (!options.from.empty()) add("from " + options.from);
    if (!options.to.empty()) (options.from.empty() ? add("to " + options.to) : void(text.append(" to ").append(options.to)));
    if (!text.empty() && options.mode != "possible") add(options.mode + " in that time");
    if (!options.text.empty()) add("with the words \"" + options.text + "\"");
    if (!options.kinds.empty()) add("kind " + joined(options.kinds));
    if (!options.publishers.empty()) add("told by " + joined(options.publishers));
    if (options.min_sources.value_or(0) > 1) add("told by at least " + std::to_string(*options.min_sources) + " sources");
    return text;
}

std::string find_id(const Store& store, const std::string& prefix) {
    const std::vector<std::string> ids = store.find_ids(prefix, 10);
    if (ids.empty()) throw Error("no event has the id " + prefix + ": `annals query` lists them");
    if (ids.size() == 1) return ids[0];
    std::string text = "more than one event has an id that begins with " + prefix + ":";
    for (const std::string& id : ids) text += " " + id;
    throw Error(text);
}

}  // namespace annals
