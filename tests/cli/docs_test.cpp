// The docs say what the program does.
#include "importers/formats/format.h"
#include "reports/report.h"
#include "tests/catch.hpp"
#include "tests/cli/session.h"

#include <regex>
#include <set>
#include <sstream>

using namespace annals::test;

namespace {

const std::filesystem::path root = source_dir();

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

bool holds_files(const std::filesystem::path& folder) { return std::filesystem::is_directory(folder) && !std::filesystem::is_empty(folder); }

}  // namespace

TEST_CASE("docs/diagnostics.md lists every code, and no other") {
    const std::regex in_source(R"re((?:\{|error\(|warn\(|warning\(|tell\(|take\()"([a-z]+\.[a-z_]+)"[,)])re");
    std::set<std::string> codes;
    for (const char* room : {"core", "importers", "cli"})
        for (const auto& file : files_below(root / room, ".cpp")) codes.merge(all_matches(file_text(file), in_source));
    CHECK(codes.size() > 8);
    const std::set<std::string> listed =
        all_matches(file_text(root / "docs/diagnostics.md"), std::regex(R"re(\n\| `([a-z]+\.[a-z_]+)` \|)re"));
    CHECK(listed == codes);
}

TEST_CASE("docs/formats.md has a chapter for every format that is read, and tests hold to it") {
    std::istringstream lines(file_text(root / "docs/formats.md"));
    std::set<std::string> described;
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("## ")) described.merge(all_matches(line, std::regex("`([a-z0-9]+)`")));
    std::set<std::string> names;
    for (const annals::Format& format : annals::formats()) {
        const std::string& name = *names.emplace(format.name).first;
        INFO(name);
        CHECK(holds_files(root / "tests/golden/formats" / name));
        CHECK(std::filesystem::exists(root / "tests/fuzz" / (name + ".cpp")));
        CHECK(holds_files(root / "tests/fuzz/corpus" / name));
    }
    CHECK(described == names);
}

TEST_CASE("docs/reports.md has a row for every format that is written, and tests hold to it") {
    const std::string page = file_text(root / "docs/reports.md");
    for (const annals::ReportFormat& format : annals::report_formats()) {
        const std::string name(format.name);
        INFO(name);
        CHECK(page.find("\n| " + name + " | ") != std::string::npos);
        if (name != "html") CHECK(holds_files(root / "tests/golden/reports" / name));  // the page is looked at in a browser
    }
}
