#include "importers/extract/direction.h"

#include <algorithm>

namespace annals {
namespace {

bool in(std::string_view word, std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), word) != list.end(); }

// What a word alone tells of tense.
int tense_of(std::string_view word, std::string_view next) {
    if (in(word, {"will", "'ll", "shall", "wo"})) return 2;
    if (in(word, {"tomorrow", "upcoming", "forthcoming"})) return 1;
    if (in(word, {"is", "are"}) && next == "to") return 2;
    if (in(word, {"expected", "scheduled", "set", "slated", "expects", "plans", "intends", "hopes", "going", "poised", "bound"}) && in(next, {"to", "for"})) return 1;
    if (word == "due" && in(next, {"in", "on", "by", "for", "next", "this", "out", "back"})) return 1;
    if (in(word, {"expects", "plans", "intends", "hopes", "deadline", "scheduled", "planned"})) return 1;
    if (in(word, {"was", "were", "had", "did", "said", "rose", "fell", "went", "came", "took", "made", "got", "gave", "began", "became", "told", "found", "left", "held", "met",
                  "won", "lost", "sent", "saw", "led", "brought", "thought", "spoke", "shot", "fought", "has", "have", "been", "'ve", "wrote", "broke", "grew", "kept", "knew",
                  "ran", "sold", "stood", "struck", "drew", "fled", "flew", "bought", "built", "died", "ended", "paid", "put", "quit", "set", "sank", "threw"}))
        return -1;
    if (word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word != "united" && word != "hundred" && word != "sacred") return -1;
    return 0;
}

}  // namespace

int direction_at(const LookedUp& at, const Sentence& sentence, std::size_t i) {
    if (const int index = sentence.clauses.empty() ? -1 : clause_of(sentence, static_cast<std::uint32_t>(i)); index >= 0) {
        switch (sentence.clauses[static_cast<std::size_t>(index)].tense) {
            case Tense::past:
            case Tense::perfect:
            case Tense::pluperfect: return -1;
            case Tense::future: return 1;
            default: break;
        }
    }
    std::array<char, 32> first, second;
    constexpr std::size_t far = 30;
    const auto look = [&](std::size_t k) {
        if ((*at.tokens)[k].kind != TokenKind::word || at.word(k).size() > 20) return 0;
        const std::string_view word = fold_word(at.word(k), first);
        const std::string_view next = k + 1 < at.size() && at.word(k + 1).size() < 20 ? fold_word(at.word(k + 1), second) : std::string_view{};
        return tense_of(word, next);
    };
    for (std::size_t k = i; k-- > 0 && i - k < far;)
        if (const int found = look(k)) return found;
    for (std::size_t k = i + 1; k < at.size() && k - i < far; ++k)
        if (const int found = look(k)) return found;
    return 0;
}

}  // namespace annals
