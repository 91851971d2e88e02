#include "cli/output_file.h"

#include "core/model/error.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace annals {

OutputFile::OutputFile(std::string file) : file_(std::move(file)), part_(file_ + "." + std::to_string(getpid()) + ".part") {
    stream_.open(part_, std::ios::binary);
    if (!stream_) throw Error("cannot write " + file_ + ": " + std::strerror(errno));
}

OutputFile::~OutputFile() {
    std::error_code error;
    if (!committed_) std::filesystem::remove(part_, error);
}

void OutputFile::finish() {
    if (!stream_.is_open()) return;
    stream_.close();
    if (!stream_) throw Error("cannot write " + file_ + ": " + std::strerror(errno) + "; what was there before is unchanged");
}

void OutputFile::commit() {
    finish();
    std::error_code error;
    std::filesystem::rename(part_, file_, error);
    if (error) throw Error("cannot write " + file_ + ": " + error.message());
    committed_ = true;
}

}  // namespace annals
