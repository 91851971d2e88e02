#include "core/store/look.h"

#include "core/store/fields.h"
#include "core/store/stored_date.h"

#include <algorithm>

namespace annals {
namespace {

constexpr char end_of_look = 30, end_of_field = 31;

void append_text(std::string& text, std::string_view field, char end) {
    const std::size_t begin = text.size();
    text += field;
    std::replace_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), [](char c) { return c == end_of_look || c == end_of_field; }, ' ');
    text += end;
}

Span take_span(std::string_view& fields) {
    const std::uint32_t begin = take_number<std::uint32_t>(fields, end_of_field).value_or(0);
    return {begin, take_number<std::uint32_t>(fields, end_of_field).value_or(0)};
}

Look read_look(std::string_view fields) {
    Look look;
    look.mention = take_number<std::int64_t>(fields, end_of_field).value_or(0);
    look.first = take_number<Day>(fields, end_of_field);
    look.last = take_number<Day>(fields, end_of_field);
    look.minute = take_number<int>(fields, end_of_field);
    look.utc_offset = take_number<int>(fields, end_of_field);
    look.kind = parse_event_kind(take_field(fields, end_of_field)).value_or(EventKind::occurrence);
    const std::string_view flags = take_field(fields, end_of_field);
    const auto flag = [&](std::size_t at) { return at < flags.size() && flags[at] == '1'; };
    look.recurs = flag(0), look.once = flag(1), look.unverified = flag(3);
    if (flags.size() > 2) look.day_sentences = flags[2] - '0';
    if (flags.size() > 4) look.counts = flag(4);
    look.quote = take_span(fields);
    look.trigger = take_span(fields);
    for (std::string_view* text : {&look.trigger_lemma, &look.terms, &look.names, &look.related, &look.happenings}) *text = take_field(fields, end_of_field);
    return look;
}

}  // namespace

void append_look(std::string& looks, const Look& look) {
    append_number(looks, look.mention, end_of_field);
    append_number(looks, look.first, end_of_field);
    append_number(looks, look.last, end_of_field);
    append_number(looks, look.minute, end_of_field);
    append_number(looks, look.utc_offset, end_of_field);
    append_text(looks, to_string(look.kind), end_of_field);
    const auto add = [&](bool flag) { looks += flag ? '1' : '0'; };
    add(look.recurs);
    add(look.once);
    looks += static_cast<char>('0' + look.day_sentences);
    add(look.unverified);
    if (look.counts) add(*look.counts);
    looks += end_of_field;
    for (const std::uint32_t place : {look.quote.begin, look.quote.end, look.trigger.begin, look.trigger.end}) append_number(looks, place, end_of_field);
    for (const std::string_view text : {look.trigger_lemma, look.terms, look.names, look.related}) append_text(looks, text, end_of_field);
    append_text(looks, look.happenings, end_of_look);
}

std::string looks_of(const Database& database, std::int64_t version) {
    std::string looks;
    static const std::string sql =
        "SELECT m.id, r.start_min, " + last_compared("m", "r") +
        ", r.minute, m.utc_offset, m.kind, m.recurs, m.once, m.day_sentences, m.unverified_because IS NOT NULL,"
        " (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), m.quote_begin, m.quote_end, m.trigger_begin, m.trigger_end,"
        " m.trigger_lemma, m.terms, m.names, m.related, m.happenings FROM mention m JOIN date_range r ON r.id = m.range"
        " WHERE m.version = ? AND (m.modality = 'asserted' OR m.modality = 'claimed') ORDER BY m.key";
    Rows rows = database.rows(sql, version);
    while (rows.next()) {
        const auto flag = [&](int column) { return rows.integer(column) != 0; };
        const auto span = [&](int column) { return Span{static_cast<std::uint32_t>(rows.integer(column)), static_cast<std::uint32_t>(rows.integer(column + 1))}; };
        Look look;
        look.mention = rows.integer(0);
        look.first = rows.optional<Day>(1), look.last = rows.optional<Day>(2);
        look.minute = rows.optional<int>(3), look.utc_offset = rows.optional<int>(4);
        look.kind = parse_event_kind(rows.view(5)).value_or(EventKind::occurrence);
        look.recurs = flag(6), look.once = flag(7), look.unverified = flag(9);
        look.day_sentences = static_cast<int>(rows.integer(8));
        if (!rows.null(10)) look.counts = flag(10);
        look.quote = span(11), look.trigger = span(13);
        look.trigger_lemma = rows.view(15), look.terms = rows.view(16), look.names = rows.view(17), look.related = rows.view(18), look.happenings = rows.view(19);
        append_look(looks, look);
    }
    return looks;
}

std::optional<Look> next_look(std::string_view& looks) {
    if (looks.empty()) return {};
    return read_look(take_field(looks, end_of_look));
}

std::optional<Look> find_look(std::string_view looks, std::int64_t mention) {
    while (!looks.empty()) {
        const std::string_view look = take_field(looks, end_of_look);
        std::string_view fields = look;
        if (take_number<std::int64_t>(fields, end_of_field) == mention) return read_look(look);
    }
    return {};
}

}  // namespace annals
