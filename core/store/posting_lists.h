// Lists of postings by a number: very many, most of one posting. Internal to core/store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace annals {

/// A mention found by a term, and the version of its document that tells how it looks. No database holds more than 2^32 of either.
struct Posting {
    std::uint32_t mention = 0, version = 0;
    bool operator==(const Posting&) const = default;
};

inline Posting posting(std::int64_t mention, std::int64_t version) { return {static_cast<std::uint32_t>(mention), static_cast<std::uint32_t>(version)}; }

/// A hash table whose entries hold the first posting; further ones stand seven to a block, a line of the processor's cache.
class PostingLists {
public:
    struct List {
        std::int64_t number = 0;
        Posting first;
        std::uint32_t block = 0, last_block = 0;  // counted from one
        std::uint32_t size = 0;
        bool known = false;                       // false: a free place
        bool stored = false;                      // for whom it belongs to: there is a row of it
    };

    /// None when that list is not known. Holds until the next `add` or `clear`.
    List* find(std::int64_t number) {
        if (places_.empty()) return nullptr;
        List& list = places_[place_of(number)];
        return list.known ? &list : nullptr;
    }
    /// An empty list, where none is known.
    List& add(std::int64_t number) {
        if (places_.size() < 3 * (lists_ + 1) / 2) grow();
        ++lists_;
        List& list = places_[place_of(number)];
        list.number = number;
        list.known = true;
        return list;
    }
    void append(List& list, Posting posting) {
        const std::size_t place = list.size++;
        if (place == 0) {
            list.first = posting;
            return;
        }
        const std::size_t within = (place - 1) % Block::most;
        if (within == 0) {
            blocks_.emplace_back();
            const auto block = static_cast<std::uint32_t>(blocks_.size());
            (list.block == 0 ? list.block : blocks_[list.last_block - 1].next) = block;
            list.last_block = block;
        }
        blocks_[list.last_block - 1].postings[within] = posting;
    }
    /// The room of what was in it comes back with `clear`.
    void set(List& list, const std::vector<Posting>& postings) {
        list.block = list.last_block = list.size = 0;
        for (const Posting& posting : postings) append(list, posting);
    }
    Posting last(const List& list) const {
        return list.size < 2 ? list.first : blocks_[list.last_block - 1].postings[(list.size - 2) % Block::most];
    }
    void for_each(const List& list, const auto& with) const {
        if (list.size == 0) return;
        with(list.first);
        std::size_t left = list.size - 1;
        for (std::uint32_t block = list.block; left > 0; block = blocks_[block - 1].next)
            for (std::size_t i = 0; i < Block::most && left > 0; ++i, --left) with(blocks_[block - 1].postings[i]);
    }

    /// With room to grow.
    std::size_t bytes() const { return lists_ * 3 / 2 * sizeof(List) + blocks_.size() * sizeof(Block); }
    void clear() {
        places_ = {};
        blocks_ = {};
        lists_ = 0;
    }

private:
    struct Block {
        static constexpr std::size_t most = 7;
        Posting postings[most];
        std::uint32_t next = 0;
    };
    /// Where the list stands, or would.
    std::size_t place_of(std::int64_t number) const {
        const std::uint64_t hash = static_cast<std::uint64_t>(number) * 0x9e3779b97f4a7c15u;
        std::size_t at = (hash ^ hash >> 32) & (places_.size() - 1);
        while (places_[at].known && places_[at].number != number) at = (at + 1) & (places_.size() - 1);
        return at;
    }
    void grow() {
        std::vector<List> before(places_.empty() ? 1024 : places_.size() * 2);
        std::swap(before, places_);
        for (const List& list : before)
            if (list.known) places_[place_of(list.number)] = list;
    }

    std::vector<List> places_;  // a power of two
    std::vector<Block> blocks_;
    std::size_t lists_ = 0;
};

}  // namespace annals
