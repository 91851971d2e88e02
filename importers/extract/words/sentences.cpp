#include "core/text/fixed_words.h"
#include "importers/extract/words/abbreviations.h"
#include "importers/extract/words/tokenize.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

// What begins a sentence and hardly ever goes on with one under a capital; and what no sentence ends with.
constexpr std::array<std::string_view, 17> openers{"The", "A", "An", "He", "She", "It", "They", "His", "Her", "Their", "We", "There", "This", "In", "On", "At", "But"};
constexpr FixedWords leaders{"a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "by", "for", "to", "from", "with", "as", "than", "that", "this",
                             "his", "her", "its", "their", "our", "my", "your", "is", "was", "are", "were", "be", "called", "named"};

// Of most tokens the first byte and the length say that no sentence or quote ends there. By first byte: bit n for one of n bytes that may.
constexpr std::array<std::uint32_t, 256> tells_of_ends = [] {
    std::array<std::uint32_t, 256> table{};
    for (const char mark : {'.', '!', '?', '"', '`'}) table[static_cast<unsigned char>(mark)] = ~0u;  // no word or number begins so
    table[static_cast<unsigned char>('\'')] = 1u << 2;  // two of them close what "``" opened
    for (const std::string_view word : openers) table[static_cast<unsigned char>(word[0])] |= 1u << word.size();
    return table;
}();

class Splitter {
public:
    Splitter(const Document& document, std::uint32_t block, Tokens tokens, std::vector<Sentence>& sentences)
        : text_(document.text),
          block_(block),
          several_lines_(words(text_, document.blocks[block].span).find('\n') != std::string_view::npos),
          tokens_(tokens),
          sentences_(sentences) {}

    void run() {
        std::size_t first = 0;
        bool quoted = false, quoted_at_first = false;
        const Tokens tokens = tokens_;
        const bool several_lines = several_lines_;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (!several_lines && (i = next_that_tells(i)) == tokens.size()) break;
            const Token& token = tokens[i];
            if (several_lines && i > first && token.space_before && new_paragraph(i)) {
                put(first, i, quoted_at_first);
                first = i;
                quoted = quoted_at_first = false;
            }
            if (several_lines && !may_tell(token)) continue;
            if (token.capital && i > first + 1 && follows_without_stop(i)) {
                put(first, i, quoted_at_first);
                first = i;
                quoted_at_first = quoted;
            }
            if (token.kind == TokenKind::mark) {
                if (turns_quote(token)) quoted = turns(token, quoted);
                if (!is_end_mark(token)) continue;
            } else if (!ends_with_stop(token)) {
                continue;
            }
            std::size_t next = i + 1;
            bool after = quoted;
            while (next < tokens_.size() && !tokens_[next].space_before && closes(tokens_[next])) {
                if (turns_quote(tokens_[next])) after = turns(tokens_[next], after);
                ++next;
            }
            const bool closed = next > i + 1;
            i = next - 1;
            quoted = after;
            if (next >= tokens_.size() || !breaks(token, closed, next)) continue;
            put(first, next, quoted_at_first);
            first = next;
            quoted_at_first = quoted;
        }
        if (first < tokens_.size()) put(first, tokens_.size(), quoted_at_first);
    }

private:
    std::string_view word(const Token& token) const { return word_of(text_, token); }

    bool may_tell(const Token& token) const {
        return !token.plain || tells_of_ends[static_cast<unsigned char>(text_.data()[token.span.begin])] >> token.span.size() % 32 & 1;
    }
    /// Of the tokens from i on; their number if there is none.
    std::size_t next_that_tells(std::size_t i) const {
        while (i < tokens_.size() && !may_tell(tokens_[i])) ++i;
        return i;
    }

    bool new_paragraph(std::size_t i) const {
        const std::uint32_t from = tokens_[i - 1].span.end, to = tokens_[i].span.begin;
        if (to - from < 2) return false;
        const std::string_view gap = text_.substr(from, to - from);
        return std::count(gap.begin(), gap.end(), '\n') > 1;
    }

    // "... reached the harbour The mayor said": a caption or heading that ran into the text.
    bool follows_without_stop(std::size_t i) const {
        if (!tokens_[i].space_before || std::find(openers.begin(), openers.end(), word(tokens_[i])) == openers.end() || i + 1 >= tokens_.size()) return false;
        const auto is_small = [&](const Token& token) { return token.kind == TokenKind::word && text_[token.span.begin] >= 'a' && text_[token.span.begin] <= 'z'; };
        return is_small(tokens_[i - 1]) && is_small(tokens_[i + 1]) && tokens_[i + 1].space_before && !leaders.has(word(tokens_[i - 1]));
    }

    bool is_end_mark(const Token& token) const {
        const std::string_view w = word(token);
        return w[0] == '.' || w[0] == '!' || w[0] == '?' || w == "\u2026";
    }
    bool ends_with_stop(const Token& token) const { return token.kind == TokenKind::word && text_[token.span.end - 1] == '.'; }
    bool is_quote(const Token& token) const {
        const std::string_view w = word(token);
        if (w[0] != '"' && w[0] != '`' && w[0] != '\xe2') return false;
        return w == "\"" || w == "\u201c" || w == "\u201d" || w == "``" || w == "\u201e";
    }
    bool turns_quote(const Token& token) const { return is_quote(token) || word(token) == "''"; }
    bool turns(const Token& token, bool quoted) const {
        const std::string_view w = word(token);
        if (w == "\"") return !quoted;
        return w != "\u201d" && w != "''";
    }
    bool closes(const Token& token) const {
        if (token.kind != TokenKind::mark) return false;
        const std::string_view w = word(token);
        return w == "\"" || w == "\u201d" || w == "'" || w == "\u2019" || w == ")" || w == "]" || w == "''" || is_end_mark(token);
    }

    // Whether a sentence ends at `mark` when the next one would begin with tokens_[next]; `closed`: quotation marks or brackets stand between.
    bool breaks(const Token& mark, bool closed, std::size_t next) const {
        const Token* token = &tokens_[next];
        if (!token->space_before) return false;
        while (token->kind == TokenKind::mark && opens(*token) && next + 1 < tokens_.size()) token = &tokens_[++next];
        const std::string_view begin = word(*token);
        if (mark.kind == TokenKind::word) return token->capital && (closed || may_end(word(mark))) && (starts_sentences(begin) || (!closed && is_half_of_day(word(mark)) && (is_subject(next) || bids(begin))));
        if (token->kind == TokenKind::number) return word(mark)[0] != '.' || word(mark).size() == 1;
        if (token->kind == TokenKind::mark) return !is_end_mark(*token) && begin != "," && begin != ";";
        const unsigned char first = static_cast<unsigned char>(begin[0]);
        return token->capital || first >= 0x80;
    }
    static bool is_half_of_day(std::string_view w) {
        static constexpr FixedWords halves{"a.m.", "p.m."};
        return halves.has(w);
    }
    // "... at 5 p.m. Got pictures? Call ..."
    static bool bids(std::string_view w) {
        static constexpr FixedWords words{"Got", "Call", "Send", "Bring", "Come", "Email", "Contact", "Visit", "Please", "Tickets", "Entry", "Admission", "Doors"};
        return words.has(w);
    }
    // "... at 5 p.m. Shops were shut": a word and its verb; not "at 5 p.m. Friday", "at 5 p.m. ET was".
    bool is_subject(std::size_t i) const {
        static constexpr FixedWords verbs{"was", "were", "had", "has", "have", "is", "are", "will", "would", "could", "said", "took", "came", "went", "left", "fell", "began", "told", "found", "made"};
        if (i + 1 >= tokens_.size() || word(tokens_[i]).size() < 4 || !tokens_[i + 1].space_before) return false;
        const std::string_view verb = word(tokens_[i + 1]);
        const bool small = word(tokens_[i])[1] >= 'a' && verb[0] >= 'a' && verb[0] <= 'z' && !word(tokens_[i]).ends_with("day");
        return small && (verbs.has(verb) || (verb.size() > 4 && verb.ends_with("ed")));
    }
    bool opens(const Token& token) const {
        const std::string_view w = word(token);
        return is_quote(token) || w == "'" || w == "\u2018" || w == "(" || w == "[";
    }
    static bool may_end(std::string_view w) { return abbreviation(w.substr(0, w.size() - 1)) != Abbreviation::title; }

    void put(std::size_t first, std::size_t last, bool quoted) {
        Sentence& sentence = sentences_.emplace_back();
        sentence.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
        sentence.block = block_;
        sentence.tokens = tokens_.subspan(first, last - first);
        sentence.quoted = quoted;
    }

    std::string_view text_;
    std::uint32_t block_;
    bool several_lines_;
    Tokens tokens_;
    std::vector<Sentence>& sentences_;
};

}  // namespace

std::vector<Sentence> split_sentences(const Document& document, TokenRoom& room) {
    room.resize(document.text.size() / 4 + 4);
    std::vector<std::size_t> ends;  // of the tokens of each block
    ends.reserve(document.blocks.size());
    std::size_t end = 0;
    for (const Block& block : document.blocks)
        ends.push_back(end = block.kind == BlockKind::boilerplate ? end : tokenize(document.text, block.span, room, end));
    std::vector<Sentence> sentences;
    sentences.reserve(document.text.size() / 100 + 1);
    std::size_t begin = 0;
    for (std::size_t block = 0; block < ends.size(); begin = ends[block++])
        Splitter(document, static_cast<std::uint32_t>(block), Tokens(room).subspan(begin, ends[block] - begin), sentences).run();
    return sentences;
}

}  // namespace annals
