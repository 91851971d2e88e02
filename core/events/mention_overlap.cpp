#include "core/events/mention_overlap.h"

#include "core/events/head_likeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

namespace annals {
namespace {

/// Single days in the range of which the document tells.
int count_days(const DocumentTopic& topic, DayRange range) {
    int count = 0;
    topic.days.for_each([&](std::string_view number) {
        Day day = 0;
        std::from_chars(number.data(), number.data() + number.size(), day);
        count += day >= range.first && day <= range.last;
    });
    return count;
}

}  // namespace

Happenings compare_happenings(const ClusterItem& a, const ClusterItem& b) {
    bool of_one_kind = false;
    for (const Word& happening : a.happenings) {
        if (!b.happenings.has(happening)) continue;
        if (!is_mark_of_happening(happening.text())) return Happenings::same;
        of_one_kind = of_one_kind || is_kind_of_happening(happening);
    }
    if (names_happening(a) && names_happening(b)) return of_one_kind ? Happenings::of_one_kind : Happenings::other;
    return of_one_kind ? Happenings::of_one_kind : Happenings::unknown;
}

bool one_undoes(const ClusterItem& a, const ClusterItem& b) {
    static const std::array<Word, 2> undoings{"~some back", "~some freedom"};
    const auto undoes = [](const ClusterItem& item) { return std::ranges::any_of(undoings, [&](const Word& kind) { return item.happenings.has(kind); }); };
    return compare_happenings(a, b) == Happenings::other && undoes(a) != undoes(b);
}

double weight_of(const Word& term, const ClusterItem& a, const ClusterItem& b) {
    const bool digit = term.text().size() == 1 && is_number(term.text());
    return digit || repeated(a, b, term) ? 0.25 : 1;
}

double overlap_of(const ClusterItem& a, const ClusterItem& b) {
    double shared = 0, of_a = 0, of_b = 0;
    for (const Word& term : a.terms) {
        const double weight = weight_of(term, a, b);
        of_a += weight;
        if (b.terms.has(term)) shared += weight;
    }
    for (const Word& term : b.terms) of_b += weight_of(term, a, b);
    const double shorter = std::min(of_a, of_b);
    return shorter > 0 ? shared / shorter : 0;
}

std::size_t shared_things(const ClusterItem& a, const ClusterItem& b) {
    return static_cast<std::size_t>(std::count_if(a.terms.begin(), a.terms.end(), [&](const Word& term) {
        return b.terms.has(term) && !(term == a.trigger_lemma) && !(term == b.trigger_lemma) && !is_number(term.text()) && !a.names.has(term) &&
               !b.names.has(term) && !repeated(a, b, term);
    }));
}

bool kindred_triggers(const ClusterItem& a, const ClusterItem& b) {
    const auto told_by = [](const ClusterItem& one, const ClusterItem& other) { return other.terms.has(one.trigger_lemma) || other.related.has(one.trigger_lemma); };
    return told_by(a, b) || told_by(b, a);
}

std::size_t new_names(const ClusterItem& item, const ClusterItem& other) {
    return static_cast<std::size_t>(std::ranges::count_if(item.names, [&](const Word& name) { return !knows(other, name); }));
}

double alike_in_wording(const ClusterItem& a, const ClusterItem& b) {
    if (a.wording.size() != b.wording.size()) return 0;
    int both = 0, of_a = 0, of_b = 0;
    for (std::size_t i = 0; i < a.wording.size(); ++i) {
        const int one = a.wording[i] - wording_middle, other = b.wording[i] - wording_middle;
        both += one * other, of_a += one * one, of_b += other * other;
    }
    return both == 0 ? 0 : both / std::sqrt(static_cast<double>(of_a) * of_b);
}

int days_within(const ClusterItem& a, const ClusterItem& b) {
    const bool a_is_longer = takes_longer(a.date, b.date);
    const ClusterItem &longer = a_is_longer ? a : b, &shorter = a_is_longer ? b : a;
    return shorter.topic ? count_days(*shorter.topic, {*longer.date.start_min, *longer.date.end_max}) : 0;
}

std::string shared_in_words(const ClusterItem& a, const ClusterItem& b) {
    std::string text;
    std::vector<std::string> happenings, shared;
    for (const Word& one : a.happenings)
        if (b.happenings.has(one) && !is_mark_of_happening(one.text())) happenings.push_back(one.text());
    for (const Word& term : a.terms)
        if (b.terms.has(term)) shared.push_back(term.text());
    const auto say = [&](std::string_view what, const std::vector<std::string>& words, std::size_t most) {
        if (!words.empty()) text += fmt::format(", {} {}", what, fmt::join(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), most)), ", "));
    };
    say("both tell of", happenings, 2);
    say("shared:", shared, 12);
    if (a.topic && b.topic) say("both articles tell of", shared_names(*a.topic, *b.topic), 4);
    return text;
}

}  // namespace annals
