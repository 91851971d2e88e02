// Document -> mentions: the whole middle of the road, one document a call, pure.
#pragma once

#include "core/model/document.h"
#include "core/model/mention.h"
#include "importers/extract/dates/dated_text.h"
#include "importers/extract/events/mentions.h"
#include "importers/extract/matching/rules.h"

#include <string>
#include <vector>

namespace annals {

struct Extracted {
    std::string published, published_basis;
    std::vector<Mention> mentions;
    int sentences = 0, dated = 0, undated = 0;
    Diagnostics diagnostics;
};
Extracted extract(const Document& document, const RuleSet& rules, const std::string& published = {}, Reach reach = Reach::timeline);

/// Another one for other rules, word lists, models or sources of this program: equal versions read the same out of equal documents.
std::string reading_version(const RuleSet& rules);

}  // namespace annals
