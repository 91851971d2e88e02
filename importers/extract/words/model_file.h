// A trained model as it lies in the binary: numbered sections of plain arrays, used in place.
//
// Layout, little-endian: 8 bytes of magic, u32 number of sections, u32 zero, u64 byte size of each section, then the sections,
// each beginning on a multiple of 8 bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

class ModelFile {
public:
    /// `bytes` must live as long as the model. Throws Error if they are no model.
    explicit ModelFile(std::string_view bytes);

    template <typename T>
    std::span<const T> section(std::size_t number) const {
        const std::string_view bytes = sections_.at(number);
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }

private:
    std::vector<std::string_view> sections_;
};

/// The embedded model importers/models/en/NAME.model; throws Error when the build has none.
ModelFile embedded_model(std::string_view name);

/// The bytes of a model file with these sections.
std::string model_bytes(std::span<const std::string> sections);

}  // namespace annals
