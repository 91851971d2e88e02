// gzip and zlib, unpacked piece by piece.
#pragma once

#include "importers/formats/format.h"

#include <memory>
#include <string>
#include <string_view>

namespace annals {

bool is_gzip(std::string_view head);

/// Members that stand behind one another are one stream. A file that breaks off gives all that stands before the break.
class Gunzip {
public:
    explicit Gunzip(ByteStream compressed);
    ~Gunzip();

    /// The next piece, empty at the end or at a fault; it lives until the next call.
    std::string_view next();
    /// What is wrong with the data; empty if nothing is.
    const std::string& fault() const { return fault_; }

private:
    struct State;
    bool refill();

    ByteStream compressed_;
    std::unique_ptr<State> state_;
    std::string fault_;
};

}  // namespace annals
