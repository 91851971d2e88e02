#include "cli/event_row.h"

#include "cli/text_table.h"

#include <algorithm>

namespace annals {
namespace {

std::string source_of(const Event& event, std::size_t cells) {
    if (event.sources.empty()) return {};
    const EventSource& first = event.sources.front();
    std::string text = harmless(!first.publisher.empty() ? first.publisher : !first.title.empty() ? first.title : first.document);
    text = cut(text, cells);
    if (event.sources.size() > 1) text += " +" + std::to_string(event.sources.size() - 1);
    return text;
}

}  // namespace

std::vector<std::string> event_row(const Event& event, std::size_t id_length, std::size_t source_cells) {
    return {event.id.substr(0, id_length), event.date.dated() ? in_words(event.date) : "undated", harmless(event.headline), source_of(event, source_cells)};
}

std::size_t source_cells(int columns) { return std::clamp<std::size_t>(static_cast<std::size_t>(columns) / 5, 8, 24); }

}  // namespace annals
