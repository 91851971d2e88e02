// The documents behind the events: their numbers, the sources section, their texts.
#pragma once

#include "core/model/event.h"
#include "reports/page/html.h"
#include "reports/report.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annals::page {

/// Numbers documents from 1 in the order of the report, and knows on which page each is listed.
class DocumentNumbers {
public:
    static constexpr std::size_t documents_a_page = 2000;

    /// `stem` names the pages that list them ("flood-sources"); empty when the page of the events lists them too.
    explicit DocumentNumbers(const std::vector<DocumentRow>& documents, std::string stem = {});

    int of(std::string_view key) const;  // 0 for a document that is not listed
    /// The page's file; empty for the same page.
    std::string page_of(int number) const;
    std::size_t pages() const { return (numbers_.size() + documents_a_page - 1) / documents_a_page; }

private:
    std::map<std::string, int, std::less<>> numbers_;
    std::string stem_;
};

/// Where in a document's text an event stands.
struct TextMark {
    Span span;
    std::string id;     // of the mark in the page: "x-EVENT-SOURCE"
    std::string href;   // to the event
    std::string label;  // its date in words
};
using TextMarks = std::map<std::string, std::vector<TextMark>, std::less<>>;  // by document key
/// `page`: the file that holds the event; empty for the same.
void note_marks(TextMarks& marks, const Event& event, const std::string& page);
std::string mark_id(const Event& event, std::size_t source);

/// Documents [first, last) of the report as list items, then, if the report has texts, these with their marks.
void write_documents(Html& html, const ReportInput& input, std::size_t first, std::size_t last, const TextMarks& marks, const TextSink& sink);
/// What the script writes into CSV of the documents that stand behind the events: number -> [key, title, publisher, url, published].
void write_document_data(Html& html, const std::vector<DocumentRow>& documents, const DocumentNumbers& numbers);

}  // namespace annals::page
