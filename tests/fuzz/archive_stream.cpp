// The road of a file that comes piece by piece: what an entry of an archive takes.
#include "importers/formats/format.h"
#include "tests/document_checks.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t step = 1 + data[size - 1];
    const annals::ByteStream pieces = [&] {
        const std::string_view piece = bytes.substr(0, step);
        bytes.remove_prefix(piece.size());
        return piece;
    };
    annals::read_documents(pieces, {"input", {}}, [](annals::Document&& document) {
        if (!annals::test::broken_invariant(document).empty()) std::abort();
        return true;
    });
    return 0;
}
