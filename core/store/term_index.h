// Where clustering looks for candidates: dated mentions that may found an event, by their days and terms. Internal to core/store.
#pragma once

#include "core/model/mention.h"
#include "core/store/database.h"
#include "core/store/posting_lists.h"
#include "core/store/recent.h"
#include "core/time/date.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

/// Equal terms have equal numbers.
std::int64_t term_number(std::string_view term);
/// Of each once, sorted.
std::vector<std::int64_t> term_numbers(const std::vector<std::string>& terms, const std::vector<std::string>& heads = {});

/// Reads each list once and keeps it in step with what is put in and taken out here.
class TermIndex {
public:
    explicit TermIndex(const Database& database) : database_(database) {}
    /// Mentions come in order of their ids. One is found by its terms only after `write`.
    void add(Posting mention, const Mention& said);
    void write();
    /// Takes a mention out, as it is stored; nothing when it is not in.
    void remove(std::int64_t mention);
    /// It goes along to another version; nothing when it is not in.
    void move(Posting mention);
    /// The oldest mentions of exactly these days that have the term, in order. Of a term that very many have only the first,
    /// so that one more mention costs the same however many there are.
    void read(DayRange days, std::int64_t term, std::vector<Posting>& mentions);
    void trim();
    void forget();

private:
    struct Entry {
        std::int64_t days, term, mention, version;
        auto operator<=>(const Entry&) const = default;
    };
    struct Place {
        std::int64_t days = 0;
        std::vector<std::int64_t> terms;
    };
    /// Where a stored mention is, or would be.
    Place place_of(std::int64_t mention) const;
    /// Whether `known_` has all lists of these days: there were none when they were first looked at, and none went since.
    bool& whole(std::int64_t days);

    const Database& database_;
    std::vector<Entry> added_;  // and not written yet
    PostingLists known_;
    Recent<std::int64_t, bool> whole_{50000};
};

/// The days of a date, a bound that nobody gave as a day before all.
DayRange indexed_days(const Date& date);
/// The same as one number.
std::int64_t days_number(DayRange days);
inline constexpr Day no_bound = -9999999;

}  // namespace annals
