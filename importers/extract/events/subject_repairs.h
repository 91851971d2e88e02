// Subjects that the parser gave to another clause, or to none.
#pragma once

#include "importers/extract/grammar/tree.h"

#include <string_view>

namespace annals {

/// "left a note after the warden was hurt": the warden was; "A new bell, the last of its kind, followed": the bell did; "A survey found cracks,
/// and Holm shut the mill": the survey found them.
void repair_subjects(std::string_view text, Sentence& sentence);

}  // namespace annals
