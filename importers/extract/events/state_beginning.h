// What began a state that has lasted since a day.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/grammar/tree.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace annals {

/// Gives a state "since" some day the happenings that began it (importers/rules/en/state_beginnings.words) and beginning_mark; its kind and date are known.
void add_beginning(Mention& mention, std::string_view text, const Tree& tree, std::uint32_t trigger);

/// "The gate, shut since May 2012, was mended", "Holm, mayor since 2014, said": the state between the commas; no_token where the date is of none.
std::int32_t state_set_apart(std::string_view text, const Tree& tree, TokenRange expression);
/// "The gate was shut", "Holm was mayor"; empty where the date is of none or the noun before the comma is not whole.
std::string told_set_apart(std::string_view text, const Tree& tree, TokenRange expression);

}  // namespace annals
