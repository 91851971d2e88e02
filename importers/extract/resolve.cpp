#include "importers/extract/resolve.h"

#include "core/text/fixed_words.h"
#include "importers/extract/asides.h"
#include "importers/extract/beside.h"
#include "importers/extract/bracket_aside.h"
#include "importers/extract/business_year.h"
#include "importers/extract/direction.h"
#include "importers/extract/distances.h"
#include "importers/extract/entry_clock.h"
#include "importers/extract/flashbacks.h"
#include "importers/extract/frames.h"
#include "importers/extract/genre.h"
#include "importers/extract/mentioned.h"
#include "importers/extract/named_months.h"
#include "importers/extract/night_of_story.h"
#include "importers/extract/of_writing.h"
#include "importers/extract/page_stamps.h"
#include "importers/extract/told_story.h"
#include "importers/extract/words_around.h"

#include <algorithm>
#include <cstdlib>

namespace annals {
namespace {

/// By then the clocks may have been changed.
constexpr Day longest_of_one_offset = 14;
/// Sentences behind one that said "had", in which the story goes on.
constexpr std::uint32_t back_again = 3;
/// "had been rising since the Thursday": days by which it may lie behind the month named last.
constexpr Day near_by = 62;

bool is_hypothetical(const Sentence& sentence, std::uint32_t token) {
    const int index = sentence.clauses.empty() ? -1 : clause_of(sentence, token);
    if (index < 0) return false;
    const Modality modality = sentence.clauses[static_cast<std::size_t>(index)].modality;
    return modality == Modality::hypothetical || modality == Modality::negated || modality == Modality::denied;
}

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
        counts_distances_ = std::any_of(matches.begin(), matches.end(), [&](const SentenceMatches& in) {
            at.tokens = &sentences[in.sentence].tokens;
            return std::any_of(in.matches.begin(), in.matches.end(), [&](const Match& match) { return counts_from(at, match); });
        });
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
            if (fixed_story_ && fixed_block_ == sentence.block && fixed_sentence_ + 1 == in.sentence && goes_on_with_subject(at) && !tells_end(sentences_[fixed_sentence_]))
                before.going_on = setting_.story;
            told_before_ = setting_.mention && setting_.mention->grain <= unit::day ? setting_.mention : std::nullopt;
            reads.resize(in.matches.size());
            for (std::size_t i = 0; i < reads.size(); ++i)
                read(at, sentence, in.matches[i], i > 0 ? &reads[i - 1] : nullptr, in.sentence, reads[i]);
            before.said = setting_.said ? &*setting_.said : nullptr;
            take_days_behind(at, reads);
            settle_daily_clocks(at, reads);
            frame_dates(at, reads, before);
            if (counts_distances_) {
                date_distances(at, reads, told_, setting_, before);
                if (tells_here(sentence)) told_.tell(at, reads);
                if (!reads.empty() && reads.back().match.meaning.base == base::birth && reads.back().reading.moment) go_on_from(*reads.back().reading.moment, in.sentence);
            }
            for (std::size_t i = 0; i < reads.size(); ++i)
                if (reads[i].match.meaning.kind == MeaningKind::duration && !reads[i].date.dated()) step_on(at, reads, i, in.sentence);
            for (Read& read : reads) add_resolution(sentence, in.sentence, read, resolutions);
        }
        return resolutions;
    }

private:
    static std::optional<Moment> stated_moment(const std::string& edtf) {
        const EdtfResult parsed = parse_edtf(edtf);
        if (!parsed.edtf || parsed.edtf->kind != Edtf::Kind::date) return std::nullopt;
        EdtfDate date = parsed.edtf->date;
        date.minute = date.utc_offset = std::nullopt;
        return moment_of(date);
    }

    // The day on which the words of a block were written: a live entry's own, a dated caption's own, else the document's.
    void enter_block(const Sentence& sentence, const SentenceMatches& in) {
        if (block_ && *block_ == sentence.block) return;
        for (std::uint32_t block = block_ ? *block_ + 1 : 0; block <= sentence.block; ++block)
            if (document_.blocks[block].kind == BlockKind::heading) {
                told_story_.enter_section();
                new_section_ = true;
            }
        block_ = sentence.block;
        own_block_ = said_ && said_->grain <= unit::day && is_of_own_time(sentences_, matches_, static_cast<std::size_t>(&in - matches_.data()));
        setting_.said = today_ ? today_ : said_;
        said_by_ = today_ ? "\"it is " + today_->timex + "\"" : std::string();
        const Block& block = document_.blocks[sentence.block];
        entry_.reset();
        if (block.stated.find('T') != std::string::npos && block.stated != stated_) {  // another entry: its clocks are of its own day
            stated_ = block.stated;
            setting_.mention.reset();
            main_line_.reset();
        }
        if (block.stated.find('T') != std::string::npos)
            if (const EdtfResult stated = parse_edtf(block.stated); stated.edtf && stated.edtf->kind == Edtf::Kind::date && stated.edtf->date.minute) entry_ = stated.edtf->date;
        if (!block.stated.empty()) {
            if (auto moment = stated_moment(block.stated)) {
                setting_.said = moment;
                said_by_ = "entry of " + block.stated;
            }
        } else {
            const auto found = std::find_if(in.matches.begin(), in.matches.end(), [&](const Match& match) { return full_day(match.meaning, setting_.day_first); });
            if (found == in.matches.end() || !is_caption(document_, sentence.block)) return;
            setting_.said = moment_of_day(*full_day(found->meaning, setting_.day_first));
            said_by_ = "caption of " + setting_.said->timex;
        }
    }

    Whereabouts whereabouts() { return {setting_.story, setting_.mention, main_line_}; }

    void read(const LookedUp& at, const Sentence& sentence, const Match& match, Read* before, std::uint32_t index, Read& read) {
        bracket_.come_to(at, match, index, asides_.first_bracket, whereabouts());
        looks_back_ = asides_.had_in_main || (match.first >= asides_.begin && match.first < asides_.end);
        read.match = match;
        if (said(match.meaning.early) && said(match.meaning.year) && goes_on_before_christ(match.meaning)) read.match.meaning.era = era::bc;
        read.direction = direction_at(at, sentence, match.first, rules_);
        read.aside = is_condition(at, match.first) || is_hypothetical(sentence, match.first);
        if (match.first > 0 && (at.word(match.first - 1) == "since" || at.word(match.first - 1) == "Since")) {
            read.direction = -2;
            Meaning& m = read.match.meaning;  // "they had waited since 16 December": of the December before what is told
            const bool day = setting_.mention && setting_.mention->grain <= unit::day;
            const bool unplaced = said(m.month) ? !said(m.which) : said(m.weekday) && m.which == which::the;  // "it had been rising since the Thursday"
            if ((day || said(m.weekday)) && m.kind == MeaningKind::date && !said(m.year) && unplaced && is_before_that(at, match.first)) m.which = which::previous;
        }
        const bool counted_to = before && before->match.last + 1 == match.first && before->match.meaning.kind == MeaningKind::duration;  // "left two weeks before Christmas"
        const bool deadline = !counted_to && is_deadline(at, match.first);
        const bool waited = deadline && read.direction <= 0 && ended_a_wait(at, match), told_past = read.direction < 0;
        if (read.direction == -1 && deadline && !waited) read.direction = 0;
        if (read.direction < 2 && is_owner_of_plan(at, match) && !(read.direction < 0 && is_just_past(match.meaning)))
            read.direction = 1;
        else if (read.direction >= 0 && read.direction < 2 && is_owner(at, match))
            read.direction = -1;
        if (read.direction == 0 && said(match.meaning.weekday) && !said(match.meaning.month) && ends_a_wait(at, match.first))
            read.direction = 1;
        const bool weekday_alone = said(match.meaning.weekday) && !said(match.meaning.month) && !said(match.meaning.which);
        if (read.direction <= 0 && weekday_alone && is_put_off_to(at, match.first)) read.direction = 1;
        const bool diary = says_today(at, match) && !read.aside;
        if (diary && today_ && !said(match.meaning.month)) read.direction = 1;  // a diary goes on
        const bool within = match.meaning.which == which::the && match.first > 0 && at.word(match.first - 1) == "within";
        if (within) {
            read.match.meaning.which = which::that;
            mention_aside_ = setting_.mention;
            if (!looks_back_) setting_.mention = main_line_;
        }
        if (told_past && is_end_of_told_year(at, read, index)) read.match.meaning.which = which::that;
        std::optional<Moment> counted_from = mentioned_.in_place_of(setting_, match.meaning, read.direction, index);
        const std::optional<Moment>& first_day = first_day_.count(read.match.meaning, before);
        const bool nth_day = read.match.meaning.base == base::start;
        if (nth_day) counted_from = first_day;
        const bool day_till_now = setting_.said && is_day_alone(match.meaning) && read.direction == -2 && is_so_now(at, match.first);
        if (!counted_from && !nth_day) counted_from = unreal_.for_that(match.meaning, index, mention_sentence_);
        if (!counted_from && !nth_day && had_mention_ && !looks_back_ && main_line_ && index <= mention_sentence_ + back_again && counts_from_story(match.meaning, read.direction, setting_, *main_line_))
            counted_from = main_line_;
        if (!counted_from && had_mention_ && !looks_back_ && main_line_ && main_line_->grain == unit::year && setting_.mention && setting_.mention->grain <= unit::day && is_of_that_year(match.meaning))
            counted_from = main_line_;  // "in 2018 she said that she had not slept the night before. In May of that year"
        if (read.match.meaning.base == base::birth) {
            age_ = told_.at_age(read.match.meaning, setting_);
            age_sentence_ = index;
        }
        const bool on = counts_on(read.match.meaning) || (read.match.meaning.which == which::following && read.match.meaning.kind == MeaningKind::period && read.match.meaning.unit == unit::year);
        if (before && !nth_day && age_ && age_sentence_ == index && on) counted_from = age_;  // "entered at nineteen and left three years later"
        if (!counted_from && before && told_before_ && is_within_report(at, *before, match)) counted_from = told_before_;
        if (!counted_from && jubilee_ && read.direction <= 0 && !looks_back_ && setting_.mention && setting_.mention->grain >= unit::year && is_of_day_told(match.meaning)) counted_from = jubilee_;
        if (day_till_now) counted_from.reset();  // "have been at work since the 19th": of the month of writing
        const bool not_from_last = nth_day || day_till_now || counted_from.has_value();
        if (not_from_last) setting_.mention.swap(counted_from);
        const bool surely_past = waited || (read.direction == -1 && (said(match.meaning.day) || said(match.meaning.feast)) && is_told_then(at, match.first));
        setting_.direction = surely_past ? -2 : read.direction;
        if (read.direction == -1 && is_day_after(at, match)) setting_.direction = 1;
        if (read.direction <= 0 && said_ && is_behind(at, match.first, "already") && is_weekday_alone(match.meaning) && weekday_after(said_->days.last, match.meaning.weekday) == said_->days.last + 1)
            setting_.direction = 1;  // "it is already Friday in Tonga"
        if (read.direction == 0 && is_month_alone(match.meaning) && coming_months_ >> match.meaning.month & 1) setting_.direction = 1;
        setting_.deadline = deadline || (match.meaning.which == which::the && is_behind(at, match.first, "By"));
        setting_.until = told_past && !looks_back_ && (is_behind(at, match.first, "until") || is_behind(at, match.first, "till"));
        setting_.before_that = read.direction <= 0 && match.first >= asides_.begin && match.first < asides_.end && is_told_of_somebody(at, match.first) && !is_behind(at, match.first, "by") && !is_behind(at, match.first, "until");
        setting_.may_be_before = looks_back_ || !is_at_feast(at, match);
        setting_.narrative = narrative_;
        const Meaning& m = read.match.meaning;
        const bool by_writing = m.which == which::last || m.which == which::next || m.which == which::current || m.of_which == which::current || read.direction == -2;
        if (narrative_ && is_of_writing(at, match, m, setting_.said, looks_back_)) setting_.narrative = false;
        if (narrative_ && (looks_ahead(at, read, setting_.said, new_section_) || (read.direction == -2 && setting_.said && m.kind == MeaningKind::date && is_so_now(at, match.first)))) setting_.narrative = false;
        const bool of_our_year = before && ends_our_year(at, *before, match, looks_back_) && is_near_story(setting_);
        if (of_our_year) setting_.narrative = false;
        if (own_block_ && m.kind == MeaningKind::date && !said(m.which) && fixed_block_ != sentence.block && !looks_back_) setting_.narrative = false;
        if (narrative_ && before && read.direction >= 0 && is_ahead_of_writing(*before)) setting_.narrative = false;  // "will be held on Sunday, and another opens in the autumn"
        if (narrative_ && setting_.said && year_of_writing_ && is_month_alone(m) && fixed_block_ != sentence.block && read.direction <= 0) setting_.narrative = false;
        if (narrative_ && is_of_new_section(m, setting_.said, setting_.story, new_section_)) setting_.narrative = false;
        const bool in_named_year = said(m.feast) && setting_.story && setting_.story->grain == unit::year;
        const bool of_story = (m.kind == MeaningKind::date && (said(m.month) || said(m.season) || in_named_year)) || said(m.to_n);  // to_n: overnight
        const bool carried = !by_writing && of_story && carries_on(sentence, index, read, setting_.until) && !of_our_year;
        const bool may_carry = !carried && !by_writing && !narrative_ && !of_our_year && is_month_alone(m) && may_carry_on(sentence, index, read);
        if (carried) setting_.narrative = true;
        // "They set out on 11 August. They spent the night on a ledge", told the year after
        constexpr std::uint32_t close_by = 3;
        const bool night_of_story = said(m.to_n) && !narrative_ && read.direction < 0 && setting_.said && setting_.mention && setting_.mention->grain <= unit::day &&
                                    setting_.mention->days.last < setting_.said->days.first - 2 && mention_block_ == sentence.block && index <= mention_sentence_ + close_by;
        std::optional<Moment> of_night = setting_.mention;
        if (night_of_story) {
            setting_.narrative = true;
            setting_.story.swap(of_night);
        }
        std::optional<Moment> told;  // in place of the story, which an aside may have moved
        const bool in_counted_year = before && !by_writing && !said(m.which) && m.kind == MeaningKind::date && !said(m.year) && !said(m.short_year) &&
                                     (said(m.month) || said(m.season) || said(m.feast)) && lies_in_year_before(at, *before, match);
        if (in_counted_year) {
            told = before->reading.moment;
            setting_.narrative = true;
            setting_.story.swap(told);
        }
        if (!in_counted_year && !carried && !by_writing && !of_our_year && !narrative_ && setting_.said && !(own_block_ && fixed_block_ != sentence.block) && told_story_.may_go_on(at, sentence, index, read, looks_back_)) {
            told = told_story_.last();
            setting_.narrative = true;
            setting_.story.swap(told);
        }
        if (said(m.unit) && m.kind == MeaningKind::duration && m.unit >= unit::month && said(m.n)) long_period_ = index;
        if (long_period_ == index) setting_.quarter.swap(quarter_aside_);  // "in the first nine months ... a year earlier" compares no quarters
        read.reading = read_meaning(m, setting_);
        if (night_of_story) setting_.story.swap(of_night);
        if (told) {
            setting_.story.swap(told);
            if (in_counted_year) {
                if (read.reading.moment && at.word(match.first - 1) != "before" && at.word(match.first - 1) != "after") before->reading.moment = read.reading.moment;
            } else if (!read.reading.moment || !told_story_.comes_next(sentence, *read.reading.moment, *setting_.said, looks_back_)) {
                setting_.narrative = false;
                read.reading = read_meaning(m, setting_);
            }
        }
        if (long_period_ == index) setting_.quarter.swap(quarter_aside_);
        if (may_carry && !told) {  // "It was found on 9 July 2020. In August it could be seen": if that is past
            Setting from = setting_;
            from.narrative = true;
            Reading carried_on = read_meaning(m, from);
            const auto is_past = [&](const Reading& reading) { return reading.moment && reading.moment->days.last < setting_.said->days.first; };
            if (is_past(carried_on) && carried_on.moment->days.first > setting_.story->days.last && !is_past(read.reading)) read.reading = std::move(carried_on);
        }
        settle_by_month(read, index);
        if (setting_.said)
            if (auto named = feasts_.day_of(read, sentence.block, fixed_block_, setting_.story)) take_named(read, *named);
        if (before && is_name_of_day(at, *before, read)) {
            read.reading.moment = before->reading.moment;
            read.reading.timex = before->reading.moment->timex;
        }
        if (entry_) settle_by_entry(read.match, *entry_, read.direction, read.reading);
        const bool stamped = stamps_.settle(index, match, read.reading) || stamps_.is_in(index);
        const bool second_clock = before && settle_second_clock(at, stamped, *before, read);
        if (within) setting_.mention = mention_aside_;
        if (not_from_last) setting_.mention.swap(counted_from);
        const std::optional<Moment>* evening = before ? &before->reading.moment : mention_sentence_ + 1 == index && sentence.block == mention_block_ ? &setting_.mention : nullptr;
        if (!second_clock && !looks_back_ && ((evening && is_past_midnight(*evening, read)) || night_.is_morning_after(at, before, read))) {
            const std::optional<int> minute = read.reading.moment->edtf.date.minute;
            read.reading.moment = moment_of_day(read.reading.moment->days.first + 1);
            read.reading.moment->edtf.date.minute = minute;
            read.reading.timex.replace(0, read.reading.moment->timex.size(), read.reading.moment->timex);
        }
        give_offset(at, match, read.reading);
        if (before && is_backward_range(at, *before, read)) straighten(*before, read);
        if (before && said_ && is_backward_week(at, *before, read)) straighten_week(*before, read, said_->days.last);
        if (before && ends_quarter(at, *before, read)) {
            before->reading.moment = quarter_to(read.reading.moment->days.last);
            before->reading.timex = setting_.quarter ? setting_.quarter->timex : before->reading.moment->timex;  // as the business names it
            if (!setting_.quarter) setting_.quarter = before->reading.moment;
        }
        if (before && counts_to_day_before(at, *before, read)) {
            if (m.unit == unit::year && !before->reading.fixed && counted_from_ && before->reading.moment->edtf.kind == Edtf::Kind::date) {
                Setting from = setting_;
                from.story = moment_of_year(std::min(to_civil(counted_from_->days.first).year + m.n, max_year));
                from.narrative = true;
                before->reading = read_meaning(before->match.meaning, from);
            }
            if (before->reading.moment) read.reading.moment = before->reading.moment;
        }
        if (before && names_day_of_count(at, *before, read)) before->reading.moment = read.reading.moment;
        if (before && is_day_beside(at, *before, read)) read.reading.moment = before->reading.moment;
        if (before && restates(at, *before, read)) {
            before->reading.moment = read.reading.moment;
            before->reading.timex = read.reading.timex;
        }
        if (read.reading.moment && m.kind == MeaningKind::date && said(m.quarter) && setting_.said &&
            read.reading.moment->days.last < setting_.said->days.first &&
            read.reading.moment->days.last >= setting_.said->days.first - 250 &&
            (!setting_.quarter || setting_.quarter->days.first <= read.reading.moment->days.first))
            setting_.quarter = read.reading.moment;
        if (diary && setting_.said && read.reading.moment && read.reading.moment->grain <= unit::day) {
            setting_.said = moment_of_day(read.reading.moment->days.first);
            today_ = setting_.said;
        }
        if (read.direction > 0 && is_month_alone(m) && setting_.said && read.reading.moment && read.reading.moment->days.first > setting_.said->days.last)
            coming_months_ |= 1 << m.month;
        if (is_jubilee(match.meaning) && !jubilee_ && narrative_ && !read.aside) jubilee_ = read.reading.moment;
        if (read.aside && read.reading.moment) unreal_.name(*read.reading.moment, index);
        const bool of_another = m.kind != MeaningKind::duration && counts_from(at, match);  // "the day after the vote": distances.cpp
        if (!read.aside && !of_another && !second_clock && can_be_mentioned(read) && tells(sentence, match) && !is_coming_deadline(at, read))
            go_on_with(at, sentence, match, read, index, carried, before);
    }

    // The text goes on with the moment that was read, or tells of it aside. `carried`: it was taken for one of the year told of before.
    void go_on_with(const LookedUp& at, const Sentence& sentence, const Match& match, const Read& read, std::uint32_t index, bool carried, const Read* before) {
        const Meaning& m = read.match.meaning;
        if (before && !narrative_ && is_attribution(at, *before, read)) return;
        if ((read.reading.fixed || (read.reading.lean == Lean::story && read.reading.moment->grain >= unit::year)) && is_past_year(*read.reading.moment))
            ++past_years_;
        else if (read.reading.lean == Lean::said)
            past_years_ = 0;
        if (!bracket_.is_open() && !is_age_of_thing(at, read)) told_story_.tell(at, sentence, index, read, setting_.said ? &*setting_.said : nullptr, looks_back_);
        const bool goes_nowhere = is_all_around(read, setting_.mention);
        const bool flashback = goes_nowhere || (setting_.mention && ((read.reading.moment->days.last < setting_.mention->days.first &&
                                                                      (is_told_of_somebody(at, match.first) || is_of_a_year(at, read))) ||
                                                                     (read.reading.moment->grain == unit::year && read.reading.moment->days.first > setting_.mention->days.last &&
                                                                      is_foretold(at, match.first))));
        constexpr std::uint32_t opening = 12;  // tokens: "Bo, who took the job on 3 August, had no men" may open another story
        const bool of_relative = (mention_block_ == sentence.block || match.first > opening || read.reading.fixed) && index <= mention_sentence_ + back_again && mention_sentence_ != 0xffffffff && is_earlier_of_relative(at, read, setting_.mention);
        const bool is_now = counts_on(m) && setting_.said && read.reading.moment->grain >= unit::year && read.reading.moment->days.last >= setting_.said->days.last &&
                            read.direction >= 0;  // "Fifty years on she still rings": the story is where it was
        const bool since_then = looks_back_ && setting_.mention && read.reading.moment->grain <= unit::day && is_behind(at, match.first, "since") &&
                                read.reading.moment->days.last < setting_.mention->days.last + near_by && main_line_ && read.reading.moment->days.last < main_line_->days.first;
        const bool late_end = (mention_sentence_ == index && is_late_end(at, read, setting_.mention)) || is_of_relative(at, read, setting_.story);
        if (!flashback && !since_then && !of_relative && !is_now) {
            mentioned_.name(read, setting_, index);
            counted_from_.swap(setting_.mention);
            setting_.mention = read.reading.moment;
            mention_sentence_ = index;
            had_mention_ = looks_back_;
            first_day_.name(read);
            night_.name(read);
            mention_block_ = sentence.block;
        }
        if (!flashback && !looks_back_) main_line_ = read.reading.moment;
        if (has_come_to_now(at, read, setting_)) setting_.story.reset();
        const bool first_sentence = index == 0 || sentences_[index - 1].block != sentence.block;
        if (!goes_nowhere && !late_end && !is_now && !told_story_.is_flash_forward(at, read) && moves_story(at, read, setting_.story, setting_.said, narrative_, first_sentence && fixed_block_ != sentence.block)) {
            setting_.story = read.reading.moment;
            year_of_writing_ = read.reading.lean == Lean::said && read.reading.moment->grain == unit::year;
            new_section_ = new_section_ && read.reading.lean == Lean::said;
            fixed_story_ = (read.reading.fixed && !is_behind(at, match.first, "since") && !(read.reading.moment->grain == unit::year && is_name_of_event(at, match))) || carried ||
                           (fixed_story_ && read.reading.lean == Lean::story && read.reading.moment->grain <= (counts_on(m) ? unit::year : unit::month));
            fixed_sentence_ = index;
            fixed_block_ = sentence.block;
        }
    }

    // "They turned back after three weeks", in a story of long ago: that far from what was told last.
    void step_on(const LookedUp& at, std::vector<Read>& reads, std::size_t i, std::uint32_t index) {
        constexpr Day long_ago = 60;
        constexpr std::uint32_t close = 2;
        constexpr std::size_t most = 8;  // expressions of a sentence that tells so
        if (reads.size() > most || !setting_.mention || index > mention_sentence_ + close || !is_step(at, reads, i)) return;
        const bool another = at.word(reads[i].match.first) == "another";  // nothing else can be meant
        if (setting_.said && ((!narrative_ && !another) || setting_.mention->days.last > setting_.said->days.first - long_ago)) return;
        const auto moment = counted_on(*setting_.mention, reads[i].match.meaning, setting_);
        if (!moment || (setting_.said && moment->days.last > setting_.said->days.last)) return;
        reads[i].date = point_in(moment->edtf);
        reads[i].reading.lean = Lean::story;
        go_on_from(*moment, index);
    }

    // "At fifteen he left. Two years later he was back."
    void go_on_from(const Moment& moment, std::uint32_t index) {
        if (looks_back_ || (setting_.mention && moment.days.last < setting_.mention->days.first)) return;
        setting_.mention = main_line_ = moment;
        mention_sentence_ = index;
        had_mention_ = false;
    }

    // "A legacy came in 1992; the bells were hung before the end of the year": of that year, and not the one in which it is told.
    bool is_end_of_told_year(const LookedUp& at, const Read& read, std::uint32_t index) const {
        if (!is_end_of_year(at, read) || mention_sentence_ == 0xffffffff || index > mention_sentence_ + 1) return false;
        return setting_.said && setting_.mention && setting_.mention->grain <= unit::year && to_civil(setting_.mention->days.last).year < to_civil(setting_.said->days.first).year;
    }

    // One of the two days before the document's: "gave no leave for Tuesday's planned march", told on a Thursday.
    bool is_just_past(const Meaning& m) const {
        return said(m.weekday) && said_ && said_->grain <= unit::day && weekday_before(said_->days.last, m.weekday) + 2 >= said_->days.last;
    }

    // Told as past of the weekday that comes after the document's: where its stamps have reached it, and "early on Friday", by the clock of another place.
    bool is_day_after(const LookedUp& at, const Match& match) const {
        const Meaning& m = match.meaning;
        if (!is_weekday_alone(m) || !said_ || said_->grain > unit::day) return false;
        const Day day = weekday_after(said_->days.last, m.weekday);
        return (stamps_.beyond() && day <= *stamps_.beyond()) || (day == said_->days.last + 1 && is_early(at, match));
    }

    // Of the February that was named, not of the year told of since.
    void settle_by_month(Read& read, std::uint32_t index) {
        if (narrative_ || !setting_.said) return;
        const auto year = months_.year_of(read, {*block_, index, fixed_story_ && fixed_sentence_ == index}, *setting_.said);
        if (!year) return;
        Meaning dated = read.match.meaning;
        dated.year = *year;
        Reading reading = read_meaning(dated, setting_);
        if (!reading.moment || reading.moment->days.first > setting_.said->days.last) return;
        reading.fixed = false;
        reading.lean = Lean::story;
        read.reading = std::move(reading);
    }

    bool is_ahead_of_writing(const Read& read) const {
        return setting_.said && read.direction > 1 && read.reading.moment && read.reading.lean == Lean::said && read.reading.moment->days.first > setting_.said->days.last;
    }

    // "At Whitsun", as it was named before.
    static void take_named(Read& read, const Moment& named) {
        const std::string rest = read.reading.timex.substr(std::min(read.reading.timex.size(), read.reading.moment->timex.size()));
        const std::optional<int> minute = read.reading.moment->edtf.date.minute;
        read.reading.moment = named;
        read.reading.moment->edtf.date.minute = minute;
        read.reading.timex = named.timex + rest;
        read.reading.lean = Lean::said;
    }

    // "six years later": told further on
    static bool counts_on(const Meaning& m) { return m.kind == MeaningKind::shift && m.toward == toward::future; }

    // "at 2.40am": by the clock that the article is stamped with, if that is not Greenwich's, which many stamps are turned into.
    void give_offset(const LookedUp& at, const Match& match, Reading& reading) const {
        if (!clock_offset_ || !reading.moment || reading.moment->edtf.kind != Edtf::Kind::date) return;
        EdtfDate& date = reading.moment->edtf.date;
        const bool of_the_place = at.word(match.last - 1) == "time" || (match.last < at.size() && at.word(match.last) == "local");
        if (!date.minute || date.utc_offset || of_the_place) return;  // "2.40am local time": wherever that is
        if (std::abs(reading.moment->days.first - said_->days.first) <= longest_of_one_offset) date.utc_offset = clock_offset_;
    }

    // "She retired in 1950. She taught there for eight years": before that.
    bool tells_end(const Sentence& sentence) const {
        static constexpr FixedWords ends{"died", "dies", "retired", "resigned", "killed", "dead", "ended", "closed", "abdicated", "buried", "murdered", "executed", "left", "stepped"};
        return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) { return ends.has(words(document_.text, token.span)); });
    }

    // "Began in 264 BC. In 256 they landed": years that go on counting down.
    bool goes_on_before_christ(const Meaning& meaning) const {
        if (!setting_.mention) return false;
        const int year = to_civil(setting_.mention->days.first).year;
        return year <= 0 && meaning.year <= 1 - year;
    }

    // "a decree that dissolves it by 1 January": the text goes on with the decree.
    bool is_coming_deadline(const LookedUp& at, const Read& read) const {
        return setting_.said && read.reading.moment->days.first > setting_.said->days.last && is_deadline(at, read.match.first);
    }

    bool is_past_year(const Moment& moment) const {
        return setting_.said && to_civil(moment.days.last).year < to_civil(setting_.said->days.first).year;
    }

    // A past year that was just named carries on: "In 1994 ... In April ..." in one sentence; into the next ones of the paragraph after a
    // full date ("attacked on 27 September 2020. On 8 November it took ...") or where one past year after another was told of.
    bool carries_on(const Sentence& sentence, std::uint32_t index, const Read& read, bool until_then) const {
        if (narrative_ || !fixed_story_ || !setting_.story || !setting_.said || read.direction > 0) return false;
        if (fixed_sentence_ == index) return true;
        if (index - fixed_sentence_ > 2 || fixed_block_ != sentence.block || (read.direction >= 0 && !until_then)) return false;
        return setting_.story->grain <= unit::day || past_years_ >= 3;
    }

    // A month of which no verb tells whether it is past, behind a past day that named its year.
    bool may_carry_on(const Sentence& sentence, std::uint32_t index, const Read& read) const {
        if (!fixed_story_ || !setting_.story || !setting_.said || read.direction != 0 || setting_.story->grain > unit::day) return false;
        return fixed_block_ == sentence.block && index - fixed_sentence_ <= 2;
    }

    bool tells_here(const Sentence& sentence) const {
        const BlockKind kind = document_.blocks[sentence.block].kind;
        return kind != BlockKind::byline && kind != BlockKind::dateline;
    }

    // Datelines and stamps say when the words were written, not what they tell of.
    bool tells(const Sentence& sentence, const Match& match) const {
        return tells_here(sentence) && !is_other_stamp(document_.text, sentence, match.first);
    }

    // A story that has reached March tells of the October before it; else the second end is the next to come.
    void straighten(Read& first, Read& second) const {
        const bool back = second.reading.lean == Lean::story && !first.reading.fixed && said(first.match.meaning.month);
        Read& wrong = back ? first : second;
        Setting from = setting_;
        from.mention = back ? second.reading.moment : first.reading.moment;
        Meaning meaning = wrong.match.meaning;
        meaning.which = back ? which::previous : which::following;
        wrong.reading = read_meaning(meaning, from);
    }

    std::string leaned_on(const Read& read) const {
        if (read.reading.lean == Lean::said) return said_by_.empty() ? published_ : said_by_;
        return read.reading.lean == Lean::story ? "the date before it in the text" : std::string();
    }

    void add_resolution(const Sentence& sentence, std::uint32_t index, Read& read, std::vector<Resolution>& resolutions) const {
        Resolution& made = resolutions.emplace_back();
        made.span = {sentence.tokens[read.match.first].span.begin, sentence.tokens[read.match.last - 1].span.end};
        made.sentence = index;
        made.first = read.match.first;
        made.last = read.match.last;
        made.type = read.reading.type;
        made.timex_value = std::move(read.reading.timex);
        made.date = std::move(read.date);
        made.rule = read.match.rule->name;
        made.anchor = leaned_on(read);
        if (made.date.minute && made.date.utc_offset && !said(read.match.meaning.zone))
            made.anchor.append(made.anchor.empty() ? "" : ", ").append("by the clock of the stamp, ").append(published_);
        for (const Edtf& other : read.reading.alternatives) made.alternatives.push_back(format_edtf(other));
        made.confidence = made.alternatives.empty() ? read.match.rule->share : read.match.rule->doubtful_share;
        if (!made.date.dated())
            made.undated_because = read.reading.undated_because.empty() ? "no day to lean on" : read.reading.undated_because;
        made.aside = read.aside;
        made.governed = read.governed;
        made.other = std::move(read.other);
    }

    const Document& document_;
    std::vector<Sentence>& sentences_;
    const std::vector<SentenceMatches>& matches_;
    const RuleSet& rules_;
    std::optional<Moment> said_, today_;  // the document's day; the day that its text names as its own ("it is Monday, May 3rd")
    std::optional<Moment> jubilee_;       // the day that a history looks back to: "fifty years ago today"
    std::optional<Moment> told_before_;   // the day named last before the sentence at hand
    std::optional<Moment> main_line_;     // the moment named last in a sentence that does not look back with "had"
    std::optional<Moment> counted_from_;  // the moment named before the last
    NightOfStory night_;
    Asides asides_;                       // of the sentence at hand
    bool looks_back_ = false;             // the sentence or the expression at hand does
    std::string said_by_, published_;     // what says so, for a person
    std::optional<int> clock_offset_;     // of the clock that the document is stamped by, where that is some place's own
    std::optional<std::uint32_t> block_;
    std::string stated_;             // by the entry that was entered last
    std::optional<EdtfDate> entry_;  // of a live page, with its minute, that the block at hand stands in
    Setting setting_;
    BracketAside bracket_;
    std::optional<Moment> mention_aside_, quarter_aside_;  // of the setting, while a meaning is read without them
    std::uint32_t mention_sentence_ = 0xffffffff;
    std::optional<Moment> age_;  // of the sentence in which whoever was born was of that age
    std::uint32_t age_sentence_ = 0xffffffff;
    bool had_mention_ = false;  // it was told with "had"
    UnrealMoment unreal_;
    FirstDay first_day_;
    bool narrative_ = false, fixed_story_ = false;
    bool counts_distances_ = false;
    ToldEvents told_;
    ToldStory told_story_;
    Mentioned mentioned_;
    PageStamps stamps_;
    int coming_months_ = 0;  // bits of months that were named as ahead
    bool own_block_ = false;        // the block at hand tells of the time of writing, within a history
    bool year_of_writing_ = false;  // the story's moment is a year counted from the day of writing: "last year"
    bool new_section_ = false;  // nothing but the text's own days since the last heading
    int past_years_ = 0;  // how many past years were named since the last words that lean on the day of writing
    std::uint32_t fixed_block_ = 0, fixed_sentence_ = 0, long_period_ = 0xffffffff;
    NamedMonths months_;
    NamedFeasts feasts_;
    std::uint32_t mention_block_ = 0xffffffff;  // where the setting's mention was named
};

}  // namespace

std::vector<Resolution> resolve(const Document& document, std::vector<Sentence>& sentences, const std::vector<SentenceMatches>& matches,
                                const Anchor& anchor, const RuleSet& rules) {
    return Resolver(document, sentences, matches, anchor, rules).run();
}

}  // namespace annals
