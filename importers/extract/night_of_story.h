// The night that a story tells of, and the morning behind it.
#pragma once

#include "importers/extract/frames.h"

#include <optional>

namespace annals {

class NightOfStory {
public:
    /// Takes the moment that the text goes on from.
    void name(const LookedUp& at, const Read& read);
    /// "That night they lost their way, and came back at six in the morning", "shortly before midnight"; what stands beside the night is its own hour. `before`
    /// is the expression before it in its sentence, null for none.
    bool is_morning_after(const LookedUp& at, const Read* before, const Read& read) const;

private:
    std::optional<Day> day_;  // that it begins on, if it was named last
};

}  // namespace annals
