// Words, numbers and marks of a text.
#pragma once

#include "core/text/span.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

enum class TokenKind : std::uint8_t { word, number, mark };

/// A token never crosses white space. "47,000" "3.12" "1990s" "20th" are numbers; "don't" is "do" + "n't"; "nine-month" is
/// "nine" "-" "month"; "'s" stands alone; "Jan." keeps its full stop only when the sentence goes on.
struct Token {
    Span span;
    TokenKind kind = TokenKind::mark;
    bool capital = false;       // begins with an upper-case letter
    bool space_before = false;
    bool plain = false;         // surely less than sixteen ASCII letters and digits, or one ASCII mark: nothing to fold but its case;
                                // and the text has sixteen bytes from its begin on
    std::uint32_t entry = 0;    // id of what the lexicon knows of it; 0 for words that no rule names, and before it was looked up
};

/// Makes only those elements that are given: a room is larger than what will be in it.
template <typename T>
struct RoomAllocator : std::allocator<T> {
    template <typename U>
    struct rebind {
        using other = RoomAllocator<U>;
    };
    template <typename U, typename... Args>
    void construct(U* at, Args&&... args) {
        if constexpr (sizeof...(Args) > 0) std::construct_at(at, std::forward<Args>(args)...);
    }
};
using TokenRoom = std::vector<Token, RoomAllocator<Token>>;
/// Some of a room, in a row; they live as long as it.
using Tokens = std::span<Token>;

/// The word of a token of `text`. The view lives as long as it.
inline std::string_view word_of(std::string_view text, const Token& token) { return {text.data() + token.span.begin, token.span.size()}; }

}  // namespace annals
