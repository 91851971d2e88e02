#include "importers/extract/dates/genre.h"

#include <algorithm>

namespace annals {
namespace {

// Values of Meaning::early, as the rules give them: the two years of a bracket are believed together only.
constexpr int before_dash = 2, behind_dash = 3;

// "(837-908)" behind a name: as long as a life or a reign, unlike the pages of a citation.
bool are_life_dates(const Match& a, const Match& b) {
    if (a.meaning.early != before_dash || b.meaning.early != behind_dash || b.first != a.last + 1) return false;
    const int years = b.meaning.year - a.meaning.year;
    return years >= 15 && years <= 110;
}

// "By the end of June", "later in the year": of ours, or of those that are told of.
bool is_of_any_time(std::string_view text, const Sentence& sentence, const Match& match) {
    const Meaning& m = match.meaning;
    if (m.kind != MeaningKind::period || m.which != which::current || !said(m.part) || match.last < match.first + 2) return false;
    return words(text, sentence.tokens[match.last - 2].span) == "the";
}

bool leans_on_writing(int which) { return which == which::last || which == which::current || which == which::next; }

// "Last month", "on Saturday", "two days ago".
bool is_by_writing(const Meaning& m) {
    const bool dated = m.kind == MeaningKind::date;
    const bool within_month = said(m.month) && (said(m.unit) || said(m.weekday) || said(m.day));  // "the last week of July", "Friday 13 August"
    const bool by_writing = (!within_month && leans_on_writing(m.which)) || (said(m.of_unit) && leans_on_writing(m.of_which)) ||
                            (dated && said(m.weekday) && !said(m.which) && !within_month);
    return (dated || m.kind == MeaningKind::period) ? by_writing : m.kind == MeaningKind::shift && m.base == base::speech;
}

}  // namespace

bool is_of_own_time(const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches, std::size_t first, int written) {
    constexpr int surely = 2;
    int own = 0, sure = 0;  // sure: no weekdays, which a story may go by
    const std::uint32_t block = sentences[matches[first].sentence].block;
    for (std::size_t i = first; i < matches.size() && sentences[matches[i].sentence].block == block; ++i)
        for (const Match& match : matches[i].matches) {
            const Meaning& m = match.meaning;
            if ((said(m.year) && m.year <= written) || said(m.decade) || said(m.century)) return false;
            own += is_by_writing(m);
            sure += is_by_writing(m) && !said(m.weekday) && m.which != which::current;
        }
    return own >= surely && sure > 0;
}

bool is_jubilee(const Meaning& m) {
    constexpr int years = 10;
    return m.kind == MeaningKind::shift && m.base == base::speech && m.toward == toward::past && m.unit == unit::year && said(m.n) && m.n >= years &&
           (said(m.weekday) || (said(m.of_unit) && m.of_unit == unit::day));
}

bool is_narrative(std::string_view text, const std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches, const Anchor& anchor) {
    if (!anchor.date.dated() || !anchor.date.start_min) return true;
    const int written = to_civil(*anchor.date.start_min).year;
    int far = 0, near = 0, either = 0, far_blocks = 0, near_blocks = 0;  // far_blocks: of paragraphs that tell of nothing near
    for (std::size_t i = 0; i < matches.size();) {
        const std::uint32_t block = sentences[matches[i].sentence].block;
        const int far_before = far, near_before = near;
        for (; i < matches.size() && sentences[matches[i].sentence].block == block; ++i)
            for (const Match& match : matches[i].matches) {
                const Meaning& m = match.meaning;
                if (said(m.year)) {
                    const int year = said(m.era) && m.era == era::bc ? 1 - m.year : m.year;
                    far += year != written;
                    continue;
                }
                if (is_of_any_time(text, sentences[matches[i].sentence], match)) {
                    ++either;
                    continue;
                }
                near += is_by_writing(m);
            }
        if (near > near_before) ++near_blocks;
        else if (far > far_before) ++far_blocks;
    }
    constexpr int told_at_length = 8;
    if (far < told_at_length) near += either;
    constexpr std::uint32_t opening = 4;  // blocks
    if (far >= 3 && std::any_of(matches.begin(), matches.end(), [&](const SentenceMatches& in) {
            return sentences[in.sentence].block <= opening && std::any_of(in.matches.begin(), in.matches.end(), [](const Match& match) { return is_jubilee(match.meaning); });
        })) return true;
    // A history may begin and end with the week it was written in.
    constexpr int many = 4;
    return far >= 3 && (far > 4 * near || (far_blocks >= many && far_blocks > 2 * near_blocks));
}

void settle_early_years(std::vector<SentenceMatches>& matches) {
    int evidence = 0, candidates = 0, later_years = 0;
    for (SentenceMatches& in : matches)
        for (std::size_t i = 0; i < in.matches.size(); ++i) {
            Meaning& m = in.matches[i].meaning;
            if (i + 1 < in.matches.size() && are_life_dates(in.matches[i], in.matches[i + 1]))
                m.early = in.matches[i + 1].meaning.early = unsaid;
            candidates += said(m.early);
            later_years += said(m.year) && m.year >= 1600;
            evidence += said(m.era) || (said(m.century) && m.century <= 12) || (said(m.year) && !said(m.early) && m.year < 1200);
        }
    if (candidates == 0) return;
    const bool believed = evidence > 0 || (candidates >= 3 && later_years == 0);
    for (SentenceMatches& in : matches) {
        for (Match& match : in.matches) {
            if (!said(match.meaning.early) || (believed && match.meaning.early != behind_dash)) continue;
            match.last = said(match.meaning.decade) || said(match.meaning.about) ? match.first : match.last - (said(match.meaning.season) ? 2 : 1);  // "the autumn" of "the autumn of 412"
            match.meaning.year = match.meaning.early = unsaid;
        }
        in.matches.erase(std::remove_if(in.matches.begin(), in.matches.end(), [](const Match& match) { return match.first == match.last; }),
                         in.matches.end());
    }
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
