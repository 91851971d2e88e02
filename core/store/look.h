// A mention as clustering compares it, as text: those of a document lie in one row. Internal to core/store.
#pragma once

#include "core/model/mention.h"
#include "core/store/database.h"
#include "core/text/span.h"
#include "core/time/day.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// What is told of a dated mention that may found an event; the texts belong to others. A list has one item a line.
struct Look {
    std::int64_t mention = 0;
    std::optional<Day> first, last;  // by which it is compared
    std::optional<int> minute, utc_offset;
    EventKind kind = EventKind::occurrence;
    bool recurs = false, once = false, unverified = false;
    int day_sentences = 0;           // as in ClusterItem: one digit
    std::optional<bool> counts;      // all its numbers count something; none when it has no number
    Span quote, trigger;
    std::string_view trigger_lemma, terms, names, related, happenings;
};

/// Schema 15 writes the same text. The characters that part looks and fields are written as blanks where a text has them.
void append_look(std::string& looks, const Look& look);
/// Those of a version's stored mentions, in order of their keys.
std::string looks_of(const Database& database, std::int64_t version);

/// Takes the first look off; none when there is no more.
std::optional<Look> next_look(std::string_view& looks);
/// The one of a mention; none when it has none.
std::optional<Look> find_look(std::string_view looks, std::int64_t mention);

}  // namespace annals
