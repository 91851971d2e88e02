#include "importers/extract/words/line_heads.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::size_t least_numbers = 3, least_clocks = 5;

// The figure of four digits that a sentence begins with; -1 without one.
int head_of(std::string_view text, const Sentence& sentence) {
    if (sentence.tokens.size() < 2 || sentence.tokens[0].kind != TokenKind::number) return -1;
    const std::string_view word = word_of(text, sentence.tokens[0]);
    if (word.size() != 4 || word.find_first_not_of("0123456789") != word.npos) return -1;
    const std::string_view next = word_of(text, sentence.tokens[1]);
    const bool quoted = next == "\"" || next == "\u201c" || next == "``" || next == ":";
    if (!quoted && sentence.tokens[1].kind != TokenKind::word) return -1;
    return (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
}

// Years to come are told of by fifties: "2100 The last glacier is gone."
bool can_be_year(int head) { return head >= 1000 && (head <= 2100 || (head <= 2500 && head % 50 == 0)); }

bool can_be_clock(int head) { return head / 100 < 24 && head % 100 < 60; }

}  // namespace

LineHeads line_heads(std::string_view text, const std::vector<Sentence>& sentences) {
    std::size_t count = 0, no_years = 0, up = 0, down = 0, early = 0;
    bool clocks = true;
    int last = -1;
    for (const Sentence& sentence : sentences) {
        const int head = head_of(text, sentence);
        if (head < 0) continue;
        ++count;
        no_years += !can_be_year(head);
        early += head < 1000;
        clocks = clocks && can_be_clock(head);
        up += last >= 0 && head > last;
        down += last >= 0 && head < last;
        last = head;
    }
    if (count < least_numbers || no_years == 0) return LineHeads::other;
    const bool ordered = 5 * std::max(up, down) >= 4 * (count - 1);
    const bool told = early > 0 || no_years >= least_numbers;
    return clocks && told && ordered && count >= least_clocks ? LineHeads::clocks : LineHeads::numbers;
}

}  // namespace annals
