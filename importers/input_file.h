// The bytes of a file.
#pragma once

#include <string>
#include <string_view>

namespace annals {

/// Small files are read, large ones mapped, so that memory does not grow with them. Not copied; the bytes live as long as it does.
class InputFile {
public:
    /// Throws Error with the reason: missing, a folder, no permission, too large.
    static InputFile open(const std::string& path);
    explicit InputFile(std::string bytes) : read_(std::move(bytes)) {}
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();

    std::string_view bytes() const { return mapped_ ? std::string_view(mapped_, size_) : std::string_view(read_); }

    /// The first `size` bytes are not needed for now: mapped ones leave memory, until they are asked for again.
    void forget(std::size_t size) const;

    static constexpr std::size_t largest = (std::size_t{1} << 32) - 1;  // of what is read rather than mapped

private:
    std::string read_;
    const char* mapped_ = nullptr;
    std::size_t size_ = 0;
    mutable std::size_t forgotten_ = 0;
};

}  // namespace annals
