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
#include <vector>

namespace annals {

/// 32 bits; equal terms have equal numbers.
std::int64_t term_number(std::string_view term);
/// Of each once, sorted.
std::vector<std::int64_t> term_numbers(const std::vector<std::string>& terms, const std::vector<std::string>& heads = {});

/// The days of a date, a bound that nobody gave as a day before all.
DayRange indexed_days(const Date& date);
/// The same as a number of 40 bits; two that last longer than 179 years may have the same one.
std::int64_t days_number(DayRange days);
inline constexpr Day no_bound = -9999999;

/// Reads each list once, changes it here, and writes what has changed when it is told to.
class TermIndex {
public:
    explicit TermIndex(const Database& database) : database_(database) {}
    void add(Posting mention, const Mention& said);
    /// Takes a mention out, as it is stored; nothing when it is not in.
    void remove(std::int64_t mention);
    /// It goes along to another version; nothing when it is not in.
    void move(Posting mention);
    /// Days as they are asked for; holds until something is added.
    struct Days {
        std::int64_t number = 0;
        bool any = false;    // a mention has, or had, exactly these days
        bool whole = false;  // all lists of them are known: there were none when they were first looked at
    };
    Days at(DayRange days);
    /// The oldest mentions of exactly these days that have the term, in order. Of a term that very many have only the first,
    /// so that one more mention costs the same however many there are.
    void read(const Days& days, std::int64_t term, std::vector<Posting>& mentions);
    /// Stores what has changed since the last time.
    void write();
    void trim();
    /// What was not written is lost.
    void forget();

private:
    struct Place {
        Days days;
        std::vector<std::int64_t> terms;
    };
    /// Where a stored mention is, or would be.
    Place place_of(std::int64_t mention);
    PostingLists::List& known(const Days& days, std::int64_t term);
    void change(const PostingLists::List& list) { changed_.push_back(list.number); }

    const Database& database_;
    PostingLists lists_;
    std::vector<std::int64_t> changed_;  // and not written yet
    std::vector<Posting> postings_;
    Recent<std::int64_t, Days> days_{50000};
};

}  // namespace annals
