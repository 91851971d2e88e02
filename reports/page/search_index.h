// What the overview of a split report knows of every event, for the script: it filters and searches all pages without opening them.
#pragma once

#include "reports/page/event_list.h"

#include <string>
#include <string_view>

namespace annals::page {

/// Columns of numbers and short words, read at once, beside texts, which are read when they are first needed. Both are JSON within inert scripts.
class SearchIndex {
public:
    void add(const Event& event, const SourceNames& names, const DocumentNumbers& documents, std::size_t part);
    void write(Html& html) const;

private:
    void column(Html& html, Markup name, const std::string& values) const;

    std::string ids_, bounds_, kinds_, precisions_, names_, independent_, documents_, parts_, others_, words_, rest_;
    std::size_t number_ = 0;
};

}  // namespace annals::page
