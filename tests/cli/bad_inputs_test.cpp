// Inputs that are broken, damaged or hostile, of tests/cases/bad_inputs: what is said of each, and what is read all the same.
// docs/bad-inputs.md has a row for each. `make` is run by sh in an empty folder, with $GOLDEN for tests/golden/formats; then the folder is imported,
// with the programs of ../bin, if the case has made some, before those of the machine.
#include "tests/catch.hpp"
#include "tests/cli/session.h"
#include "tests/text_cases.h"

#include <nlohmann/json.hpp>

#include <regex>

using namespace annals::test;

namespace {

constexpr const char* parts[] = {"files", "texts", "dates", "pages", "rows", "containers"};

std::vector<TextCase> rows_of(const std::string& part) {
    return read_text_case_file(source_dir() / "tests/cases/bad_inputs" / (part + ".test"));
}

std::string listed(const std::vector<std::string>& items) {
    std::string list;
    for (const std::string& item : items) list.append(list.empty() ? "" : ", ").append(item);
    return list;
}

/// "warning jsonl.line (3), error format.no_text": severities and codes, equal ones that follow one another counted.
std::string what_is_said(const std::string& err) {
    static const std::regex diagnostic(R"((error|warning|note): .*\[([a-z]+\.[a-z_]+)\]$)");
    std::vector<std::string> said;
    std::string last;
    int times = 0;
    const auto close = [&] {
        if (times > 0) said.push_back(times > 1 ? last + " (" + std::to_string(times) + ")" : last);
        times = 0;
    };
    for (const std::string& line : lines_of(err)) {
        std::smatch match;
        const std::string tail = line.size() > 400 ? line.substr(0, 200) + line.substr(line.size() - 200) : line;
        if (!std::regex_search(tail, match, diagnostic)) continue;
        const std::string one = match[1].str() + " " + match[2].str();
        if (one != last) close();
        last = one;
        ++times;
    }
    close();
    return listed(said);
}

void check_rows(const std::string& part) {
    for (const TextCase& row : rows_of(part)) {
        INFO(row.where() << " " << row.get("input"));
        row.expect_keys({"input", "make", "options", "said", "documents", "dates"});
        const Folder folder;
        std::filesystem::create_directory(folder.path() / "in");
        const Answer made = shell(folder, "export GOLDEN='" + source_dir().string() + "/tests/golden/formats'\ncd in && " + row.get("make"));
        REQUIRE(made.status == 0);
        const Answer imported = shell(folder, "export PATH=\"$PWD/bin:$PATH\"\ntimeout 250 annals import in --db a.db " + row.get("options"));
        INFO(imported.err.substr(0, 2000));
        CHECK(what_is_said(imported.err) == row.get("said"));
        CHECK(imported.status == (row.get("said").find("error ") == std::string::npos ? 0 : 1));
        const Answer documents = shell(folder, "annals documents --db a.db --format json");
        REQUIRE(documents.status == 0);
        CHECK(nlohmann::json::parse(documents.out).size() == std::stoul("0" + row.get("documents")));
        std::vector<std::string> dates;
        for (const std::string& line : lines_of(shell(folder, "annals query --db a.db --undated --format jsonl").out)) {
            const nlohmann::json date = nlohmann::json::parse(line)["date"];
            dates.push_back(date.is_string() ? date.get<std::string>() : "undated");
        }
        CHECK(listed(dates) == row.get("dates"));
    }
}

}  // namespace

TEST_CASE("bad inputs: files") { check_rows("files"); }
TEST_CASE("bad inputs: texts") { check_rows("texts"); }
TEST_CASE("bad inputs: dates") { check_rows("dates"); }
TEST_CASE("bad inputs: pages, feeds and mails") { check_rows("pages"); }
TEST_CASE("bad inputs: rows") { check_rows("rows"); }
TEST_CASE("bad inputs: containers") { check_rows("containers"); }

TEST_CASE("docs/bad-inputs.md has these rows, and no others") {
    std::vector<std::string> expected, found;
    for (const char* part : parts)
        for (const TextCase& row : rows_of(part)) {
            const std::string said = std::regex_replace(row.get("said"), std::regex(R"(([a-z]+\.[a-z_]+))"), "`$1`");
            expected.push_back("| " + row.get("input") + " | " + said + " | " + (row.has("documents") ? row.get("documents") : "0") + " | " + row.get("dates") + " |");
        }
    for (const std::string& line : lines_of(file_text(source_dir() / "docs/bad-inputs.md")))
        if (line.starts_with("| ") && !line.starts_with("| input |")) found.push_back(line);
    CHECK(found == expected);
    CHECK(found.size() >= 60);
}
