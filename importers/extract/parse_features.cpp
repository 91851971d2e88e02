#include "importers/extract/feature_hash.h"
#include "importers/extract/parse_model.h"

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

void parse_features(const std::vector<ParseToken>& tokens, const ParseState& state, ParseFeatures& out) {
    const auto token = [&](int at) -> const ParseToken& {
        return at < 0 || at >= static_cast<int>(tokens.size()) ? outside : tokens[static_cast<std::size_t>(at)];
    };
    static const ParseState::Children childless;
    const auto children = [&](int at) -> const ParseState::Children& { return at < 0 ? childless : state.children(at); };
    const auto label = [&](int at) -> std::uint64_t {
        return at < 0 ? 63 : static_cast<std::uint64_t>(state.relations()[static_cast<std::size_t>(at)]);
    };

    const int next = state.next(), top = state.stack(0), below = state.stack(1), third = state.stack(2);
    const ParseToken &b0 = token(next), &b1 = token(next + 1), &b2 = token(next + 2), &s0 = token(top), &s1 = token(below), &s2 = token(third);
    const ParseToken& before = token(next - 1);
    const ParseState::Children &c0 = children(top), &c1 = children(below), &cb = children(next);
    const ParseToken &s0l = token(c0.first), &s0r = token(c0.last), &s1l = token(c1.first), &s1r = token(c1.last), &b0l = token(cb.first);
    const ParseToken &s0l2 = token(c0.second), &s1r2 = token(c1.last_but_one), &s0r2 = token(c0.last_but_one);
    const std::uint64_t near = distance(top, next), far = distance(below, top);

    std::uint64_t number = 0;
    auto next_to_come = out.to_come.begin();
    auto next_of_rest = out.rest.begin();
    const auto put_to_come = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) __attribute__((always_inline)) {
        *next_to_come++ = feature(100 + number++, a, b, c);
    };
    const auto put = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) __attribute__((always_inline)) {
        *next_of_rest++ = feature(100 + number++, a, b, c);
    };

    put_to_come(1);
    for (const ParseToken* each : {&s0, &s1}) {
        put(each->both);
        put(each->word);
        put(each->tag);
        put(each->sense);
    }
    for (const ParseToken* each : {&b0, &b1}) {
        put_to_come(each->both);
        put_to_come(each->word);
        put_to_come(each->tag);
        put_to_come(each->sense);
    }
    put(s2.both);
    put(s2.tag);
    for (const ParseToken* each : {&b2, &before}) {
        put_to_come(each->both);
        put_to_come(each->tag);
    }
    for (const ParseToken* each : {&s0l, &s0r, &s1l, &s1r, &b0l}) put(each->both);
    put(s0.suffix, s0.tag);
    put_to_come(b0.suffix, b0.tag);

    put(s0.both, b0.both);
    put(s0.both, b0.tag);
    put(s0.tag, b0.both);
    put(s0.tag, b0.tag, near);
    put(s0.word, b0.word);
    put(s0.sense, b0.sense);
    put(s1.both, s0.both);
    put(s1.both, s0.tag);
    put(s1.tag, s0.both);
    put(s1.tag, s0.tag, far);
    put(s1.sense, s0.sense);
    put(s1.both, b0.tag);
    put(s1.tag, b0.both);
    put_to_come(b0.tag, b1.tag);
    put_to_come(b0.both, b1.tag);
    put_to_come(b0.tag, b1.both);
    put_to_come(b0.both, b1.both);

    put(s0.tag, b0.tag, b1.tag);
    put(s0.both, b0.tag, b1.tag);
    put(s0.tag, b0.tag, b1.tag * 64 + b2.tag);
    put_to_come(b0.tag, b1.tag, b2.tag);
    put(s1.tag, s0.tag, b0.tag);
    put(s1.tag, s0.both, b0.tag);
    put(s1.both, s0.tag, b0.tag);
    put(s1.tag, s0.tag, b0.both);
    put(s1.tag * 64 + b1.tag, s0.tag, b0.tag);
    put(s2.tag, s1.tag, s0.tag);
    put(s2.tag, s1.tag, s0.tag * 64 + b0.tag);
    put(s2.both, s1.tag, s0.tag);

    put(s0.tag, s0l.tag, b0.tag);
    put(s0.tag, s0r.tag, b0.tag);
    put(s0.tag, b0.tag, b0l.tag);
    put(s0.tag, s0l.tag * 64 + s0l2.tag, b0.tag);
    put(s0.tag, s0r.tag * 64 + s0r2.tag, b0.tag);
    put(s1.tag, s1l.tag, s0.tag);
    put(s1.tag, s1r.tag, s0.tag);
    put(s1.tag, s1r.tag * 64 + s1r2.tag, s0.tag);
    put(s1.tag, s0.tag, s0l.tag);
    put(s1.tag, s0.tag, s0r.tag);
    put(s1.both, s0.tag, s0r.both);
    put(s0.both, label(c0.first), label(c0.last));
    put(s1.both, label(c1.last), label(c1.first));
    put(s0.tag, b0.tag, label(c0.last) * 64 + label(c0.first));
    put(s1.tag, s0.tag, label(c1.last) * 64 + label(c0.first));
    put(s1.tag, s0.tag, label(c1.last) * 64 + label(c1.last_but_one));

    // Which of two heads a preposition's noun belongs to: "ate the pizza with a fork".
    put(s1.word, s0l.word, s0.tag);
    put(s1.tag, s0l.word, s0.word);
    put(s1.tag, s0l.word, s0.sense);
    put(s1.sense, s0l.word, s0.sense);
    put(s2.tag, s1.word, s0l.word);
    put(s2.word, s1.tag, s0l.word);
    put(s1.both, b0.word, b1.tag);
    put(s0.both, b0.word, b1.tag);
    put(s0.word, b0.word, b1.sense);
    put(s1.word, s0.word, b0.word);

    put(s0.both, near);
    put(b0.both, near);
    put(s1.both, far);
    put(s0.both, far);
    put(s0.word, b0.word, near);
    put(s0.both, c0.left, c0.right);
    put(s0.tag, c0.left, c0.right);
    put(s1.both, c1.left, c1.right);
    put(s1.tag, c1.left, c1.right);
    put(b0.both, cb.left);
    put(b0.tag, cb.left);
    put(s0.tag, c0.left_relations, c0.right_relations);
    put(s1.tag, c1.left_relations, c1.right_relations);
    put(s1.tag * 64 + s0.tag, c1.right_relations);
    put(s0.tag * 64 + b0.tag, c0.left_relations);
    put(b0.tag, cb.left_relations);
    put(s0.both, c0.left_relations);
    put(s1.both, c1.right_relations);
    put(s0.tag * 64 + b0.tag, c0.left_relations, cb.left_relations);
    put(s1.tag * 64 + s0.tag, c1.left_relations, c0.left_relations);
    assert(next_to_come == out.to_come.end() && next_of_rest == out.rest.end());
}

}  // namespace annals
