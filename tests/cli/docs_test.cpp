// The docs say what the program does.
#include "tests/catch.hpp"
#include "tests/cli/session.h"

#include <regex>
#include <set>

using namespace annals::test;

namespace {

const std::filesystem::path root = ANNALS_SOURCE_DIR;

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, const std::string& extension) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::set<std::string> all_matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) found.insert((*match)[1]);
    return found;
}

}  // namespace

TEST_CASE("docs/diagnostics.md lists every code, and no other") {
    const std::regex in_source(R"re((?:\{|error\(|warn\(|tell\(|take\()"([a-z]+\.[a-z_]+)"[,)])re");
    std::set<std::string> codes;
    for (const char* room : {"core", "importers", "cli"})
        for (const auto& file : files_below(root / room, ".cpp")) codes.merge(all_matches(file_text(file), in_source));
    CHECK(codes.size() > 8);
    const std::set<std::string> listed =
        all_matches(file_text(root / "docs/diagnostics.md"), std::regex(R"re(\n\| `([a-z]+\.[a-z_]+)` \|)re"));
    CHECK(listed == codes);
}
