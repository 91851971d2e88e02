// Test cases that are text: records parted by blank lines, "key: value" lines, # for reasons.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals::test {

struct TextCase {
    std::string file;
    int line = 0;
    std::vector<std::pair<std::string, std::string>> fields;  // in order; "\n" in a value is a line break

    std::string get(std::string_view key) const;              // the first one; empty if there is none
    std::vector<std::string> all(std::string_view key) const;
    std::string where() const { return file + ":" + std::to_string(line); }
};

/// All *.test files below tests/cases/<folder>, sorted by name. Throws when there are none.
std::vector<TextCase> read_text_cases(std::string_view folder);

}  // namespace annals::test
