// What tells that a document need not be read again.
#pragma once

#include "core/model/document.h"

#include <string>
#include <string_view>

namespace annals {

/// 32 hexadecimal digits of the hash of all that decides what is read out of a document: what its file gave, its day if a person
/// gave one (EDTF), and the version of rules and program. The path is no part of it.
std::string reading_input(const Document& document, std::string_view published, std::string_view version);

}  // namespace annals
