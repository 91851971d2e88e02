#include "core/store/candidates.h"

#include "core/events/date_conflict.h"
#include "core/events/date_likeness.h"
#include "core/events/likeness.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace annals {
namespace {

/// More look-alikes than this on the same days tell nothing new: they are one event already.
constexpr std::size_t most_candidates = 32, most_of_topic = 32;
/// Articles disagree on days only where few tell of a story: its own document and six others.
constexpr std::size_t few_versions = 7, most_disagreeing = 12, most_looks = 256;

/// Mentions of its own document and of those about the same thing (`versions`) whose dates may be its own. Those of one date are found once.
class OfTopic {
public:
    OfTopic(std::vector<std::int64_t> versions, DatedMentions& mentions) : versions_(std::move(versions)), mentions_(mentions) {}

    void add(const StoredItem& item, std::vector<CandidatePlace>& found) {
        const auto [known, added] = by_date_.try_emplace({item.date.start_min, item.date.end_max, item.once});
        std::vector<CandidatePlace>& places = known->second;
        if (added) find(item, places);
        else if (places.size() <= most_of_topic) return;
        std::size_t most = most_of_topic;
        for (const CandidatePlace& place : places)
            if (place.mention != item.mention && most-- > 0) found.push_back(place);
    }

    /// Those that may put on another day what an item tells.
    void add_disagreeing(const StoredItem& item, std::vector<CandidatePlace>& found) {
        const std::uint64_t heads = versions_.size() > few_versions ? 0 : bits_of_heads(item);
        if (heads == 0 || !item.date.start_min || !item.date.end_max) return;
        std::size_t most = most_disagreeing;
        for (const std::int64_t version : versions_) {
            if (version == item.version) continue;
            std::size_t looks = most_looks;
            for (const DatedMentions::Dated& other : mentions_.of(version)) {
                if (looks-- == 0) break;
                if ((other.heads & heads) == 0 || !other.date.start_min || !other.date.end_max) continue;
                if (!may_be_mistaken({*item.date.start_min, *item.date.end_max}, {*other.date.start_min, *other.date.end_max})) continue;
                found.push_back({version, other.mention});
                if (--most == 0) return;
            }
        }
    }

private:
    void find(const StoredItem& item, std::vector<CandidatePlace>& places) {
        for (const std::int64_t version : versions_)
            for (const DatedMentions::Dated& other : mentions_.of(version)) {
                if (!may_be_one_date(item.date, other.date, item.once)) continue;
                places.push_back({version, other.mention});
                if (places.size() > most_of_topic) return;  // one more, for one of them
            }
    }

    const std::vector<std::int64_t> versions_;
    DatedMentions& mentions_;
    std::map<std::tuple<std::optional<Day>, std::optional<Day>, bool>, std::vector<CandidatePlace>> by_date_;
};

/// Finds mentions that share words with one; see the promise of `likeness` about days and shared terms. Those of documents about one thing are found by that.
class SharingWords {
public:
    explicit SharingWords(TermIndex& index) : index_(index) {}

    void add(const ClusterItem& item, std::vector<CandidatePlace>& found) {
        heads_.clear();
        for (const Word& head : heads_of(item)) heads_.push_back(term_number(head.text()));
        terms_ = heads_;
        for (const Word& term : item.terms) terms_.push_back(term_number(term.text()));
        std::sort(terms_.begin(), terms_.end());
        terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
        naming_.clear();
        for (const Word& term : item.terms)
            if (is_naming(item, term)) naming_.push_back(term_number(term.text()));
        std::sort(naming_.begin(), naming_.end());
        trigger_ = term_number(item.trigger_lemma.text());
        sharing_.clear();
        look_up(index_.at(indexed_days(item.date)), telling_days(item.date));
        if (may_share_on_other_days(item))
            for (const DayRange range : comparable_days(item.date))
                if (const TermIndex::Days other = index_.at(range); other.any)
                    for (const std::int64_t head : heads_) look_up_beside(other, head);
        rank(item);
        const std::size_t most = std::min(ranked_.size(), most_candidates);
        for (const Ranked& other : std::span(ranked_).first(most)) found.push_back(other.place);
    }

private:
    struct Sharing {
        std::uint64_t place = 0;  // mention and version: one number is sorted faster than two
        bool head = false, trigger = false, naming = false, other_days = false;
        Sharing(const Posting& other, bool by_head, bool by_trigger, bool by_name, bool on_other_days)
            : place(std::uint64_t{other.mention} << 32 | other.version), head(by_head), trigger(by_trigger), naming(by_name), other_days(on_other_days) {}
        bool operator<(const Sharing& other) const { return place < other.place; }
        CandidatePlace candidate() const { return {static_cast<std::int64_t>(place & 0xffffffff), static_cast<std::int64_t>(place >> 32)}; }
    };
    struct Ranked {
        std::ptrdiff_t fewer = 0;  // less the terms they share
        std::int64_t mention = 0;
        CandidatePlace place;
        auto operator<=>(const Ranked&) const = default;
    };

    bool is_naming_term(std::int64_t term) const { return std::binary_search(naming_.begin(), naming_.end(), term); }

    bool may_share_on_other_days(const ClusterItem& item) const {
        SharedTerms all;
        for (const std::int64_t term : terms_) all.words += term != trigger_ && std::find(heads_.begin(), heads_.end(), term) == heads_.end();
        all.naming = !naming_.empty();
        return is_enough(all, item.date, true);
    }

    /// Of the same days. What happens is not asked for where it would not do.
    void look_up(const TermIndex::Days& days, bool telling_days) {
        for (std::int64_t term : terms_) {
            const bool head = std::find(heads_.begin(), heads_.end(), term) != heads_.end();
            if (!telling_days && (term == trigger_ || (head && heads_.size() == 1))) continue;
            index_.read(days, term, mentions_);
            for (const Posting& other : mentions_) sharing_.emplace_back(other, head, term == trigger_, is_naming_term(term), false);
        }
    }

    /// Of other days, with the same head.
    void look_up_beside(const TermIndex::Days& days, std::int64_t head) {
        index_.read(days, head, same_head_);
        if (same_head_.empty()) return;
        for (std::int64_t term : terms_) {
            if (term == head || term == trigger_) continue;
            auto next = same_head_.begin();
            index_.read(days, term, mentions_);
            for (const Posting& other : mentions_) {
                next = std::find_if(next, same_head_.end(), [&](const Posting& one) { return one.mention >= other.mention; });
                if (next != same_head_.end() && *next == other) sharing_.emplace_back(other, false, false, is_naming_term(term), true);
            }
        }
    }

    /// Those that share enough, most shared terms first, then the oldest.
    void rank(const ClusterItem& item) {
        std::sort(sharing_.begin(), sharing_.end());
        ranked_.clear();
        const bool notice = item.topic && !outlet_of(*item.topic).empty() && !item.happenings.empty() && one_day(item.date) && sole(item);
        for (auto next = sharing_.begin(); next != sharing_.end();) {
            const auto first = next;
            std::size_t heads = 0;
            SharedTerms shared;
            for (; next != sharing_.end() && next->place == first->place; ++next) {
                heads += next->head;
                shared.words += !next->head && !next->trigger;
                shared.naming = shared.naming || next->naming;
                shared.head = shared.head || next->head || next->trigger;
            }
            const CandidatePlace place = first->candidate();
            if (place.mention == item.mention) continue;
            if (heads > 1) shared.words += heads - 1;
            if (is_enough(shared, item.date, first->other_days) || (notice && heads > 0 && !first->other_days))
                ranked_.push_back({first - next, place.mention, place});
        }
        std::sort(ranked_.begin(), ranked_.end());
    }

    TermIndex& index_;
    std::vector<std::int64_t> heads_, terms_, naming_;
    std::int64_t trigger_ = 0;
    std::vector<Posting> mentions_, same_head_;
    std::vector<Sharing> sharing_;
    std::vector<Ranked> ranked_;
};

/// In order, each once.
void make_set(auto& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// In order: the changed mentions, and those of events that lost one.
std::vector<std::int64_t> wanted_mentions(const Database& database, const MentionChanges& changes) {
    std::vector<std::int64_t> wanted(changes.mentions.begin(), changes.mentions.end());
    for (std::int64_t event : changes.events) {
        Rows rows = database.rows("SELECT mention FROM event_mention WHERE event = ?", event);
        while (rows.next()) wanted.push_back(rows.integer(0));
    }
    make_set(wanted);
    return wanted;
}

/// Adds the mentions of small stories that the wanted ones belong to, and of those that they change; gives the first.
std::vector<SmallStory> add_stories(std::vector<std::int64_t>& wanted, Remembered& remembered) {
    std::vector<std::int64_t> versions;
    for (const StoredItem* item : remembered.items.read(wanted)) versions.push_back(item->version);
    make_set(versions);
    const auto want = [&](const SmallStory& story) { wanted.insert(wanted.end(), story.mentions.begin(), story.mentions.end()); };
    for (std::size_t i = versions.size(); i-- > 0;)
        for (const SmallStory& changed : remembered.stories.without(versions[i])) {
            want(changed);
            versions.insert(versions.end(), changed.versions.begin(), changed.versions.end());
        }
    make_set(versions);
    std::vector<SmallStory> stories;
    for (const std::int64_t version : versions) {
        const auto tells = [&](const SmallStory& story) { return std::binary_search(story.versions.begin(), story.versions.end(), version); };
        if (std::any_of(stories.begin(), stories.end(), tells)) continue;
        if (SmallStory story = remembered.stories.of(version); !story.versions.empty()) {
            want(story);
            stories.push_back(std::move(story));
        }
    }
    make_set(wanted);
    return stories;
}

}  // namespace

Compared find_candidates(const Database& database, const MentionChanges& changes, Remembered& remembered) {
    std::vector<std::int64_t> wanted = wanted_mentions(database, changes);
    const std::vector<SmallStory> stories = add_stories(wanted, remembered);
    Compared compared;
    std::map<std::int64_t, OfTopic> of_topic;  // by version
    SharingWords sharing_words(remembered.index);
    std::vector<CandidatePlace> found;
    std::vector<std::int64_t> decided;
    for (const StoredItem* item : remembered.items.read(wanted)) {
        const bool founds = item->modality == Modality::asserted || item->modality == Modality::claimed;
        if (!founds && !item->event.empty()) database.run("DELETE FROM event_mention WHERE mention = ?", item->mention);
        if (founds && item->date.dated()) {
            auto known = of_topic.find(item->version);
            if (known == of_topic.end()) {
                std::vector<std::int64_t> versions{item->version};
                for (const TopicLink& link : remembered.topics.links(item->version)) versions.push_back(link.version);
                known = of_topic.try_emplace(item->version, std::move(versions), remembered.dated).first;
            }
            known->second.add(*item, found);
            known->second.add_disagreeing(*item, found);
            sharing_words.add(*item, found);
        }
        for (std::int64_t other : remembered.items.decided().with(item->mention)) decided.push_back(other);
        compared.fresh.push_back(item);
    }
    for (const SmallStory& story : stories) {
        const std::vector<StoredItem*> items = remembered.items.read(story.mentions);
        compared.stories.emplace_back(items.begin(), items.end());
    }
    const auto is_wanted = [&](std::int64_t mention) { return mention >= wanted.front() && std::binary_search(wanted.begin(), wanted.end(), mention); };
    make_set(decided);
    std::erase_if(decided, is_wanted);
    make_set(found);
    std::erase_if(found, [&](const CandidatePlace& place) {
        return is_wanted(place.mention) || std::binary_search(decided.begin(), decided.end(), place.mention);
    });
    for (const std::vector<StoredItem*>& list : {remembered.items.read(decided), remembered.items.read_candidates(found)})
        compared.candidates.insert(compared.candidates.end(), list.begin(), list.end());
    return compared;
}

}  // namespace annals
