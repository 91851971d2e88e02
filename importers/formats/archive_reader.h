// An archive or a compressed file, entry by entry. Nothing is ever written; nothing but the bytes that are handed over is read.
#pragma once

#include "importers/formats/archive_bounds.h"
#include "importers/formats/format.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace annals {

struct ArchiveEntry {
    enum class Kind { file, folder, other };  // other: links, devices
    std::string name;                         // "inner/name": UTF-8, relative, without "." and ".."; empty for a file that is only compressed
    Kind kind = Kind::file;
    bool locked = false;                      // protected by a password
    std::string fault;                        // what is wrong with this one alone, known when it is read
};

/// zip, tar, and files that gzip, bzip2, xz or zstd compressed, tar archives among them. Not shared between threads.
class ArchiveReader {
public:
    /// Goes by the table at a zip's end. The bytes must outlive the reader.
    ArchiveReader(std::string_view bytes, const FormatHint& hint, ArchiveBounds& bounds);
    /// Goes by what stands before each entry.
    ArchiveReader(const ByteStream& bytes, const FormatHint& hint, ArchiveBounds& bounds);
    ~ArchiveReader();

    /// Moves to the next entry; false at the end and at a fault.
    bool next();
    const ArchiveEntry& entry() const { return entry_; }
    /// The next piece of the entry, empty at its end or at a fault. It lives until the next call.
    std::string_view read();
    /// What ended reading before its time: damage, or a bound. What came before holds.
    const std::optional<Diagnostic>& fault() const { return fault_; }

private:
    struct Source;
    void open();
    bool over_bounds();
    std::string reason() const;
    bool fail(const char* code, std::string text);

    ArchiveBounds& bounds_;
    bool outermost_;
    std::unique_ptr<Source> source_;
    ArchiveEntry entry_;
    bool entry_open_ = false;
    std::optional<Diagnostic> fault_;
};

}  // namespace annals
