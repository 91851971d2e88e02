#include "core/events/likeness.h"

#include "core/events/date_likeness.h"
#include "core/events/head_likeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace annals {
namespace {

/// What somebody said is another thing than what happened.
bool kinds_fit(EventKind a, EventKind b) { return (a == EventKind::statement) == (b == EventKind::statement); }

bool is_number(const Word& term) { return annals::is_number(term.text()); }

/// "Was flooded again": what is told of another day is what was before.
bool came_before(const ClusterItem& item) {
    static const Word mark = "~again";
    return item.happenings.has(mark);
}

/// What they share, but for their heads.
struct SharedWords {
    double points = 0;
    std::size_t words = 0, numbers = 0;
    std::size_t telling = 0;          // not said again and again
    std::size_t things = 0;           // of the telling neither names nor numbers
};

SharedWords weigh_shared(const ClusterItem& a, const ClusterItem& b, const UsedWords& heads) {
    SharedWords shared;
    for (const Word& term : a.terms) {
        if (!b.terms.has(term) || heads.has(term)) continue;
        const bool often = repeated(a, b, term), number = is_number(term);
        const bool name = a.names.has(term) && b.names.has(term), small = number && term.text().size() == 1;
        if (!often) ++shared.telling;
        if (!often && !name && !number) ++shared.things;
        ++(number ? shared.numbers : shared.words);
        shared.points += often || small ? 0.25 : name ? 1 : 0.75;
    }
    return shared;
}

struct WordLikeness {
    double points = 0;
    double overlap = 0;               // share of the smaller's words, those that are said again and again left out
    std::size_t telling = 0;          // shared, and not said again and again
    std::size_t things = 0;           // of the telling neither names nor numbers
    std::size_t most = 0;             // that could tell
    bool few = false;                 // so few that they speak against it
    bool same_words = false;          // all of both, numbers left out
    bool numbers_differ = false;      // each has one that the other lacks
    bool any = false;                 // is shared at all
};

WordLikeness compare_words(const ClusterItem& a, const ClusterItem& b, const SharedWords& shared, const UsedWords& heads, bool one_thing) {
    struct Said {
        std::size_t telling = 0, words = 0, numbers = 0;
    };
    const auto said_by = [&](const ClusterItem& item) {
        Said said;
        for (const Word& term : item.terms) {
            if (heads.has(term)) continue;
            if (!repeated(a, b, term)) ++said.telling;
            ++(is_number(term) ? said.numbers : said.words);
        }
        return said;
    };
    const Said of_a = said_by(a), of_b = said_by(b);
    const std::size_t smaller = std::min(of_a.telling, of_b.telling);
    WordLikeness like;
    like.points = shared.points;
    like.overlap = smaller == 0 ? 0 : static_cast<double>(shared.telling) / static_cast<double>(smaller);
    like.telling = shared.telling;
    like.things = shared.things;
    like.most = smaller;
    like.same_words = shared.words == of_a.words && shared.words == of_b.words;
    like.numbers_differ = shared.numbers < of_a.numbers && shared.numbers < of_b.numbers;
    like.any = shared.words + shared.numbers > 0;
    if (like.overlap >= 0.75 && like.telling >= 2) like.points += 1;
    like.few = like.overlap < (one_thing ? 0.2 : 0.25) && smaller >= (one_thing ? 2U : 3U);
    return like;
}

bool among(std::span<const Word> words, const Word& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool share_a_head(const ClusterItem& a, const ClusterItem& b) {
    if (a.happenings.empty() && b.happenings.empty()) return a.trigger_lemma == b.trigger_lemma;
    const auto others = heads_of(b);
    return std::ranges::any_of(heads_of(a), [&](const Word& head) { return among(others, head); });
}

/// No more than the store counts from either side.
SharedTerms compare_index(const ClusterItem& a, const ClusterItem& b) {
    const auto heads = heads_of(a), others = heads_of(b);
    const auto is_head = [&](const Word& word) { return among(heads, word) || among(others, word) || word == a.trigger_lemma || word == b.trigger_lemma; };
    SharedTerms shared;
    for (const Word& term : a.terms) {
        if (!b.terms.has(term)) continue;
        if (is_head(term)) shared.head = true;
        else ++shared.words;
        shared.naming = shared.naming || (is_naming(a, term) && is_naming(b, term));
    }
    const auto both = std::ranges::count_if(heads, [&](const Word& head) { return among(others, head); });
    shared.head = shared.head || both > 0;
    if (both > 1) shared.words += static_cast<std::size_t>(both - 1);
    return shared;
}

/// False where the store does not find one from the other.
bool may_be_in_reach(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    return a.document == b.document || compares_all(topics) || same_days(a.date, b.date) || (share_a_head(a, b) && compares_with(a.date, b.date));
}

/// "We will hold our annual meeting on 4 May", "at the annual meeting": notices of one publisher that tell of nothing else on that day.
bool announced(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    if (!topics.by_outlet || !sole(a) || !sole(b) || !same_days(a.date, b.date) || !one_day(a.date)) return false;
    if (a.kind != EventKind::plan && b.kind != EventKind::plan) return false;
    return std::ranges::any_of(a.happenings, [&](const Word& one) { return !is_mark_of_happening(one.text()) && b.happenings.has(one); });
}

/// Names that the other lacks, of the one that has fewer of them: who did it, and where, is not the same.
struct OtherNames {
    std::size_t said = 0;     // in the sentence
    std::size_t unknown = 0;  // nor is its document about them
};

double points_of(const OtherNames& names) { return 0.75 * static_cast<double>(std::min<std::size_t>(names.said, 3)); }

OtherNames other_names(const ClusterItem& a, const ClusterItem& b) {
    const auto lacking = [](const ClusterItem& one, const ClusterItem& other) {
        OtherNames names;
        for (const Word& name : one.names) {
            if (other.terms.has(name)) continue;
            ++names.said;
            if (!knows(other, name)) ++names.unknown;
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

std::vector<std::string> texts(const Words& words) {
    std::vector<std::string> result;
    for (const Word& word : words)
        if (!is_mark_of_happening(word.text())) result.push_back(word.text());
    return result;
}

/// Terms of both that are none of those.
std::vector<std::string> words_of_both(const ClusterItem& a, const ClusterItem& b, const UsedWords& but) {
    std::vector<std::string> shared;
    for (const Word& term : a.terms)
        if (!but.has(term) && b.terms.has(term)) shared.push_back(term.text());
    return shared;
}

}  // namespace

std::span<const Word> heads_of(const ClusterItem& item) {
    auto last = item.happenings.end();
    while (last != item.happenings.begin() && is_mark_of_happening((last - 1)->text())) --last;  // marks are behind all names
    if (!item.happenings.empty()) return {item.happenings.begin(), last};
    return {&item.trigger_lemma, item.trigger_lemma.empty() ? 0U : 1U};
}

std::vector<std::string> head_words(const std::string& trigger_lemma, const std::vector<std::string>& happenings) {
    if (happenings.empty() && !trigger_lemma.empty()) return {trigger_lemma};
    std::vector<std::string> heads;
    std::copy_if(happenings.begin(), happenings.end(), std::back_inserter(heads), [](const std::string& one) { return !is_mark_of_happening(one); });
    return heads;
}

bool is_naming(const ClusterItem& item, const Word& term) { return item.names.has(term) || (is_number(term) && term.text().size() > 1); }

bool telling_days(const Date& date) { return date.start_min && date.end_max && *date.end_max - *date.start_min < 7; }

bool is_enough(const SharedTerms& shared, const Date& date, bool other_days) {
    if (other_days) return (shared.words >= 2 && shared.naming) || (shared.words >= 1 && date.minute);
    if (telling_days(date)) return shared.words >= 2 || (shared.words == 1 && shared.head);
    return (shared.words >= 2 && shared.naming) || shared.words >= 3;
}

bool in_reach(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    if (a.document == b.document || compares_all(topics)) return true;
    if (!may_be_in_reach(a, b, topics)) return false;
    if (announced(a, b, topics)) return true;
    const SharedTerms shared = compare_index(a, b);
    const bool other_days = !same_days(a.date, b.date);
    return is_enough(shared, a.date, other_days) && is_enough(shared, b.date, other_days);
}

bool counts_something(const std::vector<Number>& numbers) {
    return !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), [](const Number& number) { return !number.of.empty(); });
}

TopicLikeness topics_of(const ClusterItem& a, const ClusterItem& b) {
    return a.topic && b.topic && a.document != b.document ? compare_topics(*a.topic, *b.topic) : TopicLikeness{};
}

namespace {

/// The most that the words they share can give; `telling` of them may tell.
struct MostOfWords {
    double points = 0;
    std::size_t telling = 0;
};

MostOfWords most_of(const ClusterItem& a, const ClusterItem& b, std::size_t shared) {
    const std::size_t shared_names = std::min({shared, a.names.size(), b.names.size()});
    return {0.75 * static_cast<double>(shared) + 0.25 * static_cast<double>(shared_names), shared};
}

/// False where `compare` cannot find one event: each line is the most that a line of it can give or allow.
bool may_be_one(const ClusterItem& a, const ClusterItem& b, const DateLikeness& dates, const HeadLikeness& head, const MostOfWords& words,
                const OtherNames& names, const TopicLikeness& topics) {
    const bool one_document = a.document == b.document, all_days = same_days(a.date, b.date), both_sole = sole(a) && sole(b);
    const bool known_one = head.known_one && all_days && (one_document || topics.one_thing);
    double most = dates.points + head.points + words.points + (words.telling >= 2 ? 1 : 0);
    if (head.unlike) most -= 0.75;
    if (topics.one_thing) most += !both_sole ? 1.5 : all_days ? 2.5 : 3.25;
    const bool known_otherwise = dates.other_day && topics.one_thing && both_sole && head.known_one && head.telling;
    if (known_otherwise) most += 1 - 1.75;
    if (one_document) most += known_one ? 1 : -0.5;
    most -= points_of(names);
    if (names.unknown > 0 && words.telling < 3) return false;
    if (most < enough_likeness || dates.other_time) return false;
    if (head.unlike && a.trigger_lemma != b.trigger_lemma && dates.points < 3) return false;
    if (a.kind == EventKind::statement && words.telling < 3) return false;
    if (one_document && (!all_days || (words.telling < 2 && !known_one))) return false;
    if (dates.other_day && (!(head.points > 1) || a.recurs || b.recurs || (words.telling < (topics.one_thing ? 1U : 3U) && !known_otherwise))) return false;
    if (words.telling == 0)
        return (head.points > 0 ? head.telling : dates.points >= 3) && (one_document || topics.one_thing) && (dates.points >= 3 || both_sole || known_one);
    return head.points > 0 || dates.points >= 3 || words.telling >= (one_day(a.date) && one_day(b.date) ? 3U : 5U);
}

/// No two heads are more alike.
const HeadLikeness most_alike{2, true, false, {}, nullptr, nullptr, {}, false, true, true};

/// Reasons are made only where they are asked for.
Likeness compare(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics, bool explained) {
    const auto none = [&](std::string_view reason) { return explained ? Likeness{0, false, std::string(reason)} : Likeness{}; };
    const bool one_document = a.document == b.document;
    const std::size_t shared_terms = count_shared_terms(a, b);
    // Most pairs end before all is looked at: what costs least comes first.
    if (!explained && shared_terms == 0 && !one_document && !topics.one_thing && (!a.date.minute || !b.date.minute)) return {};
    if (a.alone || b.alone) return none("kept apart");
    const DateLikeness dates = compare_dates(a.date, b.date, a.once && b.once);
    if (!a.date.sort_day() || !b.date.sort_day()) return none("without a date");
    if (dates.words.empty()) return none("on other days");
    if (!may_have_begun(a, b)) return none("not what began it");
    if (!kinds_fit(a.kind, b.kind)) return none("of another kind");
    if (one_document && a.quote.overlaps(b.quote)) {
        const bool one_word = a.trigger == b.trigger && a.trigger.end > 0 && !dates.other_day;
        if (!one_word) return none("apart in one sentence");
        return {enough_likeness, true, explained ? "the same words, dated twice" : ""};
    }
    if (!explained && !may_be_one(a, b, dates, most_alike, most_of(a, b, shared_terms), {}, topics)) return {};
    if (!may_be_in_reach(a, b, topics)) return none("too little in common");
    const HeadLikeness head = compare_heads(a, b);
    const std::size_t sharing = shared_terms - head.used.count_in(a.terms, b.terms);
    if (!head.telling && dates.points < 3 && sharing == 0 && !(head.one_kind && topics.one_thing)) return none("too little in common");
    if (!explained && !may_be_one(a, b, dates, head, most_of(a, b, sharing), {}, topics)) return {};
    const SharedWords both_say = weigh_shared(a, b, head.used);
    const MostOfWords most{both_say.points, both_say.telling};
    if (!explained && !may_be_one(a, b, dates, head, most, {}, topics)) return {};
    const OtherNames names = other_names(a, b);
    if (!explained && !may_be_one(a, b, dates, head, most, names, topics)) return {};
    const WordLikeness words = compare_words(a, b, both_say, head.used, topics.one_thing);
    const bool all_days = same_days(a.date, b.date);
    if (!in_reach(a, b, topics)) return none("too little in common");

    Likeness result;
    const bool both_sole = sole(a) && sole(b);
    const std::size_t differing = names.said;
    result.score = dates.points + head.points + words.points;
    // One of them says little but "the slip of May 2009", or both say more of one thing.
    const bool one_of_thing = topics.one_thing && both_sole && differing == 0 &&
                              ((head.telling && (head.known_one || words.telling > 0)) ||
                               (head.points > 0 && !head.unlike && words.telling >= 2 && words.overlap >= 0.5 && words.things > 0));
    if (words.few && !one_of_thing) result.score -= 1;
    if (explained) result.reason = dates.words;
    const auto say = [&](std::string_view reason) {
        if (explained) result.reason.append(", ").append(reason);
    };
    if (explained && !head.says.empty()) say(in_words(head));
    if (head.unlike) {
        result.score -= 0.75;
        if (explained) {
            const auto one = texts(a.happenings), other = texts(b.happenings);
            say("they tell of " + list(std::min(one, other), 2) + " and " + list(std::max(one, other), 2));
        }
    }
    if (explained && words.any) say("shared: " + list(words_of_both(a, b, head.used), 12));
    if (topics.one_thing) {
        result.score += 1.5;
        if (explained) {
            const std::vector<std::string> about = shared_names(*a.topic, *b.topic);
            say(about.empty() ? "both articles come back to the same words" : "both articles tell of " + list(about, 4));
        }
    } else if (a.topic && b.topic && !one_document && topics.shared == 0 && !topics.one_outlet && names_somebody(*a.topic) && names_somebody(*b.topic)) {
        result.score -= 1;
        say("articles with no name in common");
    }
    const bool one_planned = (a.kind == EventKind::plan) != (b.kind == EventKind::plan);
    if (topics.one_thing && both_sole && (all_days || (one_of_thing && !dates.other_day && !one_planned))) {
        result.score += all_days ? 1 : 1.75;
        say("both tell of nothing else on these days");
    }
    // "Mr Lyle's call came on Monday": the one that the other article dates a day or two before.
    const bool known_otherwise = dates.other_day && one_of_thing && head.known_one && head.telling && !one_planned;
    if (known_otherwise) {
        result.score += 1;
        say("which one of them takes as known");
    }
    if (one_document) result.score -= 0.5;
    if (differing > 0) {
        result.score -= points_of(names);
        say("other names");
    }
    if (one_planned) {
        if (head.loose || head.points < 1) result.score -= 0.75;  // what was planned and what came of it: one thing, if it is the same
        say("planned by one");
    }
    // "The fire started at 9.20pm", in an article that has told of a fire of that day.
    const bool known_one = head.known_one && !head.one_kind && all_days && (one_document || topics.one_thing) && names.unknown == 0;
    if (known_one && one_document) {
        result.score += 1.5;
        say("which one of them takes as known");
    }
    const bool both_days = one_day(a.date) && one_day(b.date);
    bool possible = head.points > 0 ? head.telling || words.telling > 0
                                    : dates.points >= 3 || (words.overlap >= 0.75 && words.telling >= (both_days ? 3U : 5U));
    if (dates.other_time) possible = false;
    // A closure here, a closure there, on a day of which they tell more.
    const bool plan_told = one_planned && topics.one_thing && all_days && one_day(a.date);  // "will be held tonight", "300 came to it"
    const bool only_told = one_of_thing || (both_sole && differing == 0 && (words.most <= 2 || (a.once && b.once) || plan_told));
    if (words.telling == 0 && dates.points < 3 && !only_told && !known_one) possible = false;
    // Articles about different things that tell of one, or notices of one publisher without a name in common: a third of what the shorter says.
    if ((!topics.one_thing || topics.shared == 0) && !one_document && words.overlap < 0.3 && !announced(a, b, topics)) possible = false;
    // Each names somebody of whom the other knows nothing; the one thing and the other: only words that are nearly the same outweigh that.
    const bool nearly_same_words = words.overlap >= 0.75 && words.telling >= 3;
    if ((names.unknown > 0 || (head.unlike && a.trigger_lemma == b.trigger_lemma)) && !nearly_same_words) possible = false;
    if (head.unlike && a.trigger_lemma != b.trigger_lemma && dates.points < 3) possible = false;
    const bool one_trigger = a.trigger_lemma == b.trigger_lemma;
    const double least_overlap = one_trigger ? 0.34 : 0.5;
    if (head.points > 0 && head.loose && words.overlap < least_overlap) possible = false;
    if (words.numbers_differ) {
        say("their numbers differ");
        const bool two_counts = topics.one_thing && !topics.same && (a.counts || b.counts) && a.counts.value_or(true) && b.counts.value_or(true);
        if ((words.same_words && !two_counts) || ((!all_days || !one_day(a.date)) && !(two_counts && one_of_thing))) possible = false;
        if (!topics.one_thing) result.score -= 0.5;
    }
    if (a.kind == EventKind::statement && (words.telling < 3 || words.overlap < 0.5)) possible = false;
    if (one_document && (!all_days || (words.telling < 2 && !known_one))) possible = false;
    if (dates.other_day) {
        // A source may be wrong about the day; but what happens again and again is not one event.
        if (!(head.points > 1) || (words.numbers_differ && !known_otherwise) || differing > 0 || a.recurs || b.recurs || came_before(a) || came_before(b) ||
            (words.overlap < 0.5 && !(a.once && b.once && words.telling > 0) && !known_otherwise))
            possible = false;
        if (!topics.one_thing && (words.telling < 3 || words.overlap < 0.6)) possible = false;
    }
    if (explained) result.reason = fmt::format("{:g} points: ", result.score) + result.reason;
    result.same_event = possible && result.score >= enough_likeness;
    return result;
}

}  // namespace

Likeness likeness(const ClusterItem& a, const ClusterItem& b) { return likeness(a, b, topics_of(a, b)); }

Likeness likeness(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) { return compare(a, b, topics, true); }

std::optional<double> one_event(const ClusterItem& a, const ClusterItem& b, const TopicLikeness& topics) {
    const Likeness like = compare(a, b, topics, false);
    return like.same_event ? std::optional(like.score) : std::nullopt;
}

}  // namespace annals
