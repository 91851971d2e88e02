#include "importers/extract/events/date_repairs.h"

#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/rehang.h"

namespace annals {
namespace {

/// "The board today confirmed": the noun before a bare date is the subject of the verb behind it.
void give_over_date(Sentence& sentence, TokenRange date) {
    auto verb = date.last;
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    while (verb < count && verb < date.last + 2 && sentence.tags[verb] == Tag::RB) ++verb;
    if (date.first == 0 || verb >= count || !is_finite_verb(sentence.tags[verb])) return;
    const auto predicate = predicate_of(sentence, verb);
    const Tree tree(sentence);
    const auto known = tree.subject(predicate);
    const bool time_itself = known != no_token && date.contains(static_cast<std::uint32_t>(known));
    if (predicate < verb || (known != no_token && !time_itself) || !is_noun(sentence.tags[date.first - 1])) return;
    auto noun = date.first - 1;
    while (sentence.heads[noun] >= 0 && sentence.heads[noun] < static_cast<std::int32_t>(date.first) && is_noun(sentence.tags[sentence.heads[noun]]))
        noun = static_cast<std::uint32_t>(sentence.heads[noun]);
    const auto head = sentence.heads[noun];
    if (time_itself && head < 0 && sentence.heads[predicate] == static_cast<std::int32_t>(noun) && sentence.heads[known] == static_cast<std::int32_t>(predicate)) {
        sentence.relations[known] = Relation::obl_tmod;  // "A gale that evening broke it", of which the parser took the evening for what broke the gale
        return make_root(sentence, predicate, Relation::nsubj);
    }
    const bool misled = head >= static_cast<std::int32_t>(date.first) && (date.contains(static_cast<std::uint32_t>(head)) || head == static_cast<std::int32_t>(predicate));
    if (!misled || is_below(sentence, predicate, noun) || tree.child(noun, Relation::case_) != no_token) return;
    if (time_itself && sentence.heads[known] == static_cast<std::int32_t>(predicate)) sentence.relations[known] = Relation::obl_tmod;
    make_subject(sentence, noun, predicate);
}

/// "The paper reported Thursday that a crew had left": a date behind a verb is no subject of the next one.
void settle_dates(Sentence& sentence, const std::vector<Resolution>& resolutions) {
    for (const Resolution& resolution : resolutions) {
        if (resolution.first == 0 || resolution.last != resolution.first + 1 || !is_finite_verb(sentence.tags[resolution.first - 1])) continue;
        const auto date = static_cast<std::int32_t>(resolution.first), verb = date - 1, next = sentence.heads[resolution.first];
        if (next <= date || sentence.relations[resolution.first] != Relation::nsubj) continue;
        hang_children(sentence, resolution.first, {0, static_cast<std::uint32_t>(sentence.heads.size())}, static_cast<std::uint32_t>(next));
        hang(sentence, resolution.first, static_cast<std::uint32_t>(verb), Relation::obl_tmod);
    }
}

/// "The strike began on Monday, and the mayor fled on Friday": a date before "and" belongs to what stands before it.
void settle_joined(std::string_view text, Sentence& sentence, TokenRange date) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    auto next = date.last;
    if (next < count && word_of(text, sentence, next) == ",") ++next;
    if (next >= count || sentence.tags[next] != Tag::CC) return;
    const Tree tree(sentence);
    const auto top = tree.top_of(date);
    if (top == no_token) return;
    const auto other = tree.head(static_cast<std::uint32_t>(top));
    if (other < static_cast<std::int32_t>(next) || tree.child(static_cast<std::uint32_t>(other), Relation::nsubj) < static_cast<std::int32_t>(next)) return;
    auto verb = date.first;
    while (verb > 0 && !is_verb(sentence.tags[verb - 1])) --verb;
    if (verb == 0 || !hang(sentence, static_cast<std::uint32_t>(top), --verb, sentence.relations[top])) return;
    if (sentence.heads[other] == static_cast<std::int32_t>(verb) && sentence.relations[other] == Relation::ccomp) sentence.relations[other] = Relation::conj;
}

/// "The second, on 8 May, broke the wall": a date between commas belongs to the verb behind it, and what stands before it is who.
void settle_enclosed(std::string_view text, Sentence& sentence, TokenRange date) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    if (date.first < 3 || date.last + 1 >= count || sentence.tags[date.first - 1] != Tag::IN) return;
    if (word_of(text, sentence, date.first - 2) != "," || word_of(text, sentence, date.last) != "," || !is_finite_verb(sentence.tags[date.last + 1])) return;
    const auto verb = predicate_of(sentence, date.last + 1);
    const Tree tree(sentence);
    const auto top = tree.top_of(date);
    if (top == no_token || verb < date.last) return;
    const auto who = tree.top_of({tree.subtree(date.first - 3).first, date.first - 2});
    if (who == no_token || is_below(sentence, verb, static_cast<std::uint32_t>(who)) || !hang(sentence, static_cast<std::uint32_t>(top), verb, Relation::obl)) return;
    if (tree.child(verb, Relation::nsubj) == no_token && tree.child(verb, Relation::nsubj_pass) == no_token) make_subject(sentence, static_cast<std::uint32_t>(who), verb);
}

/// "Holm resigned, two days after a fire gutted the mill": what happened before is not what the sentence tells first.
void give_root(Sentence& sentence, std::uint32_t verb, TokenRange governed) {
    const Tree tree(sentence);
    auto main = no_token;
    for (std::uint32_t i = 0; i < governed.first; ++i) {
        if (sentence.heads[i] < 0 || !(is_finite_verb(sentence.tags[i]) || sentence.tags[i] == Tag::VBN)) continue;
        const auto head = sentence.heads[i];
        const bool of_subject = is_subject(sentence.relations[head]) && sentence.heads[head] == static_cast<std::int32_t>(verb);  // "the director, Holm, resigned"
        if (head == static_cast<std::int32_t>(verb) || of_subject) main = static_cast<std::int32_t>(i);
    }
    if (main == no_token) return;
    const auto told = static_cast<std::uint32_t>(main);
    const auto subject = tree.subject(told);
    make_root(sentence, told, Relation::advcl);
    for (std::uint32_t i = 0; i < sentence.heads.size(); ++i) {
        if (sentence.heads[i] != static_cast<std::int32_t>(verb) || (i > told && i < governed.last)) continue;
        hang(sentence, i, told, sentence.relations[i]);
        if (i < told && is_subject(sentence.relations[i]) && subject > static_cast<std::int32_t>(i))  // "the director, Anna Holm,"
            hang(sentence, static_cast<std::uint32_t>(subject), i, Relation::appos);
    }
    if (sentence.tags[told] == Tag::VBN && tree.child(told, Relation::aux_pass) == no_token && tree.child(told, Relation::aux) == no_token) {
        sentence.tags[told] = Tag::VBD;
        for (std::uint32_t i = 0; i < told; ++i)
            if (sentence.heads[i] == main && sentence.relations[i] == Relation::nsubj_pass) sentence.relations[i] = Relation::nsubj;
    }
}

/// "two weeks after a storm wrecked the pier": whatever the parser made of it, the storm is what wrecked, not the weeks, and they say when.
void give_governed_words(Sentence& sentence, std::uint32_t verb, TokenRange counted, TokenRange governed) {
    const Tree tree(sentence);
    if (const auto noun = tree.head(verb); noun >= static_cast<std::int32_t>(governed.first) && tree.relation(verb) == Relation::acl) {
        if (const auto above = tree.head(static_cast<std::uint32_t>(noun)); above >= 0) hang(sentence, verb, static_cast<std::uint32_t>(above), Relation::advcl);
        else make_root(sentence, verb, Relation::nsubj);
    }
    const auto subject = tree.subject(verb);
    if (subject == no_token || !governed.contains(static_cast<std::uint32_t>(subject))) {
        const auto who = tree.top_of({governed.first, verb});
        if (who == no_token || !is_noun(sentence.tags[who]) || !make_subject(sentence, static_cast<std::uint32_t>(who), verb)) return;
    }
    if (sentence.tags[verb] == Tag::VBN && tree.child(verb, Relation::aux_pass) == no_token) sentence.tags[verb] = Tag::VBD;
    if (sentence.heads[verb] >= 0) sentence.relations[verb] = Relation::advcl;
    if (const auto weeks = tree.top_of(counted); weeks != no_token) hang(sentence, static_cast<std::uint32_t>(weeks), verb, Relation::obl_tmod);
    for (auto i = counted.last; i < governed.first; ++i) hang(sentence, i, verb, Relation::mark);
}

/// Where the clause begins that the date opens: 0, or behind the "and" of ", and on 3 May"; the date's end where it opens none.
std::uint32_t begin_of_fronted(std::string_view text, const Sentence& sentence, TokenRange date) {
    constexpr std::uint32_t longest_lead = 4;
    for (auto first = date.first; first > 0 && first + longest_lead > date.first; --first) {
        const auto before = word_of(text, sentence, first - 1);
        if (before == ";") return first;
        if (sentence.tags[first - 1] == Tag::CC)
            return first > 2 && (word_of(text, sentence, first - 2) == "," || word_of(text, sentence, first - 2) == ";") ? first
                                                                                                                         : date.last;
    }
    return date.first > longest_lead ? date.last : 0;
}

/// "On Monday Holm lost a third of its value", "It rained, and on Monday Holm left": the nouns between a date that opens the clause and the verb are who does it.
void settle_fronted(std::string_view text, Sentence& sentence, TokenRange date) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    constexpr std::uint32_t longest_subject = 6;
    const auto begin = begin_of_fronted(text, sentence, date);
    if (begin == date.last || date.last >= count) return;
    for (auto i = begin; i < date.first; ++i)
        if (sentence.tags[i] != Tag::IN && sentence.tags[i] != Tag::DT && sentence.tags[i] != Tag::TO && sentence.tags[i] != Tag::CD && !is_proper(sentence.tags[i])) return;  // "From May to"
    auto verb = date.last;
    while (verb < count && verb < date.last + longest_subject && (is_noun(sentence.tags[verb]) || sentence.tags[verb] == Tag::DT || sentence.tags[verb] == Tag::JJ || sentence.tags[verb] == Tag::PRPS)) ++verb;
    if (verb == date.last || verb >= count || !is_finite_verb(sentence.tags[verb]) || !is_noun(sentence.tags[verb - 1])) return;
    const auto told = predicate_of(sentence, verb);
    const Tree tree(sentence);
    const auto subject = tree.subject(told), of_date = tree.top_of(date);
    const auto who = verb - 1;
    const bool within = date.first > begin && begin > 0 && sentence.tags[date.first - 1] == Tag::IN &&
                        subject == static_cast<std::int32_t>(who) && of_date != no_token &&
                        tree.head(static_cast<std::uint32_t>(of_date)) == subject;  // "on [the next day goats] came"
    if (subject >= static_cast<std::int32_t>(date.last) && !within) return;
    if (is_below(sentence, told, who) || is_below(sentence, told, date.first)) return;
    if (const auto top = tree.top_of(date); top != no_token) hang(sentence, static_cast<std::uint32_t>(top), told, Relation::obl_tmod);
    for (auto i = begin; i < date.first; ++i)
        if (sentence.heads[i] >= static_cast<std::int32_t>(date.last)) hang(sentence, i, date.first, Relation::case_);
    make_subject(sentence, who, told);
    for (auto i = date.last; i < who; ++i) hang(sentence, i, who, sentence.tags[i] == Tag::DT ? Relation::det : Relation::compound);
}

/// "In 2011 the ministry issued rules, but they were never kept", of which the tagger took the issuing for a participle: what stands between a date that opens
/// the sentence and a ", but" with a clause of its own is a clause too, and has no other verb.
void settle_fronted_before_another(std::string_view text, Sentence& sentence, TokenRange date) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    constexpr std::uint32_t longest_lead = 3, longest_subject = 6;
    if (date.first > longest_lead || date.last >= count || sentence.tags[date.last] == Tag::CC) return;
    for (std::uint32_t i = 0; i < date.first; ++i)
        if (sentence.tags[i] != Tag::IN && sentence.tags[i] != Tag::DT) return;
    auto verb = date.last;
    while (verb < count && verb < date.last + longest_subject && (is_noun(sentence.tags[verb]) || sentence.tags[verb] == Tag::DT || sentence.tags[verb] == Tag::JJ || sentence.tags[verb] == Tag::PRPS)) ++verb;
    if (verb == date.last || verb + 4 >= count || sentence.tags[verb] != Tag::VBN || !is_noun(sentence.tags[verb - 1])) return;
    auto comma = verb + 1;
    for (; comma + 3 < count && word_of(text, sentence, comma) != ","; ++comma)
        if (sentence.tags[comma] == Tag::VBD || sentence.tags[comma] == Tag::MD || sentence.tags[comma] == Tag::VBP) return;
    if (comma + 3 >= count || sentence.tags[comma + 1] != Tag::CC) return;
    const Tag subject = sentence.tags[comma + 2];
    const bool clause = subject == Tag::PRP && is_finite_verb(sentence.tags[comma + 3]);
    const auto root = root_of(sentence);
    if (!clause || (root >= date.last && root <= comma)) return;
    sentence.tags[verb] = Tag::VBD;
    make_root(sentence, verb, Relation::conj);
    const auto other = predicate_of(sentence, comma + 3);
    if (other != verb && sentence.heads[other] != static_cast<std::int32_t>(verb)) hang(sentence, other, verb, Relation::conj);
    if (sentence.heads[root] == static_cast<std::int32_t>(verb) && root < date.last) sentence.relations[root] = Relation::obl_tmod;
    bool has_object = false;
    for (std::uint32_t i = 0; i < comma; ++i) {
        if (i == verb || sentence.heads[i] < 0) continue;
        const auto head = static_cast<std::uint32_t>(sentence.heads[i]);
        const bool own = i < date.last ? head < date.last : i < verb ? (head >= date.last && head < verb) : (head >= verb && head < comma);
        if (own && head != verb) continue;
        const bool object = i > verb && is_noun(sentence.tags[i]) && !has_object;
        has_object = has_object || object;
        hang(sentence, i, verb, i < date.last ? Relation::obl_tmod : object ? Relation::obj : sentence.relations[i]);
    }
    const auto who = verb - 1;
    hang(sentence, who, verb, Relation::nsubj);
    for (auto i = date.last; i < who; ++i) hang(sentence, i, who, sentence.tags[i] == Tag::DT ? Relation::det : Relation::compound);
}

/// "Last year, the union says, 40 jobs went": a date in front of who says so is of what is said.
void settle_before_speaker(std::string_view text, Sentence& sentence, TokenRange date) {
    const auto count = static_cast<std::uint32_t>(sentence.tags.size());
    constexpr std::uint32_t longest_lead = 3, longest_speaker = 8;
    if (date.first > longest_lead || date.last + 2 >= count || word_of(text, sentence, date.last) != ",") return;
    auto says = date.last + 1;
    while (says < count && says < date.last + longest_speaker && !is_finite_verb(sentence.tags[says])) ++says;
    if (says + 2 >= count || !is_finite_verb(sentence.tags[says]) || says == date.last + 1) return;
    if (word_of(text, sentence, says + 1) != "," || !is_reporting_verb(lemma_of(text, sentence, says))) return;
    auto verb = says + 2;
    while (verb < count && !is_finite_verb(sentence.tags[verb])) ++verb;
    if (verb >= count) return;
    const auto told = predicate_of(sentence, verb);
    const auto top = Tree(sentence).top_of(date);
    if (top == no_token || told <= says) return;
    hang(sentence, static_cast<std::uint32_t>(top), told, Relation::obl_tmod);
}

void settle_governed(Sentence& sentence, const Resolution& resolution) {
    if (!resolution.other.dated() || resolution.governed.empty()) return;
    const TokenRange range = tokens_of(sentence, resolution.governed);
    for (auto verb = range.first; verb < range.last; ++verb) {
        const bool finite = sentence.tags[verb] == Tag::VBD || (sentence.tags[verb] == Tag::VBN && Tree(sentence).child(verb, Relation::obj) != no_token);
        if (finite && sentence.heads[verb] < 0) give_root(sentence, verb, range);
        if (finite && sentence.heads[verb] >= 0) return give_governed_words(sentence, verb, {resolution.first, resolution.last}, range);
    }
}

/// "the review that he announced four days after the fire is under way": the fire says when, it is not what is under way.
void settle_counted(Sentence& sentence, const Resolution& resolution) {
    if (!resolution.date.dated() || resolution.governed.empty()) return;
    const TokenRange range = tokens_of(sentence, resolution.governed);
    const Tree tree(sentence);
    const auto fire = tree.top_of(range), days = tree.top_of({resolution.first, resolution.last});
    if (fire == no_token || !is_subject(sentence.relations[fire]) || sentence.heads[fire] < static_cast<std::int32_t>(range.last)) return;
    auto verb = resolution.first;
    while (verb > 0 && !is_verb(sentence.tags[verb]) && sentence.tags[verb] != Tag::punctuation) --verb;
    const auto main = static_cast<std::uint32_t>(sentence.heads[fire]);
    if (!is_verb(sentence.tags[verb]) || !hang(sentence, static_cast<std::uint32_t>(fire), verb, Relation::obl)) return;
    if (days != no_token && days < fire) hang(sentence, static_cast<std::uint32_t>(days), verb, Relation::obl_tmod);
    if (sentence.heads[main] == static_cast<std::int32_t>(verb) && sentence.heads[verb] == static_cast<std::int32_t>(root_of(sentence))) make_root(sentence, main, Relation::nsubj);
}

}  // namespace

void repair_dates(std::string_view text, Sentence& sentence, const std::vector<Resolution>& resolutions) {
    settle_dates(sentence, resolutions);
    for (const Resolution& resolution : resolutions) {
        settle_joined(text, sentence, {resolution.first, resolution.last});
        settle_enclosed(text, sentence, {resolution.first, resolution.last});
        settle_fronted_before_another(text, sentence, {resolution.first, resolution.last});
        settle_fronted(text, sentence, {resolution.first, resolution.last});
        settle_governed(sentence, resolution);
        settle_counted(sentence, resolution);
        give_over_date(sentence, {resolution.first, resolution.last});
        settle_before_speaker(text, sentence, {resolution.first, resolution.last});
    }
}

}  // namespace annals
