#include "importers/formats/byte_window.h"

#include <algorithm>

namespace annals {

bool ByteWindow::grow(std::size_t most) {
    constexpr std::size_t least = 64 << 10;
    const std::size_t size = text().size();
    if (ended_ || size >= most) return false;
    held_.erase(0, begin_);
    begin_ = 0;
    for (const std::size_t wanted = std::min(most, std::max(least, 2 * size)); held_.size() < wanted && !ended_;) {
        const std::string_view piece = stream_();
        ended_ = piece.empty();
        held_ += piece;
    }
    return held_.size() > size;
}

}  // namespace annals
