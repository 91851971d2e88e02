// Lines of a stream.
#pragma once

#include <istream>
#include <string_view>
#include <vector>

namespace annals {

/// Reads in large pieces; memory is that of the longest line. Throws Error for a line of more than 1 GiB.
class LineReader {
public:
    explicit LineReader(std::istream& in) : in_(in) {}

    /// The next line without its end; good until the next call. False at the end of the stream.
    bool next(std::string_view& line);

private:
    std::istream& in_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;  // what is read and not yet given
};

}  // namespace annals
