// Events -> text on a sink. One source file a format; to add one: docs/reports.md.
#pragma once

#include "core/model/event.h"
#include "core/store/store.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

/// Takes the text piece by piece.
using TextSink = std::function<void(std::string_view)>;

struct ReportInput {
    /// Calls back with every event in the total order; may be called more than once.
    std::function<void(const std::function<bool(const Event&)>&)> events;
    std::vector<DocumentRow> documents;  // those that stand behind the events, in the order of `annals documents`
    std::string title;                   // empty: made from the documents and years
    std::string filter;                  // what was asked for, in words; empty: everything
    std::function<std::optional<std::string>(const std::string& document)> text_of;  // the page holds the texts too; empty: it does not
    bool raw = false;                    // CSV without the spreadsheet guard and the byte order mark
    bool byte_order_mark = true;         // CSV begins with one, for spreadsheets
};

struct ReportFormat {
    std::string_view name;         // "html"
    std::string_view extension;    // "html"
    std::string_view description;
    void (*write)(const ReportInput& input, const TextSink& sink);
    bool primary_only = false;  // shows of an event's sources the document of the primary one alone
};

std::span<const ReportFormat> report_formats();
const ReportFormat* find_report_format(std::string_view name);

}  // namespace annals
