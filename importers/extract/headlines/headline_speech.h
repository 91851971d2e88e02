// What was said, for a headline of somebody's saying it.
#pragma once

#include "importers/extract/grammar/token_choice.h"
#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Works on the words chosen for the verb `trigger` and its subject, which may be no_token; `choice` and `replaced` become those of what was said.
class HeadlineSpeech {
public:
    HeadlineSpeech(std::string_view text, const Tree& tree, std::uint32_t trigger, std::int32_t subject,
                   const std::vector<TokenRange>& phrases, TokenChoice& choice, Replacements& replaced)
        : text_(text),
          tree_(tree),
          sentence_(tree.sentence()),
          trigger_(trigger),
          subject_(subject),
          phrases_(phrases),
          clause_(tree.subtree(trigger)),
          choice_(choice),
          replaced_(replaced) {}

    /// "It will open, the board said": what was said belongs to a headline of saying. Empty where it stands behind the verb, or nowhere.
    std::string before();
    /// "The board tweeted", "The mayor told the crew": no word of what.
    bool says_nothing() const;
    /// `The board tweeted on Friday: "The gates are open"`
    std::string behind();

private:
    std::string_view word(std::uint32_t token) const { return word_of(text_, sentence_, token); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.tokens.size()); }
    bool is_child(std::uint32_t token, std::int32_t of) const { return tree_.head(token) == of; }
    bool is_said_in_letter(std::uint32_t end) const;
    bool has_hearer() const;
    std::string behind_date();
    TokenRange speaker_between_commas() const;
    std::uint32_t begin_of_title(std::uint32_t name) const;

    const std::string_view text_;
    const Tree& tree_;
    const Sentence& sentence_;
    const std::uint32_t trigger_;
    const std::int32_t subject_;
    const std::vector<TokenRange>& phrases_;
    const TokenRange clause_;
    TokenChoice& choice_;
    Replacements& replaced_;
};

}  // namespace annals
