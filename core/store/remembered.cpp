#include "core/store/remembered.h"

#include "core/store/stored_date.h"

#include <string>

namespace annals {
namespace {

const std::string item_sql =
    "SELECT m.id, m.key, m.version, ifnull(e.id, ''), ifnull(e.mentions, 0), m.kind, m.modality, m.trigger_lemma, m.terms, m.names, "
    "m.related,"
    " m.recurs, m.quote_begin, m.quote_end, m.trigger_begin, m.trigger_end, m.happenings, m.once, m.sole,"
    " m.unverified_because IS NOT NULL, (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), " +
    date_columns("m", "r") +
    " FROM mention m LEFT JOIN date_range r ON r.id = m.range"
    " LEFT JOIN event_mention em ON em.mention = m.id LEFT JOIN event e ON e.seq = em.event WHERE m.id IN (SELECT value FROM json_each(?))";

}  // namespace

std::vector<StoredItem*> StoredItems::read(const std::vector<std::int64_t>& mentions) {
    std::string missing;
    for (const std::int64_t mention : mentions)
        if (!items_.find(mention)) missing.append(missing.empty() ? "[" : ",").append(std::to_string(mention));
    if (!missing.empty()) {
        missing += "]";
        Rows rows = database_.rows(item_sql, missing);
        while (rows.next()) {
            const std::int64_t mention = rows.integer(0);
            items_.add(mention, item_of(rows));
        }
    }
    std::vector<StoredItem*> items;
    items.reserve(mentions.size());
    for (const std::int64_t mention : mentions)
        if (StoredItem* item = items_.find(mention)) items.push_back(item);
    return items;
}

StoredItem StoredItems::item_of(const Rows& rows) {
    StoredItem item;
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

const StoredItems::Source& StoredItems::source_of(std::int64_t version) {
    if (const Source* known = sources_.find(version)) return *known;
    Rows rows = database_.rows("SELECT d.key, d.publisher FROM document_version v JOIN document d ON d.id = v.document WHERE v.id = ?", version);
    rows.next();
    return sources_.add(version, {rows.text(0), rows.text(1), topics_.of(version)});
}

void StoredItems::set_event(const std::vector<std::int64_t>& mentions, const std::string& event) {
    for (const std::int64_t mention : mentions)
        if (StoredItem* item = items_.find(mention)) {
            item->event = event;
            item->event_mentions = static_cast<int>(mentions.size());
        }
}

void StoredItems::trim() {
    items_.trim();
    sources_.trim();
}

void StoredItems::forget() {
    items_.clear();
    sources_.clear();
}

const std::vector<DatedMentions::Dated>& DatedMentions::of(std::int64_t version) {
    if (const auto* known = mentions_.find(version)) return *known;
    std::vector<Dated> mentions;
    Rows rows = database_.rows("SELECT m.id, r.start_min, r.end_max FROM mention m JOIN date_range r ON r.id = m.range WHERE m.version = ?", version);
    while (rows.next()) {
        Dated dated{rows.integer(0), {}};
        dated.date.start_min = rows.optional<Day>(1);
        dated.date.end_max = rows.optional<Day>(2);
        mentions.push_back(dated);
    }
    const std::size_t weight = mentions.size() + 1;
    return mentions_.add(version, std::move(mentions), weight);
}

Remembered::Remembered(const Database& database) : topics(database), index(database), dated(database), items(database, topics), database_(database) {}

void Remembered::begin() {
    const std::optional<std::int64_t> now = database_.integer("PRAGMA data_version");
    if (now != data_version_) forget();
    data_version_ = now;
    topics.trim();
    index.trim();
    dated.trim();
    items.trim();
}

void Remembered::forget() {
    topics.forget();
    index.forget();
    dated.forget();
    items.forget();
    data_version_.reset();
}

}  // namespace annals
