#include "importers/extract/dates/reading.h"

namespace annals {
namespace {

std::string count_text(int n, int eighths) {
    if (!said(n)) return "X";
    if (!said(eighths) || eighths == 0) return std::to_string(n);
    return std::to_string(n) + (eighths == 4 ? ".5" : eighths == 2 ? ".25" : ".75");
}

Reading read_vague(const Meaning& meaning) {
    Reading reading;
    reading.timex = meaning.when == vague::past ? "PAST_REF" : meaning.when == vague::future ? "FUTURE_REF" : "PRESENT_REF";
    reading.undated_because = "names no day";
    return reading;
}

}  // namespace

namespace {

constexpr int noon = 12 * 60, small_hours = 5 * 60;

// "four in the afternoon", "eleven at night", "twelve at night"
int in_part_of_day(int minute, int part) {
    if (minute >= 13 * 60) return minute;
    if (part == day_part::morning) return minute % noon;
    if (part == day_part::night) return minute % noon < small_hours ? minute % noon : minute % noon + noon;
    return part == day_part::afternoon || part == day_part::evening ? minute % noon + noon : minute;
}

// "9pm yesterday", "at 4am today", "11pm last night"; "2am last night" is of the day that the night ends in.
Reading with_clock(const Meaning& meaning, Reading reading) {
    const std::optional<int> minute = minute_of(meaning);
    if (!minute || *minute >= 24 * 60 || !reading.moment || reading.moment->grain != unit::day || reading.moment->edtf.kind != Edtf::Kind::date) return reading;
    const bool over_midnight = meaning.day_part == day_part::night && *minute < small_hours && reading.moment->days.first < max_day;
    reading.moment = moment_of_day(reading.moment->days.first + over_midnight);
    reading.type = TimexType::time;
    reading.timex = reading.moment->timex + timex_clock(*minute);
    if (is_of_either_half(meaning)) return reading;
    reading.moment->edtf.date.minute = *minute;
    if (said(meaning.zone)) reading.moment->edtf.date.utc_offset = meaning.zone;
    return reading;
}

}  // namespace

std::optional<int> minute_of(const Meaning& m) {
    std::optional<int> minute;
    if (said(m.clock))
        minute = m.clock;
    else if (said(m.hour))
        minute = m.hour * 60 + (said(m.minute) ? m.minute : said(m.past_hour) ? m.past_hour : said(m.to_hour) ? -m.to_hour : 0);
    if (minute && *minute < 0) *minute += noon;
    if (minute && said(m.pm) && *minute < 13 * 60) *minute = *minute % 720 + (m.pm ? 720 : 0);
    if (minute && !said(m.pm) && said(m.day_part)) *minute = in_part_of_day(*minute, m.day_part);
    return minute;
}

bool is_of_either_half(const Meaning& m) { return (said(m.past_hour) || said(m.to_hour)) && !said(m.pm) && !said(m.day_part) && m.hour <= 12; }

std::string timex_clock(int minute) {
    const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
    return "T" + two(minute / 60) + ":" + two(minute % 60);
}

Reading read_meaning(const Meaning& meaning, const Setting& setting) {
    switch (meaning.kind) {
        case MeaningKind::date:
            return read_date(meaning, setting);
        case MeaningKind::period:
            return with_clock(meaning, read_period(meaning, setting));
        case MeaningKind::shift:
            return with_clock(meaning, read_shift(meaning, setting));
        case MeaningKind::window:
            return read_window(meaning, setting);
        case MeaningKind::duration:
            return read_duration(meaning);
        case MeaningKind::repeated:
            return read_repeated(meaning);
        case MeaningKind::vague:
            return read_vague(meaning);
        case MeaningKind::nothing:
            break;
    }
    return {};
}

std::string timex_length(int n, int eighths, int unit) {
    switch (unit) {
        case unit::second:
            return "PT" + count_text(n, eighths) + "S";
        case unit::minute:
            if (said(n) && eighths == 4) return "PT" + std::to_string(n) + "M30S";
            return "PT" + count_text(n, eighths) + "M";
        case unit::hour:
            if (said(n) && eighths == 4) return "PT" + (n ? std::to_string(n) + "H" : "") + "30M";
            return "PT" + count_text(n, eighths) + "H";
        case unit::day:
            return "P" + count_text(n, eighths) + "D";
        case unit::weekend:
            return "P" + count_text(n, eighths) + "WE";
        case unit::week:
            return "P" + count_text(n, eighths) + "W";
        case unit::fortnight:
            return said(n) ? "P" + std::to_string(2 * n) + "W" : "PXW";
        case unit::month:
            return "P" + count_text(n, eighths) + "M";
        case unit::quarter:
            return "P" + count_text(n, eighths) + "Q";
        case unit::season:
            return said(n) ? "P" + std::to_string(3 * n) + "M" : "PXM";
        case unit::half:
            return said(n) ? "P" + std::to_string(6 * n) + "M" : "PXM";
        case unit::year:
            if (said(n) && eighths == 4) return "P" + (n ? std::to_string(n) + "Y" : "") + "6M";
            return "P" + count_text(n, eighths) + "Y";
        case unit::decade:
            return said(n) ? "P" + std::to_string(10 * n) + "Y" : "PXDE";
        case unit::century:
            return said(n) ? "P" + std::to_string(100 * n) + "Y" : "PXCE";
        case unit::millennium:
            return said(n) ? "P" + std::to_string(1000 * n) + "Y" : "PXML";
        default:
            return "PXX";
    }
}

std::string timex_day_part(int day_part) {
    switch (day_part) {
        case day_part::morning:
            return "TMO";
        case day_part::midday:
            return "T12:00";
        case day_part::afternoon:
            return "TAF";
        case day_part::evening:
            return "TEV";
        case day_part::night:
            return "TNI";
        case day_part::midnight:
            return "T24:00";
        case day_part::daytime:
            return "TDT";
        case day_part::dawn:
            return "TMO";
        default:
            return "";
    }
}

Reading read_duration(const Meaning& meaning) {
    Reading reading;
    reading.type = TimexType::duration;
    reading.timex = timex_length(meaning.n, meaning.eighths, meaning.unit);
    reading.undated_because = "a bare duration";
    return reading;
}

Reading read_repeated(const Meaning& meaning) {
    Reading reading;
    reading.type = TimexType::set;
    reading.undated_because = "a repetition";
    const std::string part = said(meaning.day_part) ? timex_day_part(meaning.day_part) : "";
    if (said(meaning.weekday))
        reading.timex = "XXXX-WXX-" + std::to_string(meaning.weekday) + part;
    else if (said(meaning.month))
        reading.timex = std::string("XXXX-") + (meaning.month < 10 ? "0" : "") + std::to_string(meaning.month);
    else if (said(meaning.season))
        reading.timex = std::string("XXXX-") + (meaning.season == 21   ? "SP"
                                                : meaning.season == 22 ? "SU"
                                                : meaning.season == 23 ? "FA"
                                                                       : "WI");
    else if (said(meaning.quarter))
        reading.timex = "XXXX-Q" + std::to_string(meaning.quarter);
    else if (!part.empty())
        reading.timex = "XXXX-XX-XX" + part;
    else
        reading.timex = timex_length(said(meaning.n) ? meaning.n : 1, unsaid, meaning.unit);
    return reading;
}

}  // namespace annals
