// A mention as clustering sees it.
#pragma once

#include "core/events/topic.h"
#include "core/events/word.h"
#include "core/model/mention.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace annals {

/// More sentences of one day tell no more of how alike two of them are.
inline constexpr int most_day_sentences = 9;

/// What clustering needs of a mention.
struct ClusterItem {
    std::int64_t mention = 0;        // row id; new mentions count up from the highest
    std::string key;                 // mention key: document key + normalised sentence + trigger lemma + occurrence
    Word document;                   // its key
    std::string publisher;
    std::string event;               // id of the event that holds it now; empty for a new one
    int event_mentions = 0;          // how many mentions that event holds in all
    Span quote, trigger;             // in the document's text
    Date date;
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
    Word trigger_lemma;
    Words terms, names, related;     // as in Mention
    std::optional<bool> counts;      // all its numbers count something; none when it has no number
    bool recurs = false;             // its document has another event of this trigger on another day
    Words happenings;                // as in Mention
    bool once = false;                           // as in Mention
    std::string wording;                         // as in Mention
    int day_sentences = 0;                       // of its document that tell of these days, what was said left out; at most most_day_sentences
    std::shared_ptr<const DocumentTopic> topic;  // of its document; none when not known
    std::int64_t decided = 0;        // mentions with the same number, other than 0, were put together by a person
    bool alone = false;              // a person took it out of its event, or it could not be verified
};

/// Of an item that has them.
inline DayRange days_of(const ClusterItem& item) { return {*item.date.start_min, *item.date.end_max}; }

/// Whether it says what happens, in a word for it; those stand before all marks.
inline bool names_happening(const ClusterItem& item) {
    return !item.happenings.empty() && !is_mark_of_happening(item.happenings.begin()->text());
}

/// Its document tells nothing else of these days.
inline bool sole(const ClusterItem& item) { return item.day_sentences == 1; }

/// Its document begins with it, but for a headline.
inline bool opens(const ClusterItem& item) {
    constexpr std::uint32_t opening = 200;  // bytes
    return item.quote.begin < opening;
}

/// Whether its sentence has the name, or its document is about it.
inline bool knows(const ClusterItem& item, const Word& name) { return item.terms.has(name) || (item.topic && item.topic->names.has(name)); }

/// Its sentence has a number that the other's lacks.
inline bool has_other_number(const ClusterItem& item, const ClusterItem& other) {
    return std::any_of(item.terms.begin(), item.terms.end(), [&](const Word& term) { return is_number(term.text()) && !other.terms.has(term); });
}

/// How many terms both have.
inline std::size_t count_shared_terms(const ClusterItem& a, const ClusterItem& b) {
    if (!a.terms.may_share(b.terms)) return 0;
    return static_cast<std::size_t>(std::count_if(a.terms.begin(), a.terms.end(), [&](const Word& term) { return b.terms.has(term); }));
}

/// Said again and again in one of the two documents: it tells little of one event.
inline bool repeated(const ClusterItem& a, const ClusterItem& b, const Word& term) {
    return (a.topic && a.topic->repeated.has(term)) || (b.topic && b.topic->repeated.has(term));
}

}  // namespace annals
