// One table of what can be read. A format turns bytes into documents; it knows files and reads no prose.
// To add one: docs/how-to-add-a-format.md.
#pragma once

#include "core/model/document.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace annals {

struct ArchiveBounds;

struct FormatHint {
    std::string path;                           // as given by the user; "-" for standard input; may be empty
    std::map<std::string, std::string> fields = {};  // --map FIELD=COLUMN
    std::function<void(std::size_t)> done_with = {}; // told how many bytes from the file's beginning are not needed any more
    ArchiveBounds* archive = nullptr;           // of the archive in which the file stands: its path is "archive.zip!/inner/name"
};

/// Takes each document as it is read; returns false to stop.
using DocumentSink = std::function<bool(Document&&)>;

/// Bytes that come piece by piece: gives the next ones, nothing at their end. A piece lives until the next call.
using ByteStream = std::function<std::string_view()>;

/// Of bytes that are all there; `done_with` is told what is not needed any more.
ByteStream pieces_of(std::string_view bytes, std::function<void(std::size_t)> done_with = {});

struct Format {
    std::string_view name;         // "html"
    std::string_view extensions;   // "html htm xhtml"
    std::string_view description;  // one line for `annals formats`
    /// How sure the first bytes make it, 0 (no) to 100; the name decides between equals.
    int (*recognise)(std::string_view head);
    /// Reads all documents; what is wrong with one is a diagnostic in it, what is wrong with the file is returned.
    /// Null where the pieces do.
    Diagnostics (*read)(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink) = nullptr;
    /// The same for a file of any length, piece by piece; null where the whole is needed.
    Diagnostics (*read_stream)(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink) = nullptr;
    bool binary = false;           // its files need not look like text: `recognise` gets their bytes undecoded
};

std::span<const Format> formats();

/// Chosen by content first, name second; null when it is none of ours (a picture, an empty file).
const Format* find_format(std::string_view bytes, const FormatHint& hint);

/// Recognises and reads. A file that cannot be read gives no document and an error diagnostic.
Diagnostics read_documents(std::string_view bytes, const FormatHint& hint, const DocumentSink& sink);

/// The same for bytes that come piece by piece, such as an archive's entry. A format that needs the whole takes at most `held_limit` of them.
Diagnostics read_documents(const ByteStream& bytes, const FormatHint& hint, const DocumentSink& sink);

constexpr std::size_t held_limit = std::size_t{64} << 20;

}  // namespace annals
