// Arcs of a parsed sentence drawn anew, for repairs. What was a tree stays one.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <cstdint>

namespace annals {

inline bool is_subject(Relation relation) { return relation == Relation::nsubj || relation == Relation::nsubj_pass; }
/// Whether the token hangs, by way of others, on that one, or is it.
bool is_below(const Sentence& sentence, std::uint32_t token, std::uint32_t other);
/// Hangs the token on the head. False, and nothing is done, where the head hangs on the token, which would be a circle.
bool hang(Sentence& sentence, std::uint32_t token, std::uint32_t head, Relation relation);
/// Hangs what hangs on `from` and lies in the range on `to`, by the same relation.
void hang_children(Sentence& sentence, std::uint32_t from, TokenRange range, std::uint32_t to);
/// Hangs the noun on the verb as who does it, or to whom it is done; else as `hang`.
bool make_subject(Sentence& sentence, std::uint32_t noun, std::uint32_t verb);
/// What was the root hangs on the token, by that relation.
void make_root(Sentence& sentence, std::uint32_t token, Relation of_old);
std::uint32_t root_of(const Sentence& sentence);
/// The verb, adjective or noun that a finite verb belongs to.
std::uint32_t predicate_of(const Sentence& sentence, std::uint32_t verb);

}  // namespace annals
