#include "importers/extract/dates/business_year.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace annals {
namespace {

bool in(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::uint32_t near = 12;  // tokens between "fiscal year" and its day
constexpr int by_its_start = 12;    // added to the first month of years that are named for the one in which they begin

// What a text says of a business year: the month after its last, and whether it says so outright or of one of its quarters.
struct Stated {
    int start = 0;  // 0: nothing
    bool outright = false;
    bool bare = false;  // only of a year: it counts where a business year is spoken of
};

struct Words {
    std::string_view text;
    const Sentence& sentence;
    std::string operator[](std::uint32_t i) const { return i < sentence.tokens.size() ? fold(words(text, sentence.tokens[i].span)) : std::string(); }
};

// "31 March", "the end of March", "March": the year ends with that month; years of whole weeks end within days of its end.
int month_behind(const Meaning& date) { return said(date.day) && date.day <= 7 ? (date.month + 10) % 12 + 1 : date.month; }

// "ended on", "closes each", "to": 1; "begins on", "from": -1; where the word stands.
int bound_before(const Words& at, std::uint32_t first, std::uint32_t& place) {
    static constexpr FixedWords all{"ended",  "ends",  "ending",  "end",      "closed", "closes", "closing", "close",     "finishes", "to",   "through", "until", "is",
                                    "was",    "begins", "began",  "beginning", "begin", "starts", "started", "starting",  "start",    "opens", "runs",   "from",  "commences",
                                    "on",     "in",    "at",      "the",      "each",   "every",  "of",      "its",       "their",    "our",  "last",    "first", "day", "with"};
    for (std::uint32_t i = first; i-- > 0 && first - i <= 5;) {
        if (!all.may_have(words(at.text, at.sentence.tokens[i].span))) return 0;
        const std::string word = at[i];
        place = i;
        if (in(word, {"ended", "ends", "ending", "end", "closed", "closes", "closing", "close", "finishes", "to", "through", "until", "is", "was"})) {
            if (word == "end" && i > 0 && in(at[i - 1], {"the", "each"})) continue;
            return 1;
        }
        if (in(word, {"begins", "began", "beginning", "begin", "starts", "started", "starting", "start", "opens", "runs", "from", "commences"})) return -1;
        if (!in(word, {"on", "in", "at", "the", "each", "every", "of", "its", "their", "our", "end", "last", "first", "day", "with"})) return 0;
    }
    return 0;
}

// "fiscal year", "financial year-end", "fiscal 2022"; "books" and "accounts" that are made up or closed.
bool is_business_year(const Words& at, std::uint32_t i) {
    const std::string word = at[i], next = at[i + 1];
    if (in(word, {"fiscal", "financial", "business", "accounting"}))
        return in(next, {"year", "years"}) || (!next.empty() && at.sentence.tokens[i + 1].kind == TokenKind::number);
    if (word == "year" && next == "-" && at[i + 2] == "end") return true;
    if (word == "year" && i > 0 && in(at[i - 1], {"its", "our", "their"})) return in(next, {"runs", "ran", "run"});
    if (word != "books" && word != "accounts") return false;
    for (std::uint32_t k = i; k-- > 0 && i - k <= 4;)
        if (in(at[k], {"make", "makes", "made", "draws", "draw", "close", "closes", "closed", "balances"})) return true;
    return in(next, {"close", "closed", "are", "run", "runs", "ran"});
}

// "the three months ended Dec. 31, the second quarter of its fiscal year": the months that are left of that year.
int months_left(const Meaning& part) {
    const bool of_business = part.fiscal == 1 && (said(part.of_unit) || said(part.year));
    return of_business && said(part.quarter) ? 3 * (4 - part.quarter) : of_business && said(part.half) ? 6 * (2 - part.half) : -1;
}

// "The third quarter of fiscal 2014, ended January 31, 2015", "fiscal 2014 ended on January 31, 2015": the year that it ends in is not its name.
int named_by(const std::vector<Match>& matches, std::size_t i, int months_left) {
    const Meaning& last = matches[i].meaning;
    if (i == 0 || !said(last.year) || !said(last.month)) return 0;
    const Meaning& named = matches[i - 1].meaning;
    const bool in_two_years = said(named.to_n);  // "the financial year 2018/19"
    if (named.kind != MeaningKind::date || named.fiscal != 1 || !said(named.year) || in_two_years) return 0;
    const Civil end = add_months({last.year, month_behind(last), 1}, months_left - (last.month == 1 && month_behind(last) == 12 ? 12 : 0));
    return end.year == named.year + 1 ? by_its_start : 0;
}

bool only_joins(const Words& at, std::uint32_t first, std::uint32_t last) {
    if (last < first || last - first > 4) return false;
    for (std::uint32_t i = first; i < last; ++i)
        if (!in(at[i], {",", "(", ")", "that", "which", "ended", "ending", "ends", "closed", "to", "on", "at", "year", "-"})) return false;
    return true;
}

// "the second quarter of our financial year"
bool is_of_part(const Words& at, std::uint32_t noun) {
    for (std::uint32_t k = noun; k-- > 0 && noun - k <= 4;)
        if (in(at[k], {"quarter", "half"})) return true;
    return false;
}

// "our results for a year to 31 May"
bool is_year_of_results(const Words& at, std::uint32_t bound) {
    constexpr std::uint32_t close = 6;
    if (bound < 3 || (at[bound - 1] != "year" && at[bound - 1] != "half-year") || !in(at[bound], {"to", "ended", "ending"})) return false;
    for (std::uint32_t k = bound - 1; k-- > 0 && bound - k <= close;)
        if (in(at[k], {"results", "accounts"})) return true;
    return false;
}

Stated stated_by(const Words& at, const std::vector<Match>& matches, std::size_t i) {
    const Match& match = matches[i];
    std::uint32_t place = 0;
    const int bound = bound_before(at, match.first, place);
    const bool range = i > 0 && place == matches[i - 1].last && said(matches[i - 1].meaning.month) && at[place] != "is";  // "July to September"
    if (bound == 0 || range) return {};
    const int ends = month_behind(match.meaning);
    const bool of_every_year = in(at[place], {"ends", "closes", "finishes"});  // "the second quarter of its business year, which ends on 30 June"
    if (bound > 0 && i > 0 && !of_every_year && only_joins(at, matches[i - 1].last, match.first))
        if (const int left = months_left(matches[i - 1].meaning); left >= 0) return {(ends + left) % 12 + 1 + named_by(matches, i, left), false};
    if (bound > 0 && i + 1 < matches.size() && only_joins(at, match.last, matches[i + 1].first))
        if (const int left = months_left(matches[i + 1].meaning); left >= 0) return {(ends + left) % 12 + 1, false};
    if (bound > 0 && is_year_of_results(at, place) && (!said(match.meaning.day) || match.meaning.day >= 28 || match.meaning.day <= 5)) {
        const bool half = at[place - 1] == "half-year" || (at[place - 2] == "-" && at[place - 3] == "half") || at[place - 2] == "half";
        return {(ends + (half ? 6 : 0)) % 12 + 1, false};
    }
    // "Our year to 30 June", "the twelve months ended June 30": no calendar year.
    const bool whole = place > 1 && ((at[place - 1] == "year" && at[place] == "to") || (at[place - 1] == "months" && in(at[place - 2], {"twelve", "12"})));
    if (bound > 0 && whole && said(match.meaning.day) && match.meaning.day >= 25 && in(at[place], {"to", "ended", "ending"})) return {ends % 12 + 1, false, at[place - 2] != "our"};
    for (std::uint32_t k = place + 1; k-- > 0 && place - k <= near;) {
        if (at[k] == ";" || (!at[place].ends_with('s') && in(at[k], {"quarter", "half", "months", "weeks"}))) break;
        if (!is_business_year(at, k)) continue;
        if (!at[place].ends_with('s') && is_of_part(at, k)) break;  // "... which closes on 31 March" is of the year
        if (bound < 0) return {said(match.meaning.day) && match.meaning.day >= 25 ? match.meaning.month % 12 + 1 : match.meaning.month, true};
        return {ends % 12 + 1 + named_by(matches, i, 0), true};
    }
    return {};
}

}  // namespace

int business_year_start(std::string_view text, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches) {
    int start = 1, bare = 1;
    bool spoken_of = false;
    for (const SentenceMatches& found : matches)
        for (std::size_t i = 0; i < found.matches.size(); ++i) {
            spoken_of = spoken_of || found.matches[i].meaning.fiscal == 1;
            if (!said(found.matches[i].meaning.month)) continue;
            const Stated stated = stated_by({text, sentences[found.sentence]}, found.matches, i);
            if (stated.outright) return stated.start;
            int& known = stated.bare ? bare : start;
            if (stated.start && known == 1) known = stated.start;
        }
    return start == 1 && spoken_of ? bare : start;
}

Moment in_business_year(const Moment& calendar, int first_month) {
    const Civil start = to_civil(calendar.days.first), last = to_civil(calendar.days.last);
    const Civil from = add_months({start.year, start.month, 1}, first_month - 13);
    const Civil to = add_months({last.year, last.month, 1}, first_month - 13);
    Moment moment = calendar;
    moment.edtf = edtf_interval(edtf_month(from.year, from.month), edtf_month(to.year, to.month));
    moment.days = {to_day(from), to_day({to.year, to.month, days_in_month(to.year, to.month)})};
    return moment;
}

std::optional<int> business_year_told(const Setting& setting) {
    if (setting.fiscal_start == 1 || !setting.mention || setting.mention->grain > unit::year) return std::nullopt;
    const DayRange days = setting.mention->days;
    const Civil behind = to_civil(std::min(days.last, max_day - 1) + 1);
    const bool named_by_start = setting.fiscal_start > by_its_start;
    const bool ends_there = behind.month == setting.fiscal_start - (named_by_start ? by_its_start : 0) && behind.day == 1;
    if (!ends_there || (days.first != days.last && setting.mention->grain < unit::year)) return std::nullopt;
    return to_civil(days.last).year - named_by_start;
}

std::optional<int> business_year_reported(const Setting& setting) {
    constexpr Day lately = 150;
    if (setting.fiscal_start == 1 || !setting.said || setting.narrative) return std::nullopt;
    const auto number = business_year(which::last, setting);
    if (!number || *number <= min_year || *number > max_year) return std::nullopt;
    const Day end = to_day({*number, setting.fiscal_start, 1}) - 1;
    return end < setting.said->days.first && end >= setting.said->days.first - lately ? number : std::nullopt;
}

std::optional<int> business_year(int which, const Setting& setting) {
    if (!setting.said) return std::nullopt;
    const Civil today = to_civil(setting.said->days.first);
    const bool named_by_start = setting.fiscal_start > by_its_start;
    const int first_month = setting.fiscal_start - (named_by_start ? by_its_start : 0);
    const int current = today.year + (today.month >= first_month && first_month > 1) - named_by_start;
    switch (which) {
        case which::last:
        case which::past:
        case which::previous:
            return current - 1;
        case which::next:
        case which::coming:
        case which::following:
            return current + 1;
        case which::before_last:
            return current - 2;
        case which::after_next:
            return current + 2;
        default:
            return current;
    }
}

}  // namespace annals
