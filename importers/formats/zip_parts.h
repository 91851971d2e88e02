// The parts of a document that is a zip of files: DOCX, ODT, EPUB.
#pragma once

#include "core/model/diagnostic.h"
#include "importers/formats/format.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace annals {

struct ZipParts {
    std::map<std::string, std::string, std::less<>> parts;  // by their path
    Diagnostics diagnostics;                                // "archive.broken", "archive.ratio", "archive.entry", "archive.password"

    /// Empty when it is not there.
    std::string_view operator[](std::string_view path) const {
        const auto found = parts.find(path);
        return found == parts.end() ? std::string_view() : std::string_view(found->second);
    }
};

/// Unpacks the parts that are wanted: at most 32 MB of one and 64 MB of all. Never throws for bad input.
ZipParts read_zip_parts(std::string_view bytes, const FormatHint& hint, const std::function<bool(std::string_view path)>& wanted);

}  // namespace annals
