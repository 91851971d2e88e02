// What counts from a moment that was told aside.
#pragma once

#include "importers/extract/dates/frames.h"

#include <cstdint>
#include <optional>

namespace annals {

/// The moment named last, where it was told aside.
class NamedAside {
public:
    /// None where the moment named last was told of the story itself. `sentence` is its number.
    void name(const std::optional<Moment>& moment, std::uint32_t sentence) {
        moment_ = moment;
        sentence_ = sentence;
    }
    /// "He was held on Friday in the yard to which the van had come on 3 May. The owner rang two weeks later": not from Friday, for that is yet to come.
    /// "A rail of the line, whose first tram ran in 1896, was found last month. A year earlier it had been chartered": years before that year.
    /// None where it counts from the story. `read` stands in the sentence of that number, which looks back with "had" or does not.
    std::optional<Reading> reading_behind(const Read& read, std::uint32_t sentence, bool looks_back, const Setting& setting) const;

private:
    std::optional<Moment> moment_;
    std::uint32_t sentence_ = 0;
};

}  // namespace annals
