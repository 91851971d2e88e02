#include "cli/line_reader.h"

#include "core/model/error.h"

#include <cstring>

namespace annals {

bool LineReader::next(std::string_view& line) {
    constexpr std::size_t first_size = std::size_t{1} << 18, most = std::size_t{1} << 30;
    std::size_t searched = begin_;
    while (true) {
        if (const void* found = end_ > searched ? std::memchr(buffer_.data() + searched, '\n', end_ - searched) : nullptr) {
            const std::size_t end = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
            line = {buffer_.data() + begin_, end - begin_};
            begin_ = end + 1;
            break;
        }
        if (begin_ > 0) {
            std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        }
        searched = end_;
        if (end_ > most) throw Error("a line is longer than 1 GiB: is this JSON Lines?");
        if (buffer_.size() < end_ + first_size / 2) buffer_.resize(std::max(first_size, 2 * buffer_.size()));
        const std::streamsize read = in_.rdbuf()->sgetn(buffer_.data() + end_, static_cast<std::streamsize>(buffer_.size() - end_));
        if (read <= 0) {
            if (end_ == 0) return false;
            line = {buffer_.data(), end_};
            begin_ = end_ = 0;
            break;
        }
        end_ += static_cast<std::size_t>(read);
    }
    if (line.ends_with('\r')) line.remove_suffix(1);
    return true;
}

}  // namespace annals
