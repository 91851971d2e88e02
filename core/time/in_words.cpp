// Dates in English words. Not finer than the date and not coarser: what is open, doubtful or only about so is said.
#include "core/time/date.h"

#include <array>

namespace annals {
namespace {

constexpr std::array ordinals = {"first", "second", "third", "fourth"};

/// Astronomical year in the reader's count: "216 BC", "AD 79" (before 1000), "1994".
std::string year_words(int year) {
    if (year <= 0) return std::to_string(1 - year) + " BC";
    return (year < 1000 ? "AD " : "") + std::to_string(year);
}

std::string ordinal_number(int n) {
    const bool teen = n % 100 >= 11 && n % 100 <= 13;
    return std::to_string(n) + (teen || n % 10 == 0 || n % 10 > 3 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : "rd");
}

std::string decade_words(int year) {
    if (year >= 100) return "the " + std::to_string(year) + "s";
    if (year > 0) return "the years AD " + std::to_string(year) + " to " + std::to_string(year + 9);
    if (year == 0) return "the years 1 BC to AD 9";
    return "the years " + std::to_string(1 - year) + " to " + std::to_string(-8 - year) + " BC";
}

std::string century_words(int year) {
    return year >= 0 ? ordinal_number(year / 100 + 1) + " century" : ordinal_number(-year / 100 + 1) + " century BC";
}

/// A winter is named by both of its years: "1962–63", "1999–2000", "218–217 BC".
std::string two_years(int year) {
    if (year == 0) return "1 BC–AD 1";
    if (year < 0) return std::to_string(1 - year) + "–" + year_words(year + 1);
    const std::string next = std::to_string(year + 1);
    return year_words(year) + "–" + (year >= 1000 && (year + 1) % 100 != 0 ? next.substr(2) : next);
}

std::string clock_words(int minute) {
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return two(minute / 60) + ":" + two(minute % 60);
}

std::string offset_words(const EdtfDate& date) {
    if (!date.utc_offset) return {};
    const int offset = *date.utc_offset, size = offset < 0 ? -offset : offset;
    if (offset == 0) return " (UTC)";
    const std::string minutes = size % 60 == 0 ? "" : ":" + clock_words(size % 60).substr(3);
    return std::string(" (UTC") + (offset < 0 ? "-" : "+") + std::to_string(size / 60) + minutes + ")";
}

/// "early", "autumn", "September": the part of a year that shares its year with another of its kind; else empty.
std::string part_words(const EdtfDate& date) {
    constexpr std::array seasons = {"spring", "summer", "autumn", "winter"};
    constexpr std::array thirds = {"early", "mid", "late"};
    const auto month = static_cast<std::size_t>(date.month.value_or(0));
    if (month == 0) return {};
    if (month <= 12) return std::string(month_name(*date.month));
    if (month <= 24) return seasons[month - 21];
    if (month <= 32) return std::string("southern ") + seasons[month - 29];
    if (month >= 37 && month <= 39) return thirds[month - 37];
    return {};
}

bool over_new_year(const EdtfDate& date) { return date.month == 24 || date.month == 30; }  // winter; the south's summer

/// One date without its flags. `article`: within a sentence ("from the first half of 2011"), not alone ("first half of 2011").
std::string bare_words(const EdtfDate& date, bool article) {
    const std::string the = article ? "the " : "";
    if (date.unspecified == 2) return the + century_words(date.year);
    if (date.unspecified == 1) return decade_words(date.year);
    if (!date.month) return year_words(date.year);
    const int month = *date.month;
    if (month >= 40) return the + ordinals[static_cast<std::size_t>(month - 40)] + " half of " + year_words(date.year);
    if (month >= 33 && month <= 36) return the + ordinals[static_cast<std::size_t>(month - 33)] + " quarter of " + year_words(date.year);
    if (month == 38) return "mid-" + year_words(date.year);
    const std::string words = part_words(date) + " " + (over_new_year(date) ? two_years(date.year) : year_words(date.year));
    if (!date.day) return words;
    const std::string day = std::to_string(*date.day) + " " + words;
    return date.minute ? clock_words(*date.minute) + " on " + day + offset_words(date) : day;
}

std::string flag_words(const EdtfDate& date) { return std::string(date.doubtful ? "perhaps " : "") + (date.about ? "about " : ""); }

std::string date_words(const EdtfDate& date, bool article = true) { return flag_words(date) + bare_words(date, article); }

/// Two parts of one year that can share it: "August to September 2023", "early to late 1994"; not over New Year, not "mid-".
bool share_year(const EdtfDate& first, const EdtfDate& last) {
    if (part_words(first).empty() || part_words(last).empty() || over_new_year(first) || over_new_year(last)) return false;
    const int a = *first.month, b = *last.month;
    return (a <= 12) == (b <= 12) && (a <= 24) == (b <= 24) && (a <= 32) == (b <= 32) && a != 38 && b != 38;
}

/// The first of two dates, without what it shares with the second: "20" of "20 to 26 September 2023".
std::string first_words(const EdtfDate& first, const EdtfDate& last) {
    if (first.about || first.doubtful || last.about || last.doubtful) return date_words(first);
    if (first.year != last.year) {
        const bool years_bc = !first.month && !last.month && first.unspecified + last.unspecified == 0 && last.year <= 0;
        return years_bc ? std::to_string(1 - first.year) : date_words(first);  // "264 to 241 BC"
    }
    if (first.minute || last.minute) {
        const bool one_day = first.day == last.day && first.month == last.month && first.utc_offset == last.utc_offset;
        return one_day && first.minute && last.minute ? clock_words(*first.minute) : date_words(first);
    }
    if (!share_year(first, last)) return date_words(first);
    if (first.day && last.day && first.month == last.month) return std::to_string(*first.day);
    return (first.day ? std::to_string(*first.day) + " " : "") + part_words(first);
}

std::string range_words(std::string_view before, const EdtfDate& first, std::string_view between, const EdtfDate& last) {
    return std::string(before) + " " + first_words(first, last) + " " + std::string(between) + " " + date_words(last);
}

std::string at_the_earliest(const EdtfDate& date) { return date_words(date, false) + " at the earliest"; }
std::string at_the_latest(const EdtfDate& date) { return date_words(date, false) + " at the latest"; }

std::string interval_words(const Edtf& edtf, bool point) {
    const bool starts = edtf.start.kind == EdtfEnd::Kind::date, ends = edtf.end.kind == EdtfEnd::Kind::date;
    const EdtfDate &start = edtf.start.date, &end = edtf.end.date;
    if (starts && ends && start == end) return (point ? "some time in " : "within ") + date_words(start);
    if (starts && ends) return point ? range_words("between", start, "and", end) : range_words("from", start, "to", end);
    if (point) return starts ? at_the_earliest(start) : at_the_latest(end);
    if (starts) return edtf.end.kind == EdtfEnd::Kind::open ? "since " + date_words(start) : "from " + date_words(start) + ", end unknown";
    return "until " + date_words(end) + (edtf.start.kind == EdtfEnd::Kind::open ? "" : ", beginning unknown");
}

std::string choice_words(const EdtfEnd& first, const EdtfEnd& last) {
    if (first == last) return date_words(first.date);
    if (first.kind != EdtfEnd::Kind::date) return at_the_latest(last.date);
    if (last.kind != EdtfEnd::Kind::date) return at_the_earliest(first.date);
    return range_words("between", first.date, "and", last.date);
}

}  // namespace

std::string in_words(const Date& date) {
    if (!date.dated()) return "undated";
    const EdtfResult parsed = parse_edtf(date.edtf);
    if (!parsed.edtf) return date.edtf;
    const Edtf& edtf = *parsed.edtf;
    const bool point = date.shape == Shape::point;
    if (edtf.kind == Edtf::Kind::interval) return interval_words(edtf, point);
    if (edtf.kind == Edtf::Kind::one_of) {
        std::string words;
        for (std::size_t at = 0; at < edtf.choices.size(); at += 2) {
            if (at > 0) words += at + 2 == edtf.choices.size() ? " or " : ", ";
            words += choice_words(edtf.choices[at], edtf.choices[at + 1]);
        }
        return words;
    }
    const Precision precision = precision_of(edtf.date);
    if (precision <= Precision::day) return date_words(edtf.date);
    if (!point) return flag_words(edtf.date) + "all of " + bare_words(edtf.date, true);
    const bool in_a_year = precision == Precision::year && !edtf.date.about && !edtf.date.doubtful;
    return in_a_year ? "some time in " + bare_words(edtf.date, true) : date_words(edtf.date, false);
}

}  // namespace annals
