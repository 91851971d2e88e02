#include "importers/extract/dates/told_events.h"

#include "core/text/fixed_words.h"
#include "core/time/calendar.h"
#include "importers/extract/dates/distances.h"
#include "importers/extract/dates/event_name.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/happening_words.h"
#include "importers/extract/happenings/happenings.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace annals {
namespace {

constexpr std::uint32_t most_words = 3;

std::uint64_t key_of(std::string_view name) {
    std::uint64_t key = 0;
    for (const char letter : name.substr(0, 5)) key = key << 8 | static_cast<unsigned char>(letter);
    return key;
}

// The kinds by which a noun takes up what was told in other words: "the deal", of a firm that was bought.
std::uint32_t kinds_taken_up(std::string_view name) {
    static const std::uint32_t accident = happening_kind("accident"), harm = happening_kind("harm"), anything = happening_kind("anything");
    static const std::uint32_t others = happening_kind("violence") | happening_kind("unrest") | happening_kind("contest") | happening_kind("theft") | happening_kind("deal") |
                                        happening_kind("resolution") | happening_kind("leaving");
    const std::uint32_t kinds = kinds_of_happening(name);
    const bool any_harm = (kinds & accident) && (kinds & (harm | anything));  // "the crash" in which people were hurt; "the fire" is one
    return (kinds & (others | accident)) | (any_harm ? harm : 0);
}

std::uint32_t mishaps() {
    static const std::uint32_t kinds = happening_kind("accident") | happening_kind("violence") | happening_kind("theft");
    return kinds;
}

// "The weld failed", "the pipe burst": how a mishap begins.
std::uint32_t failures() {
    static const std::uint32_t kinds = happening_kind("failure") | happening_kind("rupture");
    return kinds;
}

// "Police said on Monday": what was told then is what somebody said.
bool tells_words(const LookedUp& at, std::uint32_t first, std::uint32_t last) {
    std::array<char, 32> buffer;
    for (std::uint32_t i = first; i < last; ++i)
        if (is_reporting_verb(lemma(folded_at(at, i, buffer), Tag::VBD))) return true;
    return false;
}

// "held on suspicion of causing death", "charged with murder": what is laid to somebody was not done on that day.
bool is_in_charge(const LookedUp& in, std::uint32_t i, bool before) {
    static constexpr FixedWords charges{"suspicion", "accused", "convicted", "guilty", "charge", "charges", "counts", "charged"};
    static constexpr FixedWords ends{",", ";", "."};
    if (before) return !ends.has(in.word(i));
    return i > 0 && (in.word(i) == "of" || in.word(i) == "with") && charges.has(in.word(i - 1));
}

// "The report on the accident", "for its part in the collapse": the day is of what was said or done about it.
bool is_of_aftermath(const LookedUp& in, std::uint32_t i) {
    constexpr std::uint32_t far = 6;
    static constexpr FixedWords about{"on", "into", "about", "over", "for", "in", "of", "behind"};
    static constexpr FixedWords ends{",", ";", ".", "and", "that", "which", "when"};
    static constexpr FixedWords aftermath{"report", "reports", "inquiry", "enquiry", "investigation", "inquest", "hearing", "trial", "review", "verdict", "debate", "findings", "statement",
                                          "vigil", "memorial", "part", "blame", "responsibility", "role", "damages", "compensation", "survivor", "survivors", "victim", "victims", "film", "book"};
    std::array<char, 32> buffer;
    for (std::uint32_t k = i; k-- > 1 && i - k <= far && !ends.has(in.word(k));)
        if (about.has(in.word(k)) && aftermath.has(folded_at(in, k - 1, buffer))) return true;
    return false;
}

// "struck out the final of 9 May": where what that date names begins; the date itself where it names nothing.
std::uint32_t begin_of_named(const LookedUp& at, std::uint32_t date) {
    constexpr std::uint32_t longest = 4;
    if (date < 3 || at.word(date - 1) != "of") return date;
    for (std::uint32_t i = date - 1; i-- > 0 && date - i <= longest + 1 && (*at.tokens)[i].kind == TokenKind::word;)
        if (is_definite(at, i)) return i;
    return date;
}

}  // namespace

bool is_mishap(std::string_view noun) { return (kinds_of_happening(happening_of_word(noun)) & mishaps()) != 0; }

std::string_view folded_at(const LookedUp& at, std::size_t i, std::array<char, 32>& buffer) {
    return i >= at.size() || at.word(i).size() > 30 ? std::string_view{} : fold_word(at.text, (*at.tokens)[i], buffer);
}

// The first five letters: "destroyed" tells of a "destruction"; of a "blaze", those of a fire. 0 for words that name nothing.
std::uint64_t stem(const LookedUp& at, std::uint32_t i) {
    if ((*at.tokens)[i].kind != TokenKind::word) return 0;
    if (at.word(i).size() < 3) return 0;
    std::array<char, 32> buffer;
    std::string_view word = folded_at(at, i, buffer);
    static const WordList& small_words = word_list("small_words");
    if (word.size() < 3 || small_words.has(word)) return 0;
    const bool name = (*at.tokens)[i].capital && i > 0;
    const std::string_view happening = name ? std::string_view{} : happening_of_word(word);  // "died" tells of a "death", "shot" of a "murder"
    for (const std::string_view ending : {"ed", "ing", "s"})  // "halted" tells of a "halt"
        if (word.size() == 4 + ending.size() && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    if (!happening.empty()) word = happening;
    return key_of(word);
}

std::optional<Moment> birth_told(const LookedUp& at, const std::vector<Read>& reads) {
    std::array<char, 32> buffer;
    for (std::size_t i = 0; i < reads.size() && i < 8; ++i) {
        const auto& moment = reads[i].reading.moment;
        if (!moment || reads[i].match.meaning.kind != MeaningKind::date || moment->grain > unit::year || reads[i].aside) continue;
        const std::uint32_t first = reads[i].match.first;
        const std::uint32_t far = i == 0 ? 30 : 8;  // "born on the island of Sark, the fourth child of a ferryman, on 2 May"
        for (std::uint32_t k = first; k-- > 0 && first - k < far;)
            if (at.word(k).size() == 4 && folded_at(at, k, buffer) == "born") return moment;
        const bool lifetime = first > 0 && at.word(first - 1) == "(" && i + 1 < reads.size() && reads[i + 1].reading.moment && is_range(at, reads[i].match, reads[i + 1].match) &&
                              reads[i + 1].match.last < at.size() && at.word(reads[i + 1].match.last) == ")";
        if (!lifetime) continue;
        const int years = to_civil(reads[i + 1].reading.moment->days.first).year - to_civil(moment->days.first).year;
        if (years >= 15 && years <= 110) return moment;
    }
    return std::nullopt;
}

std::optional<Moment> ToldEvents::at_age(const Meaning& age, const Setting& setting) const {
    if (!birth_ || age.base != base::birth || !said(age.n) || said(age.of_unit)) return std::nullopt;
    return counted_on(*birth_, age, setting);
}

// "A hoist killed two masons, a court found yesterday": of that day is what stands behind the comma; 0 where the date ends no such clause.
std::uint32_t begin_of_attribution(const LookedUp& at, const Read& read) {
    constexpr std::uint32_t longest = 8;
    const std::uint32_t first = read.match.first;
    if (read.match.last + 1 < at.size()) return 0;
    for (std::uint32_t i = first; i-- > 1 && first - i <= longest;)
        if (at.word(i) == ",") return tells_words(at, i, first) || at.word(first - 1) == "found" ? i + 1 : 0;
    return 0;
}

void ToldEvents::tell(const LookedUp& at, const std::vector<Read>& reads) {
    if (!birth_) birth_ = birth_told(at, reads);
    std::vector<const Read*> dated;
    for (const Read& read : reads)
        if (read.reading.moment && !read.aside && read.reading.moment->grain <= unit::year) dated.push_back(&read);
    if (dated.empty()) return;
    const bool fronted = dated.front()->match.first < 3;
    const Read* of_another_day = nullptr;  // "retired on Monday, two weeks after a storm": the first such is enough
    for (const Read& read : reads)
        if (!read.governed.empty() && (!read.other.start_min || read.other.start_min == read.other.end_max)) {
            of_another_day = &read;
            break;
        }
    std::uint32_t from = 0;
    for (std::size_t k = 0; k < dated.size(); ++k) {
        // A date before its clause, or behind it.
        const bool is_last = k + 1 == dated.size();
        auto end = static_cast<std::uint32_t>(is_last ? at.size() : fronted ? begin_of_named(at, dated[k + 1]->match.first) : dated[k]->match.last);
        for (std::uint32_t i = dated[k]->match.last; !is_last && fronted && i < end; ++i)
            if (at.word(i) == ";") end = i;  // "By May the piers stood; the keystone was set in July"
        if (is_last && !fronted) from = std::max(from, begin_of_attribution(at, *dated[k]));
        if (of_another_day) {
            std::uint32_t first = from;
            while (first < end && (*at.tokens)[first].span.begin < of_another_day->governed.begin) ++first;
            std::uint32_t last = first;
            while (last < end && (*at.tokens)[last].span.end <= of_another_day->governed.end) ++last;
            if (first < last) {
                told_.push_back({at.tokens, from, first, dated[k]->match.first, *dated[k]->reading.moment});
                if (const auto day = of_another_day->other.start_min) told_.push_back({at.tokens, first, last, first, moment_of_day(*day)});
                from = last;
            }
        }
        told_.push_back({at.tokens, from, end, dated[k]->match.first, *dated[k]->reading.moment});
        from = std::max(from, end);
    }
}

void ToldEvents::tell_on(const LookedUp& at, const Moment& day) {
    told_.push_back({at.tokens, 0, static_cast<std::uint32_t>(at.size()), 0, day});
}

ToldEvents::Word& ToldEvents::told_word(std::uint64_t stem) {
    std::size_t place = stem * 0x9e3779b97f4a7c15u >> 32 & (words_.size() - 1);
    while (words_[place].stem && words_[place].stem != stem) place = (place + 1) & (words_.size() - 1);
    return words_[place];
}

void ToldEvents::index(const LookedUp& at) {
    for (; indexed_ < told_.size(); ++indexed_) {
        const auto place = static_cast<std::uint32_t>(indexed_);
        const auto [tokens, first, last, date, moment] = told_[place];
        if (const std::size_t room = std::bit_ceil(4 * (known_ + last - first) + 1); room > words_.size()) {
            const std::vector<Word> known = std::exchange(words_, std::vector<Word>(2 * room));
            for (const Word& word : known)
                if (word.stem) told_word(word.stem) = word;
        }
        const LookedUp in{at.text, at.lexicon, tokens};
        bool charge = false;
        for (std::uint32_t i = first; i < last; ++i) {
            charge = is_in_charge(in, i, charge);
            const std::uint64_t key = stem(in, i);
            const bool dated = date == i + 2 && in.word(i + 1) == "of";  // "the report on the fire of 3 May"
            if (!key || (!dated && is_of_aftermath(in, i))) continue;
            index_word(key, place);
            if (!charge) index_happening(in, i, last, place);
        }
        if (moment.grain <= unit::day && !tells_words(in, first, last)) days_.push_back(place);
    }
}

void ToldEvents::index_word(std::uint64_t stem, std::uint32_t place) {
    Word& word = told_word(stem);
    known_ += !word.stem;
    word = {stem, word.stem ? word.first : place, place};
}

// "Gave way", "walked out"; and the kinds of what was told of a day.
void ToldEvents::index_happening(const LookedUp& in, std::uint32_t i, std::uint32_t last, std::uint32_t place) {
    const Token& token = (*in.tokens)[i];
    if (token.kind != TokenKind::word || (token.capital && i > 0)) return;
    std::array<char, 32> buffer, next;
    const std::string_view word = folded_at(in, i, buffer);
    if (word.size() < 3) return;
    std::string_view name = i + 1 < last ? happening_of_words(word, folded_at(in, i + 1, next)) : std::string_view();
    if (!name.empty()) index_word(key_of(name), place);
    else name = happening_of_word(word);
    if (name.empty() || told_[place].moment.grain > unit::day) return;
    std::uint32_t kinds = kinds_of_happening(name);
    if (name == "injury") kinds |= happening_kind("harm");
    for (; kinds; kinds &= kinds - 1) {
        Word& kind = kinds_[static_cast<std::size_t>(std::countr_zero(kinds))];
        kind = {1, kind.stem ? kind.first : place, place};
    }
}

// "They married on 3 May" is known by a name that no mishap has, nor one of the kinds `but`; "the bolts sheared on 3 May" by none. What stands
// nearest to the date says what happened: "the weld that failed on 3 May had been seen".
ToldEvents::Naming ToldEvents::naming_of(const LookedUp& at, const Told& told, std::uint32_t but) {
    static const std::uint32_t harm = happening_kind("harm");
    std::array<char, 32> buffer;
    auto naming = Naming::none;
    std::uint32_t nearest = 0xffffffff;
    for (std::uint32_t i = told.first; i < told.last; ++i) {
        const Token& token = (*at.tokens)[i];
        const std::string_view name = token.kind == TokenKind::word && (!token.capital || i == 0) ? happening_of_word(folded_at(at, i, buffer)) : std::string_view();
        if (is_mishap(name) && is_of_aftermath(at, i)) return Naming::other;
        const std::uint32_t apart = i < told.date ? told.date - i : i - told.date;
        if (name.empty() || apart >= nearest) continue;
        nearest = apart;
        naming = kinds_of_happening(name) & (mishaps() | harm | but) ? Naming::mishap : Naming::other;
    }
    return naming;
}

std::optional<Moment> ToldEvents::find_kind(const LookedUp& at, std::uint32_t noun, bool latest) {
    index(at);
    std::array<char, 32> buffer;
    std::optional<std::uint32_t> best;
    for (std::uint32_t kinds = kinds_taken_up(happening_of_word(folded_at(at, noun, buffer))); kinds; kinds &= kinds - 1) {
        const Word& told = kinds_[static_cast<std::size_t>(std::countr_zero(kinds))];
        if (!told.stem) continue;
        const std::uint32_t place = latest ? told.last : told.first;
        if (!best || (latest ? place > *best : place < *best)) best = place;
    }
    return best ? std::optional(told_[*best].moment) : std::nullopt;
}

std::optional<Moment> ToldEvents::find_first_day(const LookedUp& at, std::uint32_t noun, const std::optional<Moment>& written) {
    std::array<char, 32> buffer;
    index(at);
    static const std::uint32_t harm = happening_kind("harm"), sudden = happening_kind("notice") | happening_kind("failure");  // as no concert is
    const std::uint32_t kinds = kinds_of_happening(happening_of_word(folded_at(at, noun, buffer)));
    const Told* opening = nullptr;
    for (const std::uint32_t place : days_) {
        const Told& told = told_[place];
        if (opening && told.tokens != opening->tokens) break;
        if (written && told.moment.days.first > written->days.last) continue;
        if (!opening || told.moment.days.first < opening->moment.days.first) opening = &told;
    }
    if (!opening || !(kinds & (mishaps() | harm | sudden))) return std::nullopt;
    const bool mishap = kinds & (mishaps() | harm);
    const Naming naming = naming_of({at.text, at.lexicon, opening->tokens}, *opening, mishap ? failures() : 0);
    const bool failure = kinds & failures();  // "the failure" of what "came apart"
    const bool fits = mishap || failure ? naming != Naming::other : naming == Naming::none;
    return fits ? std::optional(opening->moment) : std::nullopt;
}

std::optional<Moment> ToldEvents::find_day_named(const LookedUp& at, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t most = 16;
    if (++searches_ > most) return std::nullopt;
    bool known = false;  // the first word that was told is what the rest says more of
    for (std::uint32_t i = first; i < last && !known; ++i) {
        const std::uint64_t key = stem(at, i);
        if (!key) continue;
        for (const Told& told : told_) {
            const LookedUp in{at.text, at.lexicon, told.tokens};
            for (std::uint32_t k = told.first; k < told.last; ++k) {
                if (stem(in, k) != key) continue;
                if (told.moment.grain <= unit::day) return told.moment;
                known = true;
            }
        }
    }
    return std::nullopt;
}

std::optional<Moment> ToldEvents::find_retold(const LookedUp& at, std::uint32_t word, const Moment& event) {
    static const std::uint32_t contest = happening_kind("contest");
    index(at);
    std::array<char, 32> buffer;
    const std::uint32_t wanted = is_verb_of_mishap(at, word) ? happening_kind("accident") : kinds_taken_up(happening_of_word(folded_at(at, word, buffer)));
    for (std::uint32_t kinds = wanted & (mishaps() | contest); kinds; kinds &= kinds - 1) {
        const Word& told = kinds_[static_cast<std::size_t>(std::countr_zero(kinds))];
        if (told.stem) return told_[told.first].moment.days == event.days ? std::optional(event) : std::nullopt;
    }
    if (!(wanted & (mishaps() | contest))) return std::nullopt;
    while (retold_ < told_.size() && told_[retold_].moment.days != event.days) ++retold_;  // what was told of it first says what it was
    if (retold_ == told_.size()) return std::nullopt;
    const Told& told = told_[retold_];
    const LookedUp in{at.text, at.lexicon, told.tokens};
    return naming_of(in, told, happening_kind("leaving") | failures()) == Naming::other ? std::nullopt : std::optional(event);
}

void ToldEvents::count_from(const LookedUp& at, const Moment& moment) {
    counted_from_ = moment;
    counted_at_ = (*at.tokens)[0].span.begin;
}

std::optional<Moment> ToldEvents::counted_from(const LookedUp& at) const {
    constexpr std::uint32_t sentence = 300;  // bytes
    return counted_from_ && (*at.tokens)[0].span.begin <= counted_at_ + sentence ? counted_from_ : std::nullopt;
}

std::optional<Moment> ToldEvents::find_day_of(const LookedUp& at, std::uint32_t noun, const std::function<bool(const Moment&)>& may_be_meant) const {
    const std::string_view word = at.word(noun);
    std::array<char, 32> buffer;
    const bool may_fall = happening_of_word(folded_at(at, noun, buffer)) == "collapse";
    const Told* other = nullptr;  // "the collapse" of what "fell into the street on 3 May"
    for (const Told& told : told_) {
        if (told.tokens == at.tokens || told.moment.grain > unit::day || !may_be_meant(told.moment)) continue;
        const LookedUp in{at.text, at.lexicon, told.tokens};
        for (std::uint32_t i = told.first; i < told.last; ++i) {
            if (in.word(i) == word && i > 0 && is_definite(in, i - 1)) return told.moment;
            if (may_fall && !other && i < told.date && is_verb_of_mishap(in, i)) other = &told;
        }
    }
    return other ? std::optional(other->moment) : std::nullopt;
}

std::optional<Moment> ToldEvents::find_weekday(int wanted) const {
    for (auto told = told_.rbegin(); told != told_.rend(); ++told)
        if (told->moment.grain <= unit::day && weekday(told->moment.days.first) == wanted) return told->moment;
    return std::nullopt;
}

std::optional<Moment> ToldEvents::find(const LookedUp& at, std::uint32_t first, std::uint32_t last, bool latest, std::ptrdiff_t words) {
    index(at);
    std::array<std::uint32_t, most_words> places{};
    std::size_t count = 0;
    for (std::uint32_t i = first; i < last && count < places.size() && known_; ++i)
        if (const std::uint64_t key = stem(at, i))
            if (const Word& word = told_word(key); word.stem) places[count++] = latest ? word.last : word.first;
    const auto votes = [&](std::size_t i) { return std::count(places.begin(), places.begin() + count, places[i]); };
    std::size_t best = 0;
    for (std::size_t i = 1; i < count; ++i)
        if (votes(i) > votes(best)) best = i;
    if (count == 0 || votes(best) < words) return std::nullopt;
    return told_[places[best]].moment;
}

}  // namespace annals
