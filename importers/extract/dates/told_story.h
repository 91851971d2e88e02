// A story of the past within a text that leans on its own day: "sailed on 4 January 1887. On Friday she passed the cape. On 20 February ..."
#pragma once

#include "importers/extract/dates/frames.h"
#include "importers/extract/words/sentence.h"

#include <optional>

namespace annals {

/// Days and months of the past that are told of one after the other, since the text spoke of its own days.
class ToldStory {
public:
    /// A story ends at a heading.
    void enter_section() { days_ = close_ = 0; }
    /// Whether an expression without a year may be of the story, over the end of a paragraph too; `place` is its sentence's number; `looks_back`: it says "had".
    bool may_go_on(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, bool looks_back) const;
    /// Whether what it was read as comes after what was told, not long after, or shortly before; longer before where its sentence says "had", longer
    /// after in the block that told it.
    bool comes_next(const Sentence& sentence, const Moment& moment, const Moment& said, bool looks_back) const;
    /// Takes the moment that a dated expression names; `said` is null where nobody knows when the text was written. `looks_back`: its sentence says "had".
    void tell(const LookedUp& at, const Sentence& sentence, std::uint32_t place, const Read& read, const Moment* said, bool looks_back);
    /// "their bones were found in 1924", told in a story of 1914: a year that does not move it.
    bool is_flash_forward(const LookedUp& at, const Read& read) const;
    /// What was told last.
    const std::optional<Moment>& last() const { return last_; }

private:
    int days_ = 0, close_ = 0;  // of them, how many came not long after the one before
    bool by_weekdays_ = false;  // a full date of them named its weekday
    std::optional<Moment> last_;
    std::uint32_t block_ = 0, place_ = 0;  // where it was told
};

/// Within the words that somebody says.
bool is_quoted(const LookedUp& at, std::uint32_t first);

}  // namespace annals
