#include "importers/extract/dates/beside.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/carried_year.h"
#include "importers/extract/matching/words_around.h"

#include <cstdlib>

namespace annals {

namespace {

/// "Next year's race takes place on 8 June".
bool is_owner_of(const LookedUp& at, const Match& year, const Match& date) {
    constexpr std::uint32_t far = 9;
    if (year.meaning.unit != unit::year || year.last >= at.size() || date.first < year.last + 4 || date.first > year.last + far) return false;
    static constexpr FixedWords owning{"'s", "\u2019s"};
    static constexpr FixedWords before_date{"on", "in", "from", "for", "by", "between"};
    static constexpr FixedWords being{"is", "was", "will", "has", "had", "takes", "took", "begins", "began", "opens", "opened", "starts", "started", "falls", "fell"};
    if (!owning.has(at.word(year.last)) || !before_date.has(at.word(date.first - 1))) return false;
    for (std::uint32_t i = year.last + 1; i < date.first; ++i)
        if (being.has(at.word(i))) return true;
    return false;
}

}  // namespace

bool lies_in_year_before(const LookedUp& at, const Read& year, const Match& match) {
    static constexpr FixedWords between{",", "in", "on", "at", "around", "about", "just", "shortly", "before", "after"};
    constexpr std::uint32_t close = 4;
    if (year.aside || !year.reading.moment || year.reading.fixed || year.reading.moment->grain != unit::year) return false;
    const MeaningKind kind = year.match.meaning.kind;
    if (kind != MeaningKind::shift && kind != MeaningKind::period) return false;
    if (is_owner_of(at, year.match, match)) return true;
    if (match.first < year.match.last + 2 || match.first > year.match.last + close || at.word(year.match.last) != ",") return false;
    for (std::uint32_t i = year.match.last; i < match.first; ++i)
        if (!between.has(at.word(i))) return false;
    return true;
}

bool is_in_year_before(const LookedUp& at, const Read& year, const Match& match, const Read& read) {
    const Meaning& m = read.match.meaning;
    if (m.kind != MeaningKind::date || is_by_writing(m, read.direction)) return false;
    if (said(m.which) || said(m.year) || said(m.short_year)) return false;
    return (said(m.month) || said(m.season) || said(m.feast)) && lies_in_year_before(at, year, match);
}

bool is_past_midnight(const std::optional<Moment>& named, const Read& read) {
    constexpr int evening = 17 * 60, noon = 12 * 60;
    const Meaning& m = read.match.meaning;
    const auto& moment = read.reading.moment;
    if (m.kind != MeaningKind::date || said(m.day) || said(m.weekday) || said(m.month) || read.direction >= 0 || read.reading.lean != Lean::story) return false;
    if (!named || !moment || moment->days != named->days || moment->grain != unit::day) return false;
    const auto &left = named->edtf.date.minute, &came = moment->edtf.date.minute;
    return left && came && *left >= evening && *came < noon;
}

bool is_name_of_day(const LookedUp& at, const Read& day, const Read& name) {
    const Meaning& m = name.match.meaning;
    const auto &moment = day.reading.moment, &called = name.reading.moment;
    if (is_weekday_alone(m) && moment && called && moment->grain == unit::day && moment->edtf.kind == Edtf::Kind::date && weekday(moment->days.first) == m.weekday) {
        if (name.match.first < day.match.last + 2 || at.word(day.match.last) != "," || !said(day.match.meaning.day)) return false;
        if (name.match.first == day.match.last + 2) return at.word(day.match.last + 1) == "a";
        return name.match.first <= day.match.last + 4 && at.word(name.match.first - 1) == "holiday";  // "25 August, the bank holiday Monday"
    }
    if (m.kind != MeaningKind::date || !said(m.feast) || said(m.year) || said(m.which) || said(m.unit) || said(m.nth)) return false;
    if (!moment || !called || moment->grain != unit::day || moment->edtf.kind != Edtf::Kind::date || called->days == moment->days) return false;
    return name.match.first == day.match.last + 1 && at.word(day.match.last) == "," && day.match.meaning.kind == MeaningKind::date && said(day.match.meaning.day);
}

bool is_backward_range(const LookedUp& at, const Read& first, const Read& second) {
    return first.reading.moment && second.reading.moment && !second.reading.fixed && second.reading.lean != Lean::nothing &&
           said(second.match.meaning.month) && second.reading.moment->days.last < first.reading.moment->days.first &&
           is_range(at, first.match, second.match);
}

bool ends_quarter(const LookedUp& at, const Read& quarter, const Read& end) {
    if (quarter.match.meaning.kind != MeaningKind::period || quarter.match.meaning.unit != unit::quarter || !end.reading.moment)
        return false;
    if (end.reading.moment->grain != unit::day || end.match.first != quarter.match.last + 1) return false;
    return at.word(quarter.match.last) == "ended" || at.word(quarter.match.last) == "ending";
}

bool is_day_beside(const LookedUp& at, const Read& day, const Read& count) {
    static constexpr FixedWords closing{",", ".", ";", ":"};
    const Meaning &named = day.match.meaning, &m = count.match.meaning;
    if (m.kind != MeaningKind::shift || m.base != base::story || !said(m.n) || !count.reading.moment) return false;
    if (named.kind != MeaningKind::date || !said(named.day) || !said(named.month) || !day.reading.moment || day.reading.moment->grain > unit::day) return false;
    if (count.match.first != day.match.last + 1 || at.word(day.match.last) != ",") return false;
    return count.match.last >= at.size() || closing.has(at.word(count.match.last));
}

bool restates(const LookedUp& at, const Read& count, const Read& result) {
    const Meaning& m = count.match.meaning;
    if (m.kind != MeaningKind::shift || m.base != base::story || !said(m.n) || m.unit < unit::day || !count.reading.moment)
        return false;
    if (!result.reading.moment || !result.reading.fixed || result.reading.moment->grain > unit::year) return false;
    std::uint32_t i = count.match.last;
    const auto skip = [&](std::string_view word) { i += i < result.match.first && at.word(i) == word; };
    skip(",");
    skip("in");
    skip("on");
    const DayRange counted = count.reading.moment->days, stated = result.reading.moment->days;
    return i == result.match.first && (counted.last < stated.first || stated.last < counted.first);
}

bool names_day_of_count(const LookedUp& at, const Read& count, const Read& result) {
    const Meaning &m = count.match.meaning, &day = result.match.meaning;
    if (m.kind != MeaningKind::shift || m.base != base::story || !said(m.n) || m.unit < unit::week || m.unit > unit::month) return false;
    if (!count.reading.moment || !result.reading.moment || result.reading.moment->grain > unit::day || result.aside) return false;
    if (day.kind != MeaningKind::date || !said(day.day) || said(day.which)) return false;
    const std::uint32_t i = count.match.last;
    return i + 2 == result.match.first && at.word(i) == "," && at.word(i + 1) == "on" && result.reading.lean != Lean::said;
}

bool counts_to_day_before(const LookedUp& at, const Read& day, const Read& count) {
    const Meaning &m = count.match.meaning, &named = day.match.meaning;
    if (m.kind != MeaningKind::shift || m.base != base::story || m.toward != toward::future || !said(m.n) || m.unit < unit::day) return false;
    if (named.kind != MeaningKind::date || !said(named.day) || !said(named.month) || day.aside || !day.reading.moment || day.reading.moment->grain != unit::day) return false;
    const std::uint32_t first = count.match.first, last = count.match.last;
    return first == day.match.last + 1 && at.word(first - 1) == "," && last < at.size() && (at.word(last) == "," || at.word(last) == ".");
}

bool is_backward_week(const LookedUp& at, const Read& first, const Read& second) {
    return is_weekday_alone(first.match.meaning) && is_weekday_alone(second.match.meaning) && first.reading.moment && second.reading.moment &&
           second.reading.moment->days.first < first.reading.moment->days.first && is_range(at, first.match, second.match);
}

void straighten_week(Read& first, Read& second, Day written) {
    const Day begin = first.reading.moment->days.first, end = second.reading.moment->days.first;
    const bool running = second.direction < 2 && end >= written && weekday_before(end, first.match.meaning.weekday) <= written;
    const bool back = running || (second.direction < 0 && begin <= written);
    Reading& wrong = back ? first.reading : second.reading;
    const EdtfDate old = wrong.moment->edtf.date;
    wrong.moment = moment_of_day(back ? weekday_before(end, first.match.meaning.weekday) : weekday_after(begin, second.match.meaning.weekday));
    wrong.timex.replace(0, wrong.moment->timex.size(), wrong.moment->timex);
    wrong.moment->edtf.date.minute = old.minute;
    wrong.moment->edtf.date.utc_offset = old.utc_offset;
}

Moment quarter_to(Day end) {
    Moment quarter = enclosing(end - 45, unit::quarter);
    if (std::abs(quarter.days.last - end) <= 7) return quarter;
    const Civil last = to_civil(end);
    const Civil first = add_months({last.year, last.month, 1}, -2);
    quarter.edtf = edtf_interval(edtf_month(first.year, first.month), edtf_month(last.year, last.month));
    quarter.days = {to_day(first), to_day({last.year, last.month, days_in_month(last.year, last.month)})};
    return quarter;
}

}  // namespace annals
