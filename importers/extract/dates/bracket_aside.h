// What is told aside in brackets, at some length: "(A street was named after her in 1989.)".
#pragma once

#include "importers/extract/dates/frames.h"

#include <cstdint>
#include <optional>

namespace annals {

/// Where the text is: what expressions behind a bracket lean on.
struct Whereabouts {
    std::optional<Moment>&story, &mention, &main_line;
};

/// The bracket that the expression at hand stands in.
class BracketAside {
public:
    bool is_open() const { return open_; }
    /// Comes to an expression of that sentence, whose first "(" is the token `first_bracket`: the bracket it stands in is entered, one that ended before is left.
    void come_to(const LookedUp& at, const Match& match, std::uint32_t sentence, std::uint32_t first_bracket, Whereabouts now);
    /// What lies a year or more away there leaves the text where it was.
    void leave(Whereabouts now);

private:
    bool open_ = false;
    std::uint32_t sentence_ = 0, end_ = 0;
    std::optional<Moment> story_, mention_, main_line_;  // as they were before it
};

}  // namespace annals
