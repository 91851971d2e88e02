#include "importers/extract/dates/page_stamps.h"

#include "core/text/fixed_words.h"

#include <algorithm>
#include <cstdlib>

namespace annals {
namespace {

constexpr int day_of_minutes = 24 * 60, half_day = 12 * 60;
/// Offsets of the clocks of the world.
constexpr int least_offset = -12 * 60, most_offset = 14 * 60;

bool has_clock(const Meaning& m) { return m.kind == MeaningKind::date && (said(m.hour) || said(m.clock)); }

bool names_date(const Meaning& m) {
    for (const int part : {m.year, m.month, m.day, m.which, m.feast, m.numeric, m.iso, m.nth, m.of_unit})
        if (said(part)) return true;
    return false;
}

std::optional<int> minute_of(const Reading& reading) {
    if (!reading.moment || reading.moment->edtf.kind != Edtf::Kind::date) return std::nullopt;
    return reading.moment->edtf.date.minute;
}

void put_on(Day day, int minute, std::optional<int> offset, Reading& reading) {
    reading.moment = moment_of_day(day);
    reading.moment->edtf.date.minute = minute;
    reading.timex = timex_value(reading.moment->edtf.date);
    reading.moment->edtf.date.utc_offset = offset;
}

Day nearest_weekday(Day to, int wanted) {
    constexpr int week = 7, half_week = 3;
    return to + (wanted - weekday(to) + week + half_week) % week - half_week;
}

// What lies between "9 p.m." and "3 p.m. ET": " in Lagos,", " (", " local time, or ".
bool parts_clocks(const LookedUp& at, const Match& a, const Match& b, bool stamped) {
    constexpr std::uint32_t longest = 7;
    if (b.first <= a.last || b.first - a.last > longest) return false;
    const std::string_view last = at.word(b.first - 1);
    const bool bracket = last == "(" || (b.first > a.last + 2 && last == "-" && at.word(b.first - 2) == "LRB");
    bool mark = bracket, place = false;
    for (std::uint32_t i = a.last; i < b.first; ++i) {
        const std::string_view word = at.word(i);
        static constexpr FixedWords marks{",", "(", "/", "or", "-", "LRB"};
        static constexpr FixedWords small{"in", "local", "time"};
        if (marks.has(word)) {
            mark = mark || word == "," || word == "/" || word == "or";
            continue;
        }
        if (!small.has(word) && !(*at.tokens)[i].capital) return false;
        place = true;
    }
    if (!mark || !(said(b.meaning.zone) || bracket)) return false;
    return bracket || stamped || place || said(a.meaning.zone);  // "at 9 a.m., 3 p.m. ET" are two
}

// "(Update 3:40 p.m.", or the head of an entry.
bool is_stamp(const LookedUp& at, const Match& match) {
    const Meaning& m = match.meaning;
    if (!has_clock(m) || names_date(m)) return false;
    if (match.first == 0) return match.rule->name == "clock_of_line";
    static constexpr FixedWords between{"at", ":", ","};
    static constexpr FixedWords stamps{"update", "updated", "posted"};
    const std::uint32_t before = match.first - 1 - std::uint32_t{match.first > 1 && between.has(at.word(match.first - 1))};
    return stamps.has_in_any_case(at.word(before));
}

int minute_said(const Meaning& m) {
    const int minute = said(m.clock) ? m.clock : m.hour * 60;
    return said(m.pm) && minute < 13 * 60 ? minute % half_day + (m.pm ? half_day : 0) : minute;
}

}  // namespace

void PageStamps::find(std::string_view text, const RuleSet& rules, std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches, Day written) {
    constexpr int slack = 45;  // minutes that a stamp may be out of order
    LookedUp at{text, &rules.lexicon};
    for (const SentenceMatches& in : matches) {
        at.tokens = &sentences[in.sentence].tokens;
        const auto found = std::find_if(in.matches.begin(), in.matches.end(), [&](const Match& match) { return is_stamp(at, match); });
        if (found != in.matches.end()) stamps_.push_back({in.sentence, found->first, minute_said(found->meaning), found->meaning.zone, found->meaning.weekday, 0});
    }
    const auto step_to = [&](std::size_t i) {  // of one clock; those of two places tell nothing here
        return i > 0 && stamps_[i].zone == stamps_[i - 1].zone ? stamps_[i].minute - stamps_[i - 1].minute : 0;
    };
    int up = 0, down = 0;
    for (std::size_t i = 1; i < stamps_.size(); ++i) {
        const int step = step_to(i);
        if (step != 0 && std::abs(step) <= half_day) ++(step > 0 ? up : down);
    }
    const bool newest_first = down >= up;
    std::optional<Day> base;  // the day of the first stamp
    Day apart = 0;            // of the stamp at hand from it
    for (std::size_t i = 0; i < stamps_.size(); ++i) {
        Stamp& stamp = stamps_[i];
        const int step = step_to(i);
        if (newest_first && step > slack) --apart;
        if (!newest_first && step < -slack) ++apart;
        if (said(stamp.weekday)) {
            const Day named = nearest_weekday(written, stamp.weekday);
            if (!base) base = named - apart;
            apart = named - *base;
            if (named > written) beyond_ = std::max(beyond_.value_or(named), named);
        }
        stamp.day = apart;
    }
    const bool closes = newest_first && !stamps_.empty() && stamps_[0].minute == 0;  // "0000": the end of the page's day
    for (Stamp& stamp : stamps_) stamp.day += base.value_or(written + closes);
}

bool PageStamps::settle(std::uint32_t sentence, const Match& match, Reading& reading) {
    while (next_ < stamps_.size() && stamps_[next_].sentence < sentence) ++next_;
    if (next_ == stamps_.size() || stamps_[next_].sentence != sentence || stamps_[next_].first != match.first) return false;
    const Stamp& stamp = stamps_[next_++];
    if (!minute_of(reading)) return false;
    put_on(stamp.day, *minute_of(reading), reading.moment->edtf.date.utc_offset, reading);
    reading.lean = Lean::said;
    return true;
}

bool settle_second_clock(const LookedUp& at, bool stamped, Read& first, Read& second) {
    const Meaning &a = first.match.meaning, &b = second.match.meaning;
    if (!has_clock(a) || !has_clock(b) || names_date(b)) return false;
    const std::optional<int> there = minute_of(first.reading), here = minute_of(second.reading);
    if (!there || !here || !parts_clocks(at, first.match, second.match, stamped)) return false;
    constexpr int quarter = 15;
    const bool exact = (*there - *here) % quarter == 0;
    if (!exact && !stamped) return false;
    if (said(b.weekday) && !said(a.weekday) && !stamped) {  // "8 p.m. ET/5 p.m. PT on Friday"
        const std::optional<int> own = first.reading.moment->edtf.date.utc_offset;
        put_on(second.reading.moment->days.first, *there, own, first.reading);
    }
    std::optional<int>& offset = first.reading.moment->edtf.date.utc_offset;
    Day day = first.reading.moment->days.first;
    int ahead = (*there - *here) % day_of_minutes;  // of the first clock before the second
    if (said(b.zone) && !offset) {
        int best = 2 * day_of_minutes;
        for (int apart = ahead - day_of_minutes; apart <= ahead + day_of_minutes; apart += day_of_minutes) {
            const int wanted = b.zone + apart;
            if (wanted >= least_offset && wanted <= most_offset && std::abs(wanted) < std::abs(best)) best = wanted;
        }
        if (best > most_offset) return false;
        ahead = best - b.zone;
        if (exact) offset = best;
    } else if (said(b.zone)) {
        ahead = *offset - b.zone;
        if (!stamped && (*there - *here - ahead) % day_of_minutes != 0) return false;  // two instants
    } else {
        if (ahead > half_day) ahead -= day_of_minutes;
        if (ahead < -half_day) ahead += day_of_minutes;
    }
    const int minute = *there - ahead;
    day += minute < 0 ? -1 : minute >= day_of_minutes ? 1 : 0;
    put_on(said(b.weekday) ? nearest_weekday(day, b.weekday) : day, *here, said(b.zone) ? std::optional(b.zone) : std::nullopt, second.reading);
    second.reading.lean = first.reading.lean;
    return true;
}

void take_days_behind(const LookedUp& at, std::vector<Read>& reads) {
    constexpr std::uint32_t close = 6;
    const auto leads_to = [&](std::uint32_t from, std::uint32_t to) {
        static constexpr FixedWords small{")", "RRB", "-", "in", ",", "local", "time", "on"};
        if (to <= from + 1 || to - from > close || at.word(to - 1) != "on") return false;
        for (std::uint32_t i = from; i < to; ++i)
            if (!small.has(at.word(i)) && !(*at.tokens)[i].capital) return false;
        return true;
    };
    for (std::size_t i = 0; i + 1 < reads.size(); ++i) {
        const Meaning& m = reads[i].match.meaning;
        if (!has_clock(m) || names_date(m) || said(m.weekday) || !minute_of(reads[i].reading)) continue;
        const bool second = i + 2 < reads.size() && has_clock(reads[i + 1].match.meaning) && !names_date(reads[i + 1].match.meaning) &&
                            parts_clocks(at, reads[i].match, reads[i + 1].match, false);
        const Read& day = reads[i + 1 + std::size_t{second}];
        const Meaning& named = day.match.meaning;
        const bool whole = named.kind == MeaningKind::date && (said(named.weekday) || said(named.day)) && !has_clock(named) && !said(named.day_part);
        if (!whole || !day.reading.moment || day.reading.moment->grain > unit::day) continue;
        if (!leads_to(reads[i + std::size_t{second}].match.last, day.match.first)) continue;
        const std::optional<int> offset = reads[i].reading.moment->edtf.date.utc_offset;
        put_on(day.reading.moment->days.first, *minute_of(reads[i].reading), offset, reads[i].reading);
        reads[i].reading.lean = day.reading.lean;
        if (second) settle_second_clock(at, false, reads[i], reads[i + 1]);
    }
}

void settle_daily_clocks(const LookedUp& at, std::vector<Read>& reads) {
    constexpr std::uint32_t close = 4;
    if (std::none_of(reads.begin(), reads.end(), [](const Read& read) { return read.match.meaning.kind == MeaningKind::repeated; })) return;
    const auto comes_daily = [](const Read& read) { return read.match.meaning.kind == MeaningKind::repeated || read.reading.undated_because == comes_again; };
    const auto settle = [&](const Read& beside, Read& read, std::uint32_t from, std::uint32_t to) {
        const Meaning& m = read.match.meaning;
        if (!comes_daily(beside) || !has_clock(m) || names_date(m) || said(m.weekday) || !read.reading.moment || to < from || to - from > close) return;
        for (std::uint32_t i = from; i < to; ++i) {
            static constexpr FixedWords joints{"at", "from", "between", "to", "until", "and", "or", "about", "around", "in", "-", "\u2013", "the", "(", "LRB"};
            if (!joints.has(at.word(i)) && !(*at.tokens)[i].capital) return;
        }
        const std::size_t clock = read.reading.timex.find('T');
        if (clock == std::string::npos) return;
        read.reading.timex = "XXXX-XX-XX" + read.reading.timex.substr(clock);
        read.reading.moment.reset();
        read.reading.undated_because = comes_again;
        read.reading.lean = Lean::nothing;
    };
    for (std::size_t i = 1; i < reads.size(); ++i) settle(reads[i - 1], reads[i], reads[i - 1].match.last, reads[i].match.first);
    for (std::size_t i = reads.size(); i-- > 1;) settle(reads[i], reads[i - 1], reads[i - 1].match.last, reads[i].match.first);
}

}  // namespace annals
