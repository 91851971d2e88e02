// Dated words -> mentions: what happened at each date, by whose word.
#include "importers/extract/events/mentions.h"

#include "importers/extract/events/compared.h"
#include "importers/extract/events/context.h"
#include "importers/extract/events/dated_event.h"
#include "importers/extract/events/denied_date.h"
#include "importers/extract/events/harm_told.h"
#include "importers/extract/events/mention_terms.h"
#include "importers/extract/events/nearer_verb.h"
#include "importers/extract/events/non_event.h"
#include "importers/extract/events/own_date.h"
#include "importers/extract/events/referent_before.h"
#include "importers/extract/events/repairs.h"
#include "importers/extract/events/repeated.h"
#include "importers/extract/events/shared_date.h"
#include "importers/extract/events/state_beginning.h"
#include "importers/extract/events/tag_repairs.h"
#include "importers/extract/events/taken_up.h"
#include "importers/extract/events/told_alone.h"
#include "importers/extract/events/toll.h"
#include "importers/extract/grammar/called_off.h"
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/sentence_words.h"
#include "importers/extract/happenings/event_kind.h"
#include "importers/extract/happenings/habit.h"
#include "importers/extract/happenings/unreal.h"
#include "importers/extract/headlines/headline.h"
#include "importers/extract/headlines/headline_front.h"
#include "importers/extract/words/word_list.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::size_t quote_limit = 1000;  // code points

class MentionFinder {
public:
    MentionFinder(const Document& document, const DatedText& dated, Reach reach)
        : document_(document), dated_(dated), text_(document.text), every_event_(reach == Reach::every_event), harm_(document, dated) {}

    std::vector<Mention> all() {
        auto next = dated_.resolutions.begin();
        for (std::uint32_t i = 0; i < dated_.sentences.size(); ++i) {
            const auto first = next;
            while (next != dated_.resolutions.end() && next->sentence <= i) ++next;
            one_sentence(i, {first, next});
        }
        if (every_event_) date_by_namesakes(mentions_);
        return std::move(mentions_);
    }

private:
    using Resolutions = std::vector<Resolution>;

    void one_sentence(std::uint32_t index, Resolutions resolutions) {
        const Sentence& given = dated_.sentences[index];
        const Block& block = document_.blocks[given.block];
        enter_block(given.block);
        const bool headed = lone_heading_ && is_headed(index);
        if (const Resolution* heading = heads_by_time(block, resolutions)) {
            lone_ = *heading;
            lone_sentence_ = index;
            lone_heading_ = true;
        }
        if (block.kind == BlockKind::boilerplate || given.tokens.size() < 2 || given.tokens.size() > sentence_token_limit) return;
        join_clocks(text_, given, resolutions);
        Sentence sentence = given;
        if (sentence.clauses.empty()) {
            if (sentence.tags.empty()) tag(text_, sentence);
            settle_tags(text_, sentence, resolutions);
            const bool dates_something = std::any_of(resolutions.begin(), resolutions.end(), [](const Resolution& resolution) {
                return resolution.date.dated() || resolution.other.dated();
            });
            const bool toll = harm_.may_have_toll_in(sentence, index, resolutions);
            if ((dates_something || every_event_ || toll || headed) && sentence.heads.empty()) {
                parse_behind_front(text_, sentence);
                repair(text_, sentence, resolutions);
            }
            find_clauses(text_, sentence);
        }
        const Tree tree(sentence);
        before_ = ReferentBefore([this, index, &tree] { return referent_before(document_, dated_, index, tree); });
        const std::vector<TokenRange> expressions = ranges_of(resolutions);
        std::vector<TokenRange> phrases;
        for (const Resolution& resolution : resolutions) {
            if (resolution.type == TimexType::set || !resolution.date.dated()) continue;
            phrases.push_back(dating_phrase(text_, sentence, {resolution.first, resolution.last}));
            while (phrases.back().last < sentence.tokens.size() && sentence.tokens[phrases.back().last].span.end <= resolution.governed.end) ++phrases.back().last;
        }
        sentence_start_ = mentions_.size();
        word_dates_.assign(every_event_ && !resolutions.empty() ? sentence.tokens.size() : 0, {});
        bool carries_date = false;
        for (std::size_t i = 0; i < resolutions.size(); ++i) {
            const Resolution& resolution = resolutions[i];
            if (resolution.type == TimexType::set) continue;
            if (resolution.other.dated() && !resolution.governed.empty()) governed_event(tree, block, resolution, phrases);
            if (!resolution.date.dated()) continue;
            carries_date = true;
            if (resolutions.size() > 1 && is_among_how_many(tree, resolutions, i)) continue;
            TokenRange dating = expressions[i];  // "six days after the fire": all of it says when
            while (dating.last < sentence.tokens.size() && sentence.tokens[dating.last].span.end <= resolution.governed.end) ++dating.last;
            for (const auto trigger : dated_words(text_, tree, dating, expressions)) {
                if (is_counted_from(resolutions, i, sentence, trigger) || is_outdone(text_, tree, expressions[i], trigger, resolutions, expressions)) continue;
                const auto before = mentions_.size();
                add(tree, block, resolution, resolution.date, expressions[i], trigger, phrases);
                if (mentions_.size() > before) given_event(tree, block, resolution, expressions[i], phrases);
                // "In 1994 it was to have merged, but the idea was dropped": the second has no part in a day on which nothing was.
                if (mentions_.size() > before && mentions_.back().modality == Modality::hypothetical) break;
            }
        }
        for (std::size_t i = 0; i < resolutions.size(); ++i)
            if (resolutions[i].date.dated() && resolutions[i].type != TimexType::set) within_hours(tree, block, resolutions[i], expressions[i], phrases);
        if (!carries_date && mentions_.size() == sentence_start_) undated_event(tree, block, index, resolutions);
        else if (!resolutions.empty() && harm_.may_have_toll_in(sentence, index, resolutions)) undated_event(tree, block, index, resolutions);
        if (carries_date) harm_.take(mentions_, sentence_start_, index);
        taken_up_.take(mentions_, sentence_start_, index, text_, tree);
        date_told_before(index, tree, resolutions);
        if (const Resolution* resolution = tells_only_when(text_, sentence, resolutions)) {
            lone_ = *resolution;
            lone_sentence_ = index;
            lone_heading_ = false;
        }
        if (every_event_) context_events(index, tree, block, resolutions, phrases);
    }

    /// "She bought it from a pedlar. That was in 1958.": what the sentence before told without a date.
    void date_told_before(std::uint32_t index, const Tree& tree, const Resolutions& resolutions) {
        const Sentence& sentence = tree.sentence();
        if (resolutions.size() != 1 || mentions_.size() != sentence_start_ || !undated_ || undated_sentence_ + 1 != index || sentence.tokens.size() < 4) return;
        const Resolution& resolution = resolutions.front();
        const auto last = static_cast<std::uint32_t>(sentence.tokens.size()) - 1;
        const TokenRange phrase = dating_phrase(text_, sentence, {resolution.first, resolution.last});
        if (word_of(text_, sentence, 0) != "That" || word_of(text_, sentence, 1) != "was" || phrase.first != 2 || phrase.last != last) return;
        if (!resolution.date.dated() || resolution.type == TimexType::set || resolution.type == TimexType::duration) return;
        Mention& told = mentions_[*undated_];
        const Sentence& before = dated_.sentences[index - 1];
        if (before.block != sentence.block || told.quote.begin < before.span.begin || told.quote.end > before.span.end) return;
        told.date = resolution.date;
        told.role = DateRole::event;
        give_evidence(told, resolution);
        told.quote.end = sentence.span.end;
    }

    /// "1897", "Winter 1901-02": a heading that is a time and nothing else. Null for other blocks.
    const Resolution* heads_by_time(const Block& block, const Resolutions& resolutions) const {
        if (block.kind != BlockKind::heading || resolutions.empty()) return nullptr;
        const Resolution& first = resolutions.front();
        const std::uint32_t rest = block.span.end - resolutions.back().span.end;
        if (first.span.begin != block.span.begin || rest > 1 || (rest == 1 && text_[block.span.end - 1] != ':')) return nullptr;
        const bool one = std::all_of(resolutions.begin(), resolutions.end(), [&](const Resolution& other) { return other.date == first.date; });
        const bool time = first.type == TimexType::date && first.date.dated() && first.anchor.empty();  // "Monday" leans on other words
        const auto latest = first.date.latest();
        return one && time && latest && (!said_ || *latest <= *said_) ? &first : nullptr;
    }

    /// The first sentence below such a heading.
    bool is_headed(std::uint32_t index) const {
        if (!lone_ || index != lone_sentence_ + 1) return false;
        const std::uint32_t heading = dated_.sentences[lone_sentence_].block, block = dated_.sentences[index].block;
        const BlockKind kind = document_.blocks[block].kind;
        return block == heading + 1 && (kind == BlockKind::paragraph || kind == BlockKind::list_item) && document_.blocks[block].stated.empty();
    }

    static std::vector<TokenRange> ranges_of(const Resolutions& resolutions) {
        std::vector<TokenRange> ranges;
        for (const Resolution& resolution : resolutions) ranges.push_back({resolution.first, resolution.last});
        return ranges;
    }

    /// The event words of the sentence that no words of it date, with the days that their surroundings give.
    void context_events(std::uint32_t index, const Tree& tree, const Block& block, const Resolutions& resolutions, const std::vector<TokenRange>& phrases) {
        const Sentence& sentence = tree.sentence();
        const auto known_end = mentions_.size();
        around_.told.enter_sentence(index);
        around_.past.clear();
        for (const Resolution& resolution : resolutions)
            if (resolution.timex_value == "PAST_REF" && !resolution.date.dated()) around_.past.push_back(word_of_date(text_, tree, resolution, resolutions));
        if (!word_dates_.empty()) word_dates_ = dates_of_words(text_, tree, block.kind, resolutions, said_, std::move(word_dates_));
        for (std::uint32_t i = 0; i < sentence.tags.size(); ++i) {
            if (!is_event_word(text_, tree, i) || in_any(phrases, i)) continue;
            const auto end = mentions_.begin() + static_cast<std::ptrdiff_t>(known_end);
            const auto known = std::find_if(mentions_.begin() + static_cast<std::ptrdiff_t>(sentence_start_), end,
                                            [&](const Mention& mention) { return mention.trigger == sentence.tokens[i].span; });
            if (known != end && known->date.dated()) continue;
            if (known != end) {
                date_by_context(text_, tree, i, around_, *known);
                continue;
            }
            WordDate shared;
            if (const Resolution* resolution = date_behind(text_, sentence, i, resolutions)) shared = {resolution, &resolution->date};
            else if (i < word_dates_.size()) shared = word_dates_[i];
            Mention mention = about(tree, i, shared.date ? *shared.date : Date(), phrases);
            if (shared.date) {
                mention.role = DateRole::context;
                give_evidence(mention, *shared.resolution);
            } else date_by_context(text_, tree, i, around_, mention);
            mentions_.push_back(std::move(mention));
        }
        for (auto i = sentence_start_; i < known_end; ++i) around_.told.take(mentions_[i], leads(tree, mentions_[i].trigger));
    }

    /// The word at the top of the sentence, or one beside it.
    static bool leads(const Tree& tree, Span trigger) {
        const auto token = tokens_of(tree.sentence(), trigger).first;
        const auto relation = tree.relation(token);
        return relation == Relation::root || (relation == Relation::conj && tree.relation(static_cast<std::uint32_t>(tree.head(token))) == Relation::root);
    }

    /// "He did not speak at the meeting on 3 May": the meeting, which was held all the same.
    void given_event(const Tree& tree, const Block& block, const Resolution& resolution, TokenRange expression, const std::vector<TokenRange>& phrases) {
        static constexpr FixedWords leads{"at", "in", "during", "after", "before"};
        static constexpr FixedWords known{"the", "this", "that", "these", "those", "his", "her", "its", "their", "our"};
        constexpr std::uint32_t longest = 5;
        const Sentence& sentence = tree.sentence();
        if (mentions_.back().modality != Modality::negated) return;
        if (is_dated_subject(tree, expression)) {
            mentions_.back().modality = Modality::asserted;
            return;
        }
        const auto noun = dating_phrase(text_, sentence, expression).first - 1;
        if (noun + 1 == 0 || noun + 1 == expression.first || !is_noun(sentence.tags[noun]) || !is_event_noun(lemma_of(text_, sentence, noun))) return;
        if (tokens_of(sentence, mentions_.back().trigger).first >= noun && noun > longest) return;
        auto first = noun;
        while (first > 0 && noun - first < longest && (is_noun(sentence.tags[first]) || sentence.tags[first] == Tag::JJ)) --first;
        if (first == 0 || !known.has(word_of(text_, sentence, first)) || !leads.has_in_any_case(word_of(text_, sentence, first - 1)))
            return;
        const auto before = mentions_.size();
        add(tree, block, resolution, resolution.date, expression, noun, phrases);
        if (mentions_.size() > before) mentions_.back().modality = Modality::asserted;
    }

    /// "A strike of the pilots on 17 July did not help": there was one; not "the meeting of 17 July did not take place".
    bool is_dated_subject(const Tree& tree, TokenRange expression) const {
        const Sentence& sentence = tree.sentence();
        const auto noun = tokens_of(sentence, mentions_.back().trigger).first;
        if (!tree.parsed() || !is_noun(sentence.tags[noun]) || tree.relation(noun) != Relation::nsubj || !tree.subtree(noun).contains(expression.first)) return false;
        const std::string verb = lemma_of(text_, sentence, static_cast<std::uint32_t>(tree.head(noun)));
        return verb != "take" && verb != "occur" && !word_list("coming_about").has(verb);
    }

    /// "nine days after the bank failed": the failing, dated by counting back.
    void governed_event(const Tree& tree, const Block& block, const Resolution& resolution, const std::vector<TokenRange>& phrases) {
        const Sentence& sentence = tree.sentence();
        const TokenRange range = tokens_of(sentence, resolution.governed);
        if (range.empty()) return;
        auto trigger = tree.top_of(range);
        if (trigger == no_token) trigger = static_cast<std::int32_t>(range.first);
        const ToldAlone alone(text_, tree, range, static_cast<std::uint32_t>(trigger));
        const std::vector<std::uint32_t>& triggers = alone.triggers();
        for (std::size_t i = 0; i < triggers.size(); ++i) {
            const auto before = mentions_.size();
            add(tree, block, resolution, resolution.other, {resolution.first, resolution.last}, triggers[i], phrases);
            if (mentions_.size() > before)
                if (std::string told = alone.headline(triggers[i], phrases, before_); !told.empty()) mentions_.back().headline = std::move(told);
            if (triggers.size() == 1 || mentions_.size() == before) continue;
            // Each with the words that date them, and none of what the next one tells.
            const auto last = i + 1 < triggers.size() ? triggers[i + 1] - 1 : range.last - 1;
            const auto end = i + 1 < triggers.size() && sentence.tags[last] == Tag::CC ? last - 1 : last;
            mentions_.back().quote = {resolution.span.begin, sentence.tokens[end].span.end};
        }
    }

    /// "..., hours before the rebels took the town": with no more than the words that tell it.
    void within_hours(const Tree& tree, const Block& block, const Resolution& resolution, TokenRange expression, const std::vector<TokenRange>& phrases) {
        const auto verb = tree.parsed() ? verb_within_hours(text_, tree, expression) : no_token;
        const auto before = mentions_.size();
        if (verb == no_token) return;
        add(tree, block, resolution, resolution.date, expression, static_cast<std::uint32_t>(verb), phrases);
        const auto first = expression.last + (word_of(text_, tree.sentence(), expression.last) == "," ? 1 : 0);
        if (mentions_.size() > before) mentions_.back().quote.begin = tree.sentence().tokens[first].span.begin;
    }

    void add(const Tree& tree, const Block& block, const Resolution& resolution, const Date& date, TokenRange expression, std::uint32_t trigger,
             const std::vector<TokenRange>& phrases) {
        if (is_non_event(text_, tree, block.kind, expression, trigger) || is_habit(text_, tree, expression, trigger)) return;
        if (trigger < word_dates_.size() && !word_dates_[trigger].date) word_dates_[trigger] = {&resolution, &date};
        const std::optional<Date> ahead = arranged(tree, block, resolution, trigger);
        Mention mention = about(tree, trigger, ahead ? *ahead : date, phrases, dating_phrase(text_, tree.sentence(), expression));
        give_evidence(mention, resolution);
        if (std::string told = mention.kind == EventKind::state ? told_set_apart(text_, tree, expression) : std::string(); !told.empty()) mention.headline = std::move(told);
        if (ahead) mention.evidence.alternatives = {date.edtf};
        if (mention.modality == Modality::negated && (has_lapsed(tree.sentence(), mention, expression, trigger) || stands_in_its_place(text_, tree.sentence(), expression)))
            mention.modality = Modality::asserted;
        if (founds_event(mention) && would_be_then(text_, tree.sentence(), expression)) mention.modality = Modality::hypothetical;
        if (founds_event(mention) && is_of_denied_clause(text_, tree.sentence(), expression, trigger)) mention.modality = Modality::denied;
        if (is_called_off(text_, tree, expression, trigger, mention.kind == EventKind::plan)) mention.modality = Modality::negated;
        if (said_as_of(tree.sentence(), expression)) mention.role = DateRole::as_of;
        for (auto i = sentence_start_; i < mentions_.size(); ++i) {
            Mention& other = mentions_[i];
            if (other.trigger != mention.trigger || (other.modality != mention.modality && other.date != mention.date)) continue;
            if (other.date == mention.date) return;
            const TokenRange told = tokens_of(tree.sentence(), other.evidence.span);
            if (const auto days = days_in_a_row(text_, tree.sentence(), told, other.date, expression, mention.date)) {
                other.date = *days;
                other.evidence.span.end = mention.evidence.span.end;
                other.evidence.words = words(text_, other.evidence.span);
                return;
            }
            const bool no_more = says_no_more(mention.date, other.date), more = says_no_more(other.date, mention.date);
            if ((!no_more && !more) || is_parted(text_, tree, trigger, expression, told)) continue;
            if (no_more) return;
            other = std::move(mention);
            return;
        }
        mentions_.push_back(std::move(mention));
    }

    /// "The last fair of the year was on Sunday": the year says among how many, the Sunday when.
    bool is_among_how_many(const Tree& tree, const Resolutions& resolutions, std::size_t place) const {
        static constexpr FixedWords periods{"year", "season", "month", "week", "summer", "winter", "spring", "autumn"};
        const TokenRange expression{resolutions[place].first, resolutions[place].last};
        const auto word = [&](std::uint32_t i) { return word_of(text_, tree.sentence(), i); };
        if (expression.first == 0 || word(expression.first - 1) != "of" || word(expression.first) != "the" || !periods.has(word(expression.last - 1))) return false;
        const auto is_day = [](const Resolution& other) { return other.date.dated() && other.date.precision == Precision::day && other.type != TimexType::set; };
        return std::any_of(resolutions.begin(), resolutions.end(), is_day) && says_how_far(text_, tree, expression);
    }

    /// "Trains have not run since Tuesday": that they do not is so since then. Not "no case has been found since May".
    bool has_lapsed(const Sentence& sentence, const Mention& mention, TokenRange expression, std::uint32_t trigger) const {
        const Clause* clause = clause_at(sentence, trigger);
        const auto first = dating_phrase(text_, sentence, expression).first;
        if (!mention.date.open_end || !clause || (clause->tense != Tense::perfect && clause->tense != Tense::pluperfect) || word_of(text_, sentence, first) != "since") return false;
        return SentenceWords(text_, sentence).is_negated(trigger);
    }

    /// "The council decides on Thursday": of the two Thursdays the one to come, where the verb is in the present; headlines and captions tell so of what was.
    /// "The crews vote from Monday to Friday": both days.
    std::optional<Date> arranged(const Tree& tree, const Block& block, const Resolution& resolution, std::uint32_t trigger) const {
        const bool running = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
        if (!running || !said_ || resolution.alternatives.size() != 1 || !resolution.date.start_min || *resolution.date.start_min > *said_) return std::nullopt;
        const Clause* clause = clause_at(tree.sentence(), trigger);
        const Tag tag = tree.sentence().tags[trigger];
        if (!clause || clause->head != trigger || clause->tense != Tense::present || (tag != Tag::VBZ && tag != Tag::VBP)) return std::nullopt;
        const DateResult other = parse_date(resolution.alternatives.front());
        constexpr Day week = 7;
        if (!other.date || !other.date->start_min || !other.date->end_max || !resolution.date.end_max || *other.date->start_min <= *said_) return std::nullopt;
        if (*other.date->start_min > *said_ + week) return std::nullopt;
        const DayRange days{*resolution.date.start_min, *resolution.date.end_max};
        const bool of_range = other.date->start_min == other.date->end_max && days.first != days.last;
        return of_range ? point_in(edtf_of({days.first + week, days.last + week})) : *other.date;
    }

    void give_evidence(Mention& mention, const Resolution& resolution) const {
        mention.evidence = {resolution.span, std::string(words(text_, resolution.span)), resolution.rule, resolution.anchor, resolution.alternatives};
        mention.confidence = resolution.confidence;
    }

    Mention about(const Tree& tree, std::uint32_t trigger, const Date& date, const std::vector<TokenRange>& phrases, TokenRange phrase = {}) const {
        Mention mention;
        mention.date = date;
        set_trigger(mention, text_, tree, trigger, phrases);
        mention.quote = quote_of(tree, trigger);
        mention.kind = event_kind(text_, tree, trigger, date, said_, phrase);
        add_beginning(mention, text_, tree, trigger);
        mention.modality = event_modality(text_, tree, trigger);
        mention.attributed_to = without_bidi_controls(attribution(text_, tree, trigger, mention.kind, phrases, before_));
        mention.headline = headline(text_, tree, trigger, phrases, before_, mention.attributed_to, phrase);
        mention.numbers = figures(text_, tree, clause_range(tree, trigger), phrases);
        return mention;
    }

    /// The sentence, or of a very long one the clause of the trigger.
    Span quote_of(const Tree& tree, std::uint32_t trigger) const {
        const Sentence& sentence = tree.sentence();
        if (code_points(words(text_, sentence.span)) <= quote_limit) return sentence.span;
        const TokenRange range = clause_range(tree, trigger);
        const Span clause{sentence.tokens[range.first].span.begin, sentence.tokens[range.last - 1].span.end};
        return code_points(words(text_, clause)) <= quote_limit ? clause : mention_words(sentence, trigger);
    }

    Span mention_words(const Sentence& sentence, std::uint32_t trigger) const {
        const auto first = trigger < 20 ? 0 : trigger - 20;
        const auto last = std::min<std::size_t>(sentence.tokens.size(), trigger + 20);
        return {sentence.tokens[first].span.begin, sentence.tokens[last - 1].span.end};
    }

    TokenRange clause_range(const Tree& tree, std::uint32_t trigger) const {
        if (tree.parsed()) {
            const auto range = tree.subtree(trigger);
            return range.last - range.first > 1 ? range : TokenRange{0, static_cast<std::uint32_t>(tree.sentence().tokens.size())};
        }
        if (const Clause* clause = clause_at(tree.sentence(), trigger)) return {clause->first, clause->last};
        return {0, static_cast<std::uint32_t>(tree.sentence().tokens.size())};
    }

    /// A sentence that tells an event but no date: kept, and dated by one before it that only says when, or by the entry of a live page if it stands in one.
    void undated_event(const Tree& tree, const Block& block, std::uint32_t index, const Resolutions& resolutions) {
        if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item && block.kind != BlockKind::caption) return;
        const Sentence& sentence = tree.sentence();
        const bool headed = lone_heading_ && is_headed(index);
        for (const Clause& clause : sentence.clauses) {
            const bool told = clause.tense == Tense::past || (headed && clause.tense == Tense::present) || clause.tense == Tense::perfect || clause.tense == Tense::pluperfect;
            if (!told || clause.subordinate || clause.modality != Modality::asserted) continue;
            if (clause.head >= sentence.tags.size() || !is_verb(sentence.tags[clause.head])) continue;
            Mention mention = about(tree, clause.head, {}, {});
            if (mention.kind == EventKind::state || mention.modality != Modality::asserted) continue;
            const bool alone = !lone_heading_ && clause.tense == Tense::past && lone_ && index == lone_sentence_ + 1;
            if (headed || (alone && dated_.sentences[lone_sentence_].block == sentence.block)) {
                mention.date = lone_->date;
                give_evidence(mention, *lone_);
            }
            if (clause.tense == Tense::past && !mention.date.dated() && harm_.may_have_toll_in(sentence, index, resolutions))
                harm_.date_toll(mention, index);
            if (clause.tense == Tense::perfect && entry_.dated()) {  // "has been declared": as it happens
                mention.date = entry_;
                mention.evidence = {entry_span_, std::string(words(text_, entry_span_)), "live_entry", "time of the entry", {}};
            }
            if (mentions_.size() > sentence_start_ && !mention.date.dated()) return;  // what the sentence dates is enough
            if (!mention.date.dated()) {
                undated_ = mentions_.size();
                undated_sentence_ = index;
            }
            mentions_.push_back(std::move(mention));
            return;
        }
    }

    bool said_as_of(const Sentence& sentence, TokenRange expression) const {
        for (std::uint32_t i = expression.first; i > 0 && i + 5 > expression.first; --i)
            if (i >= 2 && fold(words(text_, sentence.tokens[i - 2].span)) == "as" && words(text_, sentence.tokens[i - 1].span) == "of") return true;
        return false;
    }

    void enter_block(std::uint32_t index) {
        if (index == block_ && block_known_) return;
        block_known_ = true;
        // Blocks are entered in order; an entry's time holds until the next entry or day heading.
        for (auto i = block_seen_; i <= index && i < document_.blocks.size(); ++i) {
            const Block& block = document_.blocks[i];
            if (block.stated.empty()) continue;
            if (const auto stated = parse_date(block.stated); stated.date) {
                entry_ = *stated.date;
                entry_span_ = block.span;
            }
        }
        block_seen_ = index + 1;
        block_ = index;
        said_ = entry_.dated() ? entry_.latest() : dated_.anchor.date.latest();
        around_.written = entry_.dated() ? entry_ : dated_.anchor.date;
        around_.written_by =
            entry_.dated() ? "entry of " + entry_.edtf : "published " + dated_.anchor.date.edtf + " (" + std::string(to_string(dated_.anchor.basis)) + ")";
        around_.told.enter_block();
        around_.narrative = dated_.narrative;
    }

    const Document& document_;
    const DatedText& dated_;
    std::string_view text_;
    const bool every_event_;
    std::vector<Mention> mentions_;
    std::size_t sentence_start_ = 0;  // mentions before those of the sentence at hand
    ReferentBefore before_;           // what a pronoun of the sentence at hand may mean
    std::optional<Day> said_;         // last day on which the words of the block were written: of the live entry, else of the document
    Date entry_;
    std::optional<Resolution> lone_;  // the date of a sentence or heading that says nothing else
    bool lone_heading_ = false;
    std::uint32_t lone_sentence_ = 0;
    std::optional<std::size_t> undated_;  // the mention that a sentence without a date told last
    std::uint32_t undated_sentence_ = 0;
    TakenUp taken_up_;
    HarmTold harm_;                   // what a toll may be of
    Surroundings around_;          // of the block at hand
    std::vector<WordDate> word_dates_;  // of the sentence at hand; empty where it has none or only a timeline is asked for
    Span entry_span_;
    std::uint32_t block_ = 0, block_seen_ = 0;
    bool block_known_ = false;
};

}  // namespace

std::vector<Mention> find_mentions(const Document& document, const DatedText& dated, Reach reach) {
    return MentionFinder(document, dated, reach).all();
}

}  // namespace annals
