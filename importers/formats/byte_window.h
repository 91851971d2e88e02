// The bytes of a stream that are at hand: a stretch that grows at its end and is dropped at its beginning.
#pragma once

#include "importers/formats/format.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace annals {

/// Holds no more than was asked for and a piece of the stream. To look for something by growing and looking again is linear.
class ByteWindow {
public:
    explicit ByteWindow(ByteStream stream) : stream_(std::move(stream)) {}

    /// It changes with each call of the others.
    std::string_view text() const { return std::string_view(held_).substr(begin_); }

    /// Makes it about twice as long, `most` bytes at most and a piece. False when there is no more, or it is that long.
    bool grow(std::size_t most);
    /// Makes it at least so long, or holds all that comes.
    void fill(std::size_t least) {
        while (text().size() < least && grow(least)) {
        }
    }
    void drop(std::size_t size) { begin_ += size; }

private:
    ByteStream stream_;
    std::string held_;
    std::size_t begin_ = 0;
    bool ended_ = false;
};

}  // namespace annals
