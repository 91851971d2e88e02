#include "importers/input_file.h"

#include "core/model/error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t mapped_from = std::size_t{16} << 20;

struct Descriptor {
    int number;
    ~Descriptor() { close(number); }
};

std::string read_all(int descriptor, std::size_t expected) {
    std::string bytes(expected + 1, '\0');  // one more, to see the end without growing
    std::size_t size = 0;
    while (true) {
        const ssize_t got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(std::strerror(errno));
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > InputFile::largest) throw Error("larger than 4 GiB: split it");
        if (size == bytes.size()) bytes.resize(2 * size);
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace

InputFile InputFile::open(const std::string& path) {
    const Descriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (descriptor.number < 0) throw Error(std::strerror(errno));
    struct stat status = {};
    if (fstat(descriptor.number, &status) != 0) throw Error(std::strerror(errno));
    if (S_ISDIR(status.st_mode)) throw Error("it is a folder");
    if (!S_ISREG(status.st_mode)) return InputFile(read_all(descriptor.number, 0xFFFF));
    const std::size_t size = static_cast<std::size_t>(status.st_size);
    if (size < mapped_from) return InputFile(read_all(descriptor.number, size));
    void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0);
    if (mapped == MAP_FAILED) throw Error(std::strerror(errno));
    madvise(mapped, size, MADV_SEQUENTIAL);
    InputFile file{std::string()};
    file.mapped_ = static_cast<const char*>(mapped);
    file.size_ = size;
    return file;
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
