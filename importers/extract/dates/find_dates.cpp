#include "importers/extract/dates/compose.h"
#include "importers/extract/dates/dated_text.h"
#include "importers/extract/dates/genre.h"
#include "importers/extract/dates/reading.h"
#include "importers/extract/dates/resolve.h"
#include "importers/extract/dates/year_headings.h"
#include "importers/extract/words/line_heads.h"
#include "importers/extract/words/tokenize.h"

namespace annals {
namespace {

// Arabic-Indic, Devanagari, full-width ... digits: two bytes and more, not 0-9.
bool is_foreign_figure(std::string_view word) {
    if (static_cast<unsigned char>(word[0]) < 0x80) return false;
    static constexpr std::string_view leads[] = {"\u0660", "\u0669", "\u06f0", "\u06f9", "\u0966", "\u096f", "\uff10", "\uff19"};
    for (std::size_t i = 0; i < std::size(leads); i += 2)
        if (const auto lead = word.substr(0, leads[i].size()); lead >= leads[i] && lead <= leads[i + 1]) return true;
    return false;
}

// "\u0665 May": the day is said, in figures that are not read. Such a month is no date: it would be one that nobody gave.
void leave_out_foreign_figures(std::string_view text, const Sentence& sentence, std::vector<Match>& matches, Diagnostics& diagnostics) {
    const auto foreign = [&](std::uint32_t i) {
        return i < sentence.tokens.size() && is_foreign_figure(words(text, sentence.tokens[i].span));
    };
    std::erase_if(matches, [&](const Match& match) {
        if (!foreign(match.last) && (match.first == 0 || !foreign(match.first - 1))) return false;
        const Span span{sentence.tokens[match.first].span.begin, sentence.tokens[match.last - 1].span.end};
        diagnostics.push_back({"date.figures", Severity::warning, {}, span, "a date in figures other than 0-9 is not read"});
        return true;
    });
}

// "at nine" is read in entries of live pages alone; there too "at one of the gates", "until two to three houses" count.
void leave_out_counts(const LookedUp& at, std::vector<Match>& matches) {
    constexpr int hours = 12;
    std::erase_if(matches, [&](const Match& match) {
        if (match.rule->name != "hour_of_entry") return false;
        const std::string_view next = match.last < at.size() ? at.word(match.last) : std::string_view();
        return match.meaning.hour < 1 || match.meaning.hour > hours || next == "of" || next == "to" || next == "or" || next == "per" || next == "-" || next == "%";
    });
}

}  // namespace

DatedText find_dates(const Document& document, const RuleSet& rules, const std::string& published) {
    DatedText dated;
    dated.sentences = split_sentences(document, dated.tokens);
    Scanner scanner(rules);
    scanner.enter_lines(line_heads(document.text, dated.sentences));
    std::vector<SentenceMatches> all;
    std::vector<Match> matches;
    for (std::uint32_t i = 0; i < dated.sentences.size(); ++i) {
        const Block& block = document.blocks[dated.sentences[i].block];
        const bool in_entry = block.stated.find('T') != std::string::npos;
        scanner.enter_live_entry(in_entry);
        scanner.scan(document.text, dated.sentences[i], matches);
        if (in_entry) leave_out_counts(scanner.looked_up(), matches);
        if (matches.empty()) continue;
        all.push_back({i, compose(scanner.looked_up(), matches)});
        leave_out_foreign_figures(document.text, dated.sentences[i], all.back().matches, dated.diagnostics);
    }
    settle_early_years(all);
    take_years_of_headings(document, dated.sentences, all);
    dated.anchor = find_anchor(document, dated.sentences, all, published, dated.diagnostics);
    dated.narrative = is_narrative(document.text, dated.sentences, all, dated.anchor);
    dated.resolutions = resolve(document, dated.sentences, all, dated.anchor, rules);
    std::erase_if(dated.resolutions, [](const Resolution& one) { return !one.date.dated() && one.undated_because == no_start; });
    return dated;
}

}  // namespace annals
