// The days that its surroundings give to an event which no words of its sentence date: tense against the day of writing,
// the date that the text goes on telling of, the same event dated elsewhere. Such a date has DateRole::context and no words.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/tree.h"

#include <string_view>
#include <vector>

namespace annals {

struct Surroundings {
    Date written;                   // when the words were written: the day of the live entry, else of the document; may be undated
    std::string written_by;         // for a person: "published 2023-09-27 (json_ld)"
    const Mention* told = nullptr;  // the last dated event before, in the same paragraph; null for none
    bool narrative = false;         // the text tells of other years than the one it was written in
};

/// A word that names an event: a verb that is no helper, or an event noun.
bool is_event_word(std::string_view text, const Tree& tree, std::uint32_t token);

/// Dates the undated `mention` of `trigger`, or leaves it undated where nothing gives a day.
void date_by_context(std::string_view text, const Tree& tree, std::uint32_t trigger, const Surroundings& around, Mention& mention);

/// "the invasion", in a text that says elsewhere on which day there was an invasion: that day. Mentions of one document; linear.
void date_by_namesakes(std::vector<Mention>& mentions);

}  // namespace annals
