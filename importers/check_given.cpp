#include "importers/given_mentions.h"

#include "core/model/document.h"
#include "core/text/utf8.h"
#include "importers/extract/events/dated_event.h"
#include "importers/extract/events/mention_terms.h"
#include "importers/extract/extract.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/wording.h"

#include <algorithm>
#include <cstdlib>

namespace annals {
namespace {

constexpr std::size_t headline_length = 100;

/// Paragraphs of a stored text, parted by empty lines.
Document document_of(const std::string& text) {
    Document document;
    document.text = text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        if (end > begin) document.blocks.push_back({BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, {}, 0});
        begin = end + 2;
    }
    return document;
}

/// Where the quote stands, nearest to where the line puts it; the beginning of a text may be told without its title.
Span find_quote(const std::string& text, const GivenMention& given) {
    if (given.quote.empty()) return {};
    Span best;
    std::uint32_t wanted = 0;
    if (given.begin) wanted = CodePointOffsets(text).byte_of(std::min<std::uint32_t>(*given.begin, static_cast<std::uint32_t>(code_points(text))));
    for (std::size_t at = text.find(given.quote); at != std::string::npos; at = text.find(given.quote, at + 1)) {
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + given.quote.size())};
        const auto far = [&](Span from) { return std::abs(static_cast<std::int64_t>(from.begin) - static_cast<std::int64_t>(wanted)); };
        if (best.empty() || far(span) < far(best)) best = span;
    }
    return best;
}

bool encloses(const Date& outer, const Date& inner) {
    const bool starts = !outer.start_min || (inner.start_min && *outer.start_min <= *inner.start_min);
    const bool ends = !outer.end_max || (inner.end_max && *inner.end_max <= *outer.end_max);
    return starts && ends && !(inner.minute && outer.minute && inner.minute != outer.minute) && !(outer.minute && !inner.minute);
}

/// What the rules read in the sentences of the quote, and whether the date may stand beside it.
std::string check_date(const DatedText& dated, Span quote, Mention& mention) {
    if (!mention.date.dated()) return {};
    bool read = false;
    for (const Resolution& resolution : dated.resolutions) {
        if (!dated.sentences[resolution.sentence].span.overlaps(quote)) continue;
        for (const Date* date : {&resolution.date, &resolution.other}) {
            if (!date->dated()) continue;
            read = true;
            if (!encloses(mention.date, *date)) continue;
            mention.evidence = {resolution.span, {}, resolution.rule, resolution.anchor, resolution.alternatives};
            return {};
        }
    }
    return read ? "its date is outside or finer than the dates that are read there" : "no date is read there";
}

void fill_words(const DatedText& dated, const std::string& text, const GivenMention& given, Mention& mention) {
    const auto found = std::find_if(dated.sentences.begin(), dated.sentences.end(), [&](const Sentence& each) { return each.span.overlaps(mention.quote); });
    if (found == dated.sentences.end()) return;
    Sentence sentence = *found;
    analyse(text, sentence);
    const Tree tree(sentence);
    std::vector<TokenRange> phrases;
    for (const Resolution& resolution : dated.resolutions)
        if (&dated.sentences[resolution.sentence] == &*found) phrases.push_back({resolution.first, resolution.last});
    std::int32_t trigger = main_word(text, tree, {0, 0});
    for (std::uint32_t i = 0; i < sentence.tokens.size() && !given.trigger.empty(); ++i)
        if (mention.quote.contains(sentence.tokens[i].span) && words(text, sentence.tokens[i].span) == given.trigger) {
            trigger = static_cast<std::int32_t>(i);
            break;
        }
    if (trigger == no_token) return;
    set_trigger(mention, text, tree, static_cast<std::uint32_t>(trigger), phrases);
}

}  // namespace

std::vector<CheckedMention> check_given(const std::string& text, const std::string& published, const std::vector<GivenMention>& given, const RuleSet& rules) {
    const Document document = document_of(text);
    const DatedText dated = find_dates(document, rules, published);
    std::vector<CheckedMention> result;
    for (const GivenMention& each : given) {
        CheckedMention checked;
        Mention& mention = checked.mention;
        std::vector<std::string> faults;
        if (!each.date.empty()) {
            const DateResult date = parse_date(each.date);
            if (date.date) mention.date = *date.date;
            else faults.push_back("its date cannot be read: " + date.error);
        }
        mention.kind = parse_event_kind(each.kind).value_or(EventKind::occurrence);
        mention.modality = parse_modality(each.modality).value_or(Modality::asserted);
        mention.attributed_to = each.attributed_to;
        mention.numbers = each.numbers;
        mention.confidence = each.confidence;
        mention.headline = shorten(each.headline.empty() ? each.quote : each.headline, headline_length);
        mention.wording = wording(mention.headline);
        mention.quote = find_quote(text, each);
        if (mention.quote.empty()) {
            faults.push_back("its quote does not stand in the text");
        } else {
            if (const std::string fault = check_date(dated, mention.quote, mention); !fault.empty()) faults.push_back(fault);
            mention.evidence.words = std::string(words(text, mention.evidence.span));
            fill_words(dated, text, each, mention);
        }
        if (mention.date.dated() && mention.evidence.rule.empty()) mention.evidence.rule = "given";
        for (const std::string& fault : faults) checked.unverified_because += (checked.unverified_because.empty() ? "" : "; ") + fault;
        result.push_back(std::move(checked));
    }
    return result;
}

}  // namespace annals
