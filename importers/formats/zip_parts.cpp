#include "importers/formats/zip_parts.h"

#include "importers/formats/archive_reader.h"

namespace annals {
namespace {

constexpr std::size_t part_limit = std::size_t{32} << 20, all_limit = std::size_t{64} << 20;

}  // namespace

ZipParts read_zip_parts(std::string_view bytes, const FormatHint& hint, const std::function<bool(std::string_view path)>& wanted) {
    ZipParts result;
    ArchiveBounds own;
    ArchiveReader reader(bytes, hint, hint.archive ? *hint.archive : own);
    std::size_t all = 0;
    const auto tell = [&](const char* code, const std::string& text) { result.diagnostics.push_back({code, Severity::warning, {}, {}, text}); };
    while (reader.next()) {
        const ArchiveEntry& entry = reader.entry();
        if (entry.kind != ArchiveEntry::Kind::file || !wanted(entry.name) || result.parts.contains(entry.name)) continue;
        if (entry.locked) {
            tell("archive.password", "its part " + entry.name + " is protected by a password");
            continue;
        }
        std::string part;
        bool fits = true;
        for (std::string_view piece = reader.read(); fits && !piece.empty(); piece = reader.read()) {
            fits = part.size() + piece.size() <= part_limit && all + piece.size() <= all_limit;
            if (!fits) break;
            part += piece;
            all += piece.size();
        }
        if (!fits) {
            tell("archive.entry", "its part " + entry.name + " is larger than 32 MB, or all its parts are larger than 64 MB; that part was left out");
            continue;
        }
        if (!entry.fault.empty()) tell("archive.broken", "its part " + entry.name + " is " + entry.fault);
        result.parts.emplace(entry.name, std::move(part));
    }
    if (reader.fault()) result.diagnostics.push_back(*reader.fault());
    return result;
}

}  // namespace annals
