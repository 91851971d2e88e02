// Whom "he", "it", "their" means, where the text leaves hardly a doubt.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

/// Who or what a clause is about.
struct Referent {
    std::string words;                                          // "Anna Holm", "The two unions"; empty: nobody that a pronoun could mean
    bool plural = false, named = false;
    bool person = false, thing = false;                         // known to be one; a name may be neither
    bool rival_one = false, rival_many = false, rival_name = false;  // else in the sentence: what "it", "they", "he" could mean as well
};

/// What the sentence before is about. Found out when a pronoun first asks: that sentence may have to be parsed for it.
class ReferentBefore {
public:
    ReferentBefore() = default;  // nobody
    explicit ReferentBefore(std::function<Referent()> find) : find_(std::move(find)) {}
    const Referent& operator()() const {
        if (!found_) found_ = find_ ? find_() : Referent{};
        return *found_;
    }

private:
    std::function<Referent()> find_;
    mutable std::optional<Referent> found_;
};

/// The subject of that verb. Pronouns are nobody.
Referent subject_of(std::string_view text, const Tree& tree, std::uint32_t verb);
/// The subject of the sentence.
Referent subject_of(std::string_view text, const Tree& tree);

/// What a personal or possessive pronoun means if it means this: "Anna Holm", "Anna Holm's"; empty when that is not sure.
std::string meaning_of(std::string_view pronoun, const Referent& referent);

}  // namespace annals
