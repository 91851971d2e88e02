// Any bytes as a rule file beside a small lexicon: rules or errors, never both, and rules can be used.
#include "core/text/utf8.h"
#include "importers/extract/extract.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size > 1 << 13) return 0;
    const std::string text = annals::repair_utf8({reinterpret_cast<const char*>(data), size});
    const std::string lexicon = "class MONTH\n  may = 5 doubtful\n  june = 6\nclass UNIT : unit\n  week = week\n";
    const annals::EmbeddedFile files[] = {{"a.lexicon", lexicon}, {"b.lexicon", text}, {"c.rules", text}};
    const annals::RulesResult lone = annals::read_rules({files + 2, 1});
    if (!lone.rules == lone.errors.empty()) std::abort();
    const annals::EmbeddedFile both[] = {files[0], files[2]};
    const annals::RulesResult read = annals::read_rules(both);
    if (!read.rules == read.errors.empty()) std::abort();
    if (!read.rules) return 0;
    annals::Document document;
    document.text = "On 5 June 2019 it rained for two weeks.";
    document.blocks = {{annals::BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}, {}, 0}};
    annals::find_dates(document, *read.rules);
    return 0;
}
