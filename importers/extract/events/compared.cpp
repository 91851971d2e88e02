#include "importers/extract/events/compared.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/dated_event.h"
#include "importers/extract/grammar/sentence_words.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/words/word_list.h"

namespace annals {
namespace {

class Comparison : public SentenceWords {
public:
    Comparison(std::string_view text, const Tree& tree, TokenRange expression)
        : SentenceWords(text, tree.sentence()),
          tree_(tree),
          expression_(expression),
          lead_(dating_phrase(text, tree.sentence(), expression).first) {}

    /// "earlier than in 1990", "on Monday rather than on Friday"; not "more than two years ago", "no later than Friday".
    bool behind_than() const {
        auto than = expression_.first;
        while (than > 0 && than + 3 > expression_.first && word(than) != "than") --than;
        if (word(than) != "than" || than < lead_ || than < 1) return false;
        for (auto i = than; i > 0 && i + 4 > than; --i)
            if (const std::string said = fold(word(i - 1)); said == "no" || said == "not" || said == "any") return false;
        static constexpr FixedWords amounts{"more", "less", "fewer", "longer", "further", "greater"};
        const bool amount = amounts.has(fold(word(than - 1))) && than + 1 == expression_.first;
        return !(amount && opens_amount(expression_.first));
    }

    /// "compared with March", "compared with 40 in the same month last year", ", against 230 in 2001".
    bool behind_compared() const {
        constexpr std::uint32_t reach = 14;
        for (auto i = lead_ + 1; i > 0 && i + reach > lead_; --i) {
            const auto at = i - 1;
            if (at >= expression_.first) continue;
            const std::string said = fold(word(at));
            if (said == "compared" || said == "versus" || said == "vs" || said == "comparison")
                return said != "comparison" || word(at + 1) == "with" || word(at + 1) == "to";
            if (said == "against" && at > 0 && (word(at - 1) == "," || word(at - 1) == "as")) return has_figure(at, lead_);
            if (word(at) == "," || word(at) == ";" || is_finite_verb(tag(at)) || said == "that") return false;
        }
        return false;
    }

    /// "as in 1990", at the head of a clause or behind "the same"; not "such as in 1990", "as early as 1990".
    bool behind_as() const {
        if (expression_.first < 2 || word(expression_.first - 1) != "in") return false;
        const auto as = expression_.first - 2;
        if (fold(word(as)) != "as") return false;
        constexpr std::uint32_t reach = 10;  // "twice as many came as in 2010"
        for (auto i = as; i > 1 && i + reach > as && word(i - 1) != "," && word(i - 1) != ";"; --i)
            if (fold(word(i - 1)) == "as" && (word(i) == "many" || word(i) == "much")) return true;
        static constexpr FixedWords begins{"early", "late", "far", "long", "recently", "soon"};
        if (as > 2 && fold(word(as - 2)) == "as" && (tag(as - 1) == Tag::JJ || tag(as - 1) == Tag::RB)) return !begins.has(word(as - 1));  // "as cold as in 1990"
        return as == 0 || word(as - 1) == "," || word(as - 1) == "same" || word(as - 1) == "just" || word(as - 1) == "\u201c";
    }

    /// "to 9 million from 10 million a year earlier", "up from 3 percent in May", "rose from 30 in 1990 to 50": the lower figure's.
    bool behind_figure_from(std::uint32_t trigger) const {
        const bool owned = word(expression_.last) == "'s" || word(expression_.last) == "\u2019s";  // "from last year's 40"
        if (owned && tag(expression_.last + 1) == Tag::CD && expression_.first > 0 && word(expression_.first - 1) == "from") return true;
        auto from = lead_;
        bool figure = false;
        constexpr std::uint32_t reach = 7;
        for (; from > 0 && from + reach > lead_ && is_of_amount(from - 1); --from) figure = figure || tag(from - 1) == Tag::CD;
        if (from == lead_) return false;
        if (!figure || from == 0 || fold(word(from - 1)) != "from") return false;
        const auto before = from >= 2 ? word(from - 2) : std::string_view();
        if (before == "up" || before == "down" || before == "Up" || before == "Down") return true;
        if (names_its_day()) return false;  // "raised it to 5 from 4 on Monday", "this week"
        if (from >= 2 && is_of_amount(from - 2)) {
            auto to = from - 2;
            while (to > 0 && to + reach > from && is_of_amount(to)) --to;
            if (word(to) == "to" || word(to) == "at") return true;
        }
        return is_verb(tag(trigger)) && trigger < from && word_list("measuring_verbs").has(base(trigger));
    }

    /// "for the first time since 1990", "the worst storm since 1987"; not "has been the largest mill since 1990", which it still is.
    bool is_record_since(std::uint32_t trigger) const {
        constexpr std::uint32_t reach = 12;
        if (fold(word(lead_)) != "since" || lead_ == 0 || lead_ >= expression_.first) return false;
        if (fold(word(lead_ - 1)) == "not") return true;  // "not since 1967 has it been so quiet"
        static constexpr FixedWords ranks{"first", "second", "third", "fourth", "fifth", "last",
                                          "only",  "most",   "least", "fewest", "best",  "worst"};
        for (auto i = lead_; i > 0 && i + reach > lead_; --i) {
            const auto at = i - 1;
            if (is_finite_verb(tag(at)) || word(at) == ";" || word(at) == "," || word(at) == "that") return false;
            if (word(at) == "time" && at > 0 && word(at - 1) == "any") return true;  // "fuller than at any time since 1987"
            if ((tag(at) != Tag::JJS && tag(at) != Tag::RBS && !ranks.has(word(at))) || (at > 0 && fold(word(at - 1)) == "at"))
                continue;  // "at least"
            if (at > 0 && at + 1 == lead_ && word(at - 1) == "a" && ranks.has(word(at))) continue;  // "has risen by a third since May"
            if (word(at + 1) == "time") return true;
            // "has been", "have been the champions"
            for (auto been = at; been > 0 && been + 6 > at; --been)
                if (word(been - 1) == "been" || is_finite_verb(tag(been - 1))) return word(been - 1) != "been" && !is_present_be(been - 1);
            return tree_.has_copula(trigger) ? !is_perfect(trigger) : true;
        }
        return false;
    }

    /// "(H1 2013: 113 million)", "(2001: 40)": what a figure was before.
    bool is_bracketed_figure() const {
        constexpr std::uint32_t longest = 8;
        if (expression_.first == 0 || (word(expression_.first - 1) != "(" && word(expression_.first - 1) != "[") ||
            word(expression_.last) != ":")
            return false;
        for (auto i = expression_.last + 1; i < count_ && i < expression_.last + longest; ++i) {
            if (word(i) == ")" || word(i) == "]") return true;
            if (is_verb(tag(i))) return false;
        }
        return false;
    }

    /// "grew by a tenth in May from a year earlier"; not "dates from three years ago".
    bool behind_from_year(std::uint32_t trigger) const {
        static constexpr FixedWords back{"before", "earlier", "previously", "ago"};
        if (expression_.first == 0 || word(expression_.first - 1) != "from" || !back.has(word(expression_.last - 1))) return false;
        return is_verb(tag(trigger)) && trigger < expression_.first && (word_list("measuring_verbs").has(base(trigger)) || word_list("falling_verbs").has(base(trigger)));
    }

    /// "worse than in May 1998, when the dyke last broke": what is told behind "when" is no comparison.
    bool opens_when(std::uint32_t trigger) const { return word(expression_.last) == "," && word(expression_.last + 1) == "when" && trigger > expression_.last + 1; }

private:
    bool names_its_day() const {
        if (fold(word(lead_)) == "on") return true;
        for (auto i = expression_.first; i < expression_.last; ++i)
            if (const std::string said = fold(word(i)); said == "this" || said.ends_with("day")) return true;
        return false;
    }

    bool opens_amount(std::uint32_t token) const {
        const auto& first = sentence_.tokens[token];
        if (first.kind == TokenKind::number) return expression_.last > expression_.first + 1;  // "more than 2001" is a year
        const std::string said = fold(word(token));
        return tag(token) == Tag::CD || said == "a" || said == "an" || said == "half" || said == "the";
    }

    bool is_of_amount(std::uint32_t token) const {
        const auto said = word(token);
        return tag(token) == Tag::CD || is_noun(tag(token)) || tag(token) == Tag::JJ || said == "$" || said == "\u00a3" ||
               said == "\u20ac" || said == "%" || said == "," || said == "about" || said == "some";
    }

    bool has_figure(std::uint32_t first, std::uint32_t last) const {
        for (auto i = first; i < last; ++i)
            if (tag(i) == Tag::CD) return true;
        return false;
    }

    bool is_present_be(std::uint32_t token) const {
        return word(token) == "is" || word(token) == "are" || word(token) == "\u2019s" || word(token) == "'s";
    }

    bool is_perfect(std::uint32_t trigger) const {
        const Clause* clause = clause_at(sentence_, trigger);
        return clause && (clause->tense == Tense::perfect || clause->tense == Tense::present);
    }

    const Tree& tree_;
    TokenRange expression_;
    std::uint32_t lead_;  // first token of "since the spring of 1990"
};

}  // namespace

bool is_only_compared(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t trigger) {
    const Comparison around(text, tree, expression);
    if (!around.opens_when(trigger) && (around.behind_than() || around.behind_as())) return true;
    return around.behind_from_year(trigger) || around.behind_compared() || around.behind_figure_from(trigger) ||
           around.is_record_since(trigger) || around.is_bracketed_figure();
}

bool says_how_far(std::string_view text, const Tree& tree, TokenRange expression) {
    const Sentence& sentence = tree.sentence();
    const auto top = tree.top_of(expression);
    if (top == no_token || tree.head(static_cast<std::uint32_t>(top)) < 0) return false;
    const auto noun = static_cast<std::uint32_t>(tree.head(static_cast<std::uint32_t>(top)));
    if (!is_noun(sentence.tags[noun])) return false;
    const TokenRange range = tree.subtree(noun);
    for (auto i = range.first; i < noun; ++i) {
        const std::string word = fold(word_of(text, sentence, i));
        if (sentence.tags[i] == Tag::JJS || word == "first" || word == "last" || word == "only") return true;
    }
    return false;
}

}  // namespace annals
