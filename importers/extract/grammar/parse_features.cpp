#include "importers/extract/grammar/parse_model.h"
#include "importers/extract/words/feature_hash.h"

#include <algorithm>
#include <cassert>

namespace annals {
namespace {

const ParseToken outside{2, 62, 3, 4, 5};

std::uint64_t distance(int a, int b) {
    if (a < 0 || b < 0) return 0;
    const int steps = b - a;
    return static_cast<std::uint64_t>(steps <= 4 ? steps : steps <= 7 ? 5 : steps <= 12 ? 6 : 7);
}

/// What a state has at a token; what is outside where there is none.
struct View {
    const std::vector<ParseToken>& tokens;
    const ParseState& state;

    const ParseToken& token(int at) const {
        return at < 0 || at >= static_cast<int>(tokens.size()) ? outside : tokens[static_cast<std::size_t>(at)];
    }
    const ParseState::Children& children(int at) const {
        static const ParseState::Children childless;
        return at < 0 ? childless : state.children(at);
    }
    std::uint64_t label(int at) const { return at < 0 ? 63 : static_cast<std::uint64_t>(state.relations()[static_cast<std::size_t>(at)]); }
};

/// Writes the features one after another. The number of a template is part of the model.
class Writer {
public:
    explicit Writer(std::span<std::uint64_t> out) : next_(out.data()), end_(out.data() + out.size()) {}
    void operator()(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { *next_++ = feature(100 + number, a, b, c); }
    bool done() const { return next_ == end_; }

private:
    std::uint64_t *next_, *end_;
};

}  // namespace

std::vector<ParseToken> parse_tokens(const std::vector<WordForm>& forms, const std::vector<Tag>& tags) {
    std::vector<ParseToken> tokens;
    tokens.reserve(forms.size() + 1);
    for (std::size_t at = 0; at < forms.size(); ++at) {
        const std::uint64_t tag = static_cast<std::uint64_t>(tags[at]);
        const WordForm& form = forms[at];
        // Nouns by the class of their commonest sense, verbs by theirs.
        const bool verb = tag >= static_cast<std::uint64_t>(Tag::VB) && tag <= static_cast<std::uint64_t>(Tag::VBZ);
        const std::uint64_t sense = (verb ? form.senses & 0x1E0u : form.senses & 0x81Fu) * 64 + tag;
        tokens.push_back({form.word, tag, feature(200, form.word, tag), sense, form.suffix[2]});
    }
    tokens.push_back({1, 61, 1, 1, 1});  // the root
    return tokens;
}

void features_to_come(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out) {
    const View view{tokens, state};
    const int next = state.next();
    const ParseToken &b0 = view.token(next), &b1 = view.token(next + 1), &b2 = view.token(next + 2), &before = view.token(next - 1);
    Writer put(out.to_come);
    put(0, 1);
    put(10, b0.word);
    put(11, b0.tag);
    put(12, b0.sense);
    put(13, b1.both);
    put(15, b1.tag);
    put(20, b2.tag);
    put(21, before.both);
    put(22, before.tag);
    put(43, b0.tag, b1.tag);
    put(44, b0.both, b1.tag);
    put(45, b0.tag, b1.both);
    put(50, b0.tag, b1.tag, b2.tag);
    assert(put.done());
}

void features_of_stack(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out) {
    const View view{tokens, state};
    const auto label = [&](int at) { return view.label(at); };
    const int top = state.stack(0), below = state.stack(1);
    const ParseToken &s0 = view.token(top), &s1 = view.token(below), &s2 = view.token(state.stack(2));
    const ParseState::Children &c0 = view.children(top), &c1 = view.children(below);
    const ParseToken &s0l = view.token(c0.first), &s0r = view.token(c0.last), &s1l = view.token(c1.first), &s1r = view.token(c1.last);
    const std::uint64_t far = distance(below, top);
    Writer put(out.of_stack);
    put(2, s0.word);
    put(3, s0.tag);
    put(4, s0.sense);
    put(6, s1.word);
    put(7, s1.tag);
    put(8, s1.sense);
    put(18, s2.tag);
    put(23, s0l.both);
    put(24, s0r.both);
    put(25, s1l.both);
    put(26, s1r.both);
    put(39, s1.tag, s0.tag, far);
    put(68, s1.tag, s0.tag, s0r.tag);
    put(73, s1.tag, s0.tag, label(c1.last) * 64 + label(c0.first));
    // Which of two heads a preposition's noun belongs to: "ate the pizza with a fork".
    put(75, s1.word, s0l.word, s0.tag);
    put(76, s1.tag, s0l.word, s0.word);
    put(80, s2.word, s1.tag, s0l.word);
    put(88, s0.both, far);
    put(91, s0.tag, c0.left, c0.right);
    put(96, s0.tag, c0.left_relations, c0.right_relations);
    put(97, s1.tag, c1.left_relations, c1.right_relations);
    put(98, s1.tag * 64 + s0.tag, c1.right_relations);
    put(101, s0.both, c0.left_relations);
    put(102, s1.both, c1.right_relations);
    assert(put.done());
}

void features_of_both(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out) {
    const View view{tokens, state};
    const int next = state.next(), top = state.stack(0), below = state.stack(1);
    const ParseToken &b0 = view.token(next), &b1 = view.token(next + 1);
    const ParseToken &s0 = view.token(top), &s1 = view.token(below);
    const ParseState::Children &c0 = view.children(top), &cb = view.children(next);
    const ParseToken &s0l = view.token(c0.first), &s0r = view.token(c0.last), &b0l = view.token(cb.first);
    const ParseToken &s0l2 = view.token(c0.second), &s0r2 = view.token(c0.last_but_one);
    const std::uint64_t near = distance(top, next);
    Writer put(out.of_both);
    put(27, b0l.both);
    put(31, s0.both, b0.tag);
    put(35, s0.sense, b0.sense);
    put(42, s1.tag, b0.both);
    put(47, s0.tag, b0.tag, b1.tag);
    put(59, s0.tag, s0l.tag, b0.tag);
    put(61, s0.tag, b0.tag, b0l.tag);
    put(62, s0.tag, s0l.tag * 64 + s0l2.tag, b0.tag);
    put(63, s0.tag, s0r.tag * 64 + s0r2.tag, b0.tag);
    put(85, s0.both, near);
    put(86, b0.both, near);
    put(95, b0.tag, cb.left);
    put(100, b0.tag, cb.left_relations);
    assert(put.done());
}

void parse_features(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out) {
    features_to_come(tokens, state, out);
    features_of_stack(tokens, state, out);
    features_of_both(tokens, state, out);
}

}  // namespace annals
