// What was asked for lately, up to a bound. Internal to core/store.
#pragma once

#include <cstddef>
#include <functional>
#include <unordered_map>
#include <utility>

namespace annals {

/// Two halves: what is found moves to the younger one; when that is full the older one goes. Places of values hold until `trim` or `clear`.
template <class Key, class Value, class Hash = std::hash<Key>>
class Recent {
public:
    /// `most` of what one half may weigh.
    explicit Recent(std::size_t most) : most_(most) {}

    Value* find(const Key& key) {
        if (const auto found = young_.find(key); found != young_.end()) return &found->second.value;
        const auto found = old_.find(key);
        if (found == old_.end()) return nullptr;
        weight_ += found->second.weight;
        return &young_.insert(old_.extract(found)).position->second.value;
    }
    /// The key must not be there.
    Value& add(const Key& key, Value value, std::size_t weight = 1) {
        weight_ += weight;
        return young_.emplace(key, Weighed{std::move(value), weight}).first->second.value;
    }
    void erase(const Key& key) {
        for (auto* half : {&young_, &old_})
            if (const auto found = half->find(key); found != half->end()) {
                if (half == &young_) weight_ -= found->second.weight;
                half->erase(found);
            }
    }
    /// True when something went.
    bool trim() {
        if (weight_ <= most_) return false;
        old_ = std::exchange(young_, {});
        weight_ = 0;
        return true;
    }
    void clear() {
        young_.clear();
        old_.clear();
        weight_ = 0;
    }

private:
    struct Weighed {
        Value value;
        std::size_t weight;
    };
    std::size_t most_, weight_ = 0;
    std::unordered_map<Key, Weighed, Hash> young_, old_;
};

}  // namespace annals
