#include "importers/extract/headline_front.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::uint32_t longest_front = 30, longest_bracket = 40;  // tokens

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "\u2013" || word == "\u2014"; }

/// How many tokens open (or close) a bracket here: 1, 3 for "-LRB-", 0 for none.
std::uint32_t bracket_at(std::string_view text, const Sentence& sentence, std::uint32_t i, std::string_view mark, std::string_view name) {
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    if (word_of(text, sentence, i) == mark) return 1;
    return i + 2 < count && word_of(text, sentence, i) == "-" && word_of(text, sentence, i + 1) == name && word_of(text, sentence, i + 2) == "-" ? 3 : 0;
}

bool is_upper(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '\''; });
}

}  // namespace

TokenRange dateline_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    const auto& tokens = sentence.tokens;
    const auto end = std::min({static_cast<std::uint32_t>(tokens.size()), trigger, longest_front});
    bool agency = false;
    for (std::uint32_t i = 0; i + 1 < end; ++i) {
        const auto word = words(text, tokens[i].span);
        if (is_dash(word) && i > 0 && tokens[i].space_before && tokens[i + 1].space_before) {
            const bool begins = tokens[i + 1].capital || tokens[i + 1].kind != TokenKind::word;
            return begins && (agency || i <= 4) ? TokenRange{0, i + 1} : TokenRange{};
        }
        if (word == "(" || word == "|" || word == "LRB") agency = true;
        const bool small = word == "am" || word == "pm" || word == "a.m" || word == "p.m" || word == "a.m." || word == "p.m.";
        if (tokens[i].kind == TokenKind::word && !tokens[i].capital && !small) return {};
    }
    return {};
}

TokenRange label_in_front(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    for (std::uint32_t i = 0; i < trigger && i < 8 && i < sentence.tokens.size(); ++i) {
        const auto word = words(text, sentence.tokens[i].span);
        if (word == ":") return i > 0 ? TokenRange{0, i + 1} : TokenRange{};
        if (sentence.tokens[i].kind == TokenKind::word && (word.size() < 2 || !is_upper(word))) return {};
        if (sentence.tokens[i].kind == TokenKind::number) return {};
    }
    return {};
}

std::vector<TokenRange> brackets(std::string_view text, const Sentence& sentence, std::uint32_t trigger) {
    std::vector<TokenRange> result;
    const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto opening = bracket_at(text, sentence, i, "(", "LRB");
        if (!opening) continue;
        int depth = 1;
        for (auto k = i + opening; k < count && k < i + longest_bracket; ++k) {
            const auto closing = bracket_at(text, sentence, k, ")", "RRB");
            depth += (bracket_at(text, sentence, k, "(", "LRB") ? 1 : 0) - (closing ? 1 : 0);
            if (depth > 0) continue;
            const TokenRange range{i, k + closing};
            if (!range.contains(trigger)) result.push_back(range);
            i = range.last - 1;
            break;
        }
    }
    return result;
}

}  // namespace annals
