// Runs the sessions of tests/cases/cli. A file has a comment that says why, then parts that begin with a line "@ ...":
//
//   @ needs COMMAND     skipped, with a message, where this command of sh fails
//   @ file NAME         the lines up to the next part are this file's
//   @ session           commands "$ ..." of sh, each with what it says: lines as they are on standard output, "! ..." on standard error,
//                       "= 1" for another exit status than 0; "..." stands for any characters, alone for any lines
#include "tests/catch.hpp"
#include "tests/cli/session.h"

#include <algorithm>

using namespace annals::test;

namespace {

struct Step {
    std::string command;
    std::vector<std::string> out, err;
    int status = 0;
};

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

void check(const Folder& folder, const Step& step) {
    const Answer answer = shell(folder, step.command);
    INFO("$ " << step.command << "\n" << answer.out << "(on standard error)\n" << answer.err);
    CHECK(answer.status == step.status);
    if (!like(lines_of(answer.out), step.out)) FAIL_CHECK("standard output should be\n" << joined(step.out));
    if (!like(lines_of(answer.err), step.err)) FAIL_CHECK("standard error should be\n" << joined(step.err));
}

void run_session(const std::filesystem::path& file) {
    const Folder folder;
    std::vector<std::string> lines = lines_of(file_text(file));
    std::vector<Step> steps;
    for (std::size_t i = 0; i < lines.size();) {
        const std::string head = lines[i++];
        if (head.empty() || head.starts_with('#')) continue;
        std::vector<std::string> body;
        while (i < lines.size() && !lines[i].starts_with("@ ")) body.push_back(lines[i++]);
        if (head.starts_with("@ needs ")) {
            if (shell(folder, head.substr(8)).status != 0) {
                WARN(file.filename().string() + " skipped: needs " + head.substr(8));
                return;
            }
        } else if (head.starts_with("@ file ")) {
            folder.write(head.substr(7), joined(body));
        } else if (head == "@ session") {
            while (!body.empty() && body.back().empty()) body.pop_back();
            for (const std::string& line : body) {
                if (line.starts_with("$ ")) steps.push_back({line.substr(2), {}, {}, 0});
                else if (steps.empty()) FAIL(file << ": a session begins with a command");
                else if (line.starts_with("! ")) steps.back().err.push_back(line.substr(2));
                else if (line.starts_with("= ")) steps.back().status = std::stoi(line.substr(2));
                else steps.back().out.push_back(line);
            }
        } else {
            FAIL(file << ": unknown part: " << head);
        }
    }
    REQUIRE_FALSE(steps.empty());
    for (const Step& step : steps) check(folder, step);
}

}  // namespace

TEST_CASE("sessions") {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests/cases/cli"))
        if (entry.path().extension() == ".test") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) DYNAMIC_SECTION(file.filename().string()) { run_session(file); }
}

TEST_CASE("a session that is not as expected fails") {
    CHECK(like("a 12 b", "a ... b"));
    CHECK_FALSE(like("a 12 c", "a ... b"));
    CHECK_FALSE(like("a", "a b"));
    CHECK_FALSE(like("ab", "a"));
    CHECK_FALSE(like("ab", "ab...b"));
    using Lines = std::vector<std::string>;
    CHECK(like(Lines{"a", "b", "c"}, Lines{"a", "...", "c"}));
    CHECK(like(Lines{"a", "c"}, Lines{"a", "...", "c"}));
    CHECK_FALSE(like(Lines{"a", "b"}, Lines{"a"}));
    CHECK_FALSE(like(Lines{"a"}, Lines{"a", "b"}));
    CHECK_FALSE(like(Lines{"a", "b"}, Lines{"...", "c"}));
}
