// Lists of postings by days and term: very many short ones, in two arrays. Internal to core/store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace annals {

/// A mention found by a term, and the version of its document that tells how it looks.
struct Posting {
    std::int64_t mention = 0, version = 0;
    bool operator==(const Posting&) const = default;
};

class PostingLists {
public:
    using Number = std::uint32_t;
    static constexpr Number none = 0;

    /// The list of these days and this term; none when there is none.
    Number find(std::int64_t days, std::int64_t term) const { return lists_.empty() ? none : numbers_[place_of(days, term)]; }
    /// An empty one in place of that, if any.
    Number add(std::int64_t days, std::int64_t term) {
        if (numbers_.size() < 2 * (lists_.size() + 2)) grow();
        Number& number = numbers_[place_of(days, term)];
        if (number == none) {
            lists_.push_back({days, term});
            number = static_cast<Number>(lists_.size());
        }
        lists_[number - 1] = {days, term};
        return number;
    }
    void append(Number number, Posting posting) {
        links_.push_back({posting, none});
        const auto link = static_cast<Number>(links_.size());
        List& list = lists_[number - 1];
        (list.size++ == 0 ? list.first : links_[list.last - 1].next) = link;
        list.last = link;
    }
    /// It is not known any more. Its room comes back with `clear`.
    void forget(std::int64_t days, std::int64_t term) {
        if (const Number number = find(days, term)) lists_[number - 1].known = false;
    }
    bool is_known(Number number) const { return number != none && lists_[number - 1].known; }
    std::size_t size(Number number) const { return lists_[number - 1].size; }
    Posting last(Number number) const { return links_[lists_[number - 1].last - 1].posting; }
    void for_each(Number number, const auto& with) const {
        for (Number link = lists_[number - 1].first; link != none; link = links_[link - 1].next) with(links_[link - 1].posting);
    }
    /// Of all lists together.
    std::size_t weight() const { return lists_.size() + links_.size(); }
    void clear() {
        lists_.clear();
        links_.clear();
        numbers_.assign(numbers_.size(), none);
    }

private:
    struct List {
        std::int64_t days = 0, term = 0;
        Number first = none, last = none, size = 0;
        bool known = true;
    };
    struct Link {
        Posting posting;
        Number next = none;
    };
    /// Where the number of the list stands, or would.
    std::size_t place_of(std::int64_t days, std::int64_t term) const {
        const auto hash = (static_cast<std::uint64_t>(days) * 0x9e3779b97f4a7c15u + static_cast<std::uint64_t>(term)) * 0xff51afd7ed558ccdu;
        std::size_t at = (hash ^ hash >> 32) & (numbers_.size() - 1);
        while (numbers_[at] != none && !(lists_[numbers_[at] - 1].days == days && lists_[numbers_[at] - 1].term == term)) at = (at + 1) & (numbers_.size() - 1);
        return at;
    }
    void grow() {
        numbers_.assign(numbers_.empty() ? 1024 : numbers_.size() * 2, none);
        for (Number number = 1; number <= lists_.size(); ++number) numbers_[place_of(lists_[number - 1].days, lists_[number - 1].term)] = number;
    }

    std::vector<List> lists_;      // by number, counted from one
    std::vector<Link> links_;      // likewise
    std::vector<Number> numbers_;  // a hash table of them, a power of two long
};

}  // namespace annals
