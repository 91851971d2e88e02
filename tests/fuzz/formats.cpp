// Whatever the bytes are: a format is chosen or not, and what is read holds together.
#include "importers/formats/format.h"
#include "tests/document_checks.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::size_t count = 0;
    const annals::Diagnostics diagnostics = annals::read_documents(bytes, {"input", {}}, [&](annals::Document&& document) {
        ++count;
        if (!annals::test::broken_invariant(document).empty()) std::abort();
        return true;
    });
    if (!count && diagnostics.empty()) std::abort();  // a file that gives nothing must say why
    return 0;
}
