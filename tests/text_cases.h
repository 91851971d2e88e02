// Test cases that are text, below tests/cases/: see tests/README.md.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/paths.h"

namespace annals::test {

/// A record: "key: value" lines between blank lines. A key may stand more than once.
struct TextCase {
    std::string file;
    int line = 0;
    std::vector<std::pair<std::string, std::string>> fields;  // in order; "\n" in a value is a line break

    bool has(std::string_view key) const {
        return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.first == key; });
    }
    /// The first value; empty if there is none.
    std::string get(std::string_view key) const {
        for (const auto& [name, value] : fields)
            if (name == key) return value;
        return {};
    }
    std::vector<std::string> all(std::string_view key) const {
        std::vector<std::string> values;
        for (const auto& [name, value] : fields)
            if (name == key) values.push_back(value);
        return values;
    }
    std::string where() const { return file + ":" + std::to_string(line); }
    /// Throws for a key that the test does not know, so that a slip of the pen is no silent success.
    void expect_keys(std::initializer_list<std::string_view> known) const {
        for (const auto& field : fields)
            if (std::find(known.begin(), known.end(), field.first) == known.end())
                throw std::runtime_error(where() + ": unknown key " + field.first);
    }
};

inline std::vector<TextCase> read_text_case_file(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::vector<TextCase> cases;
    std::string line;
    bool open = false;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty()) open = false;
        if (line.empty() || line[0] == '#') continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos) throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": no key");
        if (!open) cases.push_back({path.filename().string(), number, {}});
        open = true;
        const std::size_t begin = line.find_first_not_of(' ', colon + 1);
        std::string value = begin == std::string::npos ? "" : line.substr(begin);
        for (std::size_t at = 0; (at = value.find("\\n", at)) != std::string::npos; ++at) value.replace(at, 2, "\n");
        cases.back().fields.emplace_back(line.substr(0, colon), value);
    }
    return cases;
}

/// The cases of tests/cases/<path>: one *.test file, or all of a folder sorted by name. Throws when there are none.
inline std::vector<TextCase> read_text_cases(std::string_view path) {
    const std::filesystem::path root = source_dir() / "tests/cases" / path;
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(root)) {
        for (const auto& entry : std::filesystem::directory_iterator(root))
            if (entry.path().extension() == ".test") files.push_back(entry.path());
    } else {
        files.push_back(root);
    }
    std::sort(files.begin(), files.end());
    std::vector<TextCase> cases;
    for (const auto& file : files)
        for (auto& one : read_text_case_file(file)) cases.push_back(std::move(one));
    if (cases.empty()) throw std::runtime_error("no cases in " + root.string());
    return cases;
}

}  // namespace annals::test
