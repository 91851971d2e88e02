#include "importers/extract/dates/resolve.h"

#include "core/text/fixed_words.h"
#include "importers/extract/dates/asides.h"
#include "importers/extract/dates/beside.h"
#include "importers/extract/dates/bracket_aside.h"
#include "importers/extract/dates/business_year.h"
#include "importers/extract/dates/carried_year.h"
#include "importers/extract/dates/counted_from.h"
#include "importers/extract/dates/distances.h"
#include "importers/extract/dates/entry_clock.h"
#include "importers/extract/dates/flashbacks.h"
#include "importers/extract/dates/frames.h"
#include "importers/extract/dates/genre.h"
#include "importers/extract/dates/going_on.h"
#include "importers/extract/dates/leaning.h"
#include "importers/extract/dates/named_aside.h"
#include "importers/extract/dates/night_of_story.h"
#include "importers/extract/dates/of_writing.h"
#include "importers/extract/dates/outlook.h"
#include "importers/extract/dates/page_stamps.h"
#include "importers/extract/dates/resolution_of.h"
#include "importers/extract/dates/retold_event.h"
#include "importers/extract/dates/retold_reading.h"
#include "importers/extract/dates/said_in_block.h"
#include "importers/extract/dates/settled_pair.h"
#include "importers/extract/dates/table_rows.h"
#include "importers/extract/dates/told_aside.h"
#include "importers/extract/dates/told_clock.h"
#include "importers/extract/dates/told_story.h"
#include "importers/extract/dates/weekday_headings.h"
#include "importers/extract/matching/words_around.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace annals {
namespace {

// Whether a reading names a moment that "that year" or "two days later" can point back to.
bool can_be_mentioned(const Read& read) {
    const MeaningKind kind = read.match.meaning.kind;
    return read.reading.moment && (kind == MeaningKind::date || kind == MeaningKind::period || kind == MeaningKind::shift);
}

class Resolver {
public:
    Resolver(const Document& document, std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches, const Anchor& anchor,
             const RuleSet& rules)
        : document_(document),
          sentences_(sentences),
          matches_(matches),
          rules_(rules) {
        narrative_ = is_narrative(document.text, sentences, matches, anchor);
        LookedUp at{document.text, &rules.lexicon};
        keeps_told_ = std::any_of(matches.begin(), matches.end(), [&](const SentenceMatches& in) {
            at.tokens = &sentences[in.sentence].tokens;
            return std::any_of(in.matches.begin(), in.matches.end(),
                               [&](const Match& match) { return is_clock_alone(match.meaning) || is_weekday_told(match.meaning) || counts_from(at, match); });
        });
        twelve_hours_ = is_of_twelve_hours(matches);
        published_ = "published " + anchor.date.edtf + " (" + std::string(to_string(anchor.basis)) + ")";
        setting_.fiscal_start = business_year_start(document.text, sentences, matches);
        setting_.day_first = is_day_first(matches, document.language);
        if (anchor.date.dated() && anchor.date.start_min && anchor.date.start_min == anchor.date.start_max) {
            said_ = moment_of_day(*anchor.date.start_min);
            stamps_.find(document.text, rules, sentences, matches, *anchor.date.start_min);
            if (anchor.date.utc_offset.value_or(0) != 0) clock_offset_ = anchor.date.utc_offset;
        } else if (anchor.date.dated()) {
            said_ = stated_moment(anchor.date.edtf);
        }
    }

    std::vector<Resolution> run() {
        constexpr std::uint32_t far_from_front = 2;
        std::vector<Resolution> resolutions;
        std::size_t size = 0;
        for (const SentenceMatches& in : matches_) size += in.matches.size();
        resolutions.reserve(size);
        std::vector<Read> reads;
        Before before;
        LookedUp at{document_.text, &rules_.lexicon};
        for (const SentenceMatches& in : matches_) {
            if (in.matches.empty()) continue;
            Sentence& sentence = sentences_[in.sentence];
            at.tokens = &sentence.tokens;
            enter_block(sentence, in);
            reads.clear();
            asides_ = find_asides(at, rules_.tense_words.had);
            looks_back_ = asides_.had_in_main;
            if (bracket_.is_open()) bracket_.leave(whereabouts());
            before.mention = looks_back_ ? setting_.mention : main_line_;
            before.going_on.reset();
            if (year_.is_named_before(sentence, in.sentence) && goes_on_with_subject(at) && !tells_end(document_.text, sentences_[in.sentence - 1]))
                before.going_on = setting_.story;
            moments_.enter_sentence(setting_);
            reads.resize(in.matches.size());
            for (std::size_t i = 0; i < reads.size(); ++i)
                read(at, sentence, in.matches[i], i > 0 ? &reads[i - 1] : nullptr, in.sentence, std::span(in.matches).subspan(i + 1), reads[i]);
            before.said = setting_.said ? &*setting_.said : nullptr;
            take_days_behind(at, reads);
            settle_daily_clocks(at, reads);
            frame_dates(at, reads, before);
            if (keeps_told_) {
                date_distances(at, reads, told_, setting_, before, retold_.day(), ahead_);
                settle_clocks_of_distances(at, reads);
                settle_behind_distances(at, reads, setting_, before);
                const bool counts = std::any_of(reads.begin(), reads.end(), [&](const Read& read) { return counts_from(at, read.match); });
                if (counts) retold_.count_from(in.sentence);
                if (tells_here(sentence)) told_.tell(at, reads);
                tell_on(at, in);
                go_on_with_distance(at, reads, in.sentence);
                if (reads.size() == 1 || reads.back().match.first <= far_from_front) go_on_from_distance(at, reads.back(), in.sentence);
                else if (const Read& outer = reads[reads.size() - 2]; outer.governed.contains(sentence.tokens[reads.back().match.first].span))
                    go_on_from_distance(at, outer, in.sentence);  // "on the Monday after the defeat of 3 May"
                const Read& last = reads.back();
                if (last.match.meaning.base == base::birth && last.reading.moment) go_on_from(*last.reading.moment, in.sentence);
            }
            const NamedLast last{setting_.mention, mention_sentence_, mention_block_, had_mention_, in.sentence, sentence.block, looks_back_, narrative_};
            const bool ended = in.sentence > 0 && tells_death(document_.text, sentences_[in.sentence - 1]);
            if (const auto on = date_lengths(at, reads, setting_, last, ended)) go_on_from(*on, in.sentence);
            for (Read& read : reads) resolutions.push_back(resolution_of(sentence, in.sentence, read, {published_, said_by_}));
        }
        return resolutions;
    }

    /// Whether a sentence counts from what was not told before it.
    bool asks_ahead() const { return ahead_.asked > 0; }
    const ToldEvents& told() const { return told_; }
    void know_ahead(const ToldEvents& told) { ahead_.events = &told; }

private:
    // The day on which the words of a block were written: a live entry's own, a dated caption's own, else the document's.
    void enter_block(const Sentence& sentence, const SentenceMatches& in) {
        if (block_ && *block_ == sentence.block) return;
        for (std::uint32_t block = block_ ? *block_ + 1 : 0; block <= sentence.block; ++block)
            if (document_.blocks[block].kind == BlockKind::heading) {
                told_story_.enter_section();
                ++section_;
                new_section_ = true;
            }
        block_ = sentence.block;
        const auto first = static_cast<std::size_t>(&in - matches_.data());
        own_block_ = said_ && said_->grain <= unit::day && is_of_own_time(sentences_, matches_, first, to_civil(said_->days.first).year);
        setting_.said = today_ ? today_ : said_;
        said_by_ = today_ ? "\"it is " + today_->timex + "\"" : std::string();
        const Block& block = document_.blocks[sentence.block];
        entry_ = entry_clock(block);
        if (is_in_entry(block) && block.stated != stated_) {  // another entry: its clocks are of its own day
            stated_ = block.stated;
            setting_.mention.reset();
            main_line_.reset();
        }
        if (auto own = said_in_block(document_, sentence.block, in, setting_.day_first)) {
            setting_.said = std::move(own->moment);
            said_by_ = std::move(own->by);
        }
    }

    // "He walked out on 23 March. He left a letter on the desk.": what is told next is of that day too, and "the night of the letter" may count from it.
    void tell_on(const LookedUp& at, const SentenceMatches& in) {
        constexpr std::uint32_t most = 2;  // sentences
        if (looks_back_ || mention_sentence_ != in.sentence || setting_.mention->grain > unit::day) return;
        const std::uint32_t next_dated = &in == &matches_.back() ? static_cast<std::uint32_t>(sentences_.size()) : (&in + 1)->sentence;
        for (std::uint32_t i = in.sentence + 1; i < next_dated && i <= in.sentence + most && sentences_[i].block == in_block(in); ++i)
            told_.tell_on({at.text, at.lexicon, &sentences_[i].tokens}, *setting_.mention);
    }

    std::uint32_t in_block(const SentenceMatches& in) const { return sentences_[in.sentence].block; }

    Whereabouts whereabouts() { return {setting_.story, setting_.mention, main_line_}; }

    // `before` is the expression before it in its sentence, null for none; `index` the number of that.
    // `later` are the expressions behind it.
    void read(const LookedUp& at, const Sentence& sentence, const Match& match, Read* before, std::uint32_t index, std::span<const Match> later, Read& read) {
        bracket_.come_to(at, match, index, asides_.first_bracket, whereabouts());
        looks_back_ = asides_.had_in_main || (match.first >= asides_.begin && match.first < asides_.end);
        read.match = match;
        Meaning& m = read.match.meaning;
        if (said(m.early) && said(m.year) && goes_on_before_christ(m, setting_.mention)) m.era = era::bc;
        const bool in_diary = today_.has_value();
        const Standpoint standpoint{said_, setting_.mention, asides_, looks_back_, in_diary, stamps_.beyond(), coming_months_};
        const Outlook look = outlook_of(at, sentence, match, before, standpoint, rules_);
        read.direction = look.direction;
        read.aside = look.aside;
        if (look.of_year_before) m.which = which::previous;
        if (const auto story = look_back_.come_back(read, setting_, sentence.block, looks_back_)) {
            setting_.story = setting_.mention = story;
            had_mention_ = false;
        }
        const bool within = m.which == which::the && is_behind(at, match.first, "within");
        std::optional<Moment> mention_aside;  // of the setting, while the meaning is read without it
        if (within) {
            m.which = which::that;
            mention_aside = setting_.mention;
            if (!looks_back_) setting_.mention = main_line_;
        }
        const bool just_mentioned = mention_sentence_ != 0xffffffff && index <= mention_sentence_ + 1;
        if (look.told_past && just_mentioned && is_end_of_told_year(at, read, setting_)) m.which = which::that;
        const CountingPlace place{index, mention_sentence_, main_line_, looks_back_, had_mention_, is_close_to_mention(index), main_line_block_ == sentence.block};
        CountedFrom from = moments_.find(at, match, before, read, setting_, told_, place);
        if (!from.another && !entry_) from.moment = clocks_.day_of(at, match, before, read.direction, setting_, told_);
        from.another = from.another || from.moment.has_value();
        if (from.another) setting_.mention.swap(from.moment);
        const bool carried = read_in_setting(at, sentence, match, before, index, look, read);
        if (auto behind = named_aside_.reading_behind(read, index, looks_back_, setting_)) read.reading = std::move(*behind);
        read_for_report(at, later, setting_, read);
        if (retold_.day() && sentence.tokens.size() == 1)
            if (auto headed = reading_of_heading(document_, sentences_, index, match, *retold_.day(), rules_)) read.reading = std::move(*headed);
        if (document_.blocks[sentence.block].kind == BlockKind::table_row) rows_.settle(sentence.block, setting_, read);
        if (within) setting_.mention = std::move(mention_aside);
        if (from.another) setting_.mention.swap(from.moment);
        const bool second_clock = settle_clocks(at, sentence, match, before, index, read);
        if (before) settle_pair(at, *before, read, setting_, {said_, counted_from_});
        take_for_setting(read, look);
        if (is_jubilee(match.meaning) && narrative_ && !read.aside) moments_.look_back_to(read.reading.moment);
        if (read.aside && read.reading.moment) moments_.name_unreal(*read.reading.moment, index);
        const bool of_another = m.kind != MeaningKind::duration && counts_from(at, match);  // "the day after the vote": distances.cpp
        if (read.aside || of_another || second_clock || !can_be_mentioned(read)) return;
        if (tells(sentence, match) && !is_coming_deadline(at, read)) go_on_with(at, sentence, read, index, carried, before);
    }

    // Reads the meaning. Whether it was taken for one of the year told of before.
    bool read_in_setting(const LookedUp& at, const Sentence& sentence, const Match& match, Read* before, std::uint32_t index,
                         const Outlook& look, Read& read) {
        const Meaning& m = read.match.meaning;
        setting_.direction = look.read_as;
        setting_.deadline = look.deadline;
        setting_.until = look.until;
        setting_.before_that = look.before_that;
        setting_.may_be_before = look.may_be_before;
        setting_.looks_back = looks_back_;
        const bool told_here = year_.is_of_block(sentence.block);
        const bool of_our_year = before && ends_our_year(at, *before, match, looks_back_) && is_near_story(setting_);
        const HistoryPlace place{looks_back_, new_section_, own_block_, told_here, year_.is_of_writing(), of_our_year};
        setting_.narrative = narrative_ && !is_told_by_writing(at, read, before, setting_, place);
        const bool comes_yearly = is_yearly(at, match) && (!narrative_ || retold_.day());
        const bool goes_back = retold_.goes_back(at, sentence, index, read, before, setting_) || (comes_yearly && retold_.day());
        const bool behind_jubilee = jubilee_told_ && is_weekday_alone(match.meaning) && !said(match.meaning.which);
        const bool own_day = behind_jubilee || retold_.is_of_writing(sentence, read, setting_) || is_of_speaker(at, match, setting_);
        const bool by_writing = !goes_back && (comes_yearly || own_day);
        if (goes_back) setting_.narrative = true;
        if (by_writing) setting_.narrative = false;
        const bool may_be_carried = !narrative_ && !of_our_year && !goes_back && !by_writing;
        const bool carried = may_be_carried && year_.carries_on(sentence, index, read, setting_);
        const bool carried_if_past = may_be_carried && !carried && year_.may_carry_on(sentence, index, read, setting_);
        if (carried) setting_.narrative = true;
        const bool goes_on = may_be_carried && !carried && setting_.said && (!own_block_ || told_here);
        if (said(m.unit) && m.kind == MeaningKind::duration && m.unit >= unit::month && said(m.n)) long_period_ = index;
        std::optional<Moment> quarter_aside;
        // "in the first nine months ... a year earlier" compares no quarters
        if (long_period_ == index) setting_.quarter.swap(quarter_aside);
        const bool in_retold = !before && retold_.goes_on(sentence, read, setting_);
        std::optional<Reading> retold;
        if (goes_back) retold = reading_in_retold(at, m, retold_, setting_);
        else if (in_retold && !setting_.narrative && !of_our_year && !by_writing) retold = reading_on_in_retold(at, m, retold_, setting_);
        if (retold) read.reading = std::move(*retold);
        const bool elsewhere = retold || read_in_story(at, sentence, match, before, index, goes_on, read);
        if (long_period_ == index) setting_.quarter.swap(quarter_aside);
        if (had_mention_ && !looks_back_ && mention_block_ == sentence.block && index <= mention_sentence_ + 1) go_on_behind_had(read, setting_);
        if (retold) setting_.narrative = true;
        if (carried_if_past && !elsewhere) CarriedYear::carry_if_past(read, setting_);
        if (!narrative_ && !goes_back && !by_writing) year_.settle_by_month(sentence, index, read, setting_);
        year_.settle_by_feast(sentence, read, setting_);
        const std::uint32_t blocks = mention_sentence_ == 0xffffffff ? 0xffffffff : sentence.block - mention_block_;
        const LeaningPlace leaning{index, static_cast<std::uint32_t>(sentences_.size()), blocks, main_line_, year_.is_named(),
                                   year_.is_named_before(sentence, index), year_.is_of_block(sentence.block), narrative_, before, before && is_range(at, before->match, match)};
        const bool stays = retold || (in_retold && is_long_after(read.reading.moment, retold_, setting_));
        if (auto instead = stays ? std::nullopt : reading_by_writing(m, read.reading, setting_, leaning)) read.reading = std::move(*instead);
        if (before) settle_name_of_day(at, *before, read);
        return carried;
    }

    // Reads the meaning in the story that it is of; `goes_on`: that may be the one told of day by day. Whether another was put in place of
    // the setting's.
    bool read_in_story(const LookedUp& at, const Sentence& sentence, const Match& match, Read* before, std::uint32_t index, bool goes_on,
                       Read& read) {
        const Meaning& m = read.match.meaning;
        std::optional<Moment> of_night;
        const bool night_of_story = is_night_of_story(sentence, index, read);
        if (night_of_story) {
            of_night = setting_.mention;
            setting_.narrative = true;
            setting_.story.swap(of_night);
        }
        std::optional<Moment> told;  // in place of the story, which an aside may have moved
        const bool in_counted_year = before && is_in_year_before(at, *before, match, read);
        const bool in_told_story = !in_counted_year && goes_on && !is_by_writing(m, read.direction) &&
                                   told_story_.may_go_on(at, sentence, index, read, looks_back_);
        if (in_counted_year || in_told_story) {
            told = in_counted_year ? before->reading.moment : told_story_.last();
            setting_.narrative = true;
            setting_.story.swap(told);
        }
        read.reading = read_meaning(m, setting_);
        if (night_of_story) setting_.story.swap(of_night);
        if (!told) return false;
        setting_.story.swap(told);
        if (in_counted_year) {
            const std::string_view leading = at.word(match.first - 1);
            if (read.reading.moment && leading != "before" && leading != "after") before->reading.moment = read.reading.moment;
        } else if (!read.reading.moment || !told_story_.comes_next(sentence, *read.reading.moment, *setting_.said, looks_back_)) {
            setting_.narrative = false;
            read.reading = read_meaning(m, setting_);
        }
        return true;
    }

    // "They set out on 11 August. They spent the night on a ledge", told the year after
    bool is_night_of_story(const Sentence& sentence, std::uint32_t index, const Read& read) const {
        constexpr std::uint32_t close_by = 3;
        if (!said(read.match.meaning.to_n) || read.direction >= 0 || !setting_.said || !setting_.mention) return false;
        const bool told_here = sentence.block == mention_block_ || (retold_.day() && sentence.block == mention_block_ + 1);
        if (!told_here || index > mention_sentence_ + close_by) return false;
        return setting_.mention->grain <= unit::day && setting_.mention->days.last < setting_.said->days.first - 2;
    }

    // Gives clocks their day and offset. Whether this one is an instant by the clock of a second place.
    bool settle_clocks(const LookedUp& at, const Sentence& sentence, const Match& match, Read* before, std::uint32_t index, Read& read) {
        if (entry_) settle_by_entry(read.match, *entry_, read.direction, twelve_hours_, read.reading);
        const bool stamped = stamps_.settle(index, match, read.reading) || stamps_.is_in(index);
        const bool second_clock = before && settle_second_clock(at, stamped, *before, read);
        const bool just_named = mention_sentence_ + 1 == index && sentence.block == mention_block_;
        const std::optional<Moment>* evening = before ? &before->reading.moment : just_named ? &setting_.mention : nullptr;
        const StoryPlace place{sentence.block, index};
        const bool of_story = !second_clock && !stamped && !entry_ && !looks_back_;
        if (!second_clock && !looks_back_ && ((evening && is_past_midnight(*evening, read)) || night_.is_morning_after(at, before, read) || (of_story && night_.is_over_midnight(read, place))))
            turn_to_day_after(read.reading);
        if (const auto minute = of_story ? night_.minute_told_next(read, place) : std::nullopt) read.reading.moment->edtf.date.minute = minute;
        if (clock_offset_) give_offset(at, match, *clock_offset_, said_->days.first, read.reading);
        return second_clock;
    }

    // What a reading says of those to come: the business quarter, the diary's day, a month that is ahead.
    void take_for_setting(const Read& read, const Outlook& look) {
        constexpr Day lately = 250;
        const Meaning& m = read.match.meaning;
        const std::optional<Moment>& moment = read.reading.moment;
        if (!moment || !setting_.said) return;
        const Day written = setting_.said->days.first;
        if (m.kind == MeaningKind::date && said(m.quarter) && moment->days.last < written && moment->days.last >= written - lately &&
            (!setting_.quarter || setting_.quarter->days.first <= moment->days.first))
            setting_.quarter = moment;
        if (look.names_today && moment->grain <= unit::day) {
            setting_.said = moment_of_day(moment->days.first);
            today_ = setting_.said;
        }
        if (read.direction > 0 && is_month_alone(m) && moment->days.first > setting_.said->days.last) coming_months_ |= 1 << m.month;
    }

    // The text goes on with the moment that was read, or tells of it aside. `carried`: it was taken for one of the year told of before.
    void go_on_with(const LookedUp& at, const Sentence& sentence, const Read& read, std::uint32_t index, bool carried, const Read* before) {
        if (before && !narrative_ && is_attribution(at, *before, read)) return;
        year_.count(read, setting_);
        look_back_.tell(read, main_line_, sentence.block, looks_back_);
        if (!bracket_.is_open() && !is_age_of_thing(at, read))
            told_story_.tell(at, sentence, index, read, setting_.said ? &*setting_.said : nullptr, looks_back_);
        retold_.tell(at, sentence, index, read, setting_.said ? &*setting_.said : nullptr, looks_back_);
        const bool in_sentence = mention_sentence_ == index, in_block = mention_block_ == sentence.block;
        const ToldBefore told_before{main_line_, looks_back_, in_sentence, in_block, is_close_to_mention(index), mention_section_ == section_};
        const ToldAside aside = told_aside(at, read, setting_, told_before);
        named_aside_.name(aside.mention ? read.reading.moment : std::nullopt, index);
        if (!aside.mention) {
            moments_.name(read, setting_, index, before && is_range(at, before->match, read.match));
            clocks_.name(read, setting_);
            counted_from_.swap(setting_.mention);
            setting_.mention = read.reading.moment;
            mention_sentence_ = index;
            mention_block_ = sentence.block;
            mention_section_ = section_;
            had_mention_ = looks_back_;
            night_.name(at, read, {sentence.block, index});
        }
        if (!aside.main_line) {
            main_line_ = read.reading.moment;
            main_line_block_ = sentence.block;
        }
        if (has_come_to_now(at, read, setting_)) setting_.story.reset();
        if (aside.story || told_story_.is_flash_forward(at, read)) return;
        const bool first_sentence = index == 0 || sentences_[index - 1].block != sentence.block;
        const bool new_block = first_sentence && !year_.is_of_block(sentence.block);
        if (!moves_story(at, read, setting_.story, setting_.said, narrative_, new_block)) return;
        setting_.story = read.reading.moment;
        retold_.go_on_with(at, sentence, index, read);
        jubilee_told_ = is_jubilee(read.match.meaning);
        new_section_ = new_section_ && read.reading.lean == Lean::said;
        year_.go_on_with(at, sentence, index, read, carried);
    }

    bool is_close_to_mention(std::uint32_t index) const {
        constexpr std::uint32_t back_again = 3;  // sentences behind one that said "had", in which the story goes on
        return mention_sentence_ != 0xffffffff && index <= mention_sentence_ + back_again;
    }

    // "On the night of the raid they fled. The next day", "since the Friday before Christmas. That day": from that night, that Friday.
    void go_on_with_distance(const LookedUp& at, const std::vector<Read>& reads, std::uint32_t index) {
        const Read& last = reads.back();
        const Read* before = reads.size() > 1 ? &reads[reads.size() - 2] : nullptr;
        const bool beside_feast = before && said(last.match.meaning.feast) && before->match.last == last.match.first;
        const bool before_clock = before && is_clock_alone(last.match.meaning) && counts_from(at, before->match);
        const Read& distance = beside_feast || before_clock ? *before : last;
        const std::optional<Moment>& moment = distance.reading.moment;
        if (distance.aside || !moment || moment->grain > unit::day || !counts_from(at, distance.match)) return;
        if (beside_feast) {
            setting_.mention = moment;
            if (!looks_back_) main_line_ = moment;
        } else if (distance.match.meaning.base == base::event && distance.direction < 0) {
            go_on_from(*moment, index);
        }
    }

    void go_on_from_distance(const LookedUp& at, const Read& read, std::uint32_t index) {
        if (const auto day = day_by_distance(at, read)) go_on_from(moment_of_day(*day), index);
    }

    // "At fifteen he left. Two years later he was back."
    void go_on_from(const Moment& moment, std::uint32_t index) {
        if (looks_back_ || (setting_.mention && moment.days.last < setting_.mention->days.first)) return;
        setting_.mention = main_line_ = moment;
        mention_sentence_ = index;
        had_mention_ = false;
    }

    // "a decree that dissolves it by 1 January": the text goes on with the decree.
    bool is_coming_deadline(const LookedUp& at, const Read& read) const {
        return setting_.said && read.reading.moment->days.first > setting_.said->days.last && is_deadline(at, read.match.first);
    }

    bool tells_here(const Sentence& sentence) const {
        const BlockKind kind = document_.blocks[sentence.block].kind;
        return kind != BlockKind::byline && kind != BlockKind::dateline;
    }

    // Datelines and stamps say when the words were written, not what they tell of.
    bool tells(const Sentence& sentence, const Match& match) const {
        return tells_here(sentence) && !is_other_stamp(document_.text, sentence, match.first);
    }

    const Document& document_;
    std::vector<Sentence>& sentences_;
    const std::vector<SentenceMatches>& matches_;
    const RuleSet& rules_;
    bool narrative_ = false, keeps_told_ = false, twelve_hours_ = false;  // the text as a whole
    std::optional<Moment> said_, today_;  // the document's day; the day that its text names as its own ("it is Monday, May 3rd")
    std::string said_by_, published_;     // what says so, for a person
    std::optional<int> clock_offset_;     // of the clock that the document is stamped by, where that is some place's own
    PageStamps stamps_;

    std::optional<std::uint32_t> block_;
    std::string stated_;             // by the entry that was entered last
    std::optional<EdtfDate> entry_;  // of a live page, with its minute, that the block at hand stands in
    bool own_block_ = false;         // the block at hand tells of the time of writing, within a history
    bool new_section_ = false;       // nothing but the text's own days since the last heading
    Asides asides_;                  // of the sentence at hand
    BracketAside bracket_;
    bool looks_back_ = false;        // the sentence or the expression at hand does

    Setting setting_;
    std::uint32_t mention_sentence_ = 0xffffffff, mention_block_ = 0xffffffff;  // where the setting's mention was named
    std::uint32_t section_ = 0, mention_section_ = 0;                           // counted by headings
    bool had_mention_ = false;                                                  // it was told with "had"
    std::uint32_t main_line_block_ = 0xffffffff;  // where it was named
    std::optional<Moment> main_line_;     // the moment named last in a sentence that does not look back with "had"
    std::optional<Moment> counted_from_;  // the moment named before the last
    NamedAside named_aside_;
    MomentsToCountFrom moments_;
    CarriedYear year_;
    NightOfStory night_;
    LookBack look_back_;
    TableRows rows_;
    ToldEvents told_;
    ToldAhead ahead_;
    ToldStory told_story_;
    RetoldEvent retold_;
    ToldClocks clocks_;
    bool jubilee_told_ = false;               // the story was moved last by "fifty years ago today"
    int coming_months_ = 0;                   // bits of months that were named as ahead
    std::uint32_t long_period_ = 0xffffffff;  // the last sentence that names a length of months or years
};

}  // namespace

std::vector<Resolution> resolve(const Document& document, std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches,
                                const Anchor& anchor, const RuleSet& rules) {
    Resolver first(document, sentences, matches, anchor, rules);
    std::vector<Resolution> resolutions = first.run();
    if (!first.asks_ahead()) return resolutions;
    Resolver again(document, sentences, matches, anchor, rules);
    again.know_ahead(first.told());
    return again.run();
}

}  // namespace annals
