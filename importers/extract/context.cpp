#include "importers/extract/context.h"

#include "importers/extract/event_kind.h"
#include "importers/extract/grammar.h"
#include "importers/extract/word_list.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace annals {
namespace {

// What news tells without a date lies near its day: fresh news within a week before it, what is to come within a year.
constexpr Day fresh_days = 7, coming_days = 365;

enum class When { before_writing, at_writing, after_writing, told };

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
    Edtf edtf;
    edtf.date = edtf_day(*date.start_min);
    edtf.date.doubtful = true;
    return point_in(edtf);
}

bool happened(const Mention& mention) { return mention.kind == EventKind::occurrence && mention.modality == Modality::asserted; }

/// "hired a broker to find buyers", "a plan to sell": what an infinitive of purpose names had not happened yet.
bool is_purpose(const Tree& tree, std::uint32_t token) {
    const auto mark = tree.child(token, Relation::mark);
    if (mark == no_token || tree.sentence().tags[mark] != Tag::TO) return false;
    const auto relation = tree.relation(token);
    return relation == Relation::advcl || relation == Relation::acl || relation == Relation::ccomp;
}

/// "will stay until the crisis ends": the present tense of a time clause lies ahead where its main clause does.
bool is_time_clause_ahead(const Tree& tree, const Clause& clause) {
    if (clause.tense != Tense::present || tree.relation(clause.head) != Relation::advcl || clause.parent < 0) return false;
    return tree.sentence().clauses[static_cast<std::size_t>(clause.parent)].tense == Tense::future;
}

When when(std::string_view text, const Tree& tree, std::uint32_t trigger, const Mention& mention, bool narrative) {
    const Clause* clause = clause_at(tree.sentence(), trigger);
    const Tense tense = clause ? clause->tense : Tense::none;
    if (lies_ahead(text, tree, trigger) || (mention.modality == Modality::hypothetical && tense != Tense::pluperfect)) return When::after_writing;
    if (narrative && (tense == Tense::past || tense == Tense::pluperfect)) return When::told;
    if (tense == Tense::past && word_of(text, tree.sentence(), clause->first) == "after") return When::before_writing;
    if (tree.relation(trigger) == Relation::acl && tree.sentence().tags[trigger] == Tag::VBN) return When::before_writing;
    return tense == Tense::perfect || tense == Tense::pluperfect ? When::before_writing : When::at_writing;
}

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
    return is_noun(tag) && is_event_noun(lemma_of(text, tree.sentence(), token));
}

bool lies_ahead(std::string_view, const Tree& tree, std::uint32_t token) {
    const Clause* clause = clause_at(tree.sentence(), token);
    return (clause && (clause->tense == Tense::future || is_time_clause_ahead(tree, *clause))) || is_purpose(tree, token);
}

void date_by_context(std::string_view text, const Tree& tree, std::uint32_t trigger, const Surroundings& around, Mention& mention) {
    const When place = when(text, tree, trigger, mention, around.narrative);
    if (place == When::told) {
        if (around.told) set(mention, about(around.told->date), "story", "told after \"" + around.told->evidence.words + "\"");
        return;
    }
    const Date& written = around.written;
    if (!written.start_min || !written.end_max) return;
    switch (place) {
        case When::before_writing:
            return set(mention, some_time(*written.start_min - fresh_days, *written.start_min - 1), "perfect_tense", around.written_by);
        case When::after_writing:
            return set(mention, some_time(*written.end_max + 1, *written.end_max + coming_days), "future_tense", around.written_by);
        default:
            return set(mention, about(written), "tense", around.written_by);
    }
}

void date_by_namesakes(std::vector<Mention>& mentions) {
    std::map<std::string, const Mention*, std::less<>> named;  // by root; null where the text has two days for the word
    for (const Mention& mention : mentions) {
        if (mention.evidence.words.empty() || !is_exact(mention.date) || !happened(mention) || !is_event_noun(mention.trigger_lemma))
            continue;
        const auto [place, added] = named.emplace(root_of(mention.trigger_lemma), &mention);
        if (!added && place->second && place->second->date.start_min != mention.date.start_min) place->second = nullptr;
    }
    for (Mention& mention : mentions) {
        if (mention.role != DateRole::context || !mention.evidence.words.empty() || !happened(mention)) continue;
        if (mention.evidence.rule == "future_tense") continue;
        const auto place = named.find(root_of(mention.trigger_lemma));
        if (place == named.end() || !place->second) continue;
        const Mention& namesake = *place->second;
        std::vector<std::string> shared;
        std::set_intersection(mention.terms.begin(), mention.terms.end(), namesake.terms.begin(), namesake.terms.end(),
                              std::back_inserter(shared));
        const bool same_word = mention.trigger_lemma == namesake.trigger_lemma;
        if (shared.size() < 1U + same_word) continue;  // the word itself and what it was about
        set(mention, doubtful(namesake.date), "namesake", "the same word of \"" + namesake.evidence.words + "\"");
    }
}

}  // namespace annals
