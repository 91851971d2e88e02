// The moment that "two days later" and "that spring" count from, where it is not the one named last.
#pragma once

#include "importers/extract/dates/flashbacks.h"
#include "importers/extract/dates/frames.h"
#include "importers/extract/dates/mentioned.h"
#include "importers/extract/dates/told_events.h"

#include <cstdint>
#include <optional>

namespace annals {

/// "the Wednesday", "that Sunday"
bool is_weekday_told(const Meaning& meaning);

/// Where the text is when it comes to an expression.
struct CountingPlace {
    std::uint32_t sentence = 0, mention_sentence = 0;  // their numbers: of the expression, of the setting's mention
    const std::optional<Moment>& main_line;            // the moment named last in a sentence that does not look back with "had"
    bool looks_back = false;                           // the sentence or the expression says "had"
    bool had_mention = false;                          // that of the mention did
    bool close = false;                                // not many sentences behind that
    bool main_in_block = false;                        // the main line was told in this paragraph
};

/// What an expression is to be read with in place of the setting's mention.
struct CountedFrom {
    bool another = false;
    std::optional<Moment> moment;  // none: nothing to count from
};

/// The moments of a text that expressions further on may count from: real and unreal ones, first days, ages, the day that it looks back to.
class MomentsToCountFrom {
public:
    /// Before the first expression of a sentence.
    void enter_sentence(const Setting& setting);
    /// "She fell on the 14th. The board had been put out the evening before. She was found three days later": from the 14th.
    /// Turns "on the third day" into a distance. `before` is the expression before it in its sentence, null for none; `told` gives the
    /// birth that ages count from.
    CountedFrom find(const LookedUp& at, const Match& match, const Read* before, Read& read, const Setting& setting, const ToldEvents& told,
                     const CountingPlace& place);

    /// Before the moment of `read` becomes the setting's mention.
    void name(const Read& read, const Setting& setting, std::uint32_t sentence, bool ends_range);
    /// What tells of nothing real.
    void name_unreal(const Moment& moment, std::uint32_t sentence) { unreal_.name(moment, sentence); }
    /// The day that a history looks back to: "fifty years ago today". The first that it names.
    void look_back_to(const std::optional<Moment>& day);

private:
    Mentioned mentioned_;
    UnrealMoment unreal_;
    FirstDay first_day_;
    std::optional<Moment> jubilee_, told_before_;  // told_before_: the day named last before the sentence at hand
    std::optional<Moment> age_;                    // of the sentence in which whoever was born was of that age
    std::uint32_t age_sentence_ = 0xffffffff;
};

}  // namespace annals
