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

struct DateLikeness {
    double points = 0;
    std::string_view words;  // empty: these dates cannot be of one event
    bool other_day = false;  // one of the two must be wrong
};

DateLikeness compare_dates(const Date& a, const Date& b) {
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
        const bool edge = a.start_min == b.start_min || a.end_max == b.end_max;
        return {days <= 31 ? (edge ? 1 : 0.5) : -0.5, "days within the other's"};
    }
    if (!one_day(a) || !one_day(b)) return {};
    const Day apart = std::abs(*a.start_min - *b.start_min);
    if (apart == 1) return {0.5, "the day beside it", true};
    if (apart <= 3) return {0, "some days beside it", true};
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
    std::string words;
    std::vector<std::string> used;  // terms that count as head, not once more as words
};

HeadLikeness compare_heads(const ClusterItem& a, const ClusterItem& b) {
    if (a.trigger_lemma.empty() || b.trigger_lemma.empty()) return {};
    if (a.trigger_lemma == b.trigger_lemma) {
        const bool light = a.kind == EventKind::statement || repeated(a, b, a.trigger_lemma);
        return {light ? 1.0 : 2.0, false, "both say \"" + a.trigger_lemma + "\"", {a.trigger_lemma}};
    }
    // The smaller first, so that the words are the same from both sides.
    const ClusterItem &first = a.trigger_lemma < b.trigger_lemma ? a : b, &second = &first == &a ? b : a;
    const auto pair_of = [&](const std::string& one, const std::string& other, double points) {
        const bool often = repeated(a, b, one) || repeated(a, b, other);
        const bool stem = one_stem(one, other);
        return HeadLikeness{often ? points / 2 : points, stem && !often, "\"" + one + "\" and \"" + other + "\"", {one, other}};
    };
    if (has(first.related, second.trigger_lemma) || has(second.related, first.trigger_lemma))
        return pair_of(first.trigger_lemma, second.trigger_lemma, one_stem(first.trigger_lemma, second.trigger_lemma) ? 1.5 : 1);
    for (const auto& [one, other] : {std::pair(&first, &second), std::pair(&second, &first)})
        if (has(other->terms, one->trigger_lemma))
            return {repeated(a, b, one->trigger_lemma) ? 0.5 : 1, false, "the other tells of \"" + one->trigger_lemma + "\"", {one->trigger_lemma}};
    for (const auto& [one, other] : {std::pair(&first, &second), std::pair(&second, &first)})
        for (const std::string& word : one->related)
            if (has(other->terms, word)) return pair_of(one->trigger_lemma, word, 1);
    return {};
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
    like.overlap = smaller == 0 ? 0 : static_cast<double>(like.telling) / static_cast<double>(smaller);
    like.same_words = like.words == words_a && like.words == words_b;
    like.numbers_differ = numbers < numbers_a && numbers < numbers_b;
    if (like.overlap >= 0.75 && like.telling >= 2) like.points += 1;
    if (!one_thing && like.overlap < 0.25 && smaller >= 3) like.points -= 1;
    return like;
}

/// Names that the other lacks, of the one that has fewer of them: who did it, and where, is not the same.
std::size_t other_names(const ClusterItem& a, const ClusterItem& b) {
    const auto lacking = [](const ClusterItem& one, const ClusterItem& other) {
        return static_cast<std::size_t>(std::count_if(one.names.begin(), one.names.end(), [&](const std::string& name) { return !has(other.terms, name); }));
    };
    return std::min(lacking(a, b), lacking(b, a));
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

bool may_be_one_date(const Date& a, const Date& b) { return !compare_dates(a, b).words.empty(); }

bool counts_something(const std::vector<Number>& numbers) {
    return !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), [](const Number& number) { return !number.of.empty(); });
}

TopicLikeness topics_of(const ClusterItem& a, const ClusterItem& b) {
    return a.topic && b.topic && a.document != b.document ? compare_topics(*a.topic, *b.topic) : TopicLikeness{};
}

Likeness likeness(const ClusterItem& a, const ClusterItem& b) { return likeness(a, b, topics_of(a, b)); }

Likeness likeness(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    if (a.alone || b.alone) return {0, false, "kept apart"};
    const DateLikeness dates = compare_dates(a.date, b.date);
    if (!a.date.sort_day() || !b.date.sort_day()) return {0, false, "without a date"};
    if (dates.words.empty()) return {0, false, "on other days"};
    if (!kinds_fit(a.kind, b.kind)) return {0, false, "of another kind"};
    const bool one_document = a.document == b.document;
    if (one_document && a.quote.overlaps(b.quote)) {
        const bool one_word = a.trigger == b.trigger && a.trigger.end > 0 && !dates.other_day;
        return {one_word ? enough_likeness : 0, one_word, one_word ? "the same words, dated twice" : "apart in one sentence"};
    }
    const bool near = same_days(a.date, b.date) || (a.trigger_lemma == b.trigger_lemma && compares_with(a.date, b.date));
    if (!near && !one_document && !topics.one_thing) return {0, false, "too little in common"};
    const HeadLikeness head = compare_heads(a, b);
    // Most pairs end here, before the words are weighed.
    if (!head.telling && dates.points < 3 && !share_a_word(a, b, head.used)) return {0, false, "too little in common"};
    const WordLikeness words = compare_words(a, b, head, topics.one_thing);
    const bool trigger = a.trigger_lemma == b.trigger_lemma && !a.trigger_lemma.empty();
    const bool all_days = same_days(a.date, b.date);
    const bool reached = one_document || topics.one_thing || (all_days && words.shared.size() + (head.used.size() == 1) >= 2) ||
                         (trigger && compares_with(a.date, b.date) && !words.shared.empty());
    if (!reached) return {0, false, "too little in common"};

    Likeness result;
    result.score = dates.points + head.points + words.points;
    result.reason = std::string(dates.words);
    const auto say = [&](const std::string& reason) { result.reason += ", " + reason; };
    if (!head.words.empty()) say(head.words);
    if (!words.shared.empty()) say("shared: " + list(words.shared, 12));
    if (topics.one_thing) {
        result.score += 1.5;
        say("both articles tell of " + list(topics.shared, 4));
    } else if (a.topic && b.topic && !one_document && topics.shared.empty() && !a.topic->names.empty() && !b.topic->names.empty()) {
        result.score -= 1;
        say("articles with no name in common");
    }
    if (one_document) result.score -= 0.5;
    const std::size_t differing = other_names(a, b);
    if (differing > 0) {
        result.score -= 0.75 * static_cast<double>(std::min<std::size_t>(differing, 3));
        say("other names");
    }
    if ((a.kind == EventKind::plan) != (b.kind == EventKind::plan)) {
        result.score -= 1;
        say("planned by one");
    }
    bool possible = head.points > 0 ? head.telling || words.telling > 0 : dates.points >= 3 || (words.overlap >= 0.75 && words.telling >= 3);
    if (words.numbers_differ) {
        say("their numbers differ");
        const bool two_counts = topics.one_thing && !topics.same && (a.counts || b.counts) && a.counts.value_or(true) && b.counts.value_or(true);
        if (words.same_words && !two_counts) possible = false;
        if (!topics.one_thing) result.score -= 0.5;
    }
    if (a.kind == EventKind::statement && (words.telling < 3 || words.overlap < 0.5)) possible = false;
    if (one_document && (!all_days || words.telling < 2)) possible = false;
    if (dates.other_day) {
        // A source may be wrong about the day; but what happens again and again is not one event.
        if (!(head.points > 1) || words.numbers_differ || differing > 0 || a.recurs || b.recurs || words.overlap < 0.5) possible = false;
        if (!topics.one_thing && (words.telling < 3 || words.overlap < 0.6)) possible = false;
    }
    result.reason = fmt::format("{:g} points: ", result.score) + result.reason;
    result.same_event = possible && result.score >= enough_likeness;
    return result;
}

}  // namespace annals
