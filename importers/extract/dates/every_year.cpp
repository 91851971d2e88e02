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
    const int year = to_civil(base.days.first).year;
    const auto scan = [&](int from, int to, auto good) {
        const int step = from <= to ? 1 : -1;
        for (int y = from; y != to + step; y += step) {
            const auto moment = in_year(make, y);
            if (moment && good(*moment)) return moment;
        }
        return std::optional<Moment>();
    };
    const auto any = [](const Moment&) { return true; };
    const auto within = [&](const Moment& moment) { return base.days.first <= moment.days.first && moment.days.last <= base.days.last; };
    const auto before = [&](const Moment& moment) { return moment.days.last < base.days.first; };
    const auto after = [&](const Moment& moment) { return moment.days.first > base.days.last; };
    switch (which) {
        case which::last:
        case which::past:
        case which::previous:
            return scan(year + 1, year - 9, before);
        case which::next:
        case which::coming:
        case which::following: {
            // "the following winter", told of a November
            const Day apart = which == which::following && said(meaning.season) && base.grain <= unit::month ? 31 : 0;
            return scan(year - 1, year + 9, [&](const Moment& moment) { return moment.days.first > base.days.last + apart; });
        }
        case which::after_next: {
            const auto next = scan(year - 1, year + 9, after);
            return next ? scan(year - 1, year + 18, [&](const Moment& moment) { return moment.days.first > next->days.last; }) : next;
        }
        case which::before_last: {
            const auto last = scan(year + 1, year - 9, before);
            return last ? scan(year + 1, year - 18, [&](const Moment& moment) { return moment.days.last < last->days.first; }) : last;
        }
        case which::that:
        case which::same:
        case which::current:
            return scan(year, year + 8, any);
        default:
            break;
    }
    if (story) {
        // "In the business year 2019, which ended on 30 June": the one that lies in it.
        if (const int last = to_civil(base.days.last).year; last == year + 1)
            if (const auto part = scan(year, last, within)) return part;
        const auto same = scan(year, year + 8, any);
        const auto next_until_writing = [&] {
            auto next = scan(year + 1, year + 9, any);
            return next && setting.said && next->days.first > setting.said->days.last ? std::optional<Moment>() : next;
        };
        // What is told as past has hardly come after the words were written.
        if (same && setting.said && setting.direction < 0 && base.days.first <= setting.said->days.last &&
            same->days.first > setting.said->days.last) {
            const auto past = scan(year, year - 9, [&](const Moment& moment) { return moment.days.first <= setting.said->days.last; });
            const Day day = setting.said->days.first;
            if (past && distance(past->days, day) < patience(*past) * distance(same->days, day)) return past;
        }
        // "was shut in September, and stayed so until July"
        if (same && setting.until && base.grain < unit::year && same->days.last < base.days.first)
            if (auto next = next_until_writing()) return next;
        if (same && setting.before_that && same->days.first > base.days.last) return scan(year, year - 9, before);
        // A story goes on: January after a December, or after the end of a year, is of the next year; in October they had come, told of a March,
        // is of the last.
        constexpr Day late = 240;  // of a year
        if (same && base.grain == unit::year && base.days.first - moment_of_year(year).days.first >= late &&
            base.days.first - same->days.last > 200)
            if (auto next = next_until_writing()) return next;
        if (same && base.grain < unit::year && base.days.first - same->days.last > 200) return scan(year + 1, year + 9, any);
        const bool named = setting.mention && setting.mention->grain == unit::year;  // "for most of that year"
        const bool told_as_a_year = named && to_civil(setting.mention->days.first).year == year;
        const bool may_be_before = !told_as_a_year && !setting.deadline && (said(meaning.feast) ? setting.may_be_before : setting.looks_back);
        if (same && may_be_before && !said(meaning.day) && base.grain < unit::year &&
            same->days.first - base.days.last > 215)
            return scan(year - 1, year - 9, any);
        return same;
    }
    return nearest(make, base.days.first, setting.direction, reading);
}

}  // namespace annals
