// Where clustering looks for candidates: dated mentions that may found an event, by their days and terms. Internal to core/store.
#pragma once

#include "core/model/mention.h"
#include "core/store/database.h"
#include "core/store/recent.h"
#include "core/time/date.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace annals {

/// Terms as numbers, sorted; equal terms have equal numbers.
std::vector<std::int64_t> term_numbers(const std::vector<std::string>& terms, const std::vector<std::string>& heads = {});

/// A stored mention with the lists of its row.
struct IndexedMention {
    std::int64_t id = 0, version = 0;
    const Mention* said = nullptr;
    std::string terms, names, related, happenings;  // one item a line
    bool recurs = false, sole = false, unverified = false;
};

/// Reads each list once and keeps it in step with what is put in and taken out here.
class TermIndex {
public:
    explicit TermIndex(const Database& database) : database_(database) {}
    /// Mentions come in order of their ids. One is found by its terms only after `write`.
    void add(const IndexedMention& mention);
    void write();
    /// Takes a mention out, as it is stored; nothing when it is not in.
    void remove(std::int64_t mention);
    /// What the index tells beside terms changed: the version, or where in the text it stands.
    void renew(std::int64_t mention, const Date& date);
    /// The oldest mentions of exactly these days that have the term, in order. Of a term that very many have only the first,
    /// so that a text that says one thing ten thousand times stays linear.
    /// The list holds until `trim` or `forget`, or a change of it.
    const std::vector<std::int64_t>& mentions(DayRange days, std::int64_t term);
    void trim();
    void forget();

private:
    struct Entry {
        std::int64_t days, term, mention;
        auto operator<=>(const Entry&) const = default;
    };
    using Key = std::pair<std::int64_t, std::int64_t>;  // days, term
    struct Hash {
        std::size_t operator()(const Key& key) const {
            return (static_cast<std::size_t>(key.first) * 0x9e3779b97f4a7c15u + static_cast<std::size_t>(key.second)) * 0xff51afd7ed558ccdu >> 7;
        }
    };
    /// Whether `known_` has all lists of these days: there were none when they were first looked at, and none went since.
    bool& whole(std::int64_t days);

    const Database& database_;
    std::vector<Entry> added_;  // and not written yet
    Recent<Key, std::vector<std::int64_t>, Hash> known_{400000};
    Recent<std::int64_t, bool> whole_{50000};
};

/// The days of a date, a bound that nobody gave as a day before all.
DayRange indexed_days(const Date& date);
/// The same as one number.
std::int64_t days_number(DayRange days);
DayRange days_of_number(std::int64_t number);
inline constexpr Day no_bound = -9999999;

}  // namespace annals
