// Which events the changed mentions belong to: groups, ids.
#include "core/store/writing.h"

#include "core/events/cluster.h"
#include "core/store/candidates.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace annals {
namespace {

/// The id of a new event: none that was ever given to another.
std::string free_id(const Database& database, const ClusterItem& founding, const std::string& wanted) {
    std::string id = wanted;
    for (int next = 2; database.integer("SELECT 1 FROM event WHERE id = ?1 UNION ALL SELECT 1 FROM event_redirect WHERE id = ?1", id); ++next)
        id = event_id(founding.key + '\n' + std::to_string(next));
    return id;
}

/// None when it was there before, or more is to be known of it.
const NewMention* read_of(const MentionChanges& changes, std::int64_t mention) {
    const auto found = std::lower_bound(changes.read.begin(), changes.read.end(), mention, [](const NewMention& one, std::int64_t id) { return one.id < id; });
    return found != changes.read.end() && found->id == mention ? &*found : nullptr;
}

class ItemsByMention {
public:
    ItemsByMention(const std::vector<const ClusterItem*>& fresh, const std::vector<const ClusterItem*>& candidates) {
        items_.reserve(fresh.size() + candidates.size());
        for (const auto* list : {&fresh, &candidates})
            for (const ClusterItem* item : *list) items_.emplace_back(item->mention, item);
        std::sort(items_.begin(), items_.end());
    }
    const ClusterItem& of(std::int64_t mention) const {
        return *std::lower_bound(items_.begin(), items_.end(), std::pair<std::int64_t, const ClusterItem*>(mention, nullptr))->second;
    }

private:
    std::vector<std::pair<std::int64_t, const ClusterItem*>> items_;
};

/// Writes which mentions are one event. What is remembered says how it was until all is written.
class GroupWriter {
public:
    GroupWriter(const Database& database, const MentionChanges& changes, PendingEvents& pending, const Compared& compared)
        : database_(database), changes_(changes), pending_(pending), items_(compared.fresh, compared.candidates), to_write_(changes.events),
          key_(changes.document ? document_key(*changes.document) : std::string()),
          next_seq_(database.integer("SELECT max(seq) FROM event").value_or(0) + 1) {
        to_write_.insert(changes.touched.begin(), changes.touched.end());
    }

    void write(const ClusterEvent& group) {
        std::vector<std::size_t> joining;  // members that are not there yet, nor come with a merged event
        bool all_new = true;               // of the joining
        for (std::size_t i = 0; i < group.mentions.size(); ++i) {
            const std::string& event = items_.of(group.mentions[i]).event;
            const bool merged = std::find(group.merged_ids.begin(), group.merged_ids.end(), event) != group.merged_ids.end();
            if ((group.known && event == group.id) || merged) continue;
            joining.push_back(i);
            all_new = all_new && event.empty();
        }
        if (joining.empty() && group.merged_ids.empty()) return;
        for (const std::size_t i : joining)  // what it leaves
            if (const std::string& left = items_.of(group.mentions[i]).event; !left.empty())
                if (const auto seq = seq_of(left)) to_write_.insert(*seq);
        const std::int64_t seq = group.known ? *seq_of(group.id) : next_seq_++;
        for (const std::string& merged : group.merged_ids) redirect(merged, seq, group);
        if (!group.known) return write_new(seq, group, joining);
        join(seq, group, joining);
        if (all_new && group.merged_ids.empty()) {
            database_.run("UPDATE event SET mentions = mentions + ? WHERE seq = ?", joining.size(), seq);
            pending_.is_joined(seq);
            std::vector<std::int64_t>& mentions = written_.emplace_back(WrittenEvent{group.id, {}}).mentions;
            for (std::size_t i : joining) mentions.push_back(group.mentions[i]);
        } else {
            to_write_.insert(seq);
        }
    }

    /// Writes the old ones of which more than another source is new; gives all that were written.
    const std::vector<WrittenEvent>& finish() {
        for (std::int64_t seq : to_write_) {
            pending_.before_change(seq);
            written_.push_back(write_event(database_, seq, {}, pending_));
        }
        return written_;
    }

private:
    std::optional<std::int64_t> seq_of(const std::string& id) const { return database_.integer("SELECT seq FROM event WHERE id = ?", id); }

    void redirect(const std::string& merged, std::int64_t seq, const ClusterEvent& group) {
        const std::int64_t gone = *seq_of(merged);
        pending_.before_change(gone);
        database_.run("UPDATE event_mention SET event = ? WHERE event = ?", seq, gone);
        for (std::size_t i = 0; i < group.mentions.size(); ++i)  // what founded the merged event has a reason now
            if (items_.of(group.mentions[i]).event == merged && !group.reasons[i].empty())
                database_.run("UPDATE event_mention SET reason = ? WHERE mention = ? AND reason = ''", group.reasons[i], group.mentions[i]);
        database_.run("UPDATE event_redirect SET event = ? WHERE event = ?", seq, gone);
        delete_event(database_, gone, pending_);
        database_.run("INSERT INTO event_redirect (id, event) VALUES (?, ?)", merged, seq);
        to_write_.erase(gone);
    }

    void write_new(std::int64_t seq, const ClusterEvent& group, const std::vector<std::size_t>& joining) {
        pending_.is_new(seq);
        const ClusterItem& founding = items_.of(group.mentions.front());
        const std::string id = free_id(database_, founding, group.id);
        if (const NewMention* read = group.mentions.size() == 1 ? read_of(changes_, founding.mention) : nullptr) {
            write_new_event(database_, seq, id, key_, *changes_.document, *read, pending_);
            written_.push_back({id, {founding.mention}});
            return;
        }
        join(seq, group, joining);
        written_.push_back(write_event(database_, seq, id, pending_));
    }

    void join(std::int64_t seq, const ClusterEvent& group, const std::vector<std::size_t>& joining) {
        for (std::size_t i : joining)
            database_.run(std::string("INSERT INTO event_mention (event, mention, role, reason) VALUES (?1, ?2, 'corroborating', ?3)") +
                              (items_.of(group.mentions[i]).event.empty() ? "" : " ON CONFLICT (mention) DO UPDATE SET event = ?1, reason = ?3"),
                          seq, group.mentions[i], group.reasons[i]);
    }

    const Database& database_;
    const MentionChanges& changes_;
    PendingEvents& pending_;
    const ItemsByMention items_;
    std::set<std::int64_t> to_write_;  // old ones
    const std::string key_;            // of the document
    std::int64_t next_seq_;
    std::vector<WrittenEvent> written_;
};

}  // namespace

void regroup(const Database& database, const MentionChanges& changes, PendingEvents& pending, Remembered& remembered) {
    if (!changes.document) {  // a known one was read anew, or somebody decided
        pending.forget_versions();
        remembered.stories.forget();
    }
    remembered.items.read_decisions();
    Compared compared = find_candidates(database, changes, remembered);
    const std::vector<ClusterEvent> groups = cluster(
        compared.fresh, compared.candidates, [&](const std::vector<std::int64_t>& mentions) { remembered.items.know_events(mentions); },
        [&](std::string_view name) { return remembered.topics.count_named(name); }, compared.stories);
    GroupWriter writer(database, changes, pending, compared);
    for (const ClusterEvent& group : groups) writer.write(group);  // old events first, so that a new one sees which ids are taken
    for (const WrittenEvent& event : writer.finish()) remembered.items.set_event(event.mentions, event.id);
    for (const ClusterItem* item : compared.fresh)
        if (!item->date.dated()) remembered.items.drop(item->mention);
}

}  // namespace annals
