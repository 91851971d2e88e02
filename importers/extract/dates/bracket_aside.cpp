#include "importers/extract/dates/bracket_aside.h"

#include "core/text/fixed_words.h"

#include <cstdlib>

namespace annals {

void BracketAside::come_to(const LookedUp& at, const Match& match, std::uint32_t sentence, std::uint32_t first_bracket, Whereabouts now) {
    constexpr std::uint32_t far = 60;
    static constexpr FixedWords leading{"from", "in", "on", "since", "until", "till", "by", "c", "circa", "about", "around", "to", "early", "late", "the"};
    if (open_ && (sentence != sentence_ || match.first >= end_)) leave(now);
    if (open_ || match.first <= first_bracket) return;
    std::uint32_t open = match.first;
    while (open > first_bracket && match.first - open < far && at.word(open) != "(" && at.word(open) != ")") --open;
    if (at.word(open) != "(" || match.first < open + 2 || (match.first == open + 2 && leading.has(at.word(open + 1)))) return;
    std::uint32_t end = match.last;
    while (end < at.size() && end - match.last < far && at.word(end) != ")") ++end;
    open_ = true;
    sentence_ = sentence;
    end_ = end;
    story_ = now.story;
    mention_ = now.mention;
    main_line_ = now.main_line;
}

void BracketAside::leave(Whereabouts now) {
    constexpr Day far = 366;
    const auto come_back = [](const std::optional<Moment>& was, std::optional<Moment>& is) {
        if (was && is && std::abs(was->days.first - is->days.first) > far) is = was;
    };
    come_back(story_, now.story);
    come_back(mention_, now.mention);
    come_back(main_line_, now.main_line);
    open_ = false;
}

}  // namespace annals
