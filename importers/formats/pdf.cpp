// PDF, by the programs pdfinfo and pdftotext of poppler.
#include "importers/formats/formats.h"

#include "core/text/utf8.h"
#include "importers/formats/bounded_program.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/pdf_text.h"
#include "importers/formats/stated_date.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <string>

namespace annals {
namespace {

constexpr int pages_at_once = 200, most_pages = 20000;

Diagnostic warning(std::string code, std::string text) { return {std::move(code), Severity::warning, {}, {}, std::move(text)}; }

/// What went wrong with a run of a program; empty when nothing did.
Diagnostics fault_of(const ProgramResult& result) {
    if (!result.found) return {{"pdf.program", Severity::error, {}, {}, "pdftotext is not there; install poppler-utils to read PDF"}};
    if (!result.in_bounds) return {{"pdf.bounds", Severity::error, {}, {}, "pdftotext needs more than a minute, 1 GB of memory or 128 MB of output for it; it is not read"}};
    if (result.complaint.find("Incorrect password") != std::string::npos) return {warning("pdf.password", "the PDF asks for a password; save it without one")};
    if (result.status != 0) return {{"pdf.broken", Severity::error, {}, {}, "pdftotext cannot read it: " + result.complaint}};
    return {};
}

/// "Title:   Harbour report" lines; what a PDF says of itself may hold any bytes.
std::map<std::string, std::string> properties_of(std::string_view lines) {
    std::map<std::string, std::string> properties;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        if (const std::size_t colon = line.find(':'); colon != line.npos) properties.emplace(line.substr(0, colon), fold_space(clean_text(repair_utf8(line.substr(colon + 1)))));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return properties;
}

/// A title as a person writes one, rather than the name of a file or a program's word for none.
bool is_title(std::string_view title) {
    if (title.size() < 4 || title.starts_with("Microsoft ") || title.starts_with("untitled") || title.starts_with("Untitled")) return false;
    const std::size_t dot = title.rfind('.');
    return dot == title.npos || title.size() - dot > 5 || title.find(' ', dot) != title.npos;
}

/// "3", "3 to 7 and 9", of pages without text.
std::string page_list(const std::vector<int>& pages) {
    std::string list;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
        list.append(list.empty() ? "" : last + 1 == pages.size() ? " and " : ", ").append(std::to_string(pages[i]));
        if (last > i) list.append(" to ").append(std::to_string(pages[last]));
        i = last + 1;
    }
    return list;
}

void put_title_before(Document& document, const std::string& title) {
    document.title = title;
    const auto before = static_cast<std::uint32_t>(document.text.size());
    place_title(document);
    const std::uint32_t shift = static_cast<std::uint32_t>(document.text.size()) - before;
    for (std::size_t i = 1; i < document.pages.size(); ++i) document.pages[i] += shift;
}

}  // namespace

int recognise_pdf(std::string_view head) { return head.substr(0, 1024).find("%PDF-") != head.npos ? 95 : 0; }

Diagnostics read_pdf(std::string_view bytes, const FormatHint&, const DocumentSink& sink) {
    const ProgramResult info = run_program({"pdfinfo", "-isodates", "-enc", "UTF-8", "-"}, bytes);
    if (Diagnostics fault = fault_of(info); !fault.empty()) return fault;
    const std::map<std::string, std::string> properties = properties_of(info.output);
    const auto property = [&](const char* name) {
        const auto found = properties.find(name);
        return found == properties.end() ? std::string() : found->second;
    };
    int count = 0;
    const std::string number = property("Pages");
    std::from_chars(number.data(), number.data() + number.size(), count);

    Document document;
    if (count > most_pages) document.diagnostics.push_back(warning("pdf.pages", "pages beyond the first 20,000 are left out"));
    count = std::min(count, most_pages);
    std::vector<PdfPage> pages;
    for (int first = 1; first <= count; first += pages_at_once) {
        const ProgramResult text = run_program({"pdftotext", "-bbox", "-raw", "-enc", "UTF-8", "-f", std::to_string(first), "-l",
                                                std::to_string(std::min(first + pages_at_once - 1, count)), "-", "-"}, bytes);
        if (Diagnostics fault = fault_of(text); !fault.empty()) return fault;
        std::vector<PdfPage> more = read_pdf_pages(text.output);
        std::move(more.begin(), more.end(), std::back_inserter(pages));
    }
    std::vector<int> blank;
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (pages[i].lines.empty()) blank.push_back(static_cast<int>(i) + 1);
    if (blank.size() == pages.size()) return {warning("pdf.scan", "no page holds text: it is a scan, or empty; run a text recognition such as ocrmypdf on it")};
    if (!blank.empty()) document.diagnostics.push_back(warning("pdf.scan", "no text on page " + page_list(blank) + ": a scan, or empty"));

    drop_running_heads(pages);
    add_pdf_text(pages, document);
    const std::string title = property("Title");
    const bool said = is_title(title) && std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) { return words(document.text, block.span) == title; });
    if (is_title(title) && (said || document.title.empty())) {
        for (Block& block : document.blocks)
            if (said && block.kind == BlockKind::title && words(document.text, block.span) != title) block.kind = BlockKind::heading;
        put_title_before(document, title);
    }
    if (const auto created = read_stated_date(property("CreationDate"))) document.stated.push_back({*created, DateBasis::created, "CreationDate"});
    sink(std::move(document));
    return {};
}

}  // namespace annals
