#include "importers/extract/pattern.h"

#include "importers/extract/tokenize.h"

#include <algorithm>
#include <iterator>

namespace annals {
namespace {

constexpr std::size_t most_sequences = 4096, longest_sequence = 24;

using Sequences = std::vector<PatternSequence>;

struct PatternError {
    std::string text;
};

class PatternParser {
public:
    PatternParser(std::string_view text, const PatternNames& names, RuleSet& rules) : text_(text), names_(names), rules_(rules) {}

    Sequences run() {
        Sequences all = sequence();
        if (at_ < text_.size()) throw PatternError{std::string("unexpected '") + text_[at_] + "'"};
        for (PatternSequence& one : all) {
            settle_marks(one);
            if (one.empty()) throw PatternError{"the pattern may be empty"};
        }
        return all;
    }

private:
    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    Sequences sequence() {
        Sequences all(1);
        while (true) {
            skip_blanks();
            if (at_ >= text_.size() || peek() == ')' || peek() == '|') return all;
            if (peek() == '<' || peek() == '>') {
                PatternStep mark;  // a word of no id; settle_marks moves what it says to the next element
                (peek() == '<' ? mark.begins : mark.ends) = true;
                ++at_;
                follow(all, {{mark}});
                continue;
            }
            follow(all, element());
        }
    }

    static void settle_marks(PatternSequence& sequence) {
        if (std::none_of(sequence.begin(), sequence.end(), [](const PatternStep& step) { return step.begins || step.ends; })) return;
        PatternSequence settled;
        bool begins = false, ends = false;
        for (PatternStep& step : sequence) {
            begins |= step.begins;
            ends |= step.ends;
            if (!step.is_class && !step.symbol) continue;
            step.begins = begins;
            step.ends = ends;
            begins = ends = false;
            settled.push_back(step);
        }
        if (begins || ends) throw PatternError{"< or > at the end"};
        sequence = std::move(settled);
    }

    /// Each of `all` goes on with each of `next`.
    static void follow(Sequences& all, const Sequences& next) {
        if (all.size() * next.size() > most_sequences) throw PatternError{"the pattern stands for too many sequences"};
        if (next.size() == 1) {
            for (PatternSequence& one : all) append(one, next.front());
            return;
        }
        Sequences longer;
        longer.reserve(all.size() * next.size());
        for (const PatternSequence& one : all)
            for (const PatternSequence& more : next) {
                longer.emplace_back().reserve(one.size() + more.size());
                append(longer.back(), one);
                append(longer.back(), more);
            }
        all = std::move(longer);
    }

    static void append(PatternSequence& sequence, const PatternSequence& more) {
        if (sequence.size() + more.size() > longest_sequence) throw PatternError{"the pattern is too long"};
        sequence.insert(sequence.end(), more.begin(), more.end());
    }

    Sequences element() {
        Sequences all = primary();
        while (peek() == '|' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ') {  // a|b without blanks
            ++at_;
            Sequences more = primary();
            std::move(more.begin(), more.end(), std::back_inserter(all));
        }
        if (peek() == '?') {
            ++at_;
            all.emplace_back();
        }
        return all;
    }

    Sequences primary() {
        if (peek() == '(') {
            ++at_;
            Sequences all = sequence();
            while (peek() == '|') {
                ++at_;
                Sequences more = sequence();
                std::move(more.begin(), more.end(), std::back_inserter(all));
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
            return {word_steps(word)};
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
        return {word_steps(word)};
    }

    std::string_view atom() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::string_view(" \t()|?\"").find(text_[at_]) == std::string_view::npos) ++at_;
        if (at_ == begin) throw PatternError{std::string("unexpected '") + peek() + "'"};
        return text_.substr(begin, at_ - begin);
    }

    PatternSequence word_steps(std::string_view word) {
        PatternSequence steps;
        for (const Token& token : tokenize(word, {0, static_cast<std::uint32_t>(word.size())})) {
            PatternStep step;
            step.symbol = rules_.lexicon.add(words(word, token.span)).id;
            steps.push_back(step);
        }
        return steps;
    }

    Sequences class_steps(std::string_view name, SlotId slot, bool sure) {
        const std::size_t id = rules_.lexicon.class_of(name);
        if (id == max_classes) throw PatternError{"unknown class " + std::string(name)};
        PatternStep step;
        step.is_class = true;
        step.symbol = static_cast<std::uint32_t>(id);
        step.slot = slot;
        step.sure = sure;
        Sequences all{{step}};
        if (const auto found = names_.class_phrases.find(id); found != names_.class_phrases.end())
            for (const auto& [phrase, value] : found->second) {
                PatternSequence steps = word_steps(phrase);
                steps.back().slot = slot;
                steps.back().has_constant = true;
                steps.back().constant = value;
                all.push_back(std::move(steps));
            }
        return all;
    }

    std::string_view text_;
    const PatternNames& names_;
    RuleSet& rules_;
    std::size_t at_ = 0;
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
