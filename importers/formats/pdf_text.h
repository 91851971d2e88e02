// Pages of lines -> the text of a document: paragraphs whole, words mended, running heads and page numbers out.
#pragma once

#include "core/model/document.h"
#include "importers/formats/pdf_pages.h"

#include <vector>

namespace annals {

/// Takes out of each page the lines at its upper and lower edge that stand on other pages too, numbers aside, and page numbers.
void drop_running_heads(std::vector<PdfPage>& pages);

/// Sets document.text, blocks and pages; a title that the text has becomes document.title.
void add_pdf_text(const std::vector<PdfPage>& pages, Document& document);

}  // namespace annals
