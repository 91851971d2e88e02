#include "importers/extract/grammar/token_choice.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>

namespace annals {
namespace {

bool closes_quotation(std::string_view word) { return word == "\"" || word == "''" || word == "\u201d"; }
bool opens_quotation(std::string_view word) { return word == "``" || word == "\u201c"; }

}  // namespace

void TokenChoice::keep(TokenRange range) { std::fill(keep_.begin() + range.first, keep_.begin() + range.last, true); }
void TokenChoice::drop(TokenRange range) { std::fill(keep_.begin() + range.first, keep_.begin() + range.last, false); }
void TokenChoice::write_article(std::uint32_t token) {
    keep_[token] = true;
    articles_.push_back(token);
}
std::size_t TokenChoice::size() const { return static_cast<std::size_t>(std::count(keep_.begin(), keep_.end(), true)); }

void TokenChoice::trim_start(std::string_view text) {
    for (std::uint32_t i = 0; i < keep_.size(); ++i) {
        if (!keep_[i]) continue;
        const auto tag = sentence_->tags[i];
        static constexpr FixedWords focus{"particularly", "especially", "notably", "namely", "including"};
        if (focus.has_in_any_case(word_of(text, *sentence_, i))) {
            keep_[i] = false;
            continue;
        }
        const bool so_far = i + 1 < keep_.size() && word_of(text, *sentence_, i + 1) == "far";
        const bool what = tag == Tag::WP && i + 2 < keep_.size() && (word_of(text, *sentence_, i + 2) == "left" || word_of(text, *sentence_, i + 1) == "remained");
        if (what && fold(word_of(text, *sentence_, i)) == "what") return;  // "what was left of the pier was sold"
        const bool ties = !so_far && tag == Tag::RB && word_list("connectives").has(fold(word_of(text, *sentence_, i)));
        if (std::find(articles_.begin(), articles_.end(), i) != articles_.end()) return;
        if (!ties && tag != Tag::UH && tag != Tag::CC && tag != Tag::punctuation && tag != Tag::WDT && tag != Tag::WP && tag != Tag::WRB &&
            tag != Tag::POS)
            return;
        keep_[i] = false;
    }
}

void TokenChoice::trim_end(std::string_view text) {
    for (std::size_t i = keep_.size(); i-- > 0;) {
        if (!keep_[i]) continue;
        const auto tag = sentence_->tags[i];
        const bool dangling = tag == Tag::IN || tag == Tag::TO || tag == Tag::CC || tag == Tag::DT || tag == Tag::punctuation ||
                              tag == Tag::WDT || tag == Tag::WP || tag == Tag::WRB;
        static constexpr FixedWords hedges{"yet", "only", "just", "even", "very", "too", "rather", "especially", "particularly", "notably"};
        const bool leads = tag == Tag::RB && i + 1 < keep_.size() && sentence_->tags[i + 1] != Tag::punctuation &&
                           hedges.has(word_of(text, *sentence_, static_cast<std::uint32_t>(i)));  // "yet [to plant]"
        static constexpr FixedWords be{"is", "are", "was", "were"};
        const bool bare = is_finite_verb(tag) && i > 1 && is_noun(sentence_->tags[i - 1]) && i + 1 < keep_.size() && sentence_->tags[i + 1] != Tag::punctuation &&
                          be.has(word_of(text, *sentence_, static_cast<std::uint32_t>(i)));  // "The dance is [tomorrow]"
        if (leads || bare) {
            keep_[i] = false;
            continue;
        }
        if (!dangling || closes_quotation(word_of(text, *sentence_, static_cast<std::uint32_t>(i)))) return;
        keep_[i] = false;
    }
}

bool TokenChoice::begins_with_preposition() const {
    const auto first = std::find(keep_.begin(), keep_.end(), true);
    return first == keep_.end() || sentence_->tags[static_cast<std::size_t>(first - keep_.begin())] == Tag::IN;
}

void TokenChoice::keep_whole_words(std::string_view text) {
    const auto& tokens = sentence_->tokens;
    for (std::uint32_t i = 1; i + 1 < keep_.size(); ++i) {
        if (word_of(text, *sentence_, i) != "-" || tokens[i].space_before || tokens[i + 1].space_before || keep_[i - 1] == keep_[i + 1])
            continue;
        if (tokens[i - 1].kind == TokenKind::word && tokens[i + 1].kind == TokenKind::word) keep({i - 1, i + 2});
    }
}

std::string TokenChoice::words_of(std::string_view text, const Replacements& replaced) const {
    std::string result;
    std::int64_t last = -1;
    for (std::uint32_t i = 0; i < keep_.size(); ++i) {
        if (!keep_[i]) continue;
        const auto word = words(text, sentence_->tokens[i].span);
        const bool mark = sentence_->tags[i] == Tag::punctuation;
        if (word == "\"" && i + 1 < keep_.size()) {
            const bool closes = std::count(result.begin(), result.end(), '"') % 2 != 0;
            if (closes ? last + 1 != i : !keep_[i + 1]) continue;
        } else if (mark && (result.empty() || is_loose(text, word, i, last))) {
            continue;
        }
        const bool joined = last + 1 == i && !sentence_->tokens[i].space_before && (i == 0 || keep_[i - 1]);
        if (!result.empty() && !joined && !(mark && last + 1 != i)) result += ' ';
        const auto other = std::find_if(replaced.begin(), replaced.end(), [&](const auto& pair) { return pair.first == i; });
        const bool article = std::find(articles_.begin(), articles_.end(), i) != articles_.end();
        result += article ? "the" : other != replaced.end() ? std::string_view(other->second) : article_before(text, i, word);
        last = i;
    }
    return without_bidi_controls(result);
}

/// "an [early] session": what the word that follows now asks for.
std::string_view TokenChoice::article_before(std::string_view text, std::uint32_t at, std::string_view word) const {
    if ((word != "a" && word != "an") || at + 1 >= keep_.size() || keep_[at + 1]) return word;
    const auto next = std::find(keep_.begin() + at + 1, keep_.end(), true);
    if (next == keep_.end()) return word;
    const auto first = word_of(text, *sentence_, static_cast<std::uint32_t>(next - keep_.begin()))[0];
    return std::string_view("aeiouAEIO").find(first) != std::string_view::npos ? "an" : "a";
}

/// "Holm, who left [on Monday], was seen", "left [on Monday], singing", but not "left[, on Monday,] for Leeds", "the bakers [of 2021,] left".
bool TokenChoice::closes(std::string_view text, std::uint32_t comma, std::int64_t last) const {
    static constexpr FixedWords helpers{"is", "are", "was", "were", "be", "been", "has", "have", "had", "'s"};
    const auto before = static_cast<std::uint32_t>(last);
    if (last < 0 || sentence_->tags.empty() || sentence_->tags[before] == Tag::punctuation ||
        helpers.has_in_any_case(word_of(text, *sentence_, before)) || sentence_->tags[before] == Tag::IN ||
        sentence_->tags[before] == Tag::MD || sentence_->tags[before] == Tag::DT || word_of(text, *sentence_, before + 1) == ",")
        return false;
    const Tag next = comma + 1 < keep_.size() ? sentence_->tags[comma + 1] : Tag::none;
    if (next == Tag::IN || next == Tag::WRB) return false;
    if ((next == Tag::VBD || next == Tag::VBZ) && comma + 2 < keep_.size() && keep_[comma + 2] &&
        (is_noun(sentence_->tags[comma + 2]) || sentence_->tags[comma + 2] == Tag::DT) &&
        is_reporting_verb(lemma_of(text, *sentence_, comma + 1)))
        return true;  // "left[, said] Anna Holm"
    if (next != Tag::VBD && next != Tag::VBZ && next != Tag::VBP && next != Tag::MD &&
        !(next == Tag::RB && comma + 2 < keep_.size() && is_finite_verb(sentence_->tags[comma + 2])))
        return true;
    bool told = false, relative = false;  // what stands behind the comma that opened it
    for (auto i = comma; i-- > 1;) {
        if (!keep_[i]) continue;
        if (word_of(text, *sentence_, i) == ",") return relative || (i > 0 && is_noun(sentence_->tags[i - 1]) && !told);
        const Tag tag = sentence_->tags[i];
        told |= is_finite_verb(tag);
        relative = tag == Tag::WP || tag == Tag::WDT || tag == Tag::WRB;
    }
    return false;
}

/// "The baker, Anna Holm, [who saw it,] rang": the comma behind a name that stands between two of them.
bool TokenChoice::closes_name(std::string_view text, std::uint32_t comma) const {
    if (comma + 2 >= keep_.size() || sentence_->tags.empty()) return false;
    const auto next = std::find(keep_.begin() + comma + 1, keep_.end(), true);
    if (next == keep_.end() || sentence_->tags[static_cast<std::size_t>(next - keep_.begin())] != Tag::VBD) return false;
    auto first = comma;
    while (first > 0 && keep_[first - 1] && is_proper(sentence_->tags[first - 1])) --first;
    return first + 1 < comma && first > 1 && word_of(text, *sentence_, first - 1) == "," && keep_[first - 1] && is_noun(sentence_->tags[first - 2]) &&
           !is_proper(sentence_->tags[first - 2]);
}

/// "fined Anna Holm, 52, [on Monday] for it", "Holm, 52, [who saw it,] rang".
bool TokenChoice::closes_age(std::string_view text, std::uint32_t comma) const {
    if (comma < 3 || sentence_->tags.empty() || sentence_->tags[comma - 1] != Tag::CD || word_of(text, *sentence_, comma - 2) != "," ||
        !keep_[comma - 2])
        return false;
    return is_proper(sentence_->tags[comma - 3]) && std::find(keep_.begin() + comma + 1, keep_.end(), true) != keep_.end();
}

/// A mark whose neighbours were dropped: a comma that parted what is gone, half of a pair of brackets or quotes.
bool TokenChoice::is_loose(std::string_view text, std::string_view word, std::uint32_t at, std::int64_t last) const {
    const bool next = at + 1 < keep_.size() && keep_[at + 1];
    if (word == "-" || word == "/" ) return last + 1 != at || !next;
    if (word == "'" || word == "$" || word == "£" || word == "€" || word == "#" || word == "–") return !next;
    if (word == "%" || word == "''" || word == "\u201d") return last + 1 != at;
    if (opens_quotation(word)) return !next;
    if (word == "," && !next && last + 1 == at && (closes_name(text, at) || closes_age(text, at))) return false;
    if (word == ",") return (last + 1 != at && !closes(text, at, last)) || !next;
    if (word == "." ) return !(next && !sentence_->tokens[at + 1].space_before);
    return !(last + 1 == at && next);
}

}  // namespace annals
