#include "core/store/voice.h"

#include "core/store/stored_date.h"

#include <algorithm>
#include <charconv>

namespace annals {
namespace {

void append(std::string& text, std::int64_t number) {
    char digits[20];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr) += ' ';
}

template <class Integer>
void append(std::string& text, const std::optional<Integer>& number) {
    if (number) append(text, std::int64_t{*number});
    else text += ' ';
}

/// Takes the text up to the blank off, with the blank.
std::string_view take(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

template <class Integer>
std::optional<Integer> take_number(std::string_view& text) {
    const std::string_view field = take(text);
    Integer number{};
    if (std::from_chars(field.data(), field.data() + field.size(), number).ec != std::errc{}) return {};
    return number;
}

}  // namespace

std::string voice_text(const StoredVoice& told) {
    const Voice& voice = told.voice;
    const Date& date = voice.date;
    std::string text;
    append(text, told.range);
    append(text, voice.published);
    append(text, std::int64_t{voice.quote.begin});
    append(text, std::int64_t{voice.quote.end});
    for (const auto& day : {date.start_min, date.start_max, date.end_min, date.end_max}) append(text, day);
    for (const auto& minutes : {date.minute, date.utc_offset}) append(text, minutes);
    for (const std::string_view name : {to_string(date.shape), to_string(date.precision)}) (text += name) += ' ';
    for (const bool flag : {date.open_start, date.open_end, told.verified}) text += flag ? '1' : '0';
    text += ' ';
    const std::string_view words[] = {voice.document, voice.publisher, date.edtf, told.hash, told.sketch};
    for (const std::string_view word : words) append(text, static_cast<std::int64_t>(word.size()));
    for (const std::string_view word : words) text += word;
    return text;
}

StoredVoice read_voice(std::string_view text) {
    StoredVoice told;
    Voice& voice = told.voice;
    Date& date = voice.date;
    told.range = take_number<std::int64_t>(text);
    voice.published = take_number<Day>(text);
    voice.quote.begin = take_number<std::uint32_t>(text).value_or(0);
    voice.quote.end = take_number<std::uint32_t>(text).value_or(0);
    for (auto* day : {&date.start_min, &date.start_max, &date.end_min, &date.end_max}) *day = take_number<Day>(text);
    for (auto* minutes : {&date.minute, &date.utc_offset}) *minutes = take_number<int>(text);
    date.shape = parse_name(take(text), Shape::undated);
    date.precision = parse_name(take(text), Precision::century);
    const std::string_view flags = take(text);
    const auto flag = [&](std::size_t at) { return at < flags.size() && flags[at] == '1'; };
    date.open_start = flag(0), date.open_end = flag(1), told.verified = flag(2);
    std::size_t sizes[5];
    for (std::size_t& size : sizes) size = take_number<std::size_t>(text).value_or(0);
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
