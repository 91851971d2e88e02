// What stands around the events: the head with its policy, the heading, the notes on method, the script.
#pragma once

#include "reports/page/event_list.h"

#include <string>

namespace annals::page {

/// Opens the document up to <body>. Without a script the policy forbids every one.
void write_head(Html& html, const std::string& title, bool script = true);
/// Heading, what the report holds, what was asked for, how dates are drawn. `up`: the file that leads back; empty for none.
void write_header(Html& html, const ReportInput& input, const Gathered& gathered, const std::string& title);
void write_method(Html& html);
/// Footer, list of keys, strings and script; closes the document.
void write_end(Html& html);

/// --title, else the only document's title or a word for many, with the years.
std::string title_of(const ReportInput& input, const std::vector<Drawn>& drawn);

}  // namespace annals::page
