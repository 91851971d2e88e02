// An event as it is asked for and reported: mentions put together, with all their sources.
#pragma once

#include "core/model/mention.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class SourceRole { primary, corroborating, duplicate };
std::string_view to_string(SourceRole role);

/// One mention of the event, with the document it stands in.
struct EventSource {
    std::string document;      // key
    std::string title, publisher, url;
    std::string published;     // EDTF or empty
    std::string published_basis;
    SourceRole role = SourceRole::primary;
    Date date;                 // what this source says
    std::string quote;
    std::string headline;
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
    std::string attributed_to;
    Evidence evidence;         // spans in bytes of the stored text
    std::optional<int> page;
    Span quote_span;           // bytes of the stored text
    Span quote_code_points;    // the same in code points, for printing
    std::string unverified_because;  // what could not be found in the text; empty when all was
    Span mark;                 // dating words inside `quote`, bytes; empty when they stand outside it
};

struct Event {
    std::string id;            // 13 letters and digits
    Date date;                 // the displayed one
    EventKind kind = EventKind::occurrence;
    Modality modality = Modality::asserted;
    std::string headline, quote, attributed_to;   // of the primary mention
    std::optional<double> confidence;
    int conflicts = 0;         // distinct dates that do not agree with the displayed one
    std::vector<Number> numbers;
    std::vector<EventSource> sources;             // primary first
};

/// 13 letters and digits from a hash of the founding mention's key.
std::string event_id(std::string_view mention_key);

}  // namespace annals
