// The night that a story tells of, and the hours behind it.
#pragma once

#include "importers/extract/dates/frames.h"

#include <optional>

namespace annals {

/// Where an expression stands: its block, and the number of its sentence.
struct StoryPlace {
    std::uint32_t block = 0, sentence = 0;
};

class NightOfStory {
public:
    /// Takes the moment that the text goes on from.
    void name(const LookedUp& at, const Read& read, StoryPlace place);
    /// "That night they lost their way, and came back at six in the morning", "shortly before midnight"; what stands beside the night is its own hour. `before`
    /// is the expression before it in its sentence, null for none.
    bool is_morning_after(const LookedUp& at, const Read* before, const Read& read) const;
    /// "She set out at 9pm. Just before midnight she passed the hut. At 2am she lay down": told in one paragraph, over midnight.
    bool is_over_midnight(const Read& read, StoryPlace place) const;
    /// "She set out at 9.30pm and passed the hut at ten to ten": the half of the day that comes next, of the same day; none where the text says it.
    std::optional<int> minute_told_next(const Read& read, StoryPlace place) const;

private:
    struct Hour {
        Day day = 0;
        int minute = 0;
        StoryPlace place;
    };
    static bool is_close(const std::optional<Hour>& hour, const Read& read, StoryPlace place);

    std::optional<Day> day_;       // that it begins on, if it was named last
    std::optional<Hour> evening_;  // the last hour of an evening that was told
    std::optional<Hour> clock_;    // the last time of the clock
};

}  // namespace annals
