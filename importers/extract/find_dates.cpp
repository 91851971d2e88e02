#include "importers/extract/compose.h"
#include "importers/extract/extract.h"
#include "importers/extract/genre.h"
#include "importers/extract/resolve.h"
#include "importers/extract/tokenize.h"

namespace annals {

DatedText find_dates(const Document& document, const RuleSet& rules, const std::string& published) {
    DatedText dated;
    dated.sentences = split_sentences(document);
    Scanner scanner(rules);
    std::vector<SentenceMatches> all;
    std::vector<Match> matches;
    for (std::uint32_t i = 0; i < dated.sentences.size(); ++i) {
        scanner.scan(document.text, dated.sentences[i], matches);
        if (matches.empty()) continue;
        compose(scanner.looked_up(), matches);
        all.push_back({i, matches});
    }
    settle_early_years(all);
    dated.anchor = find_anchor(document, dated.sentences, all, published, dated.diagnostics);
    dated.narrative = is_narrative(all, dated.anchor);
    dated.resolutions = resolve(document, dated.sentences, all, dated.anchor, rules);
    return dated;
}

}  // namespace annals
