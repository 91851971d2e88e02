// What WordNet knows of a word: possible parts of speech and the kind of thing its commonest sense is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// One entry as packed: 16 bits of the model.
struct WordSenses {
    std::uint16_t bits = 0;

    int noun_class() const { return bits & 31; }       // 0: no noun; else 1 + lexicographer file - 3 (1 Tops, 2 act, 3 animal, ...)
    int verb_class() const { return bits >> 5 & 15; }  // 0: no verb; else 1 + lexicographer file - 29 (1 body, 2 change, ...)
    bool adjective() const { return bits >> 9 & 1; }
    bool adverb() const { return bits >> 10 & 1; }
    bool event() const { return bits >> 11 & 1; }     // the first senses as a noun are acts, events, processes or phenomena
    int commonest() const { return bits >> 12 & 3; }  // 0 noun, 1 verb, 2 adjective, 3 adverb
    bool known() const { return bits >> 14 & 1; }
};

/// Of a lower-case single word; not `known()` for others.
WordSenses word_senses(std::string_view word);

/// Base form of an irregular inflected form ("fled", 'v' -> "flee"); empty when it is not irregular.
/// `part` is n, v, a (adjective) or r (adverb). The view is into the model.
std::string_view irregular_base(std::string_view word, char part);

/// Words for the same happening as this base form, closest first, at most 16: derived forms ("invade" of "invasion"), synonyms of its
/// common senses ("start" of "begin"), of a noun what it is a kind of ("fire" of "blaze") and its kinds. The views are into the model.
std::vector<std::string_view> related_words(std::string_view word);

}  // namespace annals
