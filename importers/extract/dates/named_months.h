// A day of a month that the text has named: "a man who drowned in February ... He left on 2 February", whatever year was told of in between.
#pragma once

#include "importers/extract/dates/frames.h"

#include <array>
#include <optional>
#include <vector>

namespace annals {

/// The months that a text has named without a day, each where it was named last.
class NamedMonths {
public:
    struct Place {
        std::uint32_t block = 0, sentence = 0;
        bool of_fixed_year = false;  // the sentence names the year of its story
    };

    /// Takes a month; of a day without a year, gives the year of its month where that is another than it was read as.
    std::optional<int> year_of(const Read& read, const Place& place, const Moment& said);

private:
    struct Named {
        DayRange days{};
        Place place;
        bool told = false, fixed = false;  // at all; with its year
    };

    std::array<Named, 12> months_{};
};

/// The feasts of the text's own time: "is heard again on Whit Sunday", and once more "at Whitsun", whatever year a paragraph between them names.
class NamedFeasts {
public:
    /// Takes a feast; gives the day of one without a year that was named before and is now read as of a year of the story.
    std::optional<Moment> day_of(const Read& read, std::uint32_t block, std::uint32_t story_block, const std::optional<Moment>& story);

private:
    struct Named {
        int feast = 0;
        Moment moment;
    };
    static constexpr std::size_t most = 8;
    std::vector<Named> named_;
};

}  // namespace annals
