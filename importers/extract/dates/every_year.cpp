#include "importers/extract/dates/every_year.h"

#include <algorithm>

namespace annals {
namespace {

int distance(DayRange days, Day day) { return day < days.first ? days.first - day : day > days.last ? day - days.last : 0; }

// How many times farther away what has been may lie than what is to come: a month is named where the year is plain.
int patience(const Moment& moment) { return moment.grain >= unit::month ? 8 : 4; }

// The nearest instances before and after a day. A clause that looks back or ahead is believed unless that puts the day far away:
// "a dividend payable Dec. 15 was declared" in October is of this December.
std::optional<Moment> nearest(const EveryYear& make, Day day, int direction, Reading& reading) {
    const int year = to_civil(day).year;
    std::optional<Moment> past, future;
    // The instance of a year lies in that year or hangs over into the one beside it.
    for (int y = year + 2; y >= year - 8 && !past; --y)
        if (auto moment = in_year(make, y); moment && moment->days.first <= day) past = std::move(moment);
    for (int y = year - 2; y <= year + 8 && !future; ++y)
        if (auto moment = in_year(make, y); moment && moment->days.last >= day) future = std::move(moment);
    if (!past || !future) return past ? past : future;
    if (past->days == future->days) return past;
    const int back = distance(past->days, day), ahead = distance(future->days, day);
    constexpr int clocks_apart = 3;  // days: what is stamped before it happened
    if (direction <= -2 && (ahead > clocks_apart || back < 40 * ahead)) return past;
    const bool later = direction >= 2  ? ahead < 40 * back
                       : direction < 0 ? patience(*past) * ahead < back
                       : direction > 0 ? ahead < 3 * back
                                       : ahead < back;
    const auto& other = later ? past : future;
    if (direction == 0 && std::max(back, ahead) < 3 * std::min(back, ahead)) reading.alternatives.push_back(other->edtf);
    return later ? future : past;
}

/// The moments of the years around a base.
struct YearsAround {
    const EveryYear& make;
    const Moment& base;
    int year;  // of the base

    /// The first that is good, from year to year in either direction.
    template <class Good>
    std::optional<Moment> first(int from, int to, Good good) const {
        const int step = from <= to ? 1 : -1;
        for (int y = from; y != to + step; y += step) {
            const auto moment = in_year(make, y);
            if (moment && good(*moment)) return moment;
        }
        return {};
    }
    std::optional<Moment> first(int from, int to) const {
        return first(from, to, [](const Moment&) { return true; });
    }
    std::optional<Moment> before(const DayRange& days, int years) const {
        return first(year + 1, year - years, [&](const Moment& moment) { return moment.days.last < days.first; });
    }
    std::optional<Moment> behind(const DayRange& days, int years, Day apart = 0) const {
        return first(year - 1, year + years, [&](const Moment& moment) { return moment.days.first > days.last + apart; });
    }
};

/// "Next winter", "that May": what a word says of which one is meant. Nothing where none does.
std::optional<std::optional<Moment>> of_which(const YearsAround& years, int which, const Meaning& meaning) {
    switch (which) {
        case which::last:
        case which::past:
        case which::previous:
            return years.before(years.base.days, 9);
        case which::next:
        case which::coming:
        case which::following: {
            // "the following winter", told of a November
            const Day apart = which == which::following && said(meaning.season) && years.base.grain <= unit::month ? 31 : 0;
            return years.behind(years.base.days, 9, apart);
        }
        case which::after_next: {
            const auto next = years.behind(years.base.days, 9);
            return next ? years.behind(next->days, 18) : next;
        }
        case which::before_last: {
            const auto last = years.before(years.base.days, 9);
            return last ? years.before(last->days, 18) : last;
        }
        case which::that:
        case which::same:
        case which::current:
            return years.first(years.year, years.year + 8);
        default:
            return {};
    }
}

/// The one with which a story goes on.
std::optional<Moment> in_story(const YearsAround& years, const Meaning& meaning, const Setting& setting) {
    const auto& [make, base, year] = years;
    // "In the business year 2019, which ended on 30 June": the one that lies in it.
    const auto within = [&, days = base.days](const Moment& moment) { return days.first <= moment.days.first && moment.days.last <= days.last; };
    if (const int last = to_civil(base.days.last).year; last == year + 1)
        if (const auto part = years.first(year, last, within)) return part;
    const auto same = years.first(year, year + 8);
    if (!same) return same;
    const auto next_until_writing = [&] {
        auto next = years.first(years.year + 1, years.year + 9);
        return next && setting.said && next->days.first > setting.said->days.last ? std::optional<Moment>() : next;
    };
    // What is told as past has hardly come after the words were written.
    if (setting.said && setting.direction < 0 && base.days.first <= setting.said->days.last && same->days.first > setting.said->days.last) {
        const Day day = setting.said->days.first, last = setting.said->days.last;
        const auto past = years.first(year, year - 9, [&](const Moment& moment) { return moment.days.first <= last; });
        if (past && distance(past->days, day) < patience(*past) * distance(same->days, day)) return past;
    }
    // "was shut in September, and stayed so until July"
    if (setting.until && base.grain < unit::year && same->days.last < base.days.first)
        if (auto next = next_until_writing()) return next;
    if (setting.before_that && same->days.first > base.days.last)
        return years.first(year, year - 9, [&](const Moment& moment) { return moment.days.last < years.base.days.first; });
    // A story goes on: January after a December, or after the end of a year, is of the next year; in October they had come, told of a March,
    // is of the last.
    constexpr Day late = 240;  // of a year
    const Day behind_it = base.days.first - same->days.last;
    if (base.grain == unit::year && base.days.first - moment_of_year(year).days.first >= late && behind_it > 200)
        if (auto next = next_until_writing()) return next;
    if (base.grain < unit::year && behind_it > 200) return years.first(year + 1, year + 9);
    // "It began on 9 October 2017. In April it was over", told in May 2018.
    constexpr Day not_just_before = 120, lately = 200;
    const bool told_on = !setting.looks_back && !setting.before_that && setting.direction <= 0;
    if (base.grain <= unit::month && said(meaning.month) && setting.said && told_on && behind_it > not_just_before)
        if (auto next = next_until_writing(); next && setting.said->days.first - next->days.last < lately) return next;
    const bool named = setting.mention && setting.mention->grain == unit::year;  // "for most of that year"
    const bool told_as_a_year = named && to_civil(setting.mention->days.first).year == year;
    const bool may_be_before = !told_as_a_year && !setting.deadline && (said(meaning.feast) ? setting.may_be_before : setting.looks_back);
    if (may_be_before && !said(meaning.day) && base.grain < unit::year && same->days.first - base.days.last > 215) return years.first(year - 1, year - 9);
    return same;
}

}  // namespace

std::optional<Moment> in_year(const EveryYear& make, int year) {
    if (year < min_year || year > max_year) return std::nullopt;
    return make(year);
}

std::optional<Moment> yearly(const EveryYear& make, const Meaning& meaning, const Setting& setting, Reading& reading) {
    const int which = said(meaning.which) ? meaning.which : 0;
    Lean framed = Lean::nothing;
    if (const auto frame = frame_of(meaning, setting, framed)) {
        reading.lean = framed;
        return in_year(make, to_civil(frame->days.first).year);
    }
    const bool story_word =
        which == which::that || which == which::same || which == which::following || which == which::previous || which == which::the;
    const std::optional<Moment>& told = story_word ? setting.mention : setting.story;
    const bool story = told && told->grain <= unit::year &&
                       (story_word || !setting.said || (setting.narrative && (said(meaning.day) || !leans_on_writing(which, setting))));
    if (!story && !setting.said) return std::nullopt;
    reading.lean = story ? Lean::story : Lean::said;
    const Moment& base = story ? *told : *setting.said;
    const YearsAround years{make, base, to_civil(base.days.first).year};
    if (const auto named = of_which(years, which, meaning)) return *named;
    return story ? in_story(years, meaning, setting) : nearest(make, base.days.first, setting.direction, reading);
}

}  // namespace annals
