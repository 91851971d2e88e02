// What documents are about, which are about one thing, and how their mentions look. Internal to core/store.
#pragma once

#include "core/events/topic.h"
#include "core/store/database.h"
#include "core/store/recent.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annals {

/// Topics of current versions, read once each.
class Topics {
public:
    explicit Topics(const Database& database) : database_(database) {}
    /// Stores a version's topic in place of the old version's, with the looks of its mentions (look.h).
    void store(std::optional<std::int64_t> old_version, std::int64_t version, const DocumentTopic& topic, std::string looks);
    void set_looks(std::int64_t version, std::string looks);
    const std::shared_ptr<const DocumentTopic>& of(std::int64_t version) { return read(version).topic; }
    const std::string& looks(std::int64_t version) { return read(version).looks; }
    /// Versions about the same thing, the most alike first; a bounded number.
    std::vector<std::int64_t> like(std::int64_t version);
    void trim();
    void forget();

private:
    struct Kept {
        std::shared_ptr<const DocumentTopic> topic;
        std::string looks;
    };
    Kept& read(std::int64_t version);
    Kept& keep(std::int64_t version, Kept kept);
    /// Of a name that very many versions have only the last; it says little. In order.
    std::vector<std::int64_t>& named(std::int64_t name);

    const Database& database_;
    Recent<std::int64_t, Kept> topics_{20000000};  // bytes
    Recent<std::int64_t, std::vector<std::int64_t>> named_{100000};
};

}  // namespace annals
