#include "importers/extract/dates/weekday_headings.h"

#include "importers/extract/matching/direction.h"
#include "importers/extract/matching/rule_set.h"
#include "importers/extract/matching/words_around.h"

namespace annals {

std::optional<Reading> reading_of_heading(const Document& document, const std::vector<Sentence>& sentences, std::uint32_t index,
                                          const Match& match, const Moment& retold, const RuleSet& rules) {
    constexpr std::size_t reach = 5;  // sentences below it, one of which looks back and none ahead
    if (document.blocks[sentences[index].block].kind != BlockKind::heading || !is_weekday_alone(match.meaning) || said(match.meaning.which)) return std::nullopt;
    bool told = false;
    for (std::size_t i = index + 1; i < sentences.size() && i <= index + reach; ++i) {
        const Sentence& below = sentences[i];
        if (document.blocks[below.block].kind == BlockKind::heading) break;
        if (below.tokens.empty()) continue;
        const int direction = direction_at({document.text, &rules.lexicon, &below.tokens}, below, below.tokens.size() - 1, rules);
        if (direction > 0) return std::nullopt;
        told = told || direction < 0;
    }
    if (!told) return std::nullopt;
    Reading reading;
    reading.moment = moment_of_day(weekday_on_or_after(retold.days.first, match.meaning.weekday));
    reading.timex = reading.moment->timex;
    reading.lean = Lean::story;
    reading.fixed = true;
    return reading;
}

}  // namespace annals
