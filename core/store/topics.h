// What documents are about, which are about one thing, and how their mentions look. Internal to core/store.
#pragma once

#include "core/events/topic.h"
#include "core/store/database.h"
#include "core/store/recent.h"
#include "core/store/term_index.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace annals {

/// Another version about the same thing.
struct TopicLink {
    std::int64_t version = 0;
    double share = 0;       // TopicLikeness::share
    std::size_t names = 0;  // that they share; 0: it was found by its words
    bool one_thing = false;
};

/// Of current versions, read once each.
class Topics {
public:
    explicit Topics(const Database& database) : database_(database) {}
    /// Stores a version's topic in place of the old version's, with the looks of its mentions (look.h).
    void store(std::optional<std::int64_t> old_version, std::int64_t version, const DocumentTopic& topic, std::string looks);
    void set_looks(std::int64_t version, std::string looks);
    const std::shared_ptr<const DocumentTopic>& of(std::int64_t version);
    const std::string& looks(std::int64_t version);
    /// Versions about the same thing, those that share the most names first; a bounded number. The place holds until a topic is stored or `trim`.
    const std::vector<TopicLink>& links(std::int64_t version);
    /// How many versions are about a name; of very many at least a hundred.
    std::size_t count_named(std::string_view name) { return named(term_number(name)).size(); }
    /// Stores which versions have a name, where that has changed since the last time.
    void write();
    void trim();
    /// What was not written is lost.
    void forget();

private:
    const std::shared_ptr<const DocumentTopic>& keep(std::int64_t version, DocumentTopic topic);
    const std::string& keep_looks(std::int64_t version, std::string looks);
    void remove(std::int64_t version);
    std::vector<TopicLink> find_links(std::int64_t version);
    struct Named {
        std::vector<std::int64_t> versions;
        bool stored = false;  // there is a row of it
    };
    Named& read_named(std::int64_t name);
    /// Of a name that very many versions have only the last; it says little. In order.
    std::vector<std::int64_t>& named(std::int64_t name) { return read_named(name).versions; }

    const Database& database_;
    Recent<std::int64_t, std::shared_ptr<const DocumentTopic>> topics_{3000};
    Recent<std::int64_t, std::string> looks_{10000000};  // bytes
    Recent<std::int64_t, Named> named_{50000};
    Recent<std::int64_t, std::vector<TopicLink>> links_{20000};
    std::vector<std::int64_t> changed_;  // names, not written yet
};

}  // namespace annals
