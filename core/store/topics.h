// What documents are about, and which are about one thing. Internal to core/store.
#pragma once

#include "core/events/topic.h"
#include "core/store/database.h"
#include "core/store/recent.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace annals {

/// Topics of current versions, read once each.
class Topics {
public:
    explicit Topics(const Database& database) : database_(database) {}
    /// Stores a version's topic in place of the old version's; true when that was another.
    bool store(std::optional<std::int64_t> old_version, std::int64_t version, const DocumentTopic& topic);
    std::shared_ptr<const DocumentTopic> of(std::int64_t version);
    /// Versions about the same thing, the most alike first; a bounded number.
    std::vector<std::int64_t> like(std::int64_t version);
    void trim();
    void forget();

private:
    /// Of a name that very many versions have only the last; it says little. In order.
    std::vector<std::int64_t>& named(std::int64_t name);

    const Database& database_;
    Recent<std::int64_t, std::shared_ptr<const DocumentTopic>> topics_{6000};
    Recent<std::int64_t, std::vector<std::int64_t>> named_{100000};
};

}  // namespace annals
