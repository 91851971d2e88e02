// What the fuzz programs of the readers share: no input may break what holds for every document.
#pragma once

#include "importers/formats/formats.h"
#include "tests/document_checks.h"

#include <cstdio>
#include <cstdlib>

namespace annals::test {

inline bool check(Document&& document) {
    const std::string broken = broken_invariant(document);
    if (broken.empty()) return true;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}

using Reader = Diagnostics (*)(std::string_view, const FormatHint&, const DocumentSink&);
using StreamReader = Diagnostics (*)(const ByteStream&, const FormatHint&, const DocumentSink&);

inline int read_checked(Reader read, const unsigned char* data, std::size_t size) {
    read({reinterpret_cast<const char*>(data), size}, {"folder/input", {}}, check);
    return 0;
}

/// In pieces whose length the last byte tells.
inline int read_checked(StreamReader read, const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t step = 1 + data[size - 1];
    const ByteStream pieces = [&] {
        const std::string_view piece = bytes.substr(0, step);
        bytes.remove_prefix(piece.size());
        return piece;
    };
    read(pieces, {"folder/input", {}}, check);
    return 0;
}

}  // namespace annals::test
