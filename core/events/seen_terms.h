// Which of the items that are clustered need be compared: most tell of other days, or share nothing.
#pragma once

#include "core/events/cluster_item.h"
#include "core/events/date_conflict.h"
#include "core/events/date_likeness.h"
#include "core/time/day.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace annals {

/// An item with what tells most of the others from it, at one place.
struct Grouped {
    const ClusterItem* item = nullptr;
    std::int64_t mention = 0;
    DayRange days;
    std::uint64_t document = 0;  // its number
    std::uint64_t heads = 0;     // bits of what happens
    bool fresh = false, may_be_like = false, once = false, statement = false;
};

inline Grouped grouped(const ClusterItem& item, bool fresh) {
    const Date& date = item.date;
    const bool may_be_like = date.dated() && date.start_min && date.end_max && !item.alone;
    return {&item, item.mention, may_be_like ? DayRange{*date.start_min, *date.end_max} : DayRange{}, item.document.number(), bits_of_heads(item),
            fresh, may_be_like, item.once, item.kind == EventKind::statement};
}

/// False for most that do not.
inline bool may_disagree(const Grouped& a, const Grouped& b) { return (a.heads & b.heads) != 0 && may_be_mistaken(a.days, b.days); }

/// False for most that are not one event.
inline bool may_be_like(const Grouped& a, const Grouped& b) {
    if (!a.may_be_like || !b.may_be_like || (a.statement != b.statement && a.days != b.days)) return false;
    return may_be_one_date(a.days, b.days, a.once && b.once) || may_disagree(a, b);
}

/// Which earlier dated items share a term, a related word or a minute with an item. Of what very many share only the last are looked at,
/// so that a text that says one thing ten thousand times stays linear. Two candidates are never compared, so that only what fresh items say counts.
class SeenTerms {
public:
    explicit SeenTerms(const std::vector<Grouped>& items) : items_(items), met_(items.size(), items.size()) {
        std::vector<std::uint64_t> numbers;
        const auto add = [&](std::uint64_t number) { numbers.push_back(number); };
        for (const Grouped& each : items) {
            if (!each.fresh || !each.item->date.dated()) continue;
            for_keys(*each.item, add);
            for_day(*each.item, add);
        }
        keys_.resize(std::bit_ceil(numbers.size() * 2 + 1));
        for (const std::uint64_t number : numbers) key_of(number) = {number, 0};
        links_.reserve(numbers.size() + items.size() * 4);
    }

    /// The earlier items to compare with item `index`, in order; then it is seen itself.
    const std::vector<std::size_t>& before(std::size_t index) {
        found_.clear();
        of_day_.clear();
        if (!items_[index].item->date.dated()) return found_;
        const bool fresh = items_[index].fresh, compares = fresh || fresh_seen_;
        met_[index] = index;
        const auto look_up = [&](std::uint64_t number) {
            std::uint32_t& last = key_of(number).last;
            if (last == free) return;
            std::size_t left = compares ? most : 0;
            for (std::uint32_t link = last; link != 0 && left > 0; link = links_[link - 1].before, --left) {
                const std::size_t other = links_[link - 1].item;
                if (met_[other] == index || !(fresh || items_[other].fresh)) continue;
                met_[other] = index;
                if (may_be_like(items_[index], items_[other])) found_.push_back(other);
            }
            if (last != 0 && links_[last - 1].item == index) return;
            links_.push_back({static_cast<std::uint32_t>(index), last});
            last = static_cast<std::uint32_t>(links_.size());
        };
        for_keys(*items_[index].item, look_up);
        const std::size_t alike = found_.size();
        for_day(*items_[index].item, look_up);
        of_day_.assign(found_.begin() + static_cast<std::ptrdiff_t>(alike), found_.end());
        found_.resize(alike);
        fresh_seen_ = fresh_seen_ || fresh;
        std::sort(found_.begin(), found_.end());
        return found_;
    }

    /// Beside those: what shares nothing with it but its day, which one of them may take up.
    const std::vector<std::size_t>& of_day() const { return of_day_; }

private:
    static void for_keys(const ClusterItem& item, const auto& with) {
        for (const Words* words : {&item.terms, &item.related, &item.happenings})
            for (const Word& word : *words) with(word.number());
        with(item.trigger_lemma.number());
        if (item.date.minute && item.date.start_min) with(minute_of + static_cast<std::uint64_t>(std::int64_t{*item.date.start_min}));
    }
    static void for_day(const ClusterItem& item, const auto& with) {
        if ((sole(item) || opens(item)) && one_day(item.date)) with(day_of + static_cast<std::uint64_t>(std::int64_t{*item.date.start_min}));
    }
    static constexpr std::size_t most = 64;
    static constexpr std::uint32_t free = ~std::uint32_t{0};
    inline static const std::uint64_t minute_of = word_number("at a minute of the day");
    inline static const std::uint64_t day_of = word_number("of a day that may be taken up");
    struct Key {
        std::uint64_t number = 0;
        std::uint32_t last = free;  // its last link, counted from one; 0 for none
    };
    struct Link {
        std::uint32_t item, before;  // the one before it that has the key
    };
    /// Where it stands in the hash table, or would.
    Key& key_of(std::uint64_t number) {
        std::size_t at = number & (keys_.size() - 1);
        while (keys_[at].last != free && keys_[at].number != number) at = (at + 1) & (keys_.size() - 1);
        return keys_[at];
    }

    const std::vector<Grouped>& items_;
    std::vector<std::size_t> met_;  // by item: the last one it was found for
    std::vector<std::size_t> found_, of_day_;
    bool fresh_seen_ = false;
    std::vector<Key> keys_;         // of fresh items
    std::vector<Link> links_;
};

}  // namespace annals
