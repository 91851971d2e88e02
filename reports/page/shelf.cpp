#include "reports/page/shelf.h"

#include "reports/page/assets.h"

namespace annals::page {

Shelf shelf_of(const Date& date) {
    if (!date.dated() || !date.sort_day()) return {};
    const Civil first = to_civil(*date.sort_day());
    if (!date.start_min) return {Shelf::Kind::up_to_year, first.year, 0};
    if (!date.start_max) return {Shelf::Kind::from_year, first.year, 0};
    const Civil last = to_civil(*date.start_max);
    if (last.year != first.year) return {Shelf::Kind::from_year, first.year, 0};
    return {Shelf::Kind::year, first.year, first.month == last.month ? first.month : 0};
}

std::string year_in_words(int year) {
    return year > 0 ? std::to_string(year) : words("year.bc", {std::to_string(1 - year)});
}

std::string year_heading(const Shelf& shelf) {
    switch (shelf.kind) {
        case Shelf::Kind::year: return year_in_words(shelf.year);
        case Shelf::Kind::from_year: return words("year.from", {year_in_words(shelf.year)});
        case Shelf::Kind::up_to_year: return words("year.until", {year_in_words(shelf.year)});
        case Shelf::Kind::undated: break;
    }
    return std::string(words("undated"));
}

std::string month_heading(const Shelf& shelf) {
    return std::string(words("month." + std::to_string(shelf.month)));
}

std::string days_in_words(Day days) {
    if (days < 60) return counted("days", days);
    const int months = static_cast<int>((days + 2) / 30.436875);
    return months < 24 ? counted("months", months) : counted("years", static_cast<int>((days + 2) / 365.2425));
}

std::string silence_in_words(const Silence& silence) {
    return words(silence.lasting ? "silence.new" : "silence", {days_in_words(silence.length())});
}

}  // namespace annals::page
