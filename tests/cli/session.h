// Runs what a user would type, for the sessions of tests/cases/cli and the console blocks of the docs.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/folder.h"
#include "tests/paths.h"

namespace annals::test {

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

struct Answer {
    std::string out, err;
    int status = 0;
};

/// Runs a line of sh in the folder; `annals` is the program of this build.
inline Answer shell(const Folder& folder, const std::string& command) {
    Folder said;
    const std::filesystem::path& program = annals_program();
    std::ofstream(said.path() / "script") << "unset ANNALS_DB COLUMNS\nexport PATH='" << program.parent_path().string()
                                          << "':\"$PATH\" LC_ALL=C.UTF-8\ncd '" << folder.path().string() << "'\n"
                                          << command << "\n";
    const std::string at = said.path().string();
    const int status = std::system(("sh '" + at + "/script' >'" + at + "/out' 2>'" + at + "/err' </dev/null").c_str());
    return {file_text(said.path() / "out"), file_text(said.path() / "err"), WIFEXITED(status) ? WEXITSTATUS(status) : 128};
}

/// Whether a line is as expected; "..." in the expected one stands for any characters.
inline bool like(const std::string& line, const std::string& expected) {
    std::size_t at = 0, from = 0;
    for (bool first = true;; first = false) {
        const std::size_t gap = std::min(expected.find("...", from), expected.size());
        const std::string piece = expected.substr(from, gap - from);
        const bool last = gap == expected.size();
        if (first && line.compare(0, piece.size(), piece) != 0) return false;
        if (first) at = piece.size();
        else if (!last && (at = line.find(piece, at)) == std::string::npos) return false;
        else if (!last) at += piece.size();
        if (last) return first ? line.size() == piece.size() : line.size() >= at + piece.size() && line.ends_with(piece);
        from = gap + 3;
    }
}

/// The same for texts; a line "..." stands for any lines.
inline bool like(const std::vector<std::string>& lines, const std::vector<std::string>& expected, std::size_t i = 0, std::size_t j = 0) {
    for (; j < expected.size(); ++i, ++j) {
        if (expected[j] == "...") {
            for (std::size_t k = i; k <= lines.size(); ++k)
                if (like(lines, expected, k, j + 1)) return true;
            return false;
        }
        if (i >= lines.size() || !like(lines[i], expected[j])) return false;
    }
    return i == lines.size();
}

}  // namespace annals::test
