// A mention: one source's claim that something happened, with the words that say so.
#pragma once

#include "core/text/span.h"
#include "core/time/date.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class EventKind { occurrence, statement, plan, state };
enum class Modality { asserted, claimed, denied, hypothetical, negated };
enum class DateRole { event, as_of, context };
std::string_view to_string(EventKind kind);
std::string_view to_string(Modality modality);
std::string_view to_string(DateRole role);
std::optional<EventKind> parse_event_kind(std::string_view text);
std::optional<Modality> parse_modality(std::string_view text);

/// A figure of the event: 47000, "47,000", "people".
struct Number {
    double value = 0;
    std::string text;
    std::string of;
};

/// Why the date is what it is. A date without evidence is a bug.
struct Evidence {
    Span span;                              // the dating words in the document's text
    std::string words;                      // those words, verbatim
    std::string rule;                       // name of the rule that read them
    std::string anchor;                     // what they lean on, for a person: "published 2023-09-27 (json_ld)"; empty when complete in themselves
    std::vector<std::string> alternatives;  // EDTF of other fair readings
};

struct Mention {
    Span quote;                   // clause or sentence, verbatim in the text
    Span trigger;                 // the word that names the event: head verb or noun
    std::string trigger_lemma;
    std::string headline;         // at most 100 characters
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
    std::string attributed_to;    // whose word; empty: the source's own
    Date date;                    // undated is allowed
    DateRole role = DateRole::event;
    Evidence evidence;
    std::vector<Number> numbers;
    std::vector<std::string> terms;  // folded, sorted: names, head lemma, figures; what clustering compares
    std::vector<std::string> names;    // those of the terms that are parts of names
    std::vector<std::string> tellers;  // names among the terms of those who only tell it; not stored
    std::vector<std::string> related;  // other words for what the trigger names, folded: "invade" of "invasion"
    /// What happens, by the name that all words for it share: "fire" of "a blaze tore through"; sorted. Behind the names are marks:
    /// "~some accident", its kind, "~the fire" where the source takes it as known, "~since" of a state that they began, and "~taken up" where the
    /// words are those of the sentence before.
    std::vector<std::string> happenings;
    bool once = false;                    // it comes to its subject only once: a birth, "the last inspection"
    /// What the headline says, as a direction of wording_dimensions letters, each as far from wording_middle as the direction goes there, at most
    /// wording_most: two that tell one event in other words point the same way. Empty when not known.
    std::string wording;
    std::optional<double> confidence;  // the rule's measured share right; none until measured
};

inline constexpr std::size_t wording_dimensions = 48;
inline constexpr char wording_middle = 'P';
inline constexpr int wording_most = 31;

/// "~some violence", "~the fire": no name of what happens, but what is known of it. In order they come behind all names.
inline bool is_mark_of_happening(std::string_view happening) { return happening.starts_with('~'); }

/// Of a state that is known by what began it: "has owned the mill since 1999" tells of a sale, as "bought the mill in 1999" does.
inline constexpr std::string_view beginning_mark = "~since";

/// "It happened at around 5.50pm": its terms are those of what it takes up.
inline constexpr std::string_view taken_up_mark = "~taken up";

/// The last day by which a mention is compared: of such a state the last of its beginning.
std::optional<Day> last_day_compared(const Mention& mention);

/// Whether a mention may found an event: hypothetical, negated and denied ones never do.
bool founds_event(const Mention& mention);

}  // namespace annals
