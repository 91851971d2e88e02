#include "importers/walk.h"

#include <algorithm>
#include <filesystem>

namespace annals {
namespace {

namespace fs = std::filesystem;

class Walk {
public:
    Walk(FilesFound& found, const std::vector<std::string>& leave_out) : found_(found) {
        for (const std::string& file : leave_out) left_out_.push_back(identity(file));
    }

    void folder(const fs::path& folder) {
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
            if (entry->path().filename().string().starts_with('.')) continue;
            this->entry(*entry);
        }
        if (error) tell("file.unreadable", Severity::error, folder, "the folder cannot be read: " + error.message());
    }

private:
    static fs::path identity(const fs::path& file) {
        std::error_code error;
        const fs::path known = fs::weakly_canonical(file, error);
        return error ? file : known;
    }

    void entry(const fs::directory_entry& entry) {
        std::error_code error;
        const fs::file_status status = entry.status(error);  // of what a link leads to
        if (fs::is_regular_file(status)) {
            if (left_out_.empty() || std::find(left_out_.begin(), left_out_.end(), identity(entry.path())) == left_out_.end())
                found_.files.push_back(entry.path().string());
        } else if (fs::is_directory(status)) {
            if (!entry.is_symlink(error)) folder(entry.path());
        } else if (status.type() == fs::file_type::not_found || error) {
            tell("file.unreadable", Severity::error, entry.path(),
                 status.type() == fs::file_type::not_found ? "a link to a file that is not there" : error.message());
        } else {
            tell("file.special", Severity::warning, entry.path(), "left out, it is no regular file");
        }
    }

    void tell(const char* code, Severity severity, const fs::path& path, const std::string& text) {
        found_.diagnostics.push_back({code, severity, path.string(), {}, text});
    }

    FilesFound& found_;
    std::vector<fs::path> left_out_;
};

}  // namespace

FilesFound find_files(const std::vector<std::string>& paths, const std::vector<std::string>& leave_out) {
    FilesFound found;
    Walk walk(found, leave_out);
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (path == "-" || (fs::exists(status) && !fs::is_directory(status))) {
            found.files.push_back(path);
        } else if (fs::is_directory(status)) {
            const std::size_t before = found.files.size(), said = found.diagnostics.size();
            walk.folder(path);
            std::sort(found.files.begin() + static_cast<std::ptrdiff_t>(before), found.files.end());
            std::sort(found.diagnostics.begin() + static_cast<std::ptrdiff_t>(said), found.diagnostics.end(),
                      [](const Diagnostic& a, const Diagnostic& b) { return a.document < b.document; });
        } else {
            found.diagnostics.push_back({"file.missing", Severity::error, path, {}, "there is no such file or folder"});
        }
    }
    return found;
}

}  // namespace annals
