// What can be asked of the store, and how a page of answers goes on.
#pragma once

#include "core/model/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace annals {

enum class UndatedLane { without, with, only };

struct EventQuery {
    std::optional<Day> from, to;              // inclusive
    WindowMode mode = WindowMode::possible;
    std::string text;                         // whole words, all of which must occur in headline or quote, case and accents aside; empty: any
    std::vector<EventKind> kinds;             // empty: any
    std::vector<std::string> publishers;      // of any of its sources, ASCII case aside; empty: any
    int min_sources = 0;                      // independent ones
    UndatedLane undated = UndatedLane::without;
    bool primary_only = false;                // events come with the document of their primary source alone, without numbers: what a table shows
    bool unverified = false;                  // include what could not be verified against its text
    std::optional<std::int64_t> limit;
    std::string after;                        // id (or unique prefix) of the last event of the page before; keyset, not offset
};

}  // namespace annals
