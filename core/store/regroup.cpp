// Which events the changed mentions belong to: candidates, groups, ids.
#include "core/store/writing.h"

#include "core/events/cluster.h"
#include "core/store/decisions.h"
#include "core/store/stored_date.h"
#include "core/store/term_index.h"
#include "core/store/topics.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

namespace annals {
namespace {

/// More look-alikes than this on the same days tell nothing new: they are one event already.
constexpr std::size_t most_candidates = 100;

struct Item : ClusterItem {
    std::int64_t version = 0;
};

const std::string item_sql =
    "SELECT m.id, m.key, m.version, ifnull(e.id, ''), ifnull(e.mentions, 0), m.kind, m.modality, m.trigger_lemma, m.terms, m.names, "
    "m.related,"
    " m.recurs, m.quote_begin, m.quote_end, m.trigger_begin, m.trigger_end, m.happenings, m.once, m.sole,"
    " m.unverified_because IS NOT NULL, (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), " +
    date_columns("m", "r") +
    " FROM mention m LEFT JOIN date_range r ON r.id = m.range"
    " LEFT JOIN event_mention em ON em.mention = m.id LEFT JOIN event e ON e.seq = em.event WHERE m.id IN (SELECT value FROM json_each(?))";

/// Reads mentions, many at a time, and once each what their documents are.
class Items {
public:
    Items(const Database& database, Topics& topics) : database_(database), topics_(topics), decided_(decided_groups(database)) {}

    const DecidedGroups& decided() const { return decided_; }

    std::vector<Item> read(const std::set<std::int64_t>& mentions) {
        std::string ids;
        for (std::int64_t mention : mentions) ids.append(ids.empty() ? "[" : ",").append(std::to_string(mention));
        if (ids.empty()) return {};
        ids += "]";
        std::vector<Item> items;
        items.reserve(mentions.size());
        Rows rows = database_.rows(item_sql, ids);
        while (rows.next()) items.push_back(item_of(rows));
        return items;
    }

private:
    struct Source {
        std::string document, publisher;
        std::shared_ptr<const DocumentTopic> topic;
    };
    Item item_of(const Rows& rows) {
        Item item;
        item.mention = rows.integer(0);
        item.key = rows.text(1);
        item.version = rows.integer(2);
        item.event = rows.text(3);
        item.event_mentions = static_cast<int>(rows.integer(4));
        item.kind = parse_event_kind(rows.text(5)).value_or(EventKind::occurrence);
        item.modality = parse_modality(rows.text(6)).value_or(Modality::asserted);
        item.trigger_lemma = rows.text(7);
        item.terms = split_lines(rows.text(8));
        item.names = split_lines(rows.text(9));
        item.related = split_lines(rows.text(10));
        item.recurs = rows.integer(11) != 0;
        item.quote = {static_cast<std::uint32_t>(rows.integer(12)), static_cast<std::uint32_t>(rows.integer(13))};
        item.trigger = {static_cast<std::uint32_t>(rows.integer(14)), static_cast<std::uint32_t>(rows.integer(15))};
        item.happenings = split_lines(rows.text(16));
        item.once = rows.integer(17) != 0;
        item.sole = rows.integer(18) != 0;
        item.alone = rows.integer(19) != 0 || decided_.alone.contains(item.mention);  // what could not be verified joins nothing
        if (!rows.null(20)) item.counts = rows.integer(20) != 0;
        item.date = read_date(rows, 21);
        const Source& source = source_of(item.version);
        item.document = source.document;
        item.publisher = source.publisher;
        item.topic = source.topic;
        if (const auto together = decided_.together.find(item.mention); together != decided_.together.end()) item.decided = together->second;
        return item;
    }
    const Source& source_of(std::int64_t version) {
        const auto [known, added] = sources_.try_emplace(version);
        if (added) {
            Rows rows = database_.rows("SELECT d.key, d.publisher FROM document_version v JOIN document d ON d.id = v.document WHERE v.id = ?", version);
            rows.next();
            known->second = {rows.text(0), rows.text(1), topics_.of(version)};
        }
        return known->second;
    }

    const Database& database_;
    Topics& topics_;
    const DecidedGroups decided_;
    std::map<std::int64_t, Source> sources_;
};

/// Dated mentions of documents, read once each.
class DocumentMentions {
public:
    explicit DocumentMentions(const Database& database) : database_(database) {}
    struct Dated {
        std::int64_t mention = 0;
        Date date;
    };
    const std::vector<Dated>& of(std::int64_t version) {
        const auto [known, added] = mentions_.try_emplace(version);
        if (added) {
            Rows rows = database_.rows("SELECT m.id, r.start_min, r.end_max FROM mention m JOIN date_range r ON r.id = m.range WHERE m.version = ?", version);
            while (rows.next()) {
                Dated dated{rows.integer(0), {}};
                dated.date.start_min = rows.optional<Day>(1);
                dated.date.end_max = rows.optional<Day>(2);
                known->second.push_back(dated);
            }
        }
        return known->second;
    }

private:
    const Database& database_;
    std::map<std::int64_t, std::vector<Dated>> mentions_;
};

/// Mentions of its own document and of those about the same thing whose dates may be its own.
void add_of_topic(const Item& item, Topics& topics, DocumentMentions& mentions, std::set<std::int64_t>& found) {
    std::size_t most = most_candidates;
    const auto add_of = [&](std::int64_t version) {
        for (const DocumentMentions::Dated& other : mentions.of(version))
            if (most > 0 && other.mention != item.mention && may_be_one_date(item.date, other.date, item.once))
                found.insert(other.mention), --most;
    };
    add_of(item.version);
    for (std::int64_t version : topics.like(item.version)) add_of(version);
}

/// Mentions that share words with it; see the promise of `likeness` about days and shared terms.
std::vector<std::int64_t> candidates_of(const ClusterItem& item, TermIndex& index) {
    const std::vector<std::string> heads = head_words(item.trigger_lemma, item.happenings);
    const std::vector<std::int64_t> terms = term_numbers(item.terms, heads);
    std::vector<std::int64_t> sharing;  // once for each shared term
    for (std::int64_t term : terms) {
        const std::vector<std::int64_t>& mentions = index.mentions(indexed_days(item.date), term);
        sharing.insert(sharing.end(), mentions.begin(), mentions.end());
    }
    for (std::int64_t head : term_numbers({}, heads))
        for (DayRange days : comparable_days(item.date)) {
            const std::vector<std::int64_t>& same_head = index.mentions(days, head);
            if (same_head.empty()) continue;
            for (std::int64_t term : terms) {
                const std::vector<std::int64_t>& mentions = index.mentions(days, term);
                std::set_intersection(mentions.begin(), mentions.end(), same_head.begin(), same_head.end(), std::back_inserter(sharing));
            }
        }
    std::sort(sharing.begin(), sharing.end());
    std::vector<std::pair<std::ptrdiff_t, std::int64_t>> ranked;  // most shared terms first, then the oldest
    for (auto next = sharing.begin(); next != sharing.end();) {
        const std::int64_t mention = *next;
        const auto first = next;
        next = std::find_if(first, sharing.end(), [&](std::int64_t other) { return other != mention; });
        if (next - first >= 2 && mention != item.mention) ranked.push_back({first - next, mention});
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > most_candidates) ranked.resize(most_candidates);
    std::vector<std::int64_t> result;
    for (const auto& [count, mention] : ranked) result.push_back(mention);
    return result;
}

/// The id of a new event: none that was ever given to another.
std::string free_id(const Database& database, const ClusterItem& founding, const std::string& wanted) {
    std::string id = wanted;
    for (int next = 2; database.integer("SELECT 1 FROM event WHERE id = ?1 UNION ALL SELECT 1 FROM event_redirect WHERE id = ?1", id); ++next)
        id = event_id(founding.key + '\n' + std::to_string(next));
    return id;
}

}  // namespace

void regroup(const Database& database, const MentionChanges& changes, EventWords& words) {
    std::set<std::int64_t> wanted = changes.mentions;
    for (std::int64_t event : changes.events) {
        Rows rows = database.rows("SELECT mention FROM event_mention WHERE event = ?", event);
        while (rows.next()) wanted.insert(rows.integer(0));
    }
    std::vector<ClusterItem> fresh, candidates;
    std::map<std::int64_t, const ClusterItem*> by_mention;
    Topics topics(database);
    DocumentMentions mentions(database);
    TermIndex index(database);
    Items items(database, topics);
    std::set<std::int64_t> found;
    for (Item& item : items.read(wanted)) {
        const bool founds = item.modality == Modality::asserted || item.modality == Modality::claimed;
        if (!founds) database.run("DELETE FROM event_mention WHERE mention = ?", item.mention);
        if (founds && item.date.dated()) {
            add_of_topic(item, topics, mentions, found);
            for (std::int64_t other : candidates_of(item, index)) found.insert(other);
        }
        for (std::int64_t other : items.decided().with(item.mention)) found.insert(other);
        fresh.push_back(std::move(item));
    }
    for (const ClusterItem& item : fresh) by_mention[item.mention] = &item;
    for (std::int64_t mention : wanted) found.erase(mention);
    for (Item& item : items.read(found)) candidates.push_back(std::move(item));
    for (const ClusterItem& item : candidates) by_mention[item.mention] = &item;

    std::vector<ClusterEvent> groups = cluster(fresh, candidates);
    const auto seq_of = [&](const std::string& id) { return database.integer("SELECT seq FROM event WHERE id = ?", id); };
    const auto is_old = [&](const ClusterEvent& group) {
        return std::any_of(group.mentions.begin(), group.mentions.end(), [&](std::int64_t m) { return by_mention[m]->event == group.id; });
    };
    // Old events first, so that a new one sees which ids are taken.
    std::stable_partition(groups.begin(), groups.end(), is_old);
    std::int64_t next_seq = database.integer("SELECT max(seq) FROM event").value_or(0) + 1;
    std::set<std::int64_t> to_write;  // old events; a new one is written at once
    for (std::int64_t event : changes.events) to_write.insert(event);
    for (std::int64_t event : changes.touched) to_write.insert(event);
    for (const ClusterEvent& group : groups) {
        const bool old = is_old(group);
        std::vector<std::size_t> joining;  // members that are not there yet, nor come with a merged event
        for (std::size_t i = 0; i < group.mentions.size(); ++i) {
            const std::string& event = by_mention[group.mentions[i]]->event;
            const bool merged = std::find(group.merged_ids.begin(), group.merged_ids.end(), event) != group.merged_ids.end();
            if (!(old && event == group.id) && !merged) joining.push_back(i);
        }
        if (joining.empty() && group.merged_ids.empty()) continue;
        const std::int64_t seq = old ? *seq_of(group.id) : next_seq++;
        for (const std::string& merged : group.merged_ids) {
            const std::int64_t gone = *seq_of(merged);
            words.before_change(gone);
            database.run("UPDATE event_mention SET event = ? WHERE event = ?", seq, gone);
            for (std::size_t i = 0; i < group.mentions.size(); ++i)  // what founded the merged event has a reason now
                if (by_mention[group.mentions[i]]->event == merged && !group.reasons[i].empty())
                    database.run("UPDATE event_mention SET reason = ? WHERE mention = ? AND reason = ''", group.reasons[i], group.mentions[i]);
            database.run("UPDATE event_redirect SET event = ? WHERE event = ?", seq, gone);
            delete_event(database, gone);
            database.run("INSERT INTO event_redirect (id, event) VALUES (?, ?)", merged, seq);
            to_write.erase(gone);
        }
        for (std::size_t i : joining)
            database.run(std::string("INSERT INTO event_mention (event, mention, role, reason) VALUES (?1, ?2, 'primary', ?3)") +
                         (by_mention[group.mentions[i]]->event.empty() ? "" : " ON CONFLICT (mention) DO UPDATE SET event = ?1, reason = ?3"),
                         seq, group.mentions[i], group.reasons[i]);
        if (old) {
            to_write.insert(seq);
        } else {
            words.before_change(seq);
            const ClusterItem& founding = *by_mention[group.mentions.front()];
            const std::string id = free_id(database, founding, group.id);
            if (group.mentions.size() == 1 && founding.event.empty()) write_new_event(database, seq, id, founding.mention);
            else write_event(database, seq, id);
        }
    }
    for (std::int64_t seq : to_write) {
        words.before_change(seq);
        write_event(database, seq, {});
    }
}

}  // namespace annals
