// The pages of a PDF as `pdftotext -bbox -raw` writes them: words with their places, in the order of the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Points from the page's upper left corner.
struct PdfBox {
    double left = 0, top = 0, right = 0, bottom = 0;
    double height() const { return bottom - top; }
};

struct PdfLine {
    PdfBox box;
    std::string text;  // words parted by single spaces
};

struct PdfPage {
    double width = 0, height = 0;
    std::vector<PdfLine> lines;
};

/// Never fails: what is not as expected is passed over. Linear.
std::vector<PdfPage> read_pdf_pages(std::string_view bbox);

}  // namespace annals
