#include "importers/extract/genre.h"

#include <algorithm>

namespace annals {

bool is_narrative(const std::vector<SentenceMatches>& matches, const Anchor& anchor) {
    if (!anchor.date.dated() || !anchor.date.start_min) return true;
    const int written = to_civil(*anchor.date.start_min).year;
    int far = 0, near = 0;
    for (const SentenceMatches& in : matches)
        for (const Match& match : in.matches) {
            const Meaning& m = match.meaning;
            if (said(m.year)) {
                const int year = said(m.era) && m.era == era::bc ? 1 - m.year : m.year;
                far += year != written;
            } else if ((m.kind == MeaningKind::period && (m.which == which::last || m.which == which::current || m.which == which::next)) ||
                       (m.kind == MeaningKind::shift && m.base == base::speech) || (m.kind == MeaningKind::date && said(m.weekday))) {
                near += 2;
            }
        }
    return far >= 3 && far > 2 * near;
}

void settle_early_years(std::vector<SentenceMatches>& matches) {
    int evidence = 0, candidates = 0, later_years = 0;
    for (const SentenceMatches& in : matches)
        for (const Match& match : in.matches) {
            const Meaning& m = match.meaning;
            candidates += said(m.early);
            later_years += said(m.year) && m.year >= 1600;
            evidence += said(m.era) || (said(m.century) && m.century <= 12) || (said(m.year) && !said(m.early) && m.year < 1200);
        }
    if (candidates == 0 || evidence > 0 || (candidates >= 3 && later_years == 0)) return;
    for (SentenceMatches& in : matches) {
        for (Match& match : in.matches) {
            if (!said(match.meaning.early)) continue;
            match.meaning.year = match.meaning.early = unsaid;
            --match.last;
        }
        in.matches.erase(std::remove_if(in.matches.begin(), in.matches.end(), [](const Match& match) { return match.first == match.last; }),
                         in.matches.end());
    }
}

int business_year_start(std::string_view text, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches) {
    constexpr std::uint32_t near = 8;
    for (const SentenceMatches& in : matches)
        for (const Match& match : in.matches) {
            const Meaning& m = match.meaning;
            if (!said(m.month) || !said(m.day) || m.day < 28) continue;
            const Tokens& tokens = sentences[in.sentence].tokens;
            bool ends = false;
            for (std::uint32_t i = match.first; i-- > 0 && match.first - i <= 2 * near;) {
                const std::string_view word = words(text, tokens[i].span);
                ends = ends || ((word == "ended" || word == "ends" || word == "ending") && match.first - i <= 3);
                if (!ends && match.first - i > 3) break;
                if (ends && (word == "fiscal" || word == "financial" || word == "Fiscal" || word == "Financial")) return m.month % 12 + 1;
            }
        }
    return 1;
}

bool is_day_first(const std::vector<SentenceMatches>& matches, std::string_view language) {
    int day_first = 0, month_first = 0, words_day_first = 0;
    for (const SentenceMatches& in : matches)
        for (const Match& match : in.matches) {
            if (!said(match.meaning.numeric)) {
                if (match.meaning.kind == MeaningKind::date && said(match.meaning.day) && said(match.meaning.month) && match.rule)
                    words_day_first += match.rule->name.find("day_month") != std::string::npos   ? 1
                                       : match.rule->name.find("month_day") != std::string::npos ? -1
                                                                                                 : 0;
                continue;
            }
            const int first = match.meaning.numeric / 100 % 100, second = match.meaning.numeric % 100;
            day_first += first > 12;
            month_first += second > 12;
        }
    if (day_first != month_first) return day_first > month_first;
    if (language == "en-US" || language == "en-us") return false;
    if (language.size() > 3 && language.substr(0, 3) == "en-") return true;
    return words_day_first > 0;
}

}  // namespace annals
