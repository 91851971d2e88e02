// One event as the page shows it.
#pragma once

#include "core/model/event.h"
#include "reports/page/documents.h"
#include "reports/page/html.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annals::page {

/// The names of the source filter; two that differ in ASCII case only are one.
class SourceNames {
public:
    void note(const EventSource& source);
    void finish();  // numbers them in order
    int of(const EventSource& source) const;
    const std::vector<std::string>& all() const { return names_; }

private:
    std::map<std::string, std::pair<std::string, int>, std::less<>> by_folded_;  // name as first seen, number
    std::vector<std::string> names_;
};

/// What an event refers to by number.
struct References {
    const DocumentNumbers& documents;
    const SourceNames& names;
    bool texts = false;  // the page of the documents holds their texts
};

/// Publisher, else title, else a word for neither.
std::string source_name(const EventSource& source);
/// In words; as written when it is no EDTF.
std::string published_in_words(std::string_view edtf);

/// `number` is the event's place among the dated ones, which its mark in the overview shares.
void write_event(Html& html, const Event& event, const References& references, std::size_t number, int heading_level);
/// The bounds of a date as the script reads them: "12", or "1,2,3,4" with ",s" behind a span; an unknown bound is empty.
std::string bounds_of(const Date& date);

}  // namespace annals::page
