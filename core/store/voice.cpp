#include "core/store/voice.h"

#include "core/store/fields.h"
#include "core/store/stored_date.h"

namespace annals {
namespace {

constexpr char blank = ' ';

}  // namespace

std::string voice_text(const StoredVoice& told) {
    const Voice& voice = told.voice;
    const Date& date = voice.date;
    std::string text;
    append_number(text, told.range, blank);
    append_number(text, voice.published, blank);
    append_number(text, std::int64_t{voice.quote.begin}, blank);
    append_number(text, std::int64_t{voice.quote.end}, blank);
    for (const auto& day : {date.start_min, date.start_max, date.end_min, date.end_max}) append_number(text, day, blank);
    for (const auto& minutes : {date.minute, date.utc_offset}) append_number(text, minutes, blank);
    for (const std::string_view name : {to_string(date.shape), to_string(date.precision)}) (text += name) += blank;
    for (const bool flag : {date.open_start, date.open_end, told.verified, voice.planned}) text += flag ? '1' : '0';
    text += blank;
    const std::string_view words[] = {voice.document, voice.publisher, date.edtf, told.hash, told.sketch};
    for (const std::string_view word : words) append_number(text, static_cast<std::int64_t>(word.size()), blank);
    for (const std::string_view word : words) text += word;
    return text;
}

StoredVoice read_voice(std::string_view text) {
    StoredVoice told;
    Voice& voice = told.voice;
    Date& date = voice.date;
    told.range = take_number<std::int64_t>(text, blank);
    voice.published = take_number<Day>(text, blank);
    voice.quote.begin = take_number<std::uint32_t>(text, blank).value_or(0);
    voice.quote.end = take_number<std::uint32_t>(text, blank).value_or(0);
    for (auto* day : {&date.start_min, &date.start_max, &date.end_min, &date.end_max}) *day = take_number<Day>(text, blank);
    for (auto* minutes : {&date.minute, &date.utc_offset}) *minutes = take_number<int>(text, blank);
    date.shape = parse_name(take_field(text, blank), Shape::undated);
    date.precision = parse_name(take_field(text, blank), Precision::century);
    const std::string_view flags = take_field(text, blank);
    const auto flag = [&](std::size_t at) { return at < flags.size() && flags[at] == '1'; };
    date.open_start = flag(0), date.open_end = flag(1), told.verified = flag(2), voice.planned = flag(3);
    std::size_t sizes[5];
    for (std::size_t& size : sizes) size = take_number<std::size_t>(text, blank).value_or(0);
    const auto words = [&](std::size_t which) {
        const std::string_view taken = text.substr(0, sizes[which]);
        text.remove_prefix(taken.size());
        return taken;
    };
    voice.document = words(0);
    voice.publisher = words(1);
    date.edtf = words(2);
    told.hash = words(3);
    told.sketch = words(4);
    return told;
}

}  // namespace annals
