#include "importers/extract/words/joined_figures.h"

#include "importers/extract/words/byte_class.h"

namespace annals {
namespace {

int value(const char* from, const char* to) {
    int number = 0;
    for (; from < to; ++from) number = 10 * number + (*from - '0');
    return number;
}

}  // namespace

const char* iso_date_end(const char* start, const char* mark, const char* end) {
    if (mark >= end || *mark != '-') return nullptr;
    const auto first = mark - start;
    const char* const middle = end_of_digits(mark + 1, end);
    const auto second = middle - mark - 1;
    if (second < 1 || second > 2 || middle >= end || *middle != '-') return nullptr;
    const char* const last = end_of_digits(middle + 1, end);
    const auto third = last - middle - 1;
    const bool year_first = first == 4 && third >= 1 && third <= 2, year_last = first <= 2 && (third == 4 || third == 2);
    if (!year_first && !year_last) return nullptr;
    if (year_first && end - last > 5 && (*last == 'T' || *last == 't') && is_digit(last[1])) {
        const char* time = last + 1;
        while (time < end && (is_digit(*time) || *time == ':' || *time == '.' || *time == '+' || *time == '-' || *time == 'Z')) ++time;
        while (!is_digit(time[-1]) && time[-1] != 'Z') --time;
        return time;
    }
    return last < end && (*last == '-' || is_letter_at(last, end)) ? nullptr : last;
}

bool joins_years(const char* start, const char* slash, const char* end) {
    const char* const last = end_of_digits(slash + 1, end);
    const auto before = slash - start, behind = last - slash - 1;
    if (before == 4 && behind == 2) return (value(start, slash) + 1) % 100 == value(slash + 1, last) && !(last < end && *last == '/');
    if (before > 3 || behind < 1 || behind > 3 || value(start, slash) != value(slash + 1, last) + 1) return false;
    const bool blank = last < end && *last == ' ', hard = end - last > 1 && last[0] == '\xc2' && last[1] == '\xa0';
    const char* const era = last + blank + 2 * hard;
    return end - era > 1 && era[0] == 'B' && era[1] == 'C';
}

}  // namespace annals
