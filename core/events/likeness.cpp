#include "core/events/likeness.h"

#include "core/time/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <utility>

namespace annals {
namespace {

bool same_days(const Date& a, const Date& b) { return a.start_min == b.start_min && a.end_max == b.end_max; }
bool one_day(const Date& date) { return date.start_min && date.start_min == date.end_max; }

bool compares_with(const Date& a, const Date& b) {
    if (!b.start_min || !b.end_max) return false;
    const std::vector<DayRange> days = comparable_days(a);
    return std::find(days.begin(), days.end(), DayRange{*b.start_min, *b.end_max}) != days.end();
}

/// So far apart sources may put what happens only once.
constexpr Day most_apart = 31;

struct DateLikeness {
    double points = 0;
    std::string_view words;  // empty: these dates cannot be of one event
    bool other_day = false;  // one of the two must be wrong
};

/// `once`: both are of what happens only once.
DateLikeness compare_dates(const Date& a, const Date& b, bool once) {
    if (!a.start_min || !a.end_max || !b.start_min || !b.end_max) return {};
    if (same_days(a, b)) {
        const Day days = *a.end_max - *a.start_min + 1;
        if (days == 1 && a.minute && b.minute) {
            const int apart = std::abs((*a.minute - a.utc_offset.value_or(0)) - (*b.minute - b.utc_offset.value_or(0)));
            if (apart == 0) return {3, "the same minute"};
            if (apart > 120 && a.utc_offset == b.utc_offset) return {0.5, "same day, another time"};
        }
        return {days == 1 ? 2 : days <= 7 ? 1.75 : days <= 31 ? 1.25 : days <= 366 ? 0.75 : 0.5, "same days"};
    }
    const auto holds = [](const Date& outer, const Date& inner) { return *outer.start_min <= *inner.start_min && *inner.end_max <= *outer.end_max; };
    if (holds(a, b) || holds(b, a)) {
        const Day days = std::max(*a.end_max - *a.start_min, *b.end_max - *b.start_min) + 1;
        if (days > 366) return {};
        const bool begin = a.start_min == b.start_min, end = a.end_max == b.end_max;
        return {days <= 31 ? (begin ? 1.25 : end ? 1 : 0.5) : -0.5, "days within the other's"};
    }
    if (!one_day(a) || !one_day(b)) return {};
    const Day apart = std::abs(*a.start_min - *b.start_min);
    if (apart == 1) return {0.5, "the day beside it", true};
    if (apart <= 3) return {0, "some days beside it", true};
    if (once && apart <= most_apart) return {0.5, "some days from it, though it happens only once", true};
    return {};
}

/// What somebody said is another thing than what happened.
bool kinds_fit(EventKind a, EventKind b) { return (a == EventKind::statement) == (b == EventKind::statement); }

bool has(const std::vector<std::string>& sorted, const std::string& word) { return std::binary_search(sorted.begin(), sorted.end(), word); }

/// Said again and again in one of the two documents: it tells little of one event.
bool repeated(const ClusterItem& a, const ClusterItem& b, const std::string& term) {
    return (a.topic && a.topic->repeated.has(term)) || (b.topic && b.topic->repeated.has(term));
}

/// "invade" and "invasion".
bool one_stem(const std::string& a, const std::string& b) {
    constexpr std::size_t least = 4;
    return a.size() >= least && b.size() >= least && a.compare(0, least, b, 0, least) == 0;
}

struct HeadLikeness {
    double points = 0;
    bool telling = false;           // no other word need be shared
    bool unlike = false;            // they tell of different things
    std::string words;
    std::vector<std::string> used;  // terms that count as head, not once more as words
    bool loose = false;             // words that may mean the same, or a verb that may be said of anything
};

/// What they say that happened, whatever the words: "a fire tore through the mill" and "the blaze broke out".
HeadLikeness compare_happenings(const ClusterItem& a, const ClusterItem& b) {
    HeadLikeness like;
    for (const std::string& happening : a.happenings) {
        if (!has(b.happenings, happening)) continue;
        const bool often = repeated(a, b, happening) || repeated(a, b, a.trigger_lemma) || repeated(a, b, b.trigger_lemma);
        const double points = often ? 1.25 : 2;
        if (points > like.points) like = {points, !often || one_day(a.date), false, "both tell of " + happening, {happening}};
    }
    if (like.points > 0) {
        like.used.push_back(a.trigger_lemma);
        like.used.push_back(b.trigger_lemma);
    }
    like.unlike = like.points == 0 && !a.happenings.empty() && !b.happenings.empty();
    return like;
}

HeadLikeness compare_words_of_heads(const ClusterItem& a, const ClusterItem& b) {
    if (a.trigger_lemma.empty() || b.trigger_lemma.empty()) return {};
    if (a.trigger_lemma == b.trigger_lemma) {
        const bool light = a.kind == EventKind::statement || repeated(a, b, a.trigger_lemma);
        return {light ? 1.0 : 2.0, false, false, "both say \"" + a.trigger_lemma + "\"", {a.trigger_lemma}};
    }
    // The smaller first, so that the words are the same from both sides.
    const ClusterItem &first = a.trigger_lemma < b.trigger_lemma ? a : b, &second = &first == &a ? b : a;
    const auto pair_of = [&](const std::string& one, const std::string& other, double points) {
        const bool often = repeated(a, b, one) || repeated(a, b, other);
        const bool stem = one_stem(one, other);
        return HeadLikeness{often ? points / 2 : points, stem && !often, false, "\"" + one + "\" and \"" + other + "\"", {one, other}};
    };
    if (has(first.related, second.trigger_lemma) || has(second.related, first.trigger_lemma))
        return pair_of(first.trigger_lemma, second.trigger_lemma, one_stem(first.trigger_lemma, second.trigger_lemma) ? 1.5 : 1);
    for (const auto& [one, other] : {std::pair(&first, &second), std::pair(&second, &first)})
        if (has(other->terms, one->trigger_lemma))
            return {repeated(a, b, one->trigger_lemma) ? 0.5 : 1,
                    false,
                    false,
                    "the other tells of \"" + one->trigger_lemma + "\"",
                    {one->trigger_lemma}};
    for (const auto& [one, other] : {std::pair(&first, &second), std::pair(&second, &first)})
        for (const std::string& word : one->related)
            if (has(other->terms, word)) return pair_of(one->trigger_lemma, word, 1);
    return {};
}

HeadLikeness compare_heads(const ClusterItem& a, const ClusterItem& b) {
    HeadLikeness happenings = compare_happenings(a, b), said = compare_words_of_heads(a, b);
    said.loose = !said.telling;
    if (happenings.unlike) {  // "the strike began" and "the talks began"
        said.unlike = true;
        said.points /= 2;
        said.telling = false;
        return said;
    }
    return happenings.points > 0 && happenings.points >= said.points ? happenings : said;
}

/// Whether they share a term that is none of those.
bool share_a_word(const ClusterItem& a, const ClusterItem& b, const std::vector<std::string>& but) {
    for (auto one = a.terms.begin(), other = b.terms.begin(); one != a.terms.end() && other != b.terms.end();) {
        const int order = one->compare(*other);
        if (order == 0 && std::find(but.begin(), but.end(), *one) == but.end()) return true;
        if (order <= 0) ++one;
        if (order >= 0) ++other;
    }
    return false;
}

struct WordLikeness {
    double points = 0;
    double overlap = 0;               // share of the smaller's words, those that are said again and again left out
    std::size_t words = 0;            // shared, numbers left out
    std::size_t telling = 0;          // shared, and not said again and again
    std::size_t least = 0;            // such words of the one that has fewer
    bool same_words = false;          // all of both, numbers left out
    bool numbers_differ = false;      // each has one that the other lacks
    std::vector<std::string> shared;
};

WordLikeness compare_words(const ClusterItem& a, const ClusterItem& b, const HeadLikeness& head, bool one_thing) {
    WordLikeness like;
    const auto in_head = [&](const std::string& term) { return std::find(head.used.begin(), head.used.end(), term) != head.used.end(); };
    std::size_t of_a = 0, of_b = 0, words_a = 0, words_b = 0, numbers = 0, numbers_a = 0, numbers_b = 0;
    for (const std::string& term : a.terms) {
        if (in_head(term)) continue;
        const bool often = repeated(a, b, term);
        if (!often) ++of_a;
        ++(is_number(term) ? numbers_a : words_a);
        if (!has(b.terms, term)) continue;
        like.shared.push_back(term);
        if (!often) ++like.telling;
        ++(is_number(term) ? numbers : like.words);
        const bool name = has(a.names, term) && has(b.names, term), small = is_number(term) && term.size() == 1;
        like.points += often || small ? 0.25 : name ? 1 : 0.75;
    }
    for (const std::string& term : b.terms) {
        if (in_head(term)) continue;
        if (!repeated(a, b, term)) ++of_b;
        ++(is_number(term) ? numbers_b : words_b);
    }
    const std::size_t smaller = std::min(of_a, of_b);
    like.least = smaller;
    like.overlap = smaller == 0 ? 0 : static_cast<double>(like.telling) / static_cast<double>(smaller);
    like.same_words = like.words == words_a && like.words == words_b;
    like.numbers_differ = numbers < numbers_a && numbers < numbers_b;
    if (like.overlap >= 0.75 && like.telling >= 2) like.points += 1;
    if (like.overlap < (one_thing ? 0.2 : 0.25) && smaller >= (one_thing ? 2U : 3U)) like.points -= 1;
    return like;
}

/// By these the store finds candidates.
struct Shared {
    std::size_t words = 0;  // terms and heads
    bool head = false;
};

bool share_a_head(const ClusterItem& a, const ClusterItem& b) {
    if (a.happenings.empty() || b.happenings.empty())
        return a.happenings.empty() ? b.happenings.empty() ? a.trigger_lemma == b.trigger_lemma : has(b.happenings, a.trigger_lemma)
                                    : has(a.happenings, b.trigger_lemma);
    return std::any_of(a.happenings.begin(), a.happenings.end(), [&](const std::string& head) { return has(b.happenings, head); });
}

Shared compare_index(const ClusterItem& a, const ClusterItem& b) {
    const std::vector<std::string> heads = head_words(a.trigger_lemma, a.happenings), others = head_words(b.trigger_lemma, b.happenings);
    const auto is_term = [&](const std::string& word) { return has(b.terms, word) || has(others, word); };
    Shared shared;
    shared.words = static_cast<std::size_t>(std::count_if(a.terms.begin(), a.terms.end(), is_term));
    for (const std::string& head : heads) {
        if (!has(a.terms, head) && is_term(head)) ++shared.words;
        shared.head = shared.head || has(others, head);
    }
    return shared;
}

/// Names that the other lacks, of the one that has fewer of them: who did it, and where, is not the same.
struct OtherNames {
    std::size_t said = 0;     // in the sentence
    std::size_t unknown = 0;  // nor is its document about them
};

OtherNames other_names(const ClusterItem& a, const ClusterItem& b) {
    const auto lacking = [](const ClusterItem& one, const ClusterItem& other) {
        OtherNames names;
        for (const std::string& name : one.names) {
            if (has(other.terms, name)) continue;
            ++names.said;
            if (!other.topic || !has(other.topic->names, name)) ++names.unknown;
        }
        return names;
    };
    const OtherNames of_a = lacking(a, b), of_b = lacking(b, a);
    return {std::min(of_a.said, of_b.said), std::min(of_a.unknown, of_b.unknown)};
}

std::string list(const std::vector<std::string>& words, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < most; ++i) text += (i ? ", " : "") + words[i];
    return text;
}

}  // namespace

std::vector<DayRange> comparable_days(const Date& date) {
    if (!date.start_min || !date.end_max) return {};
    const DayRange days{*date.start_min, *date.end_max};
    const Civil civil = to_civil(days.first);
    const DayRange month = month_range(civil.year, civil.month);
    if (days.first == days.last) {
        std::vector<DayRange> result{month};
        for (Day near : {-3, -2, -1, 1, 2, 3})
            if (days.first + near >= min_day && days.first + near <= max_day) result.push_back({days.first + near, days.first + near});
        return result;
    }
    if (days == month) {
        std::vector<DayRange> result{year_range(civil.year)};
        for (Day day = month.first; day <= month.last; ++day) result.push_back({day, day});
        return result;
    }
    if (days == year_range(civil.year)) {
        std::vector<DayRange> result;
        for (int number = 1; number <= 12; ++number) result.push_back(month_range(civil.year, number));
        return result;
    }
    return {};
}

std::vector<std::string> head_words(const std::string& trigger_lemma, const std::vector<std::string>& happenings) {
    if (!happenings.empty() || trigger_lemma.empty()) return happenings;
    return {trigger_lemma};
}

bool may_be_one_date(const Date& a, const Date& b, bool once) { return !compare_dates(a, b, once).words.empty(); }

bool counts_something(const std::vector<Number>& numbers) {
    return !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), [](const Number& number) { return !number.of.empty(); });
}

TopicLikeness topics_of(const ClusterItem& a, const ClusterItem& b) {
    return a.topic && b.topic && a.document != b.document ? compare_topics(*a.topic, *b.topic) : TopicLikeness{};
}

Likeness likeness(const ClusterItem& a, const ClusterItem& b) { return likeness(a, b, topics_of(a, b)); }

Likeness likeness(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    if (a.alone || b.alone) return {0, false, "kept apart"};
    const DateLikeness dates = compare_dates(a.date, b.date, a.once && b.once);
    if (!a.date.sort_day() || !b.date.sort_day()) return {0, false, "without a date"};
    if (dates.words.empty()) return {0, false, "on other days"};
    if (!kinds_fit(a.kind, b.kind)) return {0, false, "of another kind"};
    const bool one_document = a.document == b.document;
    if (one_document && a.quote.overlaps(b.quote)) {
        const bool one_word = a.trigger == b.trigger && a.trigger.end > 0 && !dates.other_day;
        return {one_word ? enough_likeness : 0, one_word, one_word ? "the same words, dated twice" : "apart in one sentence"};
    }
    const bool near = same_days(a.date, b.date) || (share_a_head(a, b) && compares_with(a.date, b.date));
    if (!near && !one_document && !topics.one_thing) return {0, false, "too little in common"};
    const HeadLikeness head = compare_heads(a, b);
    // Most pairs end here, before the words are weighed.
    if (!head.telling && dates.points < 3 && !share_a_word(a, b, head.used)) return {0, false, "too little in common"};
    const WordLikeness words = compare_words(a, b, head, topics.one_thing);
    const Shared shared = compare_index(a, b);
    const bool all_days = same_days(a.date, b.date);
    const bool reached = one_document || topics.one_thing || (all_days && shared.words >= 2) ||
                         (shared.head && compares_with(a.date, b.date) && !words.shared.empty());
    if (!reached) return {0, false, "too little in common"};

    Likeness result;
    result.score = dates.points + head.points + words.points;
    result.reason = std::string(dates.words);
    const auto say = [&](const std::string& reason) { result.reason += ", " + reason; };
    if (!head.words.empty()) say(head.words);
    if (head.unlike) {
        result.score -= 0.75;
        say("they tell of " + list(a.happenings < b.happenings ? a.happenings : b.happenings, 2) + " and " +
            list(a.happenings < b.happenings ? b.happenings : a.happenings, 2));
    }
    if (!words.shared.empty()) say("shared: " + list(words.shared, 12));
    if (topics.one_thing) {
        result.score += 1.5;
        say("both articles tell of " + list(topics.shared, 4));
    } else if (a.topic && b.topic && !one_document && topics.shared.empty() && !a.topic->names.empty() && !b.topic->names.empty()) {
        result.score -= 1;
        say("articles with no name in common");
    }
    if (topics.one_thing && all_days && a.sole && b.sole) {
        result.score += 1;
        say("both tell of nothing else on these days");
    }
    if (one_document) result.score -= 0.5;
    const OtherNames names = other_names(a, b);
    const std::size_t differing = names.said;
    if (differing > 0) {
        result.score -= 0.75 * static_cast<double>(std::min<std::size_t>(differing, 3));
        say("other names");
    }
    if ((a.kind == EventKind::plan) != (b.kind == EventKind::plan)) {
        if (head.loose || head.points < 1) result.score -= 0.75;  // what was planned and what came of it: one thing, if it is the same
        say("planned by one");
    }
    bool possible = head.points > 0 ? head.telling || words.telling > 0
                                    : dates.points >= 3 || (words.overlap >= 0.75 && words.telling >= (one_day(a.date) ? 3U : 5U));
    // A closure here, a closure there, on a day of which they tell more.
    if (words.shared.empty() && words.least >= 2 && dates.points < 3 && !(a.sole && b.sole)) possible = false;
    // Each names somebody of whom the other knows nothing; the one thing and the other: only words that are nearly the same outweigh that.
    const bool nearly_same_words = words.overlap >= 0.75 && words.telling >= 3;
    if ((names.unknown > 0 || (head.unlike && a.trigger_lemma == b.trigger_lemma)) && !nearly_same_words) possible = false;
    if (head.unlike && a.trigger_lemma != b.trigger_lemma && dates.points < 3) possible = false;
    if (head.points > 0 && head.loose && words.overlap < (a.trigger_lemma == b.trigger_lemma ? 0.34 : 0.5)) possible = false;
    if (words.numbers_differ) {
        say("their numbers differ");
        const bool two_counts = topics.one_thing && !topics.same && (a.counts || b.counts) && a.counts.value_or(true) && b.counts.value_or(true);
        if ((words.same_words && !two_counts) || !all_days || !one_day(a.date)) possible = false;
        if (!topics.one_thing) result.score -= 0.5;
    }
    if (a.kind == EventKind::statement && (words.telling < 3 || words.overlap < 0.5)) possible = false;
    if (one_document && (!all_days || words.telling < 2)) possible = false;
    if (dates.other_day) {
        // A source may be wrong about the day; but what happens again and again is not one event.
        if (!(head.points > 1) || words.numbers_differ || differing > 0 || a.recurs || b.recurs ||
            (words.overlap < 0.5 && !(a.once && b.once && words.telling > 0)))
            possible = false;
        if (!topics.one_thing && (words.telling < 3 || words.overlap < 0.6)) possible = false;
    }
    result.reason = fmt::format("{:g} points: ", result.score) + result.reason;
    result.same_event = possible && result.score >= enough_likeness;
    return result;
}

}  // namespace annals
