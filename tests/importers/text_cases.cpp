#include "tests/importers/text_cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace annals::test {

std::string TextCase::get(std::string_view key) const {
    for (const auto& [name, value] : fields)
        if (name == key) return value;
    return {};
}

std::vector<std::string> TextCase::all(std::string_view key) const {
    std::vector<std::string> values;
    for (const auto& [name, value] : fields)
        if (name == key) values.push_back(value);
    return values;
}

std::vector<TextCase> read_text_cases(std::string_view folder) {
    const std::filesystem::path root = std::filesystem::path(ANNALS_SOURCE_DIR) / "tests/cases" / folder;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(root))
        if (entry.path().extension() == ".test") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<TextCase> cases;
    for (const auto& path : files) {
        std::ifstream in(path);
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
            for (std::size_t at; (at = value.find("\\n")) != std::string::npos;) value.replace(at, 2, "\n");
            cases.back().fields.emplace_back(line.substr(0, colon), value);
        }
    }
    if (cases.empty()) throw std::runtime_error("no cases in " + root.string());
    return cases;
}

}  // namespace annals::test
