// The words by which enumerations are printed, stored and read.
#include "core/model/document.h"
#include "core/model/event.h"
#include "core/model/mention.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::array block_kinds{"title", "byline", "dateline", "caption", "heading", "paragraph", "list_item", "table_row", "entry", "boilerplate"};
constexpr std::array date_bases{"user", "field", "json_ld", "meta", "feed", "mail", "front_matter", "time_element", "dateline", "byline", "caption", "url", "text", "created", "none"};
constexpr std::array event_kinds{"occurrence", "statement", "plan", "state"};
constexpr std::array modalities{"asserted", "claimed", "denied", "hypothetical", "negated"};
constexpr std::array date_roles{"event", "as_of", "context"};
constexpr std::array source_roles{"primary", "corroborating", "duplicate"};

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<const char*, N>& names, std::string_view text) {
    for (std::size_t i = 0; i < N; ++i)
        if (text == names[i]) return static_cast<Enum>(i);
    return {};
}

}  // namespace

std::string_view to_string(BlockKind kind) { return block_kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(DateBasis basis) { return date_bases[static_cast<std::size_t>(basis)]; }
std::string_view to_string(EventKind kind) { return event_kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(Modality modality) { return modalities[static_cast<std::size_t>(modality)]; }
std::string_view to_string(DateRole role) { return date_roles[static_cast<std::size_t>(role)]; }
std::string_view to_string(SourceRole role) { return source_roles[static_cast<std::size_t>(role)]; }

std::optional<EventKind> parse_event_kind(std::string_view text) { return parse<EventKind>(event_kinds, text); }
std::optional<Modality> parse_modality(std::string_view text) { return parse<Modality>(modalities, text); }

std::optional<Day> last_day_compared(const Mention& mention) {
    const bool begins = std::find(mention.happenings.begin(), mention.happenings.end(), beginning_mark) != mention.happenings.end();
    return begins ? mention.date.start_max : mention.date.end_max;
}

bool founds_event(const Mention& mention) {
    return mention.modality == Modality::asserted || mention.modality == Modality::claimed;
}

}  // namespace annals
