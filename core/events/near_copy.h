// Which texts are copies of one another: syndicated, shortened, with another headline or a few words changed. Pure.
#pragma once

#include "core/model/document.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// A sketch (one-permutation minhash) of the runs of three words in a document's main text, and of those runs that hold a figure:
/// 64 and 32 numbers as hexadecimal digits. Empty for a text too short or too repetitive, which is a copy of equal texts only. Linear.
std::string copy_signature(const Document& document);

/// Whether two sketches share so much that about 40 of 100 runs are common, and 50 of those with figures: reports that fill one form with
/// other figures are no copies. Independent articles on one event share 5 of 100 at most.
bool near_copies(std::string_view a, std::string_view b);

/// Numbers for an index: near-copies have one in common nearly always, others hardly ever. None for an empty sketch.
std::vector<std::int64_t> copy_bands(std::string_view signature);

struct CopyText {
    std::string_view hash, signature;
};
/// For each text the place of the first that it is a copy of, which may be itself. What is grouped depends on the set of texts, not on their order. Linear.
std::vector<std::size_t> copy_groups(const std::vector<CopyText>& texts);

}  // namespace annals
