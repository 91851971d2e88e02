// Which events the changed mentions belong to: candidates, groups, ids.
#include "core/store/writing.h"

#include "core/events/cluster.h"
#include "core/store/decisions.h"
#include "core/store/stored_date.h"
#include "core/store/topics.h"

#include <algorithm>
#include <map>

namespace annals {
namespace {

/// More look-alikes than this on the same days tell nothing new: they are one event already.
constexpr std::size_t most_candidates = 100;
/// Of a term that very many mentions of one day share only the first are looked at, so that a text that says one thing
/// ten thousand times stays linear.
constexpr std::int64_t most_of_a_term = 400;

const std::string item_sql =
    "SELECT m.id, m.key, d.key, d.publisher, ifnull(e.id, ''), ifnull(e.mentions, 0), m.kind, m.modality, m.trigger_lemma, m.terms, m.names, m.related,"
    " m.recurs, m.quote_begin, m.quote_end, m.trigger_begin, m.trigger_end, m.version,"
    " m.unverified_because IS NOT NULL, (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), " + date_columns("m", "r") +
    " FROM mention m JOIN document_version v ON v.id = m.version JOIN document d ON d.id = v.document LEFT JOIN date_range r ON r.id = m.range"
    " LEFT JOIN event_mention em ON em.mention = m.id LEFT JOIN event e ON e.seq = em.event WHERE m.id = ?";

struct Item : ClusterItem {
    std::int64_t version = 0;
};

Item read_item(const Database& database, std::int64_t mention, Topics& topics, const DecidedGroups& decided) {
    Rows rows = database.rows(item_sql, mention);
    rows.next();
    Item item;
    item.mention = rows.integer(0);
    item.key = rows.text(1);
    item.document = rows.text(2);
    item.publisher = rows.text(3);
    item.event = rows.text(4);
    item.event_mentions = static_cast<int>(rows.integer(5));
    item.kind = parse_event_kind(rows.text(6)).value_or(EventKind::occurrence);
    item.modality = parse_modality(rows.text(7)).value_or(Modality::asserted);
    item.trigger_lemma = rows.text(8);
    item.terms = split_lines(rows.text(9));
    item.names = split_lines(rows.text(10));
    item.related = split_lines(rows.text(11));
    item.recurs = rows.integer(12) != 0;
    item.quote = {static_cast<std::uint32_t>(rows.integer(13)), static_cast<std::uint32_t>(rows.integer(14))};
    item.trigger = {static_cast<std::uint32_t>(rows.integer(15)), static_cast<std::uint32_t>(rows.integer(16))};
    item.version = rows.integer(17);
    item.alone = rows.integer(18) != 0 || decided.alone.contains(mention);  // what could not be verified joins nothing
    if (!rows.null(19)) item.counts = rows.integer(19) != 0;
    item.date = read_date(rows, 20);
    item.topic = topics.of(item.version);
    if (const auto together = decided.together.find(mention); together != decided.together.end()) item.decided = together->second;
    return item;
}

/// The date_ranges of exactly these days, looked up once each.
class RangesOfDays {
public:
    explicit RangesOfDays(const Database& database) : database_(database) {}
    const std::vector<std::int64_t>& of(DayRange days) {
        const auto [known, added] = ranges_.try_emplace({days.first, days.last});
        if (added) {
            Rows rows = database_.rows("SELECT id FROM date_range WHERE ifnull(start_min, -9999999) = ? AND ifnull(end_max, -9999999) = ?", days.first,
                                       days.last);
            while (rows.next()) known->second.push_back(rows.integer(0));
        }
        return known->second;
    }

private:
    const Database& database_;
    std::map<std::pair<Day, Day>, std::vector<std::int64_t>> ranges_;
};

/// Mentions of these date_ranges that have the term.
void count_shared(const Database& database, const std::vector<std::int64_t>& ranges, std::int64_t term, std::map<std::int64_t, int>& shared) {
    std::int64_t left = most_of_a_term;
    for (std::int64_t range : ranges) {
        Rows rows = database.rows("SELECT mention FROM mention_term WHERE range = ? AND term = ? LIMIT ?", range, term, left);
        for (; rows.next(); --left) ++shared[rows.integer(0)];
    }
}

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
            if (most > 0 && other.mention != item.mention && may_be_one_date(item.date, other.date)) found.insert(other.mention), --most;
    };
    add_of(item.version);
    for (std::int64_t version : topics.like(item.version)) add_of(version);
}

/// Mentions that share words with it; see the promise of `likeness` about days and shared terms.
std::vector<std::int64_t> candidates_of(const Database& database, const ClusterItem& item, RangesOfDays& ranges) {
    const std::vector<std::int64_t> terms = term_numbers(item.terms, item.trigger_lemma);
    std::map<std::int64_t, int> shared;
    const DayRange own{item.date.start_min.value_or(-9999999), item.date.end_max.value_or(-9999999)};
    for (std::int64_t term : terms) count_shared(database, ranges.of(own), term, shared);
    if (!item.trigger_lemma.empty()) {
        const std::int64_t trigger = term_numbers({}, item.trigger_lemma).front();
        for (DayRange days : comparable_days(item.date)) {
            std::map<std::int64_t, int> same_trigger, with_terms;
            count_shared(database, ranges.of(days), trigger, same_trigger);
            if (same_trigger.empty()) continue;
            for (std::int64_t term : terms) count_shared(database, ranges.of(days), term, with_terms);
            for (const auto& [mention, count] : same_trigger) shared[mention] = with_terms[mention];
        }
    }
    std::vector<std::pair<int, std::int64_t>> ranked;  // most shared terms first, then the oldest
    for (const auto& [mention, count] : shared)
        if (count >= 2 && mention != item.mention) ranked.push_back({-count, mention});
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
    RangesOfDays ranges(database);
    const DecidedGroups decided = decided_groups(database);
    std::set<std::int64_t> found;
    for (std::int64_t mention : wanted) {
        const Item item = read_item(database, mention, topics, decided);
        const bool founds = item.modality == Modality::asserted || item.modality == Modality::claimed;
        if (!founds) database.run("DELETE FROM event_mention WHERE mention = ?", item.mention);
        if (founds && item.date.dated()) {
            add_of_topic(item, topics, mentions, found);
            for (std::int64_t other : candidates_of(database, item, ranges)) found.insert(other);
        }
        for (std::int64_t other : decided.with(mention)) found.insert(other);
        fresh.push_back(item);
    }
    for (const ClusterItem& item : fresh) by_mention[item.mention] = &item;
    for (std::int64_t mention : found)
        if (!wanted.contains(mention)) candidates.push_back(read_item(database, mention, topics, decided));
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
            write_event(database, seq, free_id(database, *by_mention[group.mentions.front()], group.id));
        }
    }
    for (std::int64_t seq : to_write) {
        words.before_change(seq);
        write_event(database, seq, {});
    }
}

}  // namespace annals
