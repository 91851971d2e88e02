// Where clustering looks for candidates: dated mentions that may found an event, by their days and terms. Internal to core/store.
#pragma once

#include "core/store/database.h"
#include "core/time/date.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace annals {

/// Terms as numbers, sorted; equal terms have equal numbers.
std::vector<std::int64_t> term_numbers(const std::vector<std::string>& terms, const std::vector<std::string>& heads = {});

/// `heads` as head_words gives them.
void index_terms(const Database& database, std::int64_t mention, const Date& date, const std::vector<std::string>& terms,
                 const std::vector<std::string>& heads);
/// Takes a mention out, as it is stored; nothing when it is not in.
void unindex_terms(const Database& database, std::int64_t mention);

/// Reads the index, each list once; for the time in which it does not change.
class TermIndex {
public:
    explicit TermIndex(const Database& database) : database_(database) {}
    /// The oldest mentions of exactly these days that have the term, in order. Of a term that very many have only the first,
    /// so that a text that says one thing ten thousand times stays linear.
    const std::vector<std::int64_t>& mentions(DayRange days, std::int64_t term);

private:
    const Database& database_;
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::int64_t>> known_;
};

/// The days of a date, a bound that nobody gave as a day before all.
DayRange indexed_days(const Date& date);

}  // namespace annals
