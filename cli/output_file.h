// A file that appears whole or not at all.
#pragma once

#include <fstream>
#include <string>

namespace annals {

/// Written beside `file` under another name, renamed over it by commit(); without that, removed. Throws Error when the disk will not.
class OutputFile {
public:
    explicit OutputFile(std::string file);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return stream_; }
    /// Writes out what was given and closes; commit() does it too.
    void finish();
    void commit();

private:
    std::string file_, part_;
    std::ofstream stream_;
    bool committed_ = false;
};

}  // namespace annals
