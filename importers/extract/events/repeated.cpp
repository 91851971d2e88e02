#include "importers/extract/events/repeated.h"

#include "core/text/fixed_words.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

bool is_same_instant(const Date& one, const Date& other) {
    if (!one.minute || !other.minute || !one.utc_offset || !other.utc_offset || !one.start_min || !other.start_min) return false;
    constexpr long minutes_a_day = 24 * 60;
    const auto instant = [](const Date& date) {
        return static_cast<long>(*date.start_min) * minutes_a_day + *date.minute - *date.utc_offset;
    };
    return instant(one) == instant(other);
}

}  // namespace

bool says_no_more(const Date& coarse, const Date& fine) {
    if (coarse == fine || is_same_instant(coarse, fine)) return true;
    if (coarse.shape != Shape::point || coarse.minute || coarse.open_end || coarse.open_start) return false;
    if (!coarse.start_min || !coarse.end_max || !fine.start_min || !fine.end_max) return false;
    // "1996: from May to July it was shut"
    const bool closed_span = fine.shape == Shape::span && !fine.open_start && !fine.open_end && coarse.precision == Precision::year;
    if (fine.shape != Shape::point && !closed_span) return false;
    return *coarse.start_min <= *fine.start_min && *fine.end_max <= *coarse.end_max;
}

bool is_parted(std::string_view text, const Tree& tree, std::uint32_t trigger, TokenRange one, TokenRange other) {
    const Sentence& sentence = tree.sentence();
    if (one.first > other.first) std::swap(one, other);
    static constexpr FixedWords beyond{"before", "after", "until", "towards", "toward"};  // "in 1931, shortly before Easter"
    for (const TokenRange date : {one, other})
        if (date.first > 0 && beyond.has(word_of(text, sentence, date.first - 1))) return true;
    bool comma = false;
    for (auto i = one.last; i < other.first; ++i) {
        const Tag tag = sentence.tags[i];
        if (tag == Tag::CC) return true;
        comma = comma || word_of(text, sentence, i) == ",";
        if (comma && (is_noun(tag) || tag == Tag::CD)) return true;
        if (i == trigger || !is_finite_verb(tag)) continue;
        const auto base = lemma_of(text, sentence, i);
        if (base != "be" && base != "have" && tag != Tag::MD) return true;
    }
    return false;
}

std::optional<Date> days_in_a_row(std::string_view text, const Sentence& sentence, TokenRange one, const Date& first, TokenRange other, const Date& second) {
    const auto whole = [](const Date& date) { return date.precision == Precision::day && !date.minute && date.start_min && date.end_max; };
    if (!whole(first) || !whole(second) || second.start_min != second.end_max || *second.start_min != *first.end_max + 1) return std::nullopt;
    if (first.shape == Shape::point && first.start_min != first.end_max) return std::nullopt;  // some day of these
    if (other.first <= one.last) return std::nullopt;
    static constexpr FixedWords joints{",", "and", "&", "on"};
    for (auto i = one.last; i < other.first; ++i)
        if (!joints.has(word_of(text, sentence, i))) return std::nullopt;
    if (other.last < sentence.tags.size() && is_verb(sentence.tags[other.last])) return std::nullopt;  // "came on Sunday and on Monday left"
    return span_of(edtf_of({*first.start_min, *second.end_max}));
}

void join_clocks(std::string_view text, const Sentence& sentence, std::vector<Resolution>& resolutions) {
    static constexpr FixedWords joints{",", "at", "about", "around"};
    const auto is_clock_of = [&](const Resolution& clock, const Resolution& day) {
        if (!clock.date.minute || day.date.minute || !day.governed.empty() || day.type == TimexType::set || day.last > clock.first) return false;
        if (!day.date.start_min || day.date.start_min != day.date.end_max || clock.date.start_min != day.date.start_min || clock.date.end_max != day.date.end_max) return false;
        for (auto i = day.last; i < clock.first; ++i)
            if (!joints.has(word_of(text, sentence, i))) return false;
        return true;
    };
    for (auto clock = resolutions.begin(); clock != resolutions.end();) {
        if (clock == resolutions.begin() || !is_clock_of(*clock, *(clock - 1))) {
            ++clock;
            continue;
        }
        Resolution& day = *(clock - 1);
        day.date = clock->date;
        day.last = clock->last;
        day.span.end = clock->span.end;
        day.confidence = std::min(day.confidence, clock->confidence);
        for (std::string& alternative : day.alternatives) {  // "on Friday at 7pm": of either Friday
            auto parsed = parse_edtf(alternative);
            if (!parsed.edtf || parsed.edtf->kind != Edtf::Kind::date || !parsed.edtf->date.day) continue;
            parsed.edtf->date.minute = day.date.minute;
            parsed.edtf->date.utc_offset = day.date.utc_offset;
            alternative = format_edtf(*parsed.edtf);
        }
        clock = resolutions.erase(clock);
    }
}

}  // namespace annals
