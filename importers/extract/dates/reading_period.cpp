// Units by their place ("last month"), distances ("two days ago") and stretches ("the past three months").
#include "importers/extract/dates/business_year.h"

#include <algorithm>
#include <cstdlib>

namespace annals {
namespace {

// What the words lean on: the story where there is one and the text or the word asks for it.
const Moment* base_moment(bool wants_story, const Setting& setting, Lean& lean) {
    if (wants_story && setting.mention) {
        lean = Lean::story;
        return &*setting.mention;
    }
    const bool story = setting.story && (setting.narrative || !setting.said);
    lean = story ? Lean::story : setting.said ? Lean::said : Lean::nothing;
    return story ? &*setting.story : setting.said ? &*setting.said : nullptr;
}

bool finer(int unit, int grain) {
    const auto rank = [](int u) {
        return u == unit::fortnight ? static_cast<int>(unit::week) : u == unit::weekend ? static_cast<int>(unit::day) : u;
    };
    return rank(unit) < rank(grain);
}

// Somewhere within a moment that is known less finely than the words ask.
Moment within(const Moment& coarse, int unit) {
    Moment moment = coarse;
    if (coarse.grain == unit::year && unit <= unit::day)
        moment.timex += "-XX-XX";
    else if ((coarse.grain == unit::month && unit <= unit::day) || (coarse.grain == unit::year && unit == unit::month))
        moment.timex += "-XX";
    return moment;
}

Reading undated(TimexType type, std::string timex, std::string why) {
    Reading reading;
    reading.type = type;
    reading.timex = std::move(timex);
    reading.undated_because = std::move(why);
    return reading;
}

Moment with_name(Moment moment, const std::string& timex) {
    moment.timex = timex;
    return moment;
}

std::string unknown_timex(int unit) {
    switch (unit) {
        case unit::day:
            return "XXXX-XX-XX";
        case unit::week:
            return "XXXX-WXX";
        case unit::weekend:
            return "XXXX-WXX-WE";
        case unit::month:
            return "XXXX-XX";
        case unit::quarter:
            return "XXXX-QX";
        case unit::decade:
            return "XXX";
        case unit::century:
            return "XX";
        default:
            return "XXXX";
    }
}

}  // namespace

bool leans_on_writing(int which, const Setting& setting) {
    return which == which::last || which == which::before_last || (which == which::next && setting.direction > 0);
}

std::optional<Moment> pick_period(int which, int unit, const Setting& setting, Lean& lean) {
    const bool wants_story = which == which::that || which == which::same || which == which::following || which == which::previous ||
                             (which == which::the && setting.mention && setting.mention->grain == unit);
    Setting own = setting;
    if (setting.said && leans_on_writing(which, setting)) own.narrative = false;
    const Moment* base = base_moment(wants_story, own, lean);
    if (!base) return std::nullopt;
    int steps = 0;
    switch (which) {
        case which::last:
        case which::previous:
        case which::past:
        case which::latest:
            steps = -1;
            break;
        case which::next:
        case which::following:
        case which::coming:
            steps = 1;
            break;
        case which::after_next:
            steps = 2;
            break;
        case which::before_last:
            steps = -2;
            break;
        default:
            break;
    }
    if (which == which::the && unit == unit::quarter && lean == Lean::said) steps = -1;
    if (finer(unit, base->grain)) return within(*base, unit);
    if (unit == unit::weekend && steps == 0) {
        const Day saturday = base->days.first;
        constexpr int midweek = 3;  // "they met this weekend", told on a Monday
        const bool just_past = setting.direction < 0 && weekday(saturday) <= midweek;
        const bool ahead = setting.direction > 0 || (which == which::current && !just_past) || lean == Lean::story;  // "that weekend": of the same week
        return enclosing(weekday(saturday) >= 6 || ahead ? saturday : saturday - 7, unit);
    }
    return unit_from(steps > 0 ? base->days.last : base->days.first, unit, steps);
}

std::optional<Moment> frame_of(const Meaning& meaning, const Setting& setting, Lean& lean) {
    if (meaning.of_unit == unit::year && said(meaning.of_which) && meaning.fiscal == 1 && setting.fiscal_start > 1)
        if (const auto number = business_year(meaning.of_which, setting); number && *number > min_year && *number <= max_year) {
            lean = Lean::said;
            return in_business_year(moment_of_year(*number), setting.fiscal_start);
        }
    if (said(meaning.of_unit) && said(meaning.of_which)) return pick_period(meaning.of_which, meaning.of_unit, setting, lean);
    if (said(meaning.of_unit) && said(meaning.of_n)) {
        const Moment* base = base_moment(meaning.base == base::story, setting, lean);
        if (base) return unit_from(base->days.first, meaning.of_unit, meaning.of_n * (said(meaning.of_toward) ? meaning.of_toward : -1));
    }
    return std::nullopt;
}

Reading read_period(const Meaning& meaning, const Setting& given) {
    Reading reading;
    if (meaning.base == base::event)  // "the opening week of the siege": distances.cpp may know when that was
        return undated(TimexType::date, unknown_timex(said(meaning.unit) ? meaning.unit : static_cast<int>(unit::day)),
                       "what it belongs to is not dated");
    Setting setting = given;
    if (meaning.base == base::speech && setting.said) setting.narrative = false;  // "2013 to present", within a story too
    const bool time = said(meaning.day_part);
    reading.type = time ? TimexType::time : TimexType::date;
    const int unit = said(meaning.unit) ? meaning.unit : static_cast<int>(unit::day);
    const bool the_business_year = unit == unit::year && said(meaning.fiscal) && meaning.which == which::the;
    const int which = said(meaning.which) && !the_business_year ? meaning.which : static_cast<int>(which::current);
    Lean lean = Lean::nothing;
    const bool just_begun = which == which::coming && unit == unit::year && meaning.part == part::early && setting.direction < 0 && pick_period(which::current, unit, setting, lean) && lean == Lean::said;
    std::optional<Moment> moment = just_begun ? pick_period(which::current, unit, setting, reading.lean) : unit == unit::any ? std::nullopt : pick_period(which, unit, setting, reading.lean);
    if (unit == unit::year && said(meaning.fiscal) && setting.fiscal_start > 1)
        if (auto number = business_year(which, setting); number && *number > min_year + 1 && *number <= max_year) {
            const bool the_past = which == which::current && setting.direction < 0;
            const auto told = the_past && the_business_year ? business_year_told(setting) : std::nullopt;  // "it ended on 31 March. Over the fiscal year ..."
            const bool to_come = setting.said && in_business_year(moment_of_year(*number), setting.fiscal_start).days.last > setting.said->days.last;
            if (told || (the_past && to_come && meaning.part == part::end)) number = told ? *told : *number - 1;
            moment = in_business_year(moment_of_year(*number), setting.fiscal_start);
            reading.lean = Lean::said;
            if (meaning.part == part::end) moment = with_name(moment_of_day(moment->days.last), moment->timex);
        }
    if (unit == unit::year && which == which::the && !said(meaning.part) && reading.lean == Lean::said && setting.direction <= 0)
        if (const auto told = business_year_reported(setting)) moment = in_business_year(moment_of_year(*told), setting.fiscal_start);
    if (unit == unit::year && (which == which::previous || which == which::following || which == which::that))
        if (const auto told = business_year_told(setting)) {  // "the year to 31 March was good; in the previous year"
            const int number = *told + (which == which::following) - (which == which::previous);
            if (number > min_year && number <= max_year) moment = in_business_year(moment_of_year(number), setting.fiscal_start);
        }
    if (unit == unit::quarter && (which == which::the || which == which::latest) && setting.quarter) {
        moment = setting.quarter;
        reading.lean = Lean::story;
    }
    if (unit == unit::any && setting.quarter) {  // "the latest period"
        moment = setting.quarter;
        reading.lean = Lean::story;
    } else if (unit == unit::any) {
        const int grain = setting.story ? std::max<int>(setting.story->grain, unit::quarter) : static_cast<int>(unit::quarter);
        moment = pick_period(which, grain, setting, reading.lean);
    }
    if (!moment) {
        reading.timex = unknown_timex(unit);
        if (time) reading.timex += timex_day_part(meaning.day_part);
        reading.undated_because = "no day to lean on";
        return reading;
    }
    if (said(meaning.n) && meaning.n > 1) {  // "this year and next"
        const Moment last = unit_from(moment->days.first, unit, meaning.n - 1);
        moment->edtf = edtf_interval(first_date(*moment), last_date(last));
        moment->days.last = last.days.last;
        moment->timex = timex_length(meaning.n, unsaid, unit);
        reading.type = TimexType::duration;
    }
    reading.timex = moment->timex;
    if (time) reading.timex += timex_day_part(meaning.day_part);
    if (said(meaning.part)) {
        const Day today = setting.said ? setting.said->days.last : moment->days.last;
        const bool holds = moment->days.first <= today && today <= moment->days.last;
        if (meaning.part == part::earlier && holds && reading.lean == Lean::said)
            *moment = moment_of_days({moment->days.first, today}, moment->grain, moment->timex);
        else if (meaning.part == part::later && holds && reading.lean == Lean::said)
            *moment = moment_of_days({today, moment->days.last}, moment->grain, moment->timex);
        else if (meaning.part == part::later && setting.mention && reading.lean == Lean::story)
            *moment = moment_of_days({setting.mention->days.first, moment->days.last}, moment->grain, moment->timex);
        else
            *moment = part_of(*moment, meaning.part);
    }
    reading.moment = std::move(moment);
    return reading;
}

namespace {

/// "three years ago today", "150 years ago this Saturday", "ten years ago this month", "a week ago Friday": counted from that day or unit.
std::optional<Moment> counted_from_day(const Meaning& meaning, Day from) {
    const int n = meaning.n * meaning.toward;
    if (said(meaning.weekday) && meaning.base == base::start)  // "the Thursday of the sixth week"
        return moment_of_day(weekday_on_or_after(moved(weekday_on_or_before(from, 1), unit::week, n), meaning.weekday));
    if (said(meaning.weekday) && meaning.unit < unit::month && !said(meaning.which))
        return moment_of_day(weekday_on_or_before(moved(from, meaning.unit, n), meaning.weekday));
    if (said(meaning.weekday)) {
        const Day day = meaning.which == which::last   ? weekday_before(from, meaning.weekday)
                        : meaning.which == which::next ? weekday_after(from, meaning.weekday)
                                                       : weekday_on_or_after(from, meaning.weekday);
        return moment_of_day(moved(day, meaning.unit, n));
    }
    if (!said(meaning.of_unit)) return std::nullopt;
    const Day day = moved(from, meaning.of_unit, said(meaning.of_toward) ? meaning.of_n * meaning.of_toward : 0);
    return enclosing(moved(day, meaning.unit, n), meaning.of_unit);
}

/// How far something lies from a day: halves are those of the unit.
struct Distance {
    int unit, n, half;
};

Distance distance_of(const Meaning& meaning, const Moment& base) {
    Distance distance{meaning.unit, meaning.n * meaning.toward, said(meaning.eighths) && meaning.eighths == 4 ? meaning.toward : 0};
    if (distance.unit == unit::decade) {
        distance.unit = unit::year;
        distance.n *= 10;
    }
    if (distance.unit == unit::fortnight) {
        distance.unit = unit::week;
        distance.n *= 2;
    }
    const bool of_year = base.grain >= unit::year && distance.n > 12;  // "eighteen months later"
    if (distance.unit == unit::month && distance.n != 0 && base.grain > unit::month && (distance.n % 12 == 0 || of_year)) {  // "twelve months on", told of a spring
        distance.unit = unit::year;
        distance.n /= 12;
    }
    return distance;
}

/// "Twenty minutes later", told of 11.50 p.m.: the next day.
Moment moved_by_minutes(int minutes, bool to_the_minute, const Moment& base) {
    constexpr int a_day = 24 * 60;
    const int then = *base.edtf.date.minute + minutes;
    const int carry = then >= 0 ? then / a_day : -((a_day - 1 - then) / a_day);
    Moment moment = moment_of_day(std::clamp(base.days.first + carry, min_day, max_day));
    if (!to_the_minute) return moment;
    moment.edtf.date.minute = then - carry * a_day;
    moment.edtf.date.utc_offset = base.edtf.date.utc_offset;
    return moment;
}

Moment moved_by(const Distance& distance, const Moment& base, const Meaning& meaning, Lean lean) {
    const auto [unit, n, half] = distance;
    const Day from = base.days.first;
    const bool hours = meaning.unit <= unit::hour, has_minute = base.edtf.kind == Edtf::Kind::date && base.grain <= unit::day && base.edtf.date.minute;
    constexpr int two_days = 2 * 24 * 60;
    if (hours && has_minute && unit >= unit::minute && std::abs(n) <= two_days)
        return moved_by_minutes(n * (unit == unit::hour ? 60 : 1), unit == unit::minute && lean == Lean::story, base);
    if (hours) return finer(unit::day, base.grain) ? within(base, unit::day) : moment_of_day(moved(from, unit, n));
    if (finer(unit, base.grain) && !(unit == unit::week && base.grain == unit::day))
        return unit == unit::month && base.grain == unit::quarter ? unit_from(from, unit, n) : within(base, unit);
    if (unit == unit::week && (n == 1 || n == -1) && lean == Lean::story && base.grain <= unit::day) return moment_of_day(moved(from, unit, n));
    if (unit == unit::year && (base.grain == unit::quarter || base.grain == unit::half) && meaning.base == base::story)
        return unit_from(moved(from, unit, n), base.grain, 0);
    if (half && unit == unit::year) return unit_from(moved(moved(from, unit::year, n), unit::month, 6 * half), unit::month, 0);
    return unit_from(from, unit, n);
}

}  // namespace

Reading read_shift(const Meaning& meaning, const Setting& given) {
    Reading reading;
    Setting setting = given;
    if (setting.said && meaning.base == base::speech && meaning.toward == toward::past && !said(meaning.to_n)) setting.narrative = false;
    const bool hours = meaning.unit <= unit::hour;
    reading.type = hours || said(meaning.day_part) ? TimexType::time : TimexType::date;
    if (!said(meaning.n) && hours && setting.mention && meaning.base == base::story) {  // "hours later" is of the same day
        reading.moment = finer(unit::day, setting.mention->grain) ? within(*setting.mention, unit::day)
                                                                  : enclosing(setting.mention->days.first, unit::day);
        reading.timex = reading.moment->timex + (finer(unit::day, setting.mention->grain) ? "" : "TXX");
        reading.lean = Lean::story;
        return reading;
    }
    if (meaning.base == base::birth) return undated(TimexType::duration, timex_length(meaning.n, unsaid, meaning.unit), std::string(no_start));
    if (!said(meaning.n))
        return undated(TimexType::date, meaning.toward == toward::past ? "PAST_REF" : "FUTURE_REF", "a distance without a number");
    const bool of_story = meaning.base == base::story || meaning.base == base::start;
    const Moment* base = base_moment(of_story, setting, reading.lean);
    if (of_story && meaning.toward == toward::future && !setting.mention)
        base = nullptr;  // "two months on" of what is not yet told
    if (meaning.base == base::start && !setting.mention) return undated(TimexType::date, "XXXX-XX-XX", std::string(no_start));
    if (!base) return undated(reading.type, timex_length(meaning.n, meaning.eighths, meaning.unit), "no day to lean on");
    // "up from $3 million a year ago", told of a quarter.
    if (unit::year == meaning.unit && meaning.n == 1 && meaning.toward == toward::past && setting.quarter) {
        reading.moment = unit_from(moved(setting.quarter->days.first, unit::year, -1), unit::quarter, 0);
        reading.timex = reading.moment->timex;
        reading.lean = Lean::story;
        return reading;
    }
    const Distance distance = distance_of(meaning, *base);
    const auto [unit, n, half] = distance;
    const Day from = base->days.first;
    if (meaning.unit > unit::hour)
        if (auto day = counted_from_day(meaning, from)) {
            reading.timex = day->timex;
            reading.moment = std::move(day);
            return reading;
        }
    if (said(meaning.to_n) && base->grain <= unit::day) {  // overnight: into the day of writing, out of that of a story
        const Day night = reading.lean == Lean::story || setting.direction > 1 ? from : from - 1;
        if (night < min_day || night >= max_day) return undated(reading.type, unknown_timex(unit), "beyond the calendar");
        reading.timex = moment_of_day(night).timex + timex_day_part(meaning.day_part);
        reading.moment = moment_of_days({night, night + 1}, unit::day, reading.timex);
        return reading;
    }
    Moment moment = moved_by(distance, *base, meaning, reading.lean);
    if (n != 0 && !hours && moment.days == enclosing(from, unit).days && !finer(unit, base->grain))
        return undated(reading.type, unknown_timex(unit), "beyond the calendar");
    const bool told_too_late = of_story && setting.said && (setting.direction < 0 || (meaning.base == base::start && setting.direction < 2)) && base->days.last <= setting.said->days.last && moment.days.first > setting.said->days.last;
    if (told_too_late && meaning.toward == toward::future)  // what is told as past is not to come
        return undated(reading.type, timex_length(meaning.n, meaning.eighths, meaning.unit), "no day to lean on");
    if (unit == unit::week && moment.grain == unit::week) reading.alternatives.push_back(moment_of_day(moved(from, unit, n)).edtf);
    reading.timex = moment.timex;
    if (said(meaning.day_part)) reading.timex += timex_day_part(meaning.day_part);
    reading.moment = std::move(moment);
    return reading;
}

Reading read_window(const Meaning& meaning, const Setting& setting) {
    Reading reading;
    reading.type = TimexType::duration;
    reading.timex = timex_length(meaning.n, meaning.eighths, meaning.unit);
    if (!said(meaning.n)) {
        reading.undated_because = "a stretch without a number";
        return reading;
    }
    const bool ahead = meaning.which == which::coming || meaning.which == which::next || meaning.which == which::following;
    // "It fell on 3 May 1911; over the next four weeks it was cleared"
    constexpr Day not_of_late = 31;
    const bool went_on = meaning.which == which::coming && setting.direction < 0 && meaning.unit >= unit::day && setting.mention && setting.mention->grain <= unit::year &&
                         (!setting.said || setting.mention->days.last < setting.said->days.first - not_of_late);
    const bool story = went_on || meaning.which == which::following || meaning.which == which::previous;
    const Moment* base = base_moment(story, setting, reading.lean);
    if (!base) {
        reading.undated_because = "no day to lean on";
        return reading;
    }
    const Day day = ahead ? base->days.first : base->days.last;
    DayRange days = ahead ? DayRange{day, std::max(day, moved(day, meaning.unit, meaning.n))}
                          : DayRange{std::min(day, moved(day, meaning.unit, -meaning.n) + 1), day};
    if (meaning.unit <= unit::hour) days = {std::min(day, moved(day, unit::hour, ahead ? 0 : -meaning.n)), day};
    if (meaning.unit == unit::year && meaning.n == 1 && !ahead) {  // TIMEX3 has "the past year" as the year before
        reading.type = TimexType::date;
        reading.timex = unit_from(day, unit::year, -1).timex;
    }
    reading.moment = moment_of_days(days, unit::day, reading.timex);
    if (reading.lean == Lean::story && base->grain >= unit::month && base->grain <= meaning.unit) {  // "the ten years that followed" 1996
        const Moment end = enclosing(ahead ? days.last : days.first, base->grain);
        const Moment whole = enclosing(base->days.first, base->grain);
        reading.moment->edtf = edtf_interval(first_date(ahead ? whole : end), last_date(ahead ? end : whole));
        reading.moment->days = {std::min(base->days.first, end.days.first), std::max(base->days.last, end.days.last)};
    }
    return reading;
}

}  // namespace annals
