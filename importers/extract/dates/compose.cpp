#include "importers/extract/dates/compose.h"

#include <algorithm>

namespace annals {
namespace {

bool has_time(const Meaning& m) { return said(m.hour) || said(m.clock) || said(m.day_part); }
bool has_day(const Meaning& m) { return said(m.day) || said(m.weekday) || said(m.feast) || said(m.iso) || said(m.numeric); }
bool has_date(const Meaning& m) {
    return has_day(m) || said(m.month) || said(m.year) || said(m.season) || said(m.quarter) || said(m.half) || said(m.decade) ||
           said(m.century) || said(m.short_year);
}
bool only_time(const Match& match) {
    return match.meaning.kind == MeaningKind::date && has_time(match.meaning) && !has_date(match.meaning) && !said(match.meaning.of_unit) &&
           !said(match.meaning.which);
}

// "yesterday", "today", "the next day", "two days ago": whole days that are no calendar dates.
bool is_day(const Match& match) {
    const Meaning& m = match.meaning;
    return (m.kind == MeaningKind::period && m.unit == unit::day && !said(m.day_part)) ||
           (m.kind == MeaningKind::shift && m.unit == unit::day && !said(m.day_part));
}
// "last night", "this morning", "that evening"; a time of the clock may stand before them.
bool is_part_of_day(const Match& match) {
    const Meaning& m = match.meaning;
    if (m.kind == MeaningKind::date) return has_day(m) && said(m.day_part) && !said(m.hour) && !said(m.clock) && !said(m.part);  // "on Tuesday night"
    return (m.kind == MeaningKind::period || (m.kind == MeaningKind::shift && m.n == 1)) && m.unit == unit::day && said(m.day_part) && !said(m.part) && !said(m.to_n);
}
bool says_clock(const Match& match) { return said(match.meaning.hour) || said(match.meaning.clock); }
bool names_day(const Match& match) {
    return (match.meaning.kind == MeaningKind::date && has_day(match.meaning) && !has_time(match.meaning)) || is_day(match);
}

// "Thursday morning", "this morning"
bool names_morning(const Match& match) {
    const Meaning& m = match.meaning;
    if (m.day_part != day_part::morning || said(m.hour) || said(m.clock)) return false;
    return (m.kind == MeaningKind::date && has_day(m)) || ((m.kind == MeaningKind::period || m.kind == MeaningKind::shift) && m.unit == unit::day);
}

bool is_year_frame(const Match& match) {
    return match.meaning.kind == MeaningKind::period && match.meaning.unit == unit::year && said(match.meaning.which) &&
           !said(match.meaning.part);
}
bool is_ago(const Match& match, int unit) {
    return match.meaning.kind == MeaningKind::shift && match.meaning.unit == unit && said(match.meaning.n);
}
bool is_years_ago(const Match& match) { return is_ago(match, unit::year); }

bool lacks_year(const Match& match) {
    const Meaning& m = match.meaning;
    return m.kind == MeaningKind::date && (said(m.month) || said(m.season) || said(m.quarter) || said(m.half) || said(m.feast)) &&
           !said(m.year) && !said(m.short_year) && !said(m.which) && !said(m.of_unit);
}

bool is_feast_alone(const Match& match) {
    const Meaning& m = match.meaning;
    return m.kind == MeaningKind::date && said(m.feast) && !said(m.year) && !said(m.which) && !said(m.unit) && !has_time(m);
}
bool is_day_of_year(const Match& match) {
    const Meaning& m = match.meaning;
    return m.kind == MeaningKind::date && said(m.month) && said(m.day) && !said(m.which) && !said(m.nth);
}

// "150 years ago this Saturday", "three years ago today", "ten years ago this month", "a week ago Friday": the day that is counted from.
bool take_start(Meaning& years_ago, const Meaning& m) {
    if (years_ago.toward != toward::past || years_ago.base != base::speech || said(years_ago.weekday) || said(years_ago.of_unit))
        return false;
    if (m.kind == MeaningKind::date && said(m.weekday) && !said(m.month) && !said(m.nth) && !said(m.day_part)) {
        years_ago.weekday = m.weekday;
        years_ago.which = m.which;
        return true;
    }
    const bool current = m.kind == MeaningKind::period && m.which == which::current && m.unit >= unit::day && m.unit <= unit::month &&
                         (m.unit == unit::day || years_ago.unit == unit::year);
    const bool beside = m.kind == MeaningKind::shift && m.unit == unit::day && m.base == base::speech && m.n == 1;
    if ((!current && !beside) || said(m.part) || said(m.day_part)) return false;
    years_ago.of_unit = m.unit;
    years_ago.of_n = beside ? 1 : 0;
    years_ago.of_toward = beside ? m.toward : toward::future;
    return true;
}

bool is_this_day(const Match& match) {
    const Meaning& m = match.meaning;
    return m.kind == MeaningKind::period && m.unit == unit::day && m.which == which::current && !said(m.day_part) && match.last == match.first + 2;
}
bool is_year_alone(const Match& match) {
    const Meaning& m = match.meaning;
    return m.kind == MeaningKind::date && said(m.year) && match.last == match.first + 1 && !has_time(m) && !has_day(m);
}

// The words between two matches; the tokens are few.
bool between(const LookedUp& at, const Match& a, const Match& b, std::initializer_list<std::string_view> allowed) {
    if (b.first == a.last) return std::find(allowed.begin(), allowed.end(), "") != allowed.end();
    if (b.first != a.last + 1) return false;
    return std::find(allowed.begin(), allowed.end(), at.word(a.last)) != allowed.end();
}

void take_time(Meaning& into, const Meaning& from) {
    for (int Meaning::*part :
         {&Meaning::hour, &Meaning::minute, &Meaning::second, &Meaning::past_hour, &Meaning::to_hour, &Meaning::pm, &Meaning::zone, &Meaning::day_part,
          &Meaning::clock})
        if (said(from.*part)) into.*part = from.*part;
    if (said(from.part) && !said(into.part)) into.part = from.part;
}

// "next Tuesday and Wednesday": the second is as near as the first.
void share_place(const LookedUp& at, const Match& a, Match& b) {
    const auto is_weekday = [](const Match& match) {
        return match.meaning.kind == MeaningKind::date && said(match.meaning.weekday) && !said(match.meaning.month);
    };
    if (!is_weekday(a) || !is_weekday(b) || !said(a.meaning.which) || said(b.meaning.which) || !between(at, a, b, {"and", "or"})) return;
    if (a.meaning.which == which::next || a.meaning.which == which::last) b.meaning.which = a.meaning.which;
}

int minute_of(const Meaning& m) {
    constexpr int noon = 12 * 60;
    const int minute = said(m.clock) ? m.clock : m.hour * 60 + (said(m.minute) ? m.minute : 0);
    return said(m.pm) && minute <= noon + 59 ? minute % noon + (m.pm ? noon : 0) : minute;
}

// "between 8pm and 10pm on Sunday": both of that day.
void share_day(const LookedUp& at, Match& a, const Match& b) {
    if (!only_time(a) || said(a.meaning.day_part) || b.meaning.kind != MeaningKind::date || !has_day(b.meaning)) return;
    if (!said(b.meaning.hour) && !said(b.meaning.clock)) return;
    if (!between(at, a, b, {"and", "to", "until", "till", "-", "\u2013"}) || b.first == a.last) return;
    const Meaning time = a.meaning;
    if (minute_of(time) >= minute_of(b.meaning)) return;  // "from 5pm to 8am on Monday": over midnight
    a.meaning = b.meaning;
    a.meaning.hour = a.meaning.minute = a.meaning.second = a.meaning.pm = a.meaning.clock = unsaid;
    take_time(a.meaning, time);
}

// "from Wednesday to Friday last week": both of that week.
void share_week(const LookedUp& at, Match& a, const Match& b) {
    const auto is_weekday = [](const Match& match) {
        return match.meaning.kind == MeaningKind::date && said(match.meaning.weekday) && !said(match.meaning.month) &&
               !said(match.meaning.which);
    };
    if (!is_weekday(a) || !is_weekday(b) || said(a.meaning.of_unit) || b.meaning.of_unit != unit::week) return;
    if (!between(at, a, b, {"and", "or", "to", "until", "till", "through", "-", "\u2013"}) || b.first == a.last) return;
    a.meaning.of_unit = b.meaning.of_unit;
    a.meaning.of_which = b.meaning.of_which;
}

// "5:34 AM Baghdad time on March 20", "15:00 local time, Friday"
bool is_clock_of_place(const LookedUp& at, const Match& a, const Match& b) {
    if (b.first < a.last + 2 || b.first > a.last + 5 || !(said(a.meaning.hour) || said(a.meaning.clock))) return false;
    std::uint32_t last = b.first - 1;
    if (at.word(last) == "on" || at.word(last) == ",") --last;
    if (last <= a.last || at.word(last) != "time") return false;
    for (std::uint32_t i = a.last; i < last; ++i)
        if (!(*at.tokens)[i].capital && at.word(i) != "local") return false;
    return true;
}

// "March 9, 2013 at 12:41 am": as pages stamp what readers write.
bool is_stamp(const LookedUp& at, const Match& a, const Match& b) {
    return said(a.meaning.year) && said(a.meaning.day) && (said(b.meaning.clock) || said(b.meaning.hour)) && between(at, a, b, {"at"});
}

// Joins b to a; false when they are two expressions.
bool join(const LookedUp& at, Match& a, const Match& b) {
    const Match left = a;
    if (only_time(a) && names_day(b) && (between(at, a, b, {"", ",", "on", "of"}) || is_clock_of_place(at, a, b))) {
        a.meaning = b.meaning;
        a.rule = b.rule;
        take_time(a.meaning, left.meaning);
    } else if (only_time(a) && says_clock(a) && !said(a.meaning.day_part) && is_part_of_day(b) && between(at, a, b, {"", ",", "on"})) {
        a.meaning = b.meaning;
        a.rule = b.rule;
        take_time(a.meaning, left.meaning);
    } else if (only_time(a) && said(a.meaning.day_part) && names_morning(b) && between(at, a, b, {"of"})) {  // "the early hours of Thursday morning"
        a.meaning = b.meaning;
        a.rule = b.rule;
        take_time(a.meaning, left.meaning);
    } else if (names_day(a) && only_time(b) && (between(at, a, b, {"", ","}) || is_stamp(at, a, b)) && !(b.first > a.last && said(b.meaning.day_part))) {
        take_time(a.meaning, b.meaning);
    } else if (a.meaning.kind == MeaningKind::date && said(a.meaning.weekday) && !said(a.meaning.month) && !said(a.meaning.which) &&
               b.meaning.kind == MeaningKind::date && said(b.meaning.month) && said(b.meaning.day) && !said(b.meaning.weekday) &&
               between(at, a, b, {"", ",", "of"})) {
        a.meaning = b.meaning;
        a.rule = b.rule;
        take_time(a.meaning, left.meaning);
        a.meaning.weekday = left.meaning.weekday;
    } else if (is_feast_alone(a) && is_day_of_year(b) && between(at, a, b, {"", ",", "on", "("})) {  // "World Health Day, 7 April"
        a.meaning = b.meaning;
        a.rule = b.rule;
        if (said(left.meaning.of_unit) && !said(b.meaning.year)) {  // "on New Year's Day last year, 1 January"
            a.meaning.of_unit = left.meaning.of_unit;
            a.meaning.of_which = left.meaning.of_which;
            a.meaning.of_n = left.meaning.of_n;
            a.meaning.of_toward = left.meaning.of_toward;
        }
    } else if (lacks_year(a) && is_year_frame(b) && between(at, a, b, {"", "of"})) {
        a.meaning.of_which = b.meaning.which;
        a.meaning.of_unit = unit::year;
    } else if ((is_years_ago(a) || is_ago(a, unit::month)) && b.first == a.last && take_start(a.meaning, b.meaning)) {
    } else if (is_years_ago(a) && said(b.meaning.weekday) && between(at, a, b, {"on"}) && take_start(a.meaning, b.meaning)) {
    } else if (is_this_day(a) && is_year_alone(b) && between(at, a, b, {"in"})) {  // "on this day in 1931"
        a.meaning = b.meaning;
        a.meaning.which = which::current;
        a.meaning.unit = unit::day;
        a.rule = b.rule;
    } else if (is_this_day(a) && is_years_ago(b) && (b.first == a.last || between(at, a, b, {","})) && take_start(a.meaning = b.meaning, left.meaning)) {
        a.rule = b.rule;
    } else if ((is_ago(a, unit::week) || is_ago(a, unit::fortnight)) && between(at, a, b, {"", "on"}) && take_start(a.meaning, b.meaning)) {
    } else if (lacks_year(a) && is_years_ago(b) && between(at, a, b, {"", b.meaning.base == base::speech ? "," : ""})) {
        a.meaning.of_n = b.meaning.n;
        a.meaning.of_toward = b.meaning.toward;
        a.meaning.of_unit = unit::year;
        if (b.meaning.base == base::story) a.meaning.base = b.meaning.base;  // "on 3 May two years later"
    } else if (a.meaning.kind == MeaningKind::date && said(a.meaning.weekday) && !said(a.meaning.month) &&
               (!said(a.meaning.which) || (a.meaning.which == which::the && between(at, a, b, {"of"}))) &&
               b.meaning.kind == MeaningKind::period && b.meaning.unit == unit::week && said(b.meaning.which) &&
               between(at, a, b, {"", "of"})) {
        a.meaning.which = unsaid;
        a.meaning.of_which = b.meaning.which;
        a.meaning.of_unit = unit::week;
    } else {
        return false;
    }
    a.last = b.last;
    return true;
}

int figure_at(const LookedUp& at, std::size_t i, std::size_t most_digits) {
    if (i >= at.size() || (*at.tokens)[i].kind != TokenKind::number) return unsaid;
    const std::string_view word = at.word(i);
    if (word.size() > most_digits || word.find_first_not_of("0123456789") != std::string_view::npos) return unsaid;
    int value = 0;
    for (const char digit : word) value = value * 10 + (digit - '0');
    return value;
}

bool is_dash(std::string_view word) { return word == "-" || word == "\u2013" || word == "\u2014" || word == "\u2212" || word == "--"; }

// Words that may follow the second of two days: "on May 4 and 5 were ...".
bool joins_on(std::string_view word) {
    for (const std::string_view one :
         {"and", "in", "at", "the", "were", "was", "to", "of", "by", "with", "when", "but", "as", "for", "after", "before"})
        if (word == one) return true;
    return false;
}

bool goes_from(std::string_view word) { return word == "from" || word == "From" || word == "between" || word == "Between"; }

bool goes_to(std::string_view word) { return word == "to" || word == "and" || word == "until" || word == "till"; }

// "from 11 to 2 p.m.": the half of the day that is said of the second end.
void share_half_of_day(const LookedUp& at, Match& a, const Match& b) {
    const auto minute = [](const Meaning& m) { return (said(m.clock) ? m.clock : said(m.hour) ? m.hour * 60 : unsaid) % (12 * 60); };
    const bool clocks = a.meaning.kind == MeaningKind::date && b.meaning.kind == MeaningKind::date && said(a.meaning.pm) && a.meaning.pm == b.meaning.pm &&
                        (said(a.meaning.clock) || said(a.meaning.hour)) && (said(b.meaning.clock) || said(b.meaning.hour));
    const std::string_view ended_by = at.word(a.last - 1);
    if (!clocks || b.first != a.last + 1 || ended_by.empty() || ended_by.back() < '0' || ended_by.back() > '9') return;
    if (minute(a.meaning) > minute(b.meaning)) a.meaning.pm = a.meaning.pm ? 0 : 1;
}

// "1853-56", "1940/41": the year behind the dash. "September 19-20": the day behind it.
bool tail_of(const LookedUp& at, const Match& match, Match& tail) {
    const Meaning& m = match.meaning;
    if (m.kind != MeaningKind::date || match.last + 1 >= at.size()) return false;
    const std::string_view mark = at.word(match.last);
    const bool year_alone = said(m.year) && !has_day(m) && !said(m.month) && !said(m.season) && !said(m.quarter);
    const auto begin_tail = [&] {
        tail = match;
        tail.first = match.last + 1;
        tail.last = match.last + 2;
    };
    if (year_alone && (is_dash(mark) || mark == "/")) {
        const int value = figure_at(at, match.last + 1, 2);
        if (!said(value) || at.word(match.last + 1).size() != 2 || value <= m.year % 100 || m.fiscal == 1) return false;
        begin_tail();
        tail.meaning = {};
        tail.meaning.kind = MeaningKind::date;
        tail.meaning.year = m.year / 100 * 100 + value;
        return true;
    }
    if (year_alone && said(m.early) && match.first > 0 && goes_from(at.word(match.first - 1)) && goes_to(mark)) {  // "from 165 to 180"
        const int value = figure_at(at, match.last + 1, 3);
        if (!said(value) || at.word(match.last + 1).size() != 3 || value <= m.year) return false;
        begin_tail();
        tail.meaning.year = value;
        return true;
    }
    const std::string_view last_word = at.word(match.last - 1);
    const bool ends_with_day = said(m.month) && said(m.day) && !said(m.iso) && !said(m.numeric) && !has_time(m) &&
                               last_word.find_first_of("0123456789") == 0 && last_word.size() <= 4;
    if (ends_with_day && (is_dash(mark) || mark == "and" || mark == "to" || mark == ",")) {
        const int value = figure_at(at, match.last + 1, 2);
        const std::string_view after = match.last + 2 < at.size() ? at.word(match.last + 2) : std::string_view{};
        const bool closed = match.last + 2 >= at.size() || (*at.tokens)[match.last + 2].kind == TokenKind::mark ||
                            (after.size() > 1 && after.find_first_of("0123456789") != 0);
        if (!said(value) || value < 1 || value > 31 || value <= m.day || !closed) return false;
        if (!is_dash(mark) && match.last + 2 < at.size() && (*at.tokens)[match.last + 2].kind == TokenKind::word && !joins_on(after))
            return false;
        begin_tail();
        tail.meaning.day = value;
        tail.meaning.weekday = unsaid;
        return true;
    }
    return false;
}

// "the financial year 2018/19", "the 2020-21 financial year": one business year, by both that it lies in.
void take_fiscal_pair(const LookedUp& at, Match& match) {
    Meaning& m = match.meaning;
    if (said(m.fiscal) && said(m.year) && (said(m.quarter) || said(m.half)))  // "the first quarter of its 2013-14 year"
        for (std::uint32_t i = match.first + 2; i + 1 < match.last; ++i)
            if (at.word(i + 1).size() == 2 && figure_at(at, i + 1, 2) == (m.year + 1) % 100 && (is_dash(at.word(i)) || at.word(i) == "/")) m.to_n = m.year + 1;
    if (m.kind != MeaningKind::date || !said(m.year) || has_day(m) || said(m.month) || said(m.quarter) || said(m.half) || said(m.nth) || match.last + 1 >= at.size()) return;
    if (!is_dash(at.word(match.last)) && at.word(match.last) != "/") return;
    if (at.word(match.last + 1).size() != 2 || figure_at(at, match.last + 1, 2) != (m.year + 1) % 100) return;
    const auto word = [&](std::uint32_t i) { return i < at.size() ? at.word(i) : std::string_view{}; };
    const std::string_view kind = word(match.last + 2);
    const bool named = (kind == "fiscal" || kind == "financial" || kind == "business") && word(match.last + 3) == "year";
    if (!named && !said(m.fiscal)) return;
    match.last += named ? 4 : 2;
    m.fiscal = 1;
    m.to_n = m.year + 1;
}

// "26 June - 4 August 1952", "from March to May 2020", "between May and June of last year": the first end takes the year of the second.
void share_year(const LookedUp& at, Match& a, const Match& b) {
    const bool of_which = said(b.meaning.of_which) && b.meaning.of_unit == unit::year;
    if (!lacks_year(a) || said(a.meaning.season) || b.meaning.kind != MeaningKind::date || (!said(b.meaning.year) && !of_which) ||
        !said(b.meaning.month) || b.first != a.last + 1)
        return;
    const std::string_view joint = at.word(a.last);
    const bool between = joint == "and" && a.first > 0 && (at.word(a.first - 1) == "between" || at.word(a.first - 1) == "Between");
    if (!is_dash(joint) && joint != "to" && joint != "until" && joint != "through" && joint != "till" && !between) return;
    if (of_which) {
        if (a.meaning.month > b.meaning.month) return;
        a.meaning.of_unit = b.meaning.of_unit;
        a.meaning.of_which = b.meaning.of_which;
        return;
    }
    a.meaning.year = b.meaning.year - (a.meaning.month > b.meaning.month ? 1 : 0);
    a.meaning.era = b.meaning.era;
}

// "from the 5th to the 9th of October", "between the 5th and 9 October": the first day takes the month of the second.
void share_month(const LookedUp& at, Match& a, const Match& b) {
    const Meaning& m = b.meaning;
    if (a.meaning.kind != MeaningKind::date || !said(a.meaning.day) || said(a.meaning.month) || has_time(a.meaning) || said(a.meaning.weekday) || said(a.meaning.of_unit)) return;
    if (m.kind != MeaningKind::date || !said(m.month) || !said(m.day) || said(m.iso) || said(m.numeric) || said(m.which) || a.meaning.day >= m.day) return;
    if (b.first == a.last || b.first > a.last + 2 || (b.first == a.last + 2 && at.word(a.last + 1) != "the")) return;
    const std::string_view joint = at.word(a.last);
    if (joint != "to" && joint != "until" && joint != "till" && joint != "and") return;
    a.meaning.month = m.month;
    a.meaning.year = m.year;
    a.meaning.short_year = m.short_year;
    a.meaning.era = m.era;
}

}  // namespace

std::vector<Match> compose(const LookedUp& at, std::span<Match> found) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (count > 0 && join(at, found[count - 1], found[i])) {
            // "four o'clock on the morning of 9 June": the clock stands before what was just joined
            if (count > 1 && only_time(found[count - 2]) && is_part_of_day(found[count - 1]) && join(at, found[count - 2], found[count - 1])) --count;
            continue;
        }
        if (count++ < i) found[count - 1] = found[i];
    }
    const std::span<Match> all = found.first(count);
    std::vector<Match> matches;
    matches.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i + 1 < all.size()) share_year(at, all[i], all[i + 1]);
        if (i + 1 < all.size()) share_month(at, all[i], all[i + 1]);
        if (i + 1 < all.size()) share_day(at, all[i], all[i + 1]);
        if (i + 1 < all.size()) share_place(at, all[i], all[i + 1]);
        if (i + 1 < all.size()) share_week(at, all[i], all[i + 1]);
        if (i + 1 < all.size()) share_half_of_day(at, all[i], all[i + 1]);
        matches.push_back(all[i]);
        Match tail;
        take_fiscal_pair(at, matches.back());
        while (tail_of(at, matches.back(), tail) && (i + 1 >= all.size() || all[i + 1].first >= tail.last)) {
            matches.push_back(tail);
            const bool year_follows = i + 1 < all.size() && all[i + 1].first == tail.last + 1 && at.word(tail.last) == "," &&
                                      said(all[i + 1].meaning.year) && all[i + 1].last == all[i + 1].first + 1 && said(tail.meaning.day);
            if (year_follows) {  // "March 5-9, 1918"
                matches.back().meaning.year = all[i + 1].meaning.year;
                matches.back().last = all[++i].last;
                break;
            }
        }
    }
    return matches;
}

}  // namespace annals
