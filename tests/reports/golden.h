// Golden files of the reports, written by hand.
#pragma once

#include "tests/catch.hpp"
#include "tests/paths.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace annals {

inline std::string file_text(const std::string& path) {
    std::ifstream file(test::source_dir().string() + path, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::string golden(const std::string& path) { return file_text("/tests/golden/reports/" + path); }

/// A page without what comes from reports/assets whole: style, script, the words for the script, and the hashes of both.
inline std::string without_assets(std::string page) {
    for (const auto& [begin, end] : {std::pair<std::string_view, std::string_view>("<style>", "</style>"),
                                     {"<script>", "</script>"},
                                     {"id=\"strings\">", "</script>"},
                                     {"script-src 'sha256-", "'"},
                                     {"style-src 'sha256-", "'"}}) {
        const std::size_t at = page.find(begin);
        if (at != std::string::npos) page.erase(at + begin.size(), page.find(end, at + begin.size()) - at - begin.size());
    }
    return page;
}

}  // namespace annals
