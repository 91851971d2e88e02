#include "importers/extract/events/context.h"

#include "importers/extract/grammar/grammar.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/happenings/happening_words.h"
#include "importers/extract/happenings/happenings.h"
#include "importers/extract/happenings/writing_time.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace annals {
namespace {

// What news tells without a date lies near its day: fresh news within a week before it, what is to come within a year.
constexpr Day fresh_days = 7, coming_days = 365;

EdtfDate about_day(Day day) {
    EdtfDate date = edtf_day(std::clamp(day, min_day, max_day));
    date.about = true;
    return date;
}

Date some_time(Day first, Day last) {
    Edtf edtf;
    edtf.kind = Edtf::Kind::interval;
    edtf.start.date = about_day(first);
    edtf.end.date = about_day(last);
    return point_in(edtf);
}

/// The same days, marked as no more than about right; an interval as it is.
Date about(const Date& date) {
    auto parsed = parse_edtf(date.edtf);
    if (!parsed.edtf || parsed.edtf->kind != Edtf::Kind::date) return date;
    parsed.edtf->date.about = true;
    parsed.edtf->date.minute = parsed.edtf->date.utc_offset = std::nullopt;
    return point_in(*parsed.edtf);
}

bool is_exact(const Date& date) { return date.start_min && date.start_min == date.end_max; }

Date doubtful(const Date& date) {
    auto parsed = parse_edtf(date.edtf);
    if (!parsed.edtf || parsed.edtf->kind != Edtf::Kind::date) return date;
    parsed.edtf->date.doubtful = true;
    parsed.edtf->date.minute = parsed.edtf->date.utc_offset = std::nullopt;
    return point_in(*parsed.edtf);
}

/// What names say when something was; of two days for one name the finer, if they agree, else none.
class DatedNames {
public:
    void add(std::string name, const Mention& mention) {
        const auto [place, added] = named_.emplace(std::move(name), &mention);
        const Mention*& known = place->second;
        if (added || !known || lies_within(known->date, mention.date)) return;
        known = lies_within(mention.date, known->date) ? &mention : nullptr;
    }
    const Mention* find(std::string_view name) const {
        const auto place = named_.find(name);
        return place == named_.end() ? nullptr : place->second;
    }

private:
    static bool lies_within(const Date& inner, const Date& outer) {
        return *outer.start_min <= *inner.start_min && *inner.end_max <= *outer.end_max;
    }

    std::map<std::string, const Mention*, std::less<>> named_;
};

bool is_known_to_a_month(const Date& date) { return date.start_min && date.end_max && *date.end_max - *date.start_min <= 31; }

/// Beside the word itself, something else that both sentences name.
bool is_about_the_same(const Mention& mention, const Mention& namesake) {
    std::vector<std::string> shared;
    std::set_intersection(mention.terms.begin(), mention.terms.end(), namesake.terms.begin(), namesake.terms.end(),
                          std::back_inserter(shared));
    return shared.size() >= 1U + (mention.trigger_lemma == namesake.trigger_lemma);
}

bool happened(const Mention& mention) { return mention.kind == EventKind::occurrence && mention.modality == Modality::asserted; }

/// What a verb and its noun have in common: "invade" and "invasion", "seize" and "seizure". The lemma itself where too little is left.
std::string root_of(std::string_view lemma) {
    std::string_view root = lemma;
    const auto strip = [&](std::initializer_list<std::string_view> endings) {
        for (const std::string_view ending : endings)
            if (root.size() > ending.size() && root.ends_with(ending)) return root.remove_suffix(ending.size());
    };
    strip({"sion", "tion", "ment", "ure", "al", "ing"});
    strip({"de", "te", "d", "t", "e"});
    return std::string(root.size() >= 4 ? root : lemma);
}

/// Whose word it is, as far as its last word says: "official" of "an official" and "the official".
std::string_view last_word(std::string_view words) { return words.substr(words.find_last_of(' ') + 1); }

/// What has a date and runs on in the past tense: an event ("Prices fell in May. Wages rose."), or what the same one said.
const Mention* goes_on_with(std::string_view text, const Tree& tree, std::uint32_t verb, const Clause& clause, const ToldSoFar& told,
                            const Mention& mention) {
    if (!is_reporting_verb(lemma_of(text, tree.sentence(), verb))) return clause.reported ? nullptr : told.running();
    const Mention* spoken = told.spoken();
    const bool same = spoken && !mention.attributed_to.empty() && last_word(mention.attributed_to) == last_word(spoken->attributed_to);
    return same ? spoken : nullptr;
}

void set(Mention& mention, Date date, const char* rule, std::string anchor) {
    mention.date = std::move(date);
    mention.role = DateRole::context;
    mention.evidence.rule = rule;
    mention.evidence.anchor = std::move(anchor);
}

}  // namespace

bool is_event_word(std::string_view text, const Tree& tree, std::uint32_t token) {
    const Tag tag = tree.sentence().tags[token];
    const Relation relation = tree.relation(token);
    if (is_verb(tag)) return relation != Relation::aux && relation != Relation::aux_pass && relation != Relation::cop;
    if (!is_noun(tag)) return false;
    const std::string noun = lemma_of(text, tree.sentence(), token);
    return is_event_noun(noun) || happening_noun(noun) || word_list("statement_nouns").has(noun);
}

void ToldSoFar::enter_sentence(std::uint32_t sentence) {
    sentence_ = sentence;
    if (running_ && ran_at_ + 1 < sentence) running_.reset();
}

void ToldSoFar::take(const Mention& mention, bool leads) {
    if (mention.role != DateRole::event || !mention.date.dated() || mention.kind == EventKind::plan || !founds_event(mention)) return;
    told_ = mention;
    if (mention.kind == EventKind::statement) {
        if (is_exact(mention.date)) spoken_ = mention;
    } else if (leads) {
        running_ = mention;
        ran_at_ = sentence_;
    }
}

void date_by_context(std::string_view text, const Tree& tree, std::uint32_t trigger, Surroundings& around, Mention& mention) {
    const bool past = std::find(around.past.begin(), around.past.end(), static_cast<std::int32_t>(trigger)) != around.past.end();
    const WritingTime time = past ? WritingTime::before : writing_time(text, tree, trigger, mention.modality);
    const Clause* clause = clause_at(tree.sentence(), trigger);
    const Tense tense = clause ? clause->tense : Tense::none;
    if (around.narrative && time != WritingTime::after && (tense == Tense::past || tense == Tense::pluperfect)) {
        const Mention* told = around.told.told();
        if (told) set(mention, about(told->date), "story", "told after \"" + told->evidence.words + "\"");
        return;
    }
    const Date& written = around.written;
    if (!written.start_min || !written.end_max) return;
    const bool verb = is_verb(tree.sentence().tags[trigger]);
    if (time == WritingTime::about && tense == Tense::past && mention.modality != Modality::negated && verb) {
        const Mention* before = goes_on_with(text, tree, trigger, *clause, around.told, mention);
        if (before && before->date.end_max && *before->date.end_max < *written.start_min) {
            if (before == around.told.running()) around.told.go_on();
            return set(mention, about(before->date), "story", "told after \"" + before->evidence.words + "\"");
        }
    }
    switch (time) {
        case WritingTime::before:
            return set(mention, some_time(*written.start_min - fresh_days, *written.start_min - 1), "perfect_tense", around.written_by);
        case WritingTime::after:
            return set(mention, some_time(*written.end_max + 1, *written.end_max + coming_days), "future_tense", around.written_by);
        case WritingTime::about:
            return set(mention, about(written), "tense", around.written_by);
    }
}

void date_by_namesakes(std::vector<Mention>& mentions) {
    DatedNames roots, happenings;
    for (const Mention& mention : mentions) {
        if (mention.evidence.words.empty() || !is_known_to_a_month(mention.date) || !happened(mention)) continue;
        if (is_event_noun(mention.trigger_lemma)) roots.add(root_of(mention.trigger_lemma), mention);
        for (const std::string& name : mention.happenings)
            if (!is_mark_of_happening(name)) happenings.add(name, mention);
    }
    for (Mention& mention : mentions) {
        if (mention.role != DateRole::context || !mention.evidence.words.empty() || !happened(mention)) continue;
        if (mention.evidence.rule == "future_tense") continue;
        const Mention* namesake = roots.find(root_of(mention.trigger_lemma));
        if (namesake && !is_about_the_same(mention, *namesake)) namesake = nullptr;
        // "the murder", where somebody was shot: a noun for what happened, taken as known or about the same.
        if (!namesake && is_event_noun(mention.trigger_lemma)) {
            const std::string_view name = happening_of_word(mention.trigger_lemma);
            const Mention* other = happenings.find(name.empty() ? mention.trigger_lemma : std::string(name));
            const auto known = std::find(mention.happenings.begin(), mention.happenings.end(), "~the " + std::string(name));
            if (other && (known != mention.happenings.end() || is_about_the_same(mention, *other))) namesake = other;
        }
        if (namesake) set(mention, doubtful(namesake->date), "namesake", "the same word of \"" + namesake->evidence.words + "\"");
    }
}

}  // namespace annals
