#include "importers/extract/words/model_file.h"

#include "core/model/error.h"
#include "core/text/embedded_file.h"

#include <cstdint>
#include <cstring>

namespace annals {
namespace {

constexpr std::string_view magic = "annals1\n";
constexpr std::size_t header = 16;

std::uint64_t round_up(std::uint64_t size) { return (size + 7) & ~std::uint64_t{7}; }

}  // namespace

namespace embedded {
const std::vector<EmbeddedFile>& models_en();
}

ModelFile::ModelFile(std::string_view bytes) {
    std::uint32_t count = 0;
    if (bytes.size() < header || bytes.substr(0, magic.size()) != magic) throw Error("not a model file");
    std::memcpy(&count, bytes.data() + magic.size(), sizeof count);
    std::uint64_t at = header + std::uint64_t{count} * 8;
    for (std::uint32_t number = 0; number < count; ++number) {
        std::uint64_t size = 0;
        if (header + number * std::uint64_t{8} + 8 > bytes.size()) throw Error("a model file ends too early");
        std::memcpy(&size, bytes.data() + header + number * std::size_t{8}, sizeof size);
        if (at > bytes.size() || size > bytes.size() - at) throw Error("a model file ends too early");
        sections_.push_back(bytes.substr(at, size));
        at += round_up(size);
    }
}

ModelFile embedded_model(std::string_view name) {
    const std::string path = "importers/models/en/" + std::string(name) + ".model";
    for (const EmbeddedFile& file : embedded::models_en())
        if (file.path == path) return ModelFile(file.text);
    throw Error("this build has no model " + path);
}

std::string model_bytes(std::span<const std::string> sections) {
    std::string bytes(magic);
    const auto append = [&](std::uint64_t value, std::size_t size) { bytes.append(reinterpret_cast<const char*>(&value), size); };
    append(sections.size(), 8);
    for (const std::string& section : sections) append(section.size(), 8);
    for (const std::string& section : sections) {
        bytes += section;
        bytes.resize(round_up(bytes.size()));
    }
    return bytes;
}

}  // namespace annals
