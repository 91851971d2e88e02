// importers/rules/en/happenings.words: by which words people tell of what happens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct Happening {
    std::string_view name;
    bool once = false;                    // comes to its subject only once
    bool seldom = false;                  // who tells of it hardly tells of two
    std::vector<std::string_view> kinds;  // what else may be meant, or told of beside it
};

/// Of base forms; null where the list has none. "be stand down" is a verb in the passive.
const Happening* happening_verb(std::string_view verb);
const Happening* happening_noun(std::string_view noun);
/// A noun first.
const Happening* happening_word(std::string_view word);

/// "take .. hospital": whether the verb tells of something with an object or a place, and what it is with this one.
bool has_objects(std::string_view verb);
const Happening* happening_with_object(const std::string& verb, const std::string& noun);

/// Whether the base form is the first word of a verb of two: "give way".
bool opens_happening(std::string_view verb);

/// The kinds of a happening that has this name, a bit each; 0 where it is none or its line gives none.
std::uint32_t kinds_of_happening(std::string_view name);
/// The bit of a kind: "anything"; 0 where there is no such kind.
std::uint32_t happening_kind(std::string_view kind);

/// "power > fail": the same of a subject.
bool has_subjects(std::string_view verb);
const Happening* happening_with_subject(const std::string& verb, const std::string& noun);

}  // namespace annals
