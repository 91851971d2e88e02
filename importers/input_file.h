// The bytes of a file.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace annals {

/// Small files are read, large ones mapped, so that memory does not grow with them; what comes through a pipe is first laid down in a temporary
/// file when it is large. Not copied; the bytes live as long as it does.
class InputFile {
public:
    static constexpr std::size_t largest = (std::size_t{1} << 32) - 1;  // of a pipe: nobody knows its size before

    /// Throws Error with the reason: missing, a folder, no permission, too large.
    static InputFile open(const std::string& path);
    /// All of a stream. Throws Error: more than `at_most` bytes, no room for the temporary file.
    static InputFile read(std::istream& in, std::size_t at_most = largest);
    explicit InputFile(std::string bytes) : read_(std::move(bytes)) {}
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();

    std::string_view bytes() const { return mapped_ ? std::string_view(mapped_, size_) : std::string_view(read_); }

    /// The first `size` bytes are not needed for now: mapped ones leave memory, until they are asked for again.
    void forget(std::size_t size) const;

private:
    using Source = std::function<std::size_t(char*, std::size_t)>;  // fills a part of the buffer; 0 at the end

    static InputFile mapped(int descriptor, std::size_t size);
    static InputFile spooled(const Source& source, std::size_t at_most);

    std::string read_;
    const char* mapped_ = nullptr;
    std::size_t size_ = 0;
    mutable std::size_t forgotten_ = 0;
};

}  // namespace annals
