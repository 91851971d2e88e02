#include "importers/input_file.h"

#include "core/model/error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <istream>
#include <memory>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t mapped_from = std::size_t{16} << 20;

struct Descriptor {
    int number;
    ~Descriptor() { close(number); }
};

struct CloseStream {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

std::size_t read_some(int descriptor, char* to, std::size_t size) {
    while (true) {
        const ssize_t got = ::read(descriptor, to, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) throw Error(std::strerror(errno));
    }
}

}  // namespace

InputFile InputFile::open(const std::string& path) {
    const Descriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (descriptor.number < 0) throw Error(std::strerror(errno));
    struct stat status = {};
    if (fstat(descriptor.number, &status) != 0) throw Error(std::strerror(errno));
    if (S_ISDIR(status.st_mode)) throw Error("it is a folder");
    const Source source = [&](char* to, std::size_t room) { return read_some(descriptor.number, to, room); };
    const std::size_t size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
    return size < mapped_from ? spooled(source, largest) : mapped(descriptor.number, size);
}

InputFile InputFile::read(std::istream& in, std::size_t at_most) {
    return spooled([&](char* to, std::size_t room) { return static_cast<std::size_t>(in.read(to, static_cast<std::streamsize>(room)).gcount()); }, at_most);
}

InputFile InputFile::mapped(int descriptor, std::size_t size) {
    void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (mapped == MAP_FAILED) throw Error(std::strerror(errno));
    madvise(mapped, size, MADV_SEQUENTIAL);
    InputFile file{std::string()};
    file.mapped_ = static_cast<const char*>(mapped);
    file.size_ = size;
    return file;
}

InputFile InputFile::spooled(const Source& source, std::size_t at_most) {
    std::string bytes;
    std::unique_ptr<std::FILE, CloseStream> laid_down;  // what came so far, once it is large
    std::size_t size = 0;
    constexpr std::size_t piece = std::size_t{1} << 16;
    for (bytes.resize(piece);;) {
        const std::size_t at = laid_down ? 0 : size;
        if (bytes.size() - at < piece) bytes.resize(2 * bytes.size());
        const std::size_t got = source(bytes.data() + at, bytes.size() - at);
        if (got == 0) break;
        size += got;
        if (size > at_most) throw Error("larger than 4 GiB: split it");
        if (laid_down || size >= mapped_from) {
            if (!laid_down) laid_down.reset(std::tmpfile());
            if (!laid_down || std::fwrite(bytes.data(), 1, at + got, laid_down.get()) != at + got)
                throw Error(std::string("no temporary file for it: ") + std::strerror(errno));
        }
    }
    if (!laid_down) {
        bytes.resize(size);
        return InputFile(std::move(bytes));
    }
    if (std::fflush(laid_down.get()) != 0) throw Error(std::string("no temporary file for it: ") + std::strerror(errno));
    return mapped(fileno(laid_down.get()), size);
}

InputFile::InputFile(InputFile&& other) noexcept
    : read_(std::move(other.read_)), mapped_(std::exchange(other.mapped_, nullptr)), size_(other.size_) {}

void InputFile::forget(std::size_t size) const {
    constexpr std::size_t step = std::size_t{8} << 20;  // whole pages, not one at a time
    size = std::min(size, size_) / step * step;
    if (!mapped_ || size <= forgotten_) {
        forgotten_ = std::min(forgotten_, size);  // reading went back
        return;
    }
    madvise(const_cast<char*>(mapped_) + forgotten_, size - forgotten_, MADV_DONTNEED);
    forgotten_ = size;
}

InputFile::~InputFile() {
    if (mapped_) munmap(const_cast<char*>(mapped_), size_);
}

}  // namespace annals
