// What the fuzz programs of the readers share: no input may break what holds for every document.
#pragma once

#include "importers/formats/formats.h"
#include "tests/document_checks.h"

#include <cstdio>
#include <cstdlib>

namespace annals::test {

using Reader = Diagnostics (*)(std::string_view, const FormatHint&, const DocumentSink&);

inline int read_checked(Reader read, const unsigned char* data, std::size_t size) {
    const FormatHint hint{"folder/input", {}};
    read({reinterpret_cast<const char*>(data), size}, hint, [](Document&& document) {
        if (const std::string broken = broken_invariant(document); !broken.empty()) {
            std::fprintf(stderr, "%s\n", broken.c_str());
            std::abort();
        }
        return true;
    });
    return 0;
}

}  // namespace annals::test
