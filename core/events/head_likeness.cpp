#include "core/events/head_likeness.h"

#include "core/events/date_likeness.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

/// "invade" and "invasion".
bool one_stem(const Word& a, const Word& b) {
    constexpr std::size_t least = 4;
    return a.text().size() >= least && b.text().size() >= least && a.text().compare(0, least, b.text(), 0, least) == 0;
}

constexpr std::string_view known_mark = "~the ", kind_mark = "~some ";
/// The kind of a name that may stand for all that is told: "the crash", "the decision".
const Word any_kind = "~some anything";
const Word beginning{std::string(beginning_mark)};

/// "the fire" of an article that takes it as known.
bool takes_as_known(const ClusterItem& item, const Word& happening) {
    return std::any_of(item.happenings.begin(), item.happenings.end(), [&](const Word& one) {
        return one.text().starts_with(known_mark) && std::string_view(one.text()).substr(known_mark.size()) == happening.text();
    });
}

/// What they say that happened, whatever the words: "a fire tore through the mill" and "the blaze broke out".
HeadLikeness compare_happenings(const ClusterItem& a, const ClusterItem& b) {
    HeadLikeness like;
    bool one_kind = false;
    for (const Word& happening : a.happenings) {
        if (!b.happenings.has(happening)) continue;
        if (is_mark_of_happening(happening.text())) {
            one_kind = one_kind || (is_kind_of_happening(happening) && !(happening == any_kind));
            continue;
        }
        const bool often = repeated(a, b, happening) || repeated(a, b, a.trigger_lemma) || repeated(a, b, b.trigger_lemma);
        const double points = often ? 1.25 : 2;
        if (points > like.points) like = {points, !often || (one_day(a.date) && one_day(b.date)), false, "both tell of {}", &happening, nullptr, {&happening}};
    }
    if (like.points > 0) {
        like.used.add(a.trigger_lemma);
        like.used.add(b.trigger_lemma);
        like.known_one = takes_as_known(a, *like.one) || takes_as_known(b, *like.one);
    } else if (one_kind) {
        like = {1, false, false, "what they tell of is of one kind", nullptr, nullptr, {&a.trigger_lemma, &b.trigger_lemma}, true};
        like.one_kind = true;
        like.known_one = takes_something_as_known(a) || takes_something_as_known(b);
    }
    like.unlike = like.points == 0 && !a.happenings.empty() && !b.happenings.empty();
    return like;
}

HeadLikeness compare_words_of_heads(const ClusterItem& a, const ClusterItem& b) {
    if (a.trigger_lemma.empty() || b.trigger_lemma.empty()) return {};
    if (a.trigger_lemma == b.trigger_lemma) {
        if (!a.terms.has(a.trigger_lemma) && !b.terms.has(b.trigger_lemma)) return {};  // "have": it tells nothing
        const bool light = a.kind == EventKind::statement || repeated(a, b, a.trigger_lemma);
        return {light ? 1.0 : 2.0, false, false, "both say \"{}\"", &a.trigger_lemma, nullptr, {&a.trigger_lemma}};
    }
    // The smaller first, so that the words are the same from both sides.
    const ClusterItem &first = a.trigger_lemma.text() < b.trigger_lemma.text() ? a : b, &second = &first == &a ? b : a;
    const auto pair_of = [&](const Word& one, const Word& other, double points) {
        const bool often = repeated(a, b, one) || repeated(a, b, other);
        const bool stem = one_stem(one, other);
        return HeadLikeness{often ? points / 2 : points, stem && !often, false, "\"{}\" and \"{}\"", &one, &other, {&one, &other}};
    };
    if (first.related.has(second.trigger_lemma) || second.related.has(first.trigger_lemma))
        return pair_of(first.trigger_lemma, second.trigger_lemma, one_stem(first.trigger_lemma, second.trigger_lemma) ? 1.5 : 1);
    for (const auto& [one, other] : {std::pair(&first, &second), std::pair(&second, &first)})
        if (other->terms.has(one->trigger_lemma))
            return {repeated(a, b, one->trigger_lemma) ? 0.5 : 1,
                    false,
                    false,
                    "the other tells of \"{}\"",
                    &one->trigger_lemma,
                    nullptr,
                    {&one->trigger_lemma}};
    for (const auto& [one, other] : {std::pair(&first, &second), std::pair(&second, &first)})
        for (const Word& word : one->related)
            if (other->terms.has(word)) return pair_of(one->trigger_lemma, word, 1);
    return {};
}

}  // namespace

bool takes_something_as_known(const ClusterItem& item) {
    return std::any_of(item.happenings.begin(), item.happenings.end(), [](const Word& one) { return one.text().starts_with(known_mark); });
}

bool is_kind_of_happening(const Word& happening) { return happening.text().starts_with(kind_mark); }

bool may_have_begun(const ClusterItem& a, const ClusterItem& b) {
    const bool a_lasts = a.happenings.has(beginning), b_lasts = b.happenings.has(beginning);
    if (!a_lasts && !b_lasts) return true;
    const bool one_trigger = a.trigger_lemma == b.trigger_lemma;
    const auto shared_name = [&](const Word& name) { return b.terms.has(name); };
    if (!a.names.empty() && !b.names.empty() && std::none_of(a.names.begin(), a.names.end(), shared_name)) return false;  // Holm and Moe, in prison since 2016
    const auto shared_thing = [&](const Word& term) { return b.terms.has(term) && !a.names.has(term) && !b.names.has(term); };
    if (a_lasts && b_lasts && !one_trigger && std::none_of(a.terms.begin(), a.terms.end(), shared_thing)) return false;  // she chairs this and leads that
    return one_trigger ||
           std::any_of(a.happenings.begin(), a.happenings.end(), [&](const Word& one) { return !is_mark_of_happening(one.text()) && b.happenings.has(one); });
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

std::string in_words(const HeadLikeness& head) {
    std::string text;
    const Word* next = head.one;
    for (std::size_t at = 0; at < head.says.size();) {
        const std::size_t hole = std::min(head.says.find("{}", at), head.says.size());
        text += head.says.substr(at, hole - at);
        at = hole + 2;
        if (hole < head.says.size() && next) text += std::exchange(next, head.other)->text();
    }
    return text;
}

}  // namespace annals
