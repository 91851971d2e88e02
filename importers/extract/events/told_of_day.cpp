#include "importers/extract/events/told_of_day.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"
#include "importers/extract/events/dated_event.h"
#include "importers/extract/events/parted_date.h"
#include "importers/extract/events/thing_years.h"
#include "importers/extract/grammar/grammar.h"

namespace annals {
namespace {

/// "The last time it was painted was in 1999": the doing; no_token if the subject is no such time.
std::int32_t verb_of_time(std::string_view text, const Tree& tree, std::uint32_t subject, std::uint32_t before) {
    const Sentence& sentence = tree.sentence();
    if (lemma_of(text, sentence, subject) != "time") return no_token;
    for (auto i = subject + 1; i < before; ++i)
        if (is_verb(sentence.tags[i]) && tree.relation(i) != Relation::cop && tree.relation(i) != Relation::aux &&
            tree.relation(i) != Relation::aux_pass)
            return static_cast<std::int32_t>(i);
    return no_token;
}

/// "The lifeboat was alongside on Tuesday": what stands between the copula and the date is what it was then.
std::int32_t place_beside_copula(const Tree& tree, std::int32_t copula, std::uint32_t before) {
    const auto& tags = tree.sentence().tags;
    if (copula == no_token || static_cast<std::uint32_t>(copula) + 2 > before) return no_token;
    const Tag tag = tags[copula + 1];
    if (tag != Tag::RB && tag != Tag::RP && tag != Tag::IN) return no_token;
    if (static_cast<std::uint32_t>(copula) + 2 == before) return copula + 1;
    for (auto i = static_cast<std::uint32_t>(copula) + 2; i < before; ++i)  // "will be at the mill on Monday"
        if (!is_noun(tags[i]) && tags[i] != Tag::DT && tags[i] != Tag::JJ && tags[i] != Tag::PRPS && tags[i] != Tag::IN) return no_token;
    return is_noun(tags[before - 1]) ? static_cast<std::int32_t>(before) - 1 : no_token;
}

/// "It was Christmas Eve, he was in a queue": a clause from here to the next comma, begun by who did it.
bool is_clause_beside(std::string_view text, const Tree& tree, std::uint32_t first) {
    constexpr std::uint32_t longest_subject = 4;
    const Sentence& sentence = tree.sentence();
    static constexpr TagSet subject = only(Tag::PRP) | only(Tag::DT) | only(Tag::PRPS) | only(Tag::NNP) | only(Tag::EX);
    if (first >= sentence.tags.size() || !(only(sentence.tags[first]) & subject)) return false;
    for (auto i = first + 1; i < sentence.tags.size() && i <= first + longest_subject; ++i) {
        if (is_finite_verb(sentence.tags[i]))
            return !is_reporting_verb(lemma_of(text, sentence, i));  // not "it was on Monday, he said, that"
        if (!is_noun(sentence.tags[i]) && sentence.tags[i] != Tag::JJ) return false;
    }
    return false;
}

/// "The soonest that she can be moved is 2031": the moving.
std::int32_t verb_of_earliest(std::string_view text, const Tree& tree, std::int32_t copula) {
    constexpr std::int32_t reach = 20;
    const auto& tags = tree.sentence().tags;
    std::int32_t modal = no_token;
    for (auto i = copula - 1; i > 0 && i + reach > copula; --i) {
        const auto word = word_of(text, tree.sentence(), static_cast<std::uint32_t>(i));
        if (tags[i] == Tag::punctuation) return no_token;
        if (tags[i] == Tag::MD) modal = i;
        if (modal == no_token || (word != "earliest" && word != "soonest")) continue;
        auto verb = modal + 1;
        while (verb < copula && tags[verb] == Tag::RB) ++verb;
        while (verb + 1 < copula && (tags[verb + 1] == Tag::VBN || tags[verb + 1] == Tag::RB) && is_helping(tree.relation(static_cast<std::uint32_t>(verb)))) ++verb;
        return verb < copula && is_verb(tags[verb]) ? verb : no_token;
    }
    return no_token;
}

/// "The next will be on 4 May", "the last was in 1931": of such as were told before.
bool is_one_of_many(std::string_view text, const Sentence& sentence, std::uint32_t subject, std::uint32_t lead) {
    static constexpr FixedWords places{"first", "second", "third", "fourth", "fifth", "last", "next", "latest", "earliest", "oldest", "other", "others"};
    if (subject == 0 || subject + 1 >= lead || !places.has(word_of(text, sentence, subject))) return false;
    const std::string article = fold(word_of(text, sentence, subject - 1));
    const auto verb = word_of(text, sentence, subject + 1);
    return (article == "the" || article == "our" || article == "its" || article == "their") && (verb == "was" || verb == "were" || verb == "is" || verb == "will");
}

/// "The deadline is 30 April", "her last day will be 4 May", "the hearing is Tuesday": not "tomorrow is Tuesday".
bool names_its_day(std::string_view text, const Sentence& sentence, std::uint32_t subject) {
    static constexpr FixedWords dates{"date", "deadline"};
    static constexpr FixedWords ordinals{"first", "last", "final", "opening", "closing"};
    const std::string noun = lemma_of(text, sentence, subject);
    if (noun == "day") return subject > 0 && ordinals.has(word_of(text, sentence, subject - 1));
    return dates.has(noun) || is_event_noun(noun);
}

}  // namespace

std::int32_t told_of_day(std::string_view text, const Tree& tree, TokenRange expression, std::uint32_t day) {
    const Sentence& sentence = tree.sentence();
    const auto word = [&](std::uint32_t i) { return i < sentence.tags.size() ? word_of(text, sentence, i) : std::string_view(); };
    auto behind = expression.last;
    const bool apart = word(behind) == ",";
    behind += apart;
    const auto opens = word(behind);
    if (opens == "when" || (apart ? opens == "and" : opens == "that" || opens == "before")) return finite_verb_behind(tree, behind + 1);
    const auto subject = tree.subject(day);
    if (apart && subject != no_token && fold(word(static_cast<std::uint32_t>(subject))) == "it" && is_clause_beside(text, tree, behind))
        return finite_verb_behind(tree, behind);
    const auto lead = dating_phrase(text, sentence, expression).first;
    const auto copula = tree.child(day, Relation::cop);
    if (const auto verb = verb_of_earliest(text, tree, copula); verb != no_token) return verb;
    if (lead > 0 && word(lead - 1) == "due" && copula > 0 && is_noun(sentence.tags[copula - 1]))
        return copula - 1;  // "the report is due early next year"
    if (subject == no_token || (!is_noun(sentence.tags[subject]) && !is_one_of_many(text, sentence, static_cast<std::uint32_t>(subject), lead))) return no_token;
    const bool present = copula != no_token && (sentence.tags[copula] == Tag::VBZ || sentence.tags[copula] == Tag::VBP);
    const auto opening = word(lead);
    if (const auto verb = verb_of_time(text, tree, static_cast<std::uint32_t>(subject), lead); verb != no_token) return verb;
    if (const auto where = place_beside_copula(tree, copula, lead); where != no_token) return where;
    const bool will = copula > 0 && sentence.tags[copula] == Tag::VB && sentence.tags[copula - 1] == Tag::MD && word(static_cast<std::uint32_t>(copula) - 1) == "will";
    const bool ahead = will || (copula > 1 && sentence.tags[copula] == Tag::VB && sentence.tags[copula - 1] == Tag::TO && is_finite_verb(sentence.tags[copula - 2]));
    const bool arranged = (present || (ahead && !is_bare_year(text, sentence, expression))) && !in_any({expression}, static_cast<std::uint32_t>(subject)) &&
                          (opening == "on" || opening == "at" || opening == "tomorrow");
    if (lead == expression.first && (present || ahead || sentence.tags[copula == no_token ? day : copula] == Tag::VBD) && !is_bare_year(text, sentence, expression) &&
        names_its_day(text, sentence, static_cast<std::uint32_t>(subject)))
        return subject;
    if (!arranged && lead == expression.first) return no_token;
    return arranged || !is_noun(sentence.tags[subject]) || is_event_noun(lemma_of(text, sentence, static_cast<std::uint32_t>(subject))) ? subject : no_token;
}

std::int32_t last_of_its_kind(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 16;
    static constexpr FixedWords places{"last", "first", "latest", "previous", "only", "earliest"};
    static constexpr FixedWords known{"known", "recorded", "reported", "confirmed", "documented", "such"};
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    const auto lead = dating_phrase(text, sentence, expression).first;
    if (lead < 4 || lead > longest || lead == expression.first || (word(lead - 1) != "was" && word(lead - 1) != "were") || fold(word(0)) != "the" || !places.has(word(1))) return no_token;
    if (expression.last + 1 < sentence.tags.size() && (word(expression.last) == "when" || word(expression.last + 1) == "when")) return no_token;  // what was then is told
    std::int32_t noun = no_token, verb = no_token;
    bool recorded = false;
    for (std::uint32_t i = 2; i + 1 < lead; ++i) {
        const Tag tag = sentence.tags[i];
        if (tag == Tag::punctuation) return no_token;
        if (verb == no_token && is_finite_verb(tag) && lemma_of(text, sentence, i) != "be" && lemma_of(text, sentence, i) != "have") verb = static_cast<std::int32_t>(i);
        if (noun == no_token && is_noun(tag) && !is_noun(sentence.tags[i + 1])) noun = static_cast<std::int32_t>(i);
        recorded = recorded || (noun == no_token && known.has(word(i)));
    }
    if (word(2) == "time") return verb;
    return recorded && verb == no_token ? noun : no_token;
}

std::int32_t noun_that_will_be(std::string_view text, const Sentence& sentence, TokenRange expression) {
    constexpr std::uint32_t longest = 16, longest_subject = 6;
    static constexpr TagSet without = only(Tag::MD) | only(Tag::IN) | only(Tag::PRP) | only(Tag::VBD) | only(Tag::VBZ) | only(Tag::punctuation);
    const auto word = [&](std::uint32_t i) { return word_of(text, sentence, i); };
    const auto lead = expression.first > 0 && word(expression.first - 1) == "on" ? expression.first - 1 : dating_phrase(text, sentence, expression).first;
    if (lead < 6 || lead == expression.first || word(lead - 1) != "be" || word(lead - 2) != "will" || word(lead - 3) != ",") return no_token;
    auto comma = lead - 4;
    while (comma > 0 && comma + longest > lead && word(comma) != ",") --comma;
    if (comma == 0 || comma > longest_subject || word(comma) != "," || !is_noun(sentence.tags[comma - 1])) return no_token;
    for (std::uint32_t i = 0; i < comma; ++i)
        if (only(sentence.tags[i]) & without) return no_token;
    return is_verb(sentence.tags[comma + 1]) && sentence.tags[comma + 1] != Tag::VBG ? static_cast<std::int32_t>(comma) - 1 : no_token;
}

bool is_into_being(std::string_view text, const Tree& tree, std::uint32_t day) {
    const auto copula = tree.child(day, Relation::cop);
    return copula > 0 && word_of(text, tree.sentence(), static_cast<std::uint32_t>(copula)) == "being" &&
           word_of(text, tree.sentence(), static_cast<std::uint32_t>(copula) - 1) == "into";
}

}  // namespace annals
