// What grouping reads of the database, kept from one document to the next: most of what one needs, those before it needed too. Internal to core/store.
#pragma once

#include "core/events/cluster.h"
#include "core/store/database.h"
#include "core/store/decisions.h"
#include "core/store/look.h"
#include "core/store/recent.h"
#include "core/store/stories.h"
#include "core/store/term_index.h"
#include "core/store/topics.h"
#include "core/store/writing.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annals {

/// A stored mention as clustering sees it. Its `event` is the one that holds it now.
struct StoredItem : ClusterItem {
    std::int64_t version = 0;
    bool event_known = false;  // whether `event` is told
    bool whole = false;        // with its key
};

/// Where a candidate is found.
struct CandidatePlace {
    std::int64_t version = 0, mention = 0;
    auto operator<=>(const CandidatePlace&) const = default;
};

class StoredItems {
public:
    StoredItems(const Database& database, Topics& topics) : database_(database), topics_(topics) {}
    /// In order of the ids, which are in order and different. They hold until `trim` or `forget`. Only `know_events` says how large their events are.
    std::vector<StoredItem*> read(const std::vector<std::int64_t>& mentions);
    /// In order of the places, without what may not found an event. Their events are not told, nor their keys.
    std::vector<StoredItem*> read_candidates(const std::vector<CandidatePlace>& places);
    /// Of a mention just stored, in no event yet, that no decision is about.
    void keep_new(const NewMention& mention, std::int64_t version, const std::string& key);
    /// Tells their events, and how many mentions these hold now.
    void know_events(const std::vector<std::int64_t>& mentions);
    const DecidedGroups& decided() const { return decided_; }
    void read_decisions() { decided_ = decided_groups(database_); }
    /// To be told of mentions that come into an event.
    void set_event(const std::vector<std::int64_t>& mentions, const std::string& event);
    /// It is no candidate for others.
    void drop(std::int64_t mention) { items_.erase(mention); }
    void trim() { items_.trim(); }
    void forget() { items_.clear(); }

private:
    StoredItem item_of(const Rows& rows);
    StoredItem candidate_of(const Look& look, std::int64_t version);
    void complete(StoredItem& item);

    const Database& database_;
    Topics& topics_;
    DecidedGroups decided_;
    Recent<std::int64_t, StoredItem> items_{8000};
};

/// Dated mentions of documents that may found an event.
class DatedMentions {
public:
    explicit DatedMentions(Topics& topics) : topics_(topics) {}
    struct Dated {
        std::int64_t mention = 0;
        Date date;                // its days alone
        std::uint64_t heads = 0;  // bits_of_heads
    };
    /// In order of their keys.
    const std::vector<Dated>& of(std::int64_t version);
    void trim() { mentions_.trim(); }
    void forget() { mentions_.clear(); }

private:
    Topics& topics_;
    Recent<std::int64_t, std::vector<Dated>> mentions_{40000};
};

/// Bounded, whatever the size of the database. Right as long as all that is written passes by it, or it is told to forget.
class Remembered {
public:
    explicit Remembered(const Database& database);
    /// At the beginning of a transaction: forgets all if another connection has written.
    void begin();
    /// At its end, and before a `forget` that is to lose nothing.
    void write() {
        topics.write();
        index.write();
    }
    void forget();

    Topics topics;
    TermIndex index;
    DatedMentions dated;
    StoredItems items;
    Stories stories;

private:
    const Database& database_;
    std::optional<std::int64_t> data_version_;
};

}  // namespace annals
