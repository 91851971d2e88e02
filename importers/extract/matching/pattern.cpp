#include "importers/extract/matching/pattern.h"

#include "importers/extract/words/tokenize.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t most_sequences = 4096, longest_sequence = 24;

constexpr bool ends_atom(char c) { return c == ' ' || c == '\t' || c == '(' || c == ')' || c == '|' || c == '?' || c == '"'; }

struct PatternError {
    std::string text;
};

class PatternParser {
public:
    PatternParser(std::string_view text, const PatternNames& names, RuleSet& rules) : text_(text), names_(names), rules_(rules) {}

    PatternSequences run() {
        PatternSequences all = sequence();
        if (at_ < text_.size()) throw PatternError{std::string("unexpected '") + text_[at_] + "'"};
        if (text_.find('<') != std::string_view::npos || text_.find('>') != std::string_view::npos) all = settled(all);
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].empty()) throw PatternError{"the pattern may be empty"};
        return all;
    }

private:
    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    PatternSequences sequence() {
        PatternSequences all;
        all.add({});
        while (true) {
            skip_blanks();
            if (at_ >= text_.size() || peek() == ')' || peek() == '|') return all;
            if (peek() == '<' || peek() == '>') {
                PatternStep mark;  // a word of no id; settled moves what it says to the next element
                if (peek() == '<') mark.begins = true;
                else mark.ends = true;
                ++at_;
                PatternSequences marked;
                marked.add({&mark, 1});
                follow(all, std::move(marked));
                continue;
            }
            follow(all, element());
        }
    }

    static PatternSequences settled(const PatternSequences& marked) {
        PatternSequences all;
        for (std::size_t i = 0; i < marked.size(); ++i) add_settled(marked[i], all);
        return all;
    }

    static void add_settled(std::span<const PatternStep> sequence, PatternSequences& settled) {
        settled.add({});
        bool begins = false, ends = false;
        for (PatternStep step : sequence) {
            begins |= step.begins;
            ends |= step.ends;
            if (!step.is_class && !step.symbol) continue;
            step.begins = begins;
            step.ends = ends;
            begins = ends = false;
            settled.lengthen({&step, 1});
        }
        if (begins || ends) throw PatternError{"< or > at the end"};
    }

    /// Each of `all` goes on with each of `next`.
    static void follow(PatternSequences& all, PatternSequences next) {
        if (all.size() == 1 && all[0].empty()) return std::swap(all, next);
        if (all.size() * next.size() > most_sequences) throw PatternError{"the pattern stands for too many sequences"};
        if (all.size() * next.size() == 1 && all[0].size() + next[0].size() <= longest_sequence) return all.lengthen(next[0]);
        PatternSequences longer;
        longer.reserve(all.size() * next.size(), all.size() * next.steps() + next.size() * all.steps());
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = 0; k < next.size(); ++k) {
                if (all[i].size() + next[k].size() > longest_sequence) throw PatternError{"the pattern is too long"};
                longer.add(all[i]);
                longer.lengthen(next[k]);
            }
        all = std::move(longer);
    }

    PatternSequences element() {
        PatternSequences all = primary();
        while (peek() == '|' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ') {  // a|b without blanks
            ++at_;
            all.add_all(primary());
        }
        if (peek() == '?') {
            ++at_;
            all.add({});
        }
        return all;
    }

    PatternSequences primary() {
        if (peek() == '(') {
            ++at_;
            PatternSequences all = sequence();
            while (peek() == '|') {
                ++at_;
                all.add_all(sequence());
            }
            if (peek() != ')') throw PatternError{"a ( is not closed"};
            ++at_;
            return all;
        }
        if (peek() == '@') {
            ++at_;
            const std::string_view name = atom();
            const auto found = names_.phrases.find(name);
            if (found == names_.phrases.end()) throw PatternError{"unknown phrase @" + std::string(name)};
            return found->second;
        }
        if (peek() == '"') {
            const std::size_t close = text_.find('"', at_ + 1);
            if (close == std::string_view::npos || close == at_ + 1) throw PatternError{"a \" is not closed"};
            const std::string_view word = text_.substr(at_ + 1, close - at_ - 1);
            at_ = close + 1;
            return word_steps(word);
        }
        std::string_view word = atom();
        SlotId slot = 0;
        if (const std::size_t colon = word.find(':'); colon != std::string_view::npos && colon > 0 && word.size() > 1) {
            slot = slot_named(word.substr(0, colon), rules_);
            if (!slot) throw PatternError{"too many names"};
            word.remove_prefix(colon + 1);
        }
        bool sure = false;
        if (word.size() > 1 && word.back() == '!') {
            sure = true;
            word.remove_suffix(1);
        }
        const bool capitals = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (capitals) return class_steps(word, slot, sure);
        if (slot) throw PatternError{"only a class can have a name: " + std::string(word)};
        return word_steps(word);
    }

    std::string_view atom() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !ends_atom(text_[at_])) ++at_;
        if (at_ == begin) throw PatternError{std::string("unexpected '") + peek() + "'"};
        return text_.substr(begin, at_ - begin);
    }

    PatternSequences word_steps(std::string_view word) {
        PatternSequences all;
        all.add(steps_of(word));
        return all;
    }

    std::span<PatternStep> steps_of(std::string_view word) {
        steps_.clear();
        const std::size_t count = tokenize(word, {0, static_cast<std::uint32_t>(word.size())}, tokens_, 0);
        for (const Token& token : Tokens(tokens_).first(count))
            steps_.emplace_back().symbol = rules_.lexicon.add(words(word, token.span)).id;
        return steps_;
    }

    PatternSequences class_steps(std::string_view name, SlotId slot, bool sure) {
        const std::size_t id = rules_.lexicon.class_of(name);
        if (id == max_classes) throw PatternError{"unknown class " + std::string(name)};
        PatternStep step;
        step.is_class = true;
        step.symbol = static_cast<std::uint32_t>(id);
        step.slot = slot;
        step.sure = sure;
        PatternSequences all;
        all.add({&step, 1});
        if (const auto found = names_.class_phrases.find(id); found != names_.class_phrases.end())
            for (const auto& [phrase, value] : found->second) {
                const std::span<PatternStep> steps = steps_of(phrase);
                steps.back().slot = slot;
                steps.back().has_constant = true;
                steps.back().constant = value;
                all.add(steps);
            }
        return all;
    }

    std::string_view text_;
    const PatternNames& names_;
    RuleSet& rules_;
    std::size_t at_ = 0;
    TokenRoom tokens_;  // rooms
    std::vector<PatternStep> steps_;
};

}  // namespace

SlotId slot_named(std::string_view name, RuleSet& rules) {
    const auto found = std::find(rules.slot_names.begin() + 1, rules.slot_names.end(), name);
    if (found == rules.slot_names.end()) {
        if (rules.slot_names.size() > 250) return 0;
        rules.slot_names.emplace_back(name);
        return static_cast<SlotId>(rules.slot_names.size() - 1);
    }
    return static_cast<SlotId>(found - rules.slot_names.begin());
}

PatternResult parse_pattern(std::string_view pattern, const PatternNames& names, RuleSet& rules) {
    try {
        return {PatternParser(pattern, names, rules).run(), {}};
    } catch (const PatternError& error) {
        return {{}, error.text};
    }
}

}  // namespace annals
