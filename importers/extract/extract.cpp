#include "importers/extract/extract.h"

#include "importers/extract/matching/rule_set.h"
#include "importers/extract/words/language.h"
#include "importers/extract/words/wording.h"

#include <algorithm>

namespace annals {
namespace embedded {
std::string_view reading_sources();
}

namespace {

/// Index of the sentence that holds the byte; sentences are in order.
std::size_t sentence_at(const std::vector<Sentence>& sentences, std::uint32_t byte) {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), byte,
                                        [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
    return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

/// "json_ld"; of what was read in the text, with the words: "text: as of writing on September 27".
std::string basis_in_words(const Anchor& anchor) {
    std::string text(to_string(anchor.basis));
    if (anchor.basis == DateBasis::text && !anchor.words.empty()) text.append(": ").append(anchor.words);
    return text;
}

/// The beginning of a document, cut at white space if there is some.
Document beginning(const Document& document, std::uint32_t size) {
    Document shorter = document;
    const std::size_t space = document.text.find_last_of(" \n\t", size);
    if (space != std::string::npos && space > 0) size = static_cast<std::uint32_t>(space);
    while (size > 0 && (static_cast<unsigned char>(document.text[size]) & 0xc0) == 0x80) --size;
    shorter.text.resize(size);
    std::erase_if(shorter.blocks, [&](const Block& block) { return block.span.begin >= size; });
    if (!shorter.blocks.empty()) shorter.blocks.back().span.end = std::min(shorter.blocks.back().span.end, size);
    return shorter;
}

}  // namespace

Extracted extract(const Document& document, const RuleSet& rules, const std::string& published, Reach reach) {
    constexpr std::uint32_t text_limit = std::uint32_t{8} << 20;
    if (document.text.size() > text_limit) {
        Extracted result = extract(beginning(document, text_limit), rules, published, reach);
        result.diagnostics.push_back({"text.length", Severity::warning, {}, {}, "the text is longer than 8 MB; no events were looked for behind that"});
        return result;
    }
    Extracted result;
    if (const std::string language = other_language(document); !language.empty()) {
        Document unread = document;  // what the file states of its day is known all the same
        unread.blocks.clear();
        DatedText dated = find_dates(unread, rules, published);
        result.published = dated.anchor.date.edtf;
        result.published_basis = basis_in_words(dated.anchor);
        result.diagnostics = std::move(dated.diagnostics);
        result.diagnostics.push_back({"language.rules", Severity::warning, {}, {}, "the text is in " + language + "; there are rules for English only, so that no events were looked for"});
        return result;
    }
    DatedText dated = find_dates(document, rules, published);
    result.published = dated.anchor.date.edtf;
    result.published_basis = basis_in_words(dated.anchor);
    result.mentions = find_mentions(document, dated, reach);
    for (Mention& mention : result.mentions)
        if (mention.date.dated() && founds_event(mention)) mention.wording = wording(mention.headline);
    result.diagnostics = std::move(dated.diagnostics);
    result.sentences = static_cast<int>(dated.sentences.size());

    enum : char { nothing, without_date, with_date };
    std::vector<char> tells(dated.sentences.size() + 1, nothing);
    for (const Mention& mention : result.mentions) {
        char& told = tells[sentence_at(dated.sentences, mention.trigger.begin)];
        told = std::max<char>(told, mention.date.dated() ? with_date : without_date);
    }
    result.dated = static_cast<int>(std::count(tells.begin(), tells.end(), with_date));
    result.undated = static_cast<int>(std::count(tells.begin(), tells.end(), without_date));
    return result;
}

std::string reading_version(const RuleSet& rules) { return std::string(embedded::reading_sources()) + rules.sha256; }

}  // namespace annals
