// What one file may cost, all archives within it taken together. Counted in bytes and things, so that equal input gives equal results.
#pragma once

#include <cstdint>

namespace annals {

struct ArchiveBounds {
    int depth = 0;              // archives within one another, at the place of reading
    std::uint64_t entries = 0;  // seen at all depths
    std::uint64_t taken = 0;    // bytes of the outermost file that were looked at
    std::uint64_t given = 0;    // bytes that were unpacked from it, at all depths

    static constexpr int depth_limit = 4;
    static constexpr std::uint64_t entry_limit = 1'000'000;
    static constexpr std::uint64_t ratio_limit = 200;
    static constexpr std::uint64_t free_limit = std::uint64_t{64} << 20;  // so much may always be unpacked

    bool too_many() const { return entries > entry_limit; }
    bool too_far() const { return given > free_limit + ratio_limit * taken; }
};

}  // namespace annals
