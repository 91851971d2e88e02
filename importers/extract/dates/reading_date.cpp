// Calendar dates, some of their parts missing: "27 September", "Tuesday evening", "last May", "the third quarter".
#include "importers/extract/dates/reading.h"

#include "importers/extract/dates/business_year.h"
#include "importers/extract/dates/centuries.h"
#include "importers/extract/dates/every_year.h"
#include "importers/extract/dates/feasts.h"

#include <algorithm>
#include <cstdlib>

namespace annals {
namespace {

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

int year_of(const Moment& moment) { return to_civil(moment.days.first).year; }

std::optional<Moment> make_day(int year, int month, int day) {
    if (!is_valid({year, month, day})) return std::nullopt;
    return moment_of_day(to_day({year, month, day}));
}

// Sets day, month and year from figures such as 09/08/17.
bool unpack_figures(Meaning& meaning, const Setting& setting, Reading& reading) {
    const int packed = said(meaning.iso) ? meaning.iso : meaning.numeric;
    int first = packed / 100 % 100, second = packed % 100;
    const int year = packed / 10000;
    if (said(meaning.numeric)) {
        const bool day_first = first > 12 || (second <= 12 && setting.day_first);
        if (first <= 12 && second <= 12 && first != second)
            if (const auto other = make_day(year, day_first ? first : second, day_first ? second : first))
                reading.alternatives.push_back(other->edtf);
        if (day_first) std::swap(first, second);
    }
    meaning.year = year;
    meaning.month = first;
    meaning.day = second;
    return is_valid({year, first, second});
}

void settle_year(Meaning& meaning, const Setting& setting) {
    const int near = setting.story ? year_of(*setting.story) : setting.said ? year_of(*setting.said) : 1999;
    if (said(meaning.short_year)) {
        const int latest = setting.said ? year_of(*setting.said) + 10 : 2030;
        int year = (std::min(near, latest) / 100) * 100 + meaning.short_year;
        if (year > latest)
            year -= 100;
        else if (near - year > 60 && year + 100 <= latest)
            year += 100;
        meaning.year = year;
    }
    if (said(meaning.decade) && meaning.decade < 100 && !said(meaning.era)) {
        int decade = near / 100 * 100 + meaning.decade;
        const bool to_come = setting.said && decade > std::max(near, year_of(*setting.said)) + 5;
        if (decade > near + (setting.story ? 40 : 5) || to_come) decade -= 100;  // "in the fifties", told of 1944, and of 1998
        meaning.decade = decade;
    }
    constexpr int war_ended = 1945, around = 20;  // "They had met on VE Day", told of 1951; not in a story of 2015, which has its jubilees
    const bool end_of_war = said(meaning.feast) && (meaning.feast == feast::ve_day || meaning.feast == feast::vj_day);
    if (end_of_war && setting.story && !said(meaning.year) && !said(meaning.which) && std::abs(near - war_ended) <= around) meaning.year = war_ended;
    if (meaning.year == 0 && !said(meaning.iso)) meaning.year = max_year + 1;  // there was none: AD 1 came after 1 BC
    else if (said(meaning.era) && meaning.era == era::bc && said(meaning.year)) meaning.year = 1 - meaning.year;
}

std::optional<Moment> nth_within(const Moment& whole, const Meaning& meaning) {
    const int count = said(meaning.n) ? meaning.n : 1, length = meaning.unit == unit::fortnight ? 14 : meaning.unit == unit::week ? 7 : 1;
    const DayRange days = whole.days;
    if (said(meaning.weekday)) {
        const Day day = meaning.nth > 0 ? weekday_on_or_after(days.first, meaning.weekday) + 7 * (meaning.nth - 1)
                                        : weekday_on_or_before(days.last, meaning.weekday);
        return day <= days.last ? std::optional(moment_of_day(day)) : std::nullopt;
    }
    if (meaning.unit == unit::weekend && whole.grain > unit::week) {
        const Day saturday = meaning.nth > 0 ? weekday_on_or_after(days.first, 6) + 7 * (meaning.nth - 1) : weekday_on_or_before(days.last, 6);
        return saturday <= days.last ? std::optional(enclosing(saturday, unit::weekend)) : std::nullopt;
    }
    if (meaning.unit == unit::week && whole.grain == unit::day)
        return moment_of_days({days.first, days.first + 6}, unit::week, enclosing(days.first, unit::week).timex);
    if (meaning.unit == unit::day || meaning.unit == unit::week || meaning.unit == unit::fortnight) {
        const int first = meaning.nth > 0 ? days.first + (meaning.nth - 1) * length * count : days.last - length * count + 1;
        const DayRange part{std::max(first, days.first), std::min(first + length * count - 1, days.last)};
        if (part.first > part.last) return std::nullopt;
        const std::string timex = count > 1                    ? timex_length(count, unsaid, meaning.unit)
                                  : part.first == part.last    ? timex_value(edtf_day(part.first))
                                  : meaning.unit == unit::week ? enclosing(part.first, unit::week).timex
                                                               : whole.timex;
        return moment_of_days(part, meaning.unit, timex);
    }
    const Moment first =
        enclosing(meaning.nth > 0 ? moved(days.first, meaning.unit, (meaning.nth - 1) * count) : moved(days.last, meaning.unit, 1 - count),
                  meaning.unit);
    if (count == 1) return first;
    const Moment last = unit_from(first.days.first, meaning.unit, count - 1);
    Moment moment = first;
    moment.edtf = edtf_interval(first_date(first), last_date(last));
    moment.days = {first.days.first, last.days.last};
    moment.timex = timex_length(count, unsaid, meaning.unit);
    return moment;
}

// The weekday alone.
std::optional<Moment> read_weekday(const Meaning& meaning, const Setting& setting, Reading& reading) {
    const int which = said(meaning.which) ? meaning.which : 0;
    Lean framed = Lean::nothing;
    if (const auto frame = frame_of(meaning, setting, framed)) {
        reading.lean = framed;
        return moment_of_day(weekday_on_or_after(frame->days.first, meaning.weekday));
    }
    const bool story_word = which == which::that || which == which::same || which == which::following || which == which::previous || which == which::the;
    const std::optional<Moment>& told = story_word ? setting.mention : setting.story;
    const bool story = told && told->grain <= unit::week && (story_word || !setting.said || (setting.narrative && !leans_on_writing(which, setting)));
    if (!story && !setting.said) return std::nullopt;
    const Moment& base = story ? *told : *setting.said;
    reading.lean = story ? Lean::story : Lean::said;
    const Day day = base.days.first, wanted = meaning.weekday;
    switch (which) {
        case which::last:
        case which::previous:
        case which::past:
            return moment_of_day(weekday_before(day, wanted));
        case which::next:
        case which::following:
            return moment_of_day(weekday_after(base.days.last, wanted) + 7 * (said(meaning.n) ? meaning.n : 0));
        case which::current:
        case which::coming:
            return moment_of_day(setting.direction < 0 ? weekday_on_or_before(day, wanted) : weekday_on_or_after(day, wanted));
        case which::after_next:
            return moment_of_day(weekday_after(day, wanted) + 7);
        case which::before_last:
            return moment_of_day(weekday_before(day, wanted) - 7);
        default:
            break;
    }
    if (story) {
        const Day next = weekday_on_or_after(day, wanted);
        const bool told_too_late = setting.said && setting.direction < (which == which::the) && day <= setting.said->days.last && next > setting.said->days.last;
        if (told_too_late) return moment_of_day(weekday_before(day, wanted));
        return moment_of_day(which == which::the && next == day + 6 && !setting.deadline ? day - 1 : next);  // "on the Sunday", told of a Monday: the day before
    }
    if (setting.direction > 0) return moment_of_day(weekday_on_or_after(day, wanted));
    if (setting.direction == 0 && weekday(day) != wanted)
        reading.alternatives.push_back(moment_of_day(weekday_on_or_after(day, wanted)).edtf);
    return moment_of_day(weekday_on_or_before(day, wanted));
}

// A day of a month that is not named: "the 13th".
std::optional<Moment> read_day(const Meaning& meaning, const Setting& setting, Reading& reading) {
    if (const auto frame = frame_of(meaning, setting, reading.lean)) {
        const Civil month = to_civil(frame->days.first);
        return frame->grain <= unit::month ? make_day(month.year, month.month, meaning.day) : std::nullopt;
    }
    const bool story = setting.mention && setting.mention->grain <= unit::month;
    if (!story && !setting.said) return std::nullopt;
    const Moment& base = story ? *setting.mention : *setting.said;
    reading.lean = story ? Lean::story : Lean::said;
    const Civil civil = to_civil(base.days.first);
    const auto here = make_day(civil.year, civil.month, meaning.day);
    // "Lost since 3 May, she was found on Monday, 4 June. She had left on the evening of the 29th": what is told as past is not to come
    const bool to_come = story && here && setting.said && setting.direction < 0 && base.days.first <= setting.said->days.last && here->days.first > setting.said->days.last;
    if (!to_come && (story || !setting.direction)) return here;
    const Civil other = add_months({civil.year, civil.month, 1}, setting.direction > 0 ? 1 : -1);
    const auto there = make_day(other.year, other.month, meaning.day);
    if (!here || (setting.direction < 0 && here->days.first > base.days.last) ||
        (setting.direction > 0 && here->days.last < base.days.first))
        return there;
    return here;
}

// "Friday the 13th": of the nearest month that has it, behind the story or on the side that the clause looks to.
std::optional<Moment> read_weekday_and_day(const Meaning& meaning, const Setting& setting, Reading& reading) {
    const bool story = setting.mention && setting.mention->grain <= unit::year && setting.narrative;
    if (!story && !setting.said) return std::nullopt;
    const Moment& base = story ? *setting.mention : *setting.said;
    reading.lean = story ? Lean::story : Lean::said;
    const Civil civil = to_civil(base.days.first);
    const int direction = story ? 1 : setting.direction;
    constexpr int most_months = 14;  // each day of a month falls on each weekday within 14 months
    for (int away = 0; away <= most_months; ++away)
        for (const int side : {direction > 0 ? 1 : -1, direction > 0 ? -1 : 1}) {
            if (direction != 0 && side * direction < 0) continue;
            const Civil month = add_months({civil.year, civil.month, 1}, side * away);
            const auto moment = make_day(month.year, month.month, meaning.day);
            if (!moment || weekday(moment->days.first) != meaning.weekday) continue;
            if (direction < 0 && moment->days.first > base.days.last) continue;
            if (direction > 0 && moment->days.last < base.days.first) continue;
            return moment;
        }
    return std::nullopt;
}

// The weekend of a holiday, a Monday or a Friday with it.
Moment long_weekend(const Moment& holiday) {
    const Day day = holiday.days.first;
    const int place = weekday(day);
    const Day saturday = place >= 6 ? day - (place - 6) : place == 1 ? day - 2 : day + (6 - place);
    const DayRange days{place == 5 ? day : saturday, place == 1 ? day : saturday + 1};
    return moment_of_days(days, unit::weekend, enclosing(saturday, unit::weekend).timex);
}

EdtfDate date_part(int year, int month) {
    EdtfDate date = edtf_month(year, month);
    return date;
}

// What is named, before the time of day and "early" or "late".
std::optional<Moment> calendar_moment(const Meaning& meaning, const Setting& setting, Reading& reading) {
    const bool year = said(meaning.year);
    reading.fixed = year || said(meaning.decade) || said(meaning.century);
    const bool counted = said(meaning.fiscal) ? meaning.fiscal == 1 : said(meaning.quarter) || said(meaning.half);
    const bool of_told_year = counted && meaning.of_which == which::that;
    const auto told_business_year = of_told_year ? business_year_told(setting) : std::nullopt;
    const bool business = counted && setting.fiscal_start > 1 && (!of_told_year || told_business_year);
    const auto either = [&](const EveryYear& make) { return year ? in_year(make, meaning.year) : yearly(make, meaning, setting, reading); };
    if (said(meaning.century)) return read_century(meaning);
    if (said(meaning.decade)) {
        EdtfDate date;
        date.unspecified = 1;
        date.year = said(meaning.era) && meaning.era == era::bc ? -(meaning.decade + 9) : meaning.decade;
        return moment_of(date);
    }
    if (said(meaning.feast))
        return either([&](int y) -> std::optional<Moment> {
            const auto days = feast_days(meaning.feast, y);
            if (!days) return std::nullopt;
            return days->first == days->last ? moment_of_day(days->first)
                                             : moment_of_days(*days, unit::month, timex_value(edtf_month(y, to_civil(days->first).month)));
        });
    if (said(meaning.month) && said(meaning.day)) {
        return either([&](int y) -> std::optional<Moment> {
            auto moment = make_day(y, meaning.month, meaning.day);
            if (!year && moment && said(meaning.weekday) && weekday(moment->days.first) != meaning.weekday) return std::nullopt;
            return moment;
        });
    }
    if (said(meaning.month)) return either([&](int y) -> std::optional<Moment> { return moment_of(date_part(y, meaning.month)); });
    if (said(meaning.season)) return either([&](int y) -> std::optional<Moment> { return moment_of(date_part(y, meaning.season)); });
    if (said(meaning.quarter) || said(meaning.half)) {
        const int part = said(meaning.quarter) ? 32 + meaning.quarter : 39 + meaning.half;
        const EveryYear make = [&](int y) -> std::optional<Moment> {
            if (!business) return moment_of(date_part(y, part));
            if (said(meaning.to_n) && y < max_year) ++y;  // "the second quarter of 2017-18"
            return y > min_year ? std::optional(in_business_year(moment_of(date_part(y, part)), setting.fiscal_start)) : std::nullopt;
        };
        if (told_business_year) {
            reading.lean = Lean::story;
            return in_year(make, *told_business_year);
        }
        if (business && said(meaning.of_which) && setting.said) {
            reading.lean = Lean::said;
            const int number = *business_year(meaning.of_which, setting);
            auto named = in_year(make, number);
            const bool goes_on = named && named->days.last >= setting.said->days.first && setting.direction < 0;  // "spent in the first half of our year": of the last one
            return goes_on && meaning.of_which == which::current ? in_year(make, number - 1) : named;
        }
        if (year || said(meaning.of_unit) || said(meaning.which) || setting.direction > 1 || !setting.said || setting.narrative)
            return either(make);
        Setting back = setting;
        back.direction = setting.direction > 0 ? 0 : -2;  // figures are reported for the quarter that has begun last
        return yearly(make, meaning, back, reading);
    }
    if (year && meaning.which == which::the && setting.quarter)  // "the 1988 period", told of a quarter
        return in_year([&](int y) -> std::optional<Moment> { return moment_of(date_part(y, *first_date(*setting.quarter).month)); },
                       meaning.year);
    if (year && said(meaning.to_n)) {  // "the financial year 2018/19": named by the year that it begins in
        Moment moment = moment_of_year(meaning.to_n);
        if (business) moment = in_business_year(moment, setting.fiscal_start);
        else moment = moment_of_days({to_day({meaning.year, 1, 1}), moment.days.last}, unit::year, {});
        if (!business) moment.edtf = edtf_interval(first_date(moment_of_year(meaning.year)), first_date(moment_of_year(meaning.to_n)));
        moment.timex = moment_of_year(meaning.year).timex;
        return moment;
    }
    if (year && business && meaning.year > min_year)
        return in_year([&](int y) -> std::optional<Moment> { return in_business_year(moment_of_year(y), setting.fiscal_start); },
                       meaning.year);
    if (year && meaning.which == which::current && meaning.unit == unit::day && setting.said && setting.said->grain <= unit::day) {  // "on this day in 1931"
        const Civil day = to_civil(setting.said->days.first);
        return make_day(meaning.year, day.month, day.day);
    }
    if (year) return in_year([](int y) -> std::optional<Moment> { return moment_of_year(y); }, meaning.year);
    if (said(meaning.weekday) && said(meaning.day)) return read_weekday_and_day(meaning, setting, reading);
    if (said(meaning.weekday) && !said(meaning.nth)) return read_weekday(meaning, setting, reading);
    if (said(meaning.day)) return read_day(meaning, setting, reading);
    if (said(meaning.which) && said(meaning.unit)) return pick_period(meaning.which, meaning.unit, setting, reading.lean);
    if (const auto frame = frame_of(meaning, setting, reading.lean)) return frame;
    // A time of day alone is of the day that the text talks about.
    const bool ahead = setting.mention && setting.said && setting.direction < 0 && setting.mention->days.first > setting.said->days.last;
    const bool to_come = setting.direction > 1 && setting.mention && setting.said && setting.mention->days.last < setting.said->days.first;
    const bool story = setting.mention && setting.mention->grain <= unit::day && !ahead && !to_come;
    const bool no_day_told = !story && setting.narrative && setting.mention && setting.said && setting.mention->days.last < setting.said->days.first;
    if (no_day_told || (!story && !setting.said)) return std::nullopt;
    reading.lean = story ? Lean::story : Lean::said;
    return enclosing((story ? *setting.mention : *setting.said).days.first, unit::day);
}

std::string unknown_timex(const Meaning& meaning) {
    if (said(meaning.month)) return "XXXX-" + two(meaning.month) + (said(meaning.day) ? "-" + two(meaning.day) : "");
    if (said(meaning.season))
        return std::string("XXXX-") + (meaning.season == 21 ? "SP" : meaning.season == 22 ? "SU" : meaning.season == 23 ? "FA" : "WI");
    if (said(meaning.weekday)) return "XXXX-WXX-" + std::to_string(meaning.weekday);
    if (said(meaning.quarter)) return "XXXX-Q" + std::to_string(meaning.quarter);
    if (said(meaning.day)) return "XXXX-XX-" + two(meaning.day);
    return "XXXX-XX-XX";
}

}  // namespace

Reading read_date(const Meaning& original, const Setting& setting) {
    Meaning meaning = original;
    Reading reading;
    const bool clock = said(meaning.clock) || said(meaning.hour);
    reading.type = clock || said(meaning.day_part) ? TimexType::time : TimexType::date;
    if ((said(meaning.iso) || said(meaning.numeric)) && !unpack_figures(meaning, setting, reading)) {
        reading.timex = "XXXX-XX-XX";
        reading.undated_because = "there is no such day";
        return reading;
    }
    settle_year(meaning, setting);
    std::optional<Moment> moment = calendar_moment(meaning, setting, reading);
    if (moment && said(meaning.feast) && meaning.unit == unit::weekend) moment = long_weekend(*moment);
    if (moment && said(meaning.nth) && (said(meaning.unit) || said(meaning.weekday))) moment = nth_within(*moment, meaning);
    if (said(meaning.nth) && said(meaning.n) && meaning.n > 1) reading.type = TimexType::duration;
    const std::optional<int> minute = minute_of(meaning);
    const std::string clock_text = minute                   ? timex_clock(*minute)
                                   : said(meaning.day_part) ? timex_day_part(meaning.day_part)
                                                            : "";
    if (!moment) {
        const bool impossible = said(meaning.year) && said(meaning.day);
        reading.timex = unknown_timex(meaning) + clock_text;
        reading.undated_because = impossible ? "there is no such day" : "no day to lean on";
        return reading;
    }
    reading.timex = moment->timex + (moment->grain <= unit::day || moment->grain == unit::week ? clock_text : "");
    if (said(meaning.part)) moment = part_of(*moment, meaning.part);
    if (minute && *minute < 1440 && !is_of_either_half(meaning) && moment->grain == unit::day && moment->edtf.kind == Edtf::Kind::date) {
        moment->edtf.date.minute = *minute;
        if (said(meaning.zone)) moment->edtf.date.utc_offset = meaning.zone;
    }
    if (said(meaning.about) && moment->edtf.kind == Edtf::Kind::date) moment->edtf.date.about = true;
    reading.moment = std::move(moment);
    return reading;
}

}  // namespace annals
