#include "importers/extract/distances.h"

#include "core/time/calendar.h"
#include "importers/extract/word_list.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

constexpr std::uint32_t longest_name = 25, most_words = 3;

std::string_view folded(const LookedUp& at, std::size_t i, std::array<char, 32>& buffer) {
    return i >= at.size() || at.word(i).size() > 30 ? std::string_view{} : fold_word(at.word(i), buffer);
}

bool in(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// The first five letters: "destroyed" tells of a "destruction". 0 for words that name nothing.
std::uint64_t stem(const LookedUp& at, std::uint32_t i) {
    if ((*at.tokens)[i].kind != TokenKind::word) return 0;
    std::array<char, 32> buffer;
    const std::string_view word = folded(at, i, buffer);
    static const WordList& small_words = word_list("small_words");
    if (word.size() < 3 || small_words.has(word)) return 0;
    std::uint64_t key = 0;
    for (const char letter : word.substr(0, 5)) key = key << 8 | static_cast<unsigned char>(letter);
    return key;
}

bool is_length(const Read& read) {
    const Meaning& m = read.match.meaning;
    return m.kind == MeaningKind::duration && said(m.n) && said(m.unit) && m.unit >= unit::day && !said(m.modified) && !said(m.to_n);
}

// "the day after", "the Saturday before"
bool is_beside(const LookedUp& at, const Match& match) {
    const Meaning& m = match.meaning;
    std::array<char, 32> buffer;
    const bool day = m.kind == MeaningKind::period && m.unit == unit::day;
    const bool weekday = m.kind == MeaningKind::date && said(m.weekday) && said(m.which) && !said(m.month);
    return (day || weekday) && !said(m.day_part) && in(folded(at, match.last - 1, buffer), {"after", "before"});
}

bool ends_name(const LookedUp& at, std::uint32_t i) {
    return (*at.tokens)[i].kind == TokenKind::mark && !in(at.word(i), {"'", "\u2019", "-", "'s", "\u2019s", "\"", "\u201c", "\u201d"});
}

// What follows "after": up to the next mark, or in front of a sentence to the name that begins the main clause: "Four years after the
// peace Barca crossed to Spain".
std::uint32_t name_end(const LookedUp& at, std::uint32_t first, bool fronted) {
    std::uint32_t last = first;
    while (last < at.size() && last < first + longest_name && !ends_name(at, last)) {
        const bool begins_name = (*at.tokens)[last].capital && last > first && stem(at, last - 1) && !(*at.tokens)[last - 1].capital;
        if (fronted && begins_name) break;
        ++last;
    }
    return last;
}

std::optional<Moment> counted(const Moment& from, const Meaning& length, int toward, const Setting& setting, std::string* timex = nullptr) {
    Setting own = setting;
    own.mention = from;
    own.quarter.reset();
    Meaning shift;
    shift.kind = MeaningKind::shift;
    shift.n = length.n;
    shift.eighths = length.eighths;
    shift.unit = length.unit;
    shift.toward = toward;
    shift.base = base::story;
    if (shift.unit < from.grain && !(shift.unit == unit::week && from.grain == unit::day)) return std::nullopt;  // "two days after" a year
    const Reading reading = read_shift(shift, own);
    if (timex) *timex = reading.timex;
    return reading.moment;
}

// A text that counts from something has it in mind: far from what it tells of stands another thing of that name.
bool is_near(const Moment& moment, const Moment& story, const Meaning& length) {
    const std::int64_t reach = std::max<std::int64_t>(400, 5 * std::int64_t{moved(0, length.unit, std::min(length.n, 1000))});
    const std::int64_t apart = std::int64_t{moment.days.first} - story.days.first;
    return apart < reach && apart > -reach;
}

// "On 18 March 2014, two days after": the date that the distance is measured from, just before it.
const Read* date_before(const LookedUp& at, const std::vector<Read>& reads, std::size_t i) {
    if (i == 0) return nullptr;
    const Read& before = reads[i - 1];
    const std::uint32_t gap = reads[i].match.first - before.match.last;
    if (!before.reading.moment || before.match.meaning.kind == MeaningKind::window || gap > 8) return nullptr;
    if (gap == 0) return &before;
    std::array<char, 32> buffer;
    std::uint32_t at_mark = reads[i].match.first - 1;
    while (at_mark > before.match.last && in(folded(at, at_mark, buffer), {"just", "only", "exactly", "barely", "some"})) --at_mark;
    return at.word(at_mark) == "," || at.word(at_mark) == "(" ? &before : nullptr;
}

}  // namespace

void ToldEvents::tell(const LookedUp& at, const std::vector<Read>& reads) {
    std::vector<const Read*> dated;
    for (const Read& read : reads)
        if (read.reading.moment && !read.aside && read.reading.moment->grain <= unit::year) dated.push_back(&read);
    if (dated.empty()) return;
    const bool fronted = dated.front()->match.first < 3;
    std::uint32_t from = 0;
    for (std::size_t k = 0; k < dated.size(); ++k) {
        // A date before its clause, or behind it.
        const bool is_last = k + 1 == dated.size();
        const auto end = static_cast<std::uint32_t>(is_last ? at.size() : fronted ? dated[k + 1]->match.first : dated[k]->match.last);
        told_.push_back({at.tokens, from, end, *dated[k]->reading.moment});
        from = std::max(from, end);
    }
}

std::optional<Moment> ToldEvents::find(const LookedUp& at, std::uint32_t first, std::uint32_t last, bool latest, std::ptrdiff_t words) {
    for (; indexed_ < told_.size(); ++indexed_) {
        const auto place = static_cast<std::uint32_t>(indexed_);
        const LookedUp in{at.text, at.lexicon, told_[place].tokens};
        for (std::uint32_t i = told_[place].first; i < told_[place].last; ++i)
            if (const std::uint64_t key = stem(in, i)) by_word_.try_emplace(key, Places{place, place}).first->second.last = place;
    }
    std::array<std::uint32_t, most_words> places{};
    std::size_t count = 0;
    for (std::uint32_t i = first; i < last && count < places.size(); ++i) {
        const std::uint64_t key = stem(at, i);
        const auto found = key ? by_word_.find(key) : by_word_.end();
        if (found != by_word_.end()) places[count++] = latest ? found->second.last : found->second.first;
    }
    const auto votes = [&](std::size_t i) { return std::count(places.begin(), places.begin() + count, places[i]); };
    std::size_t best = 0;
    for (std::size_t i = 1; i < count; ++i)
        if (votes(i) > votes(best)) best = i;
    if (count == 0 || votes(best) < words) return std::nullopt;
    return told_[places[best]].moment;
}

bool counts_from(const LookedUp& at, const Match& match) {
    std::array<char, 32> buffer;
    if (match.meaning.kind == MeaningKind::duration) return in(folded(at, match.last, buffer), {"after", "before", "into", "following"});
    return is_beside(at, match) && match.last < at.size() && !ends_name(at, match.last);
}

void date_distances(const LookedUp& at, std::vector<Read>& reads, ToldEvents& told, const Setting& setting) {
    std::array<char, 32> buffer;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        Read& read = reads[i];
        if (!counts_from(at, read.match)) continue;
        const bool length = is_length(read);
        if (!length && !is_beside(at, read.match)) continue;
        if (length && read.match.first > 0 &&
            in(folded(at, read.match.first - 1, buffer), {"for", "in", "during", "within", "over", "first", "last"}))
            continue;
        const std::uint32_t first = length ? read.match.last + 1 : read.match.last;
        const std::uint32_t last = name_end(at, first, read.match.first < 3);
        if (first >= last) continue;
        const bool back = length ? folded(at, read.match.last, buffer) == "before" : read.match.meaning.which == which::previous;
        const bool dated_name = i + 1 < reads.size() && reads[i + 1].match.first < last && reads[i + 1].reading.moment;
        const Read* inner = dated_name ? &reads[i + 1] : nullptr;
        Meaning one = read.match.meaning;
        if (!length) one.n = 1;
        if (!length) one.unit = unit::day;
        const Read* outer = inner ? nullptr : date_before(at, reads, i);
        if (outer && length) {
            if (const auto moment = counted(*outer->reading.moment, one, back ? toward::future : toward::past, setting)) {
                read.governed = {(*at.tokens)[first].span.begin, (*at.tokens)[last - 1].span.end};
                read.other = point_in(moment->edtf);
            }
            continue;
        }
        if (outer) continue;
        std::optional<Moment> from = inner ? inner->reading.moment : std::nullopt;
        if (!inner && in(folded(at, first, buffer), {"that", "this", "which"}) && first + 1 == last)
            from = setting.mention;
        else if (!inner)
            from = told.find(at, first, last, setting.narrative || !setting.said, length ? 1 : 2);
        if (!from) continue;
        std::string timex;
        const bool weekday = said(read.match.meaning.weekday);
        const auto nearest = [&] {
            return back ? weekday_before(from->days.first, one.weekday) : weekday_after(from->days.last, one.weekday);
        };
        const std::optional<Moment> moment =
            weekday ? moment_of_day(nearest()) : counted(*from, one, back ? toward::past : toward::future, setting, &timex);
        if (!moment || (length && !inner && setting.story && !is_near(*moment, *setting.story, one))) continue;
        read.date = point_in(moment->edtf);
        read.governed = {(*at.tokens)[first].span.begin, (*at.tokens)[last - 1].span.end};
        read.reading.lean = inner ? Lean::nothing : Lean::story;
        if (length) continue;
        read.reading.moment = moment;
        read.reading.timex = weekday ? moment->timex : timex;
    }
}

}  // namespace annals
