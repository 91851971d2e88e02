#include "importers/extract/events/taken_up.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <string>

namespace annals {
namespace {

void add_all(std::vector<std::string>& words, const std::vector<std::string>& others) {
    words.insert(words.end(), others.begin(), others.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

enum class Subject { none, pronoun, noun };

/// "It happened", "this occurred", "the crash took place": the verb at the top, with nothing that it is done to.
Subject subject_of(std::string_view text, const Tree& tree, std::uint32_t verb, bool clock) {
    const Sentence& sentence = tree.sentence();
    if (!tree.parsed() || tree.relation(verb) != Relation::root || sentence.tags[verb] != Tag::VBD) return Subject::none;
    std::string base = lemma_of(text, sentence, verb);
    const auto object = tree.object(verb);
    const bool place = object != no_token && word_of(text, sentence, static_cast<std::uint32_t>(object)) == "place";
    if (place) base += " place";
    static const WordList& verbs = word_list("taking_up_verbs");
    if ((object != no_token && !place) || !verbs.has(base)) return Subject::none;
    for (const Relation relation : {Relation::xcomp, Relation::ccomp, Relation::compound_prt})  // "it began to rain", "it happened that"
        if (tree.child(verb, relation) != no_token) return Subject::none;
    if (verb + 1 < sentence.tags.size() && word_of(text, sentence, verb + 1) == "to") return Subject::none;
    const auto subject = tree.child(verb, Relation::nsubj);
    if (subject == no_token) return Subject::none;
    const auto word = fold(word_of(text, sentence, static_cast<std::uint32_t>(subject)));
    static constexpr FixedWords pronouns{"it", "this", "that"};
    if (!pronouns.has(word)) return Subject::noun;
    const bool any_day = base == "happen" || base == "occur" || base == "take place";
    return any_day || clock ? Subject::pronoun : Subject::none;
}

bool share_happening(const Mention& a, const Mention& b) {
    return std::any_of(a.happenings.begin(), a.happenings.end(), [&](const std::string& one) {
        return std::find(b.happenings.begin(), b.happenings.end(), one) != b.happenings.end();
    });
}

/// "The crash": not "a crash".
bool is_known(const Mention& mention) {
    return std::any_of(mention.happenings.begin(), mention.happenings.end(), [](const std::string& one) { return one.starts_with("~the "); });
}

bool on_one_day(const Date& a, const Date& b) { return a.start_min && a.start_min == a.end_max && b.start_min == a.start_min && b.end_max == a.end_max; }

/// Hours apart it is another.
bool clocks_agree(const Date& a, const Date& b) { return !a.minute || !b.minute || a.minute == b.minute; }

void take_up(Mention& mention, const Mention& told, bool named) {
    if (!named) std::erase(mention.terms, mention.trigger_lemma);
    add_all(mention.terms, told.terms);
    add_all(mention.names, told.names);
    add_all(mention.related, {told.trigger_lemma});
    std::vector<std::string> known = told.happenings;
    for (const std::string& name : told.happenings)
        if (!is_mark_of_happening(name)) known.push_back("~the " + name);
    known.emplace_back(taken_up_mark);
    add_all(mention.happenings, known);
    mention.once = mention.once || told.once;
}

}  // namespace

const Mention* TakenUp::taken_up_by(const Mention& mention, const std::vector<Mention>& mentions, const Told& told, bool named) {
    for (auto i = told.first; i < told.last; ++i) {
        const Mention& other = mentions[i];
        if (other.kind == mention.kind && founds_event(other) && on_one_day(mention.date, other.date) && clocks_agree(mention.date, other.date) &&
            (!named || share_happening(mention, other)))
            return &other;
    }
    return nullptr;
}

void TakenUp::take(std::vector<Mention>& mentions, std::size_t first, std::uint32_t index, std::string_view text, const Tree& tree) {
    for (auto i = first; i < mentions.size(); ++i) {
        Mention& mention = mentions[i];
        if (mention.kind != EventKind::occurrence || !founds_event(mention)) continue;
        const TokenRange trigger = tokens_of(tree.sentence(), mention.trigger);
        const Subject subject = trigger.empty() ? Subject::none : subject_of(text, tree, trigger.first, mention.date.minute.has_value());
        const bool named = subject == Subject::noun;
        if (subject == Subject::none || (named && !is_known(mention))) continue;
        for (std::size_t back = 0; back < before_.size(); ++back) {
            const Told& told = before_[back];
            if (told.sentence + back + 1 != index) continue;
            const Mention* taken_up = taken_up_by(mention, mentions, told, named);
            if (!taken_up) continue;
            take_up(mention, *taken_up, named);
            break;
        }
    }
    before_[1] = before_[0];
    before_[0] = {index, first, mentions.size()};
}

}  // namespace annals
