// Arcs of a parsed sentence drawn anew, for repairs.
#pragma once

#include "importers/extract/tree.h"

#include <cstdint>

namespace annals {

inline bool is_subject(Relation relation) { return relation == Relation::nsubj || relation == Relation::nsubj_pass; }
/// Hangs the noun on the verb as who does it, or to whom it is done.
void make_subject(Sentence& sentence, std::uint32_t noun, std::uint32_t verb);
/// Whether the token hangs, by way of others, on that one.
bool is_below(const Sentence& sentence, std::uint32_t token, std::uint32_t other);
/// The verb, adjective or noun that a finite verb belongs to.
std::uint32_t predicate_of(const Sentence& sentence, std::uint32_t verb);

}  // namespace annals
