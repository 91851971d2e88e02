// Whatever pdftotext may say.
#include "importers/formats/pdf_text.h"
#include "tests/document_checks.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::vector<annals::PdfPage> pages = annals::read_pdf_pages({reinterpret_cast<const char*>(data), size});
    annals::drop_running_heads(pages);
    annals::Document document;
    annals::add_pdf_text(pages, document);
    std::string broken = annals::test::broken_invariant(document);
    if (document.pages.size() != pages.size()) broken = "a page without its place";
    if (!std::is_sorted(document.pages.begin(), document.pages.end())) broken = "pages out of order";
    if (broken.empty()) return 0;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}
