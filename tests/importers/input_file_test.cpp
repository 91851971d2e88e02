// Bytes of files, pipes and streams: read, mapped, or laid down and mapped.
#include "core/model/error.h"
#include "importers/input_file.h"
#include "tests/catch.hpp"
#include "tests/folder.h"

#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <string>
#include <thread>

namespace annals {
namespace {

/// Bytes of which no two megabytes are the same.
std::string numbered(std::size_t size) {
    std::string bytes;
    for (int i = 0; bytes.size() < size; ++i) bytes += std::to_string(i) + ' ';
    bytes.resize(size);
    return bytes;
}

}  // namespace

TEST_CASE("a file, a pipe and a stream of the same bytes give the same, be they small or large") {
    const test::Folder folder;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1} << 16, (std::size_t{1} << 16) + 1, std::size_t{16} << 20, (std::size_t{33} << 20) + 7}) {
        INFO(size);
        const std::string bytes = numbered(size);
        std::istringstream stream(bytes);
        CHECK(InputFile::read(stream).bytes() == bytes);
        folder.write("file", bytes);
        CHECK(InputFile::open(folder.at("file")).bytes() == bytes);
        const std::string pipe = folder.at("pipe" + std::to_string(size));
        REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
        std::thread writer([&] { std::ofstream(pipe, std::ios::binary) << bytes; });
        const InputFile read = InputFile::open(pipe);
        writer.join();
        CHECK(read.bytes() == bytes);
    }
}

TEST_CASE("a stream that does not end is left at its bound") {
    for (const std::size_t bound : {std::size_t{1000}, std::size_t{20} << 20}) {
        const std::string bytes = numbered(bound + 1);
        std::istringstream stream(bytes), shorter(bytes.substr(0, bound));
        CHECK_THROWS_AS(InputFile::read(stream, bound), Error);
        CHECK(InputFile::read(shorter, bound).bytes().size() == bound);
    }
}

TEST_CASE("bytes that were forgotten come again") {
    const std::string bytes = numbered(std::size_t{40} << 20);
    std::istringstream stream(bytes);
    const InputFile file = InputFile::read(stream);
    CHECK(file.bytes() == bytes);
    file.forget(std::size_t{30} << 20);
    CHECK(file.bytes() == bytes);
}

}  // namespace annals
