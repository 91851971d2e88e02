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

/// Commands of a ```console block with what they print, standard output and standard error in one.
struct Shown {
    std::string command;
    std::vector<std::string> lines;
};

std::vector<Shown> console_blocks(const std::string& text) {
    std::vector<Shown> shown;
    bool inside = false;
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with("```")) {
            inside = !inside && line == "```console";
            if (inside) shown.push_back({"", {}});  // parts the blocks: output never runs on into the next
        } else if (inside && line.starts_with("$ ")) {
            shown.push_back({line.substr(2), {}});
        } else if (inside) {
            shown.back().lines.push_back(line);
        }
    }
    std::erase_if(shown, [](const Shown& one) { return one.command.empty(); });
    return shown;
}

}  // namespace

TEST_CASE("docs/diagnostics.md lists every code, and no other") {
    const std::regex in_source(R"re((?:\{|error\(|warn\(|tell\()"([a-z]+\.[a-z_]+)",)re");
    std::set<std::string> codes;
    for (const char* room : {"core", "importers", "cli"})
        for (const auto& file : files_below(root / room, ".cpp")) codes.merge(all_matches(file_text(file), in_source));
    CHECK(codes.size() > 8);
    const std::set<std::string> listed = all_matches(file_text(root / "docs/diagnostics.md"), std::regex(R"re(\n\| `([a-z]+\.[a-z_]+)` \|)re"));
    CHECK(listed == codes);
}

TEST_CASE("the commands that the docs show print what the docs show") {
    std::vector<std::filesystem::path> pages = files_below(root / "docs", ".md");
    pages.push_back(root / "README.md");
    for (const auto& page : pages) {
        if (!std::filesystem::exists(page)) continue;
        const std::vector<Shown> shown = console_blocks(file_text(page));
        const Folder folder;  // one a page: its commands follow one another
        std::filesystem::copy(root / "samples", folder.path() / "samples", std::filesystem::copy_options::recursive);
        for (const Shown& one : shown) {
            if (one.command.find("annals") == std::string::npos) continue;
            const Answer answer = shell(folder, "{ " + one.command + "\n} 2>&1");
            INFO(page.filename().string() << ": $ " << one.command << "\n" << answer.out);
            CHECK(answer.status == 0);
            CHECK(like(lines_of(answer.out), one.lines));
        }
    }
}

TEST_CASE("console blocks are found") {
    const std::vector<Shown> shown = console_blocks("text\n```console\n$ annals a\none\n$ annals b\n```\n$ annals c\n```sh\n$ annals d\n```\n```console\n$ annals e\n```\n");
    REQUIRE(shown.size() == 3);
    CHECK(shown[0].lines == std::vector<std::string>{"one"});
    CHECK(shown[1].lines.empty());
    CHECK(shown[2].command == "annals e");
}
