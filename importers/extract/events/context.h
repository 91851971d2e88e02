// The days that its surroundings give to an event which no words of its sentence date: tense against the day of writing,
// the date that the text goes on telling of, the same event dated elsewhere. Such a date has DateRole::context and no words.
#pragma once

#include "core/model/mention.h"
#include "importers/extract/grammar/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace annals {

/// What a text has told with dates up to the sentence at hand.
class ToldSoFar {
public:
    void enter_block() { told_.reset(), running_.reset(); }
    /// `sentence`: its number. What ran on up to the sentence before may run on.
    void enter_sentence(std::uint32_t sentence);
    /// A mention of the sentence at hand that its words date. `leads`: it is what the sentence mainly tells.
    void take(const Mention& mention, bool leads);
    /// An event without a date goes on with the one that runs.
    void go_on() { ran_at_ = sentence_; }

    const Mention* told() const { return told_ ? &*told_ : nullptr; }           // the last dated event of the block
    const Mention* running() const { return running_ ? &*running_ : nullptr; }  // what the sentence before told or went on with
    const Mention* spoken() const { return spoken_ ? &*spoken_ : nullptr; }     // the last statement of a known day

private:
    std::optional<Mention> told_, running_, spoken_;
    std::uint32_t sentence_ = 0, ran_at_ = 0;
};

struct Surroundings {
    Date written;                   // when the words were written: the day of the live entry, else of the document; may be undated
    std::string written_by;         // for a person: "published 2023-09-27 (json_ld)"
    ToldSoFar told;
    std::vector<std::int32_t> past;  // words of the sentence at hand that "recently" or "some years ago" stands with
    bool narrative = false;         // the text tells of other years than the one it was written in
};

/// A word that names an event: a verb that is no helper, or an event noun.
bool is_event_word(std::string_view text, const Tree& tree, std::uint32_t token);

/// Dates the undated `mention` of `trigger`, or leaves it undated where nothing gives a day.
void date_by_context(std::string_view text, const Tree& tree, std::uint32_t trigger, Surroundings& around, Mention& mention);

/// "the invasion", in a text that says elsewhere on which day there was an invasion: that day. Mentions of one document; linear.
void date_by_namesakes(std::vector<Mention>& mentions);

}  // namespace annals
