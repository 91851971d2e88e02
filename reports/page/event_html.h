// One event as the page shows it.
#pragma once

#include "core/model/event.h"
#include "reports/page/html.h"
#include "reports/report.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annals::page {

/// What events refer to by number: the documents of the sources section, the names of the source filter.
class Sources {
public:
    explicit Sources(const std::vector<DocumentRow>& documents);
    void note(const EventSource& source);  // in a first pass over the events
    void finish();                         // then numbers the names in order

    /// Number in the sources section, from 1; 0 for a document that is not listed.
    int document_number(std::string_view key) const;
    int name_number(const EventSource& source) const;
    const std::vector<std::string>& names() const { return names_; }

private:
    std::map<std::string, int, std::less<>> documents_, name_numbers_;
    std::vector<std::string> names_;
};

/// Publisher, else title, else a word for neither.
std::string source_name(const EventSource& source);
/// In words; as written when it is no EDTF.
std::string published_in_words(std::string_view edtf);

/// `number` is the event's place among the dated ones, which its mark in the overview shares.
void write_event(Html& html, const Event& event, const Sources& sources, std::size_t number, int heading_level);

}  // namespace annals::page
