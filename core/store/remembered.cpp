#include "core/store/remembered.h"

#include "core/store/stored_date.h"

#include <algorithm>
#include <string>
#include <utility>

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

constexpr std::string_view candidate_sql =
    "SELECT version, minute, utc_offset, kind, trigger_lemma, terms, names, related, happenings, recurs, once, sole, counts, unverified,"
    " quote_begin, quote_end, trigger_begin, trigger_end FROM candidate WHERE days = ? AND mention = ?";

}  // namespace

std::vector<StoredItem*> StoredItems::read(const std::vector<std::int64_t>& mentions) {
    std::string missing;
    for (const std::int64_t mention : mentions) {
        const StoredItem* known = items_.find(mention);
        if (known && known->whole && known->event_known) continue;
        items_.erase(mention);
        missing.append(missing.empty() ? "[" : ",").append(std::to_string(mention));
    }
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

std::vector<StoredItem*> StoredItems::read_candidates(const std::vector<CandidatePlace>& places) {
    std::vector<StoredItem*> items;
    items.reserve(places.size());
    for (const CandidatePlace place : places) {
        StoredItem* item = items_.find(place.mention);
        if (!item) {
            Rows rows = database_.rows(candidate_sql, place.days, place.mention);
            if (!rows.next()) continue;
            item = &items_.add(place.mention, candidate_of(rows, place));
        }
        items.push_back(item);
    }
    return items;
}

void StoredItems::know_events(const std::vector<std::int64_t>& mentions) {
    for (const std::int64_t mention : mentions) {
        StoredItem* item = items_.find(mention);
        if (!item || item->event_known) continue;
        item->event_known = true;
        Rows rows = database_.rows("SELECT e.id, e.mentions FROM event_mention em JOIN event e ON e.seq = em.event WHERE em.mention = ?", mention);
        if (!rows.next()) continue;
        item->event = rows.text(0);
        item->event_mentions = static_cast<int>(rows.integer(1));
    }
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
    item.terms = Words::of_lines(rows.view(8));
    item.names = Words::of_lines(rows.view(9));
    item.related = Words::of_lines(rows.view(10));
    item.recurs = rows.integer(11) != 0;
    item.quote = {static_cast<std::uint32_t>(rows.integer(12)), static_cast<std::uint32_t>(rows.integer(13))};
    item.trigger = {static_cast<std::uint32_t>(rows.integer(14)), static_cast<std::uint32_t>(rows.integer(15))};
    item.happenings = Words::of_lines(rows.view(16));
    item.once = rows.integer(17) != 0;
    item.sole = rows.integer(18) != 0;
    item.alone = rows.integer(19) != 0;
    if (!rows.null(20)) item.counts = rows.integer(20) != 0;
    item.date = read_date(rows, 21);
    item.event_known = item.whole = true;
    complete(item);
    return item;
}

void StoredItems::keep_new(std::int64_t id, std::int64_t version, const std::string& key, const Mention& said, bool placed, bool recurs, bool sole) {
    StoredItem item;
    item.mention = id;
    item.key = key;
    item.version = version;
    item.kind = said.kind;
    item.modality = said.modality;
    item.trigger_lemma = said.trigger_lemma;
    item.terms = said.terms;
    item.names = said.names;
    item.related = said.related;
    item.recurs = recurs;
    item.quote = said.quote;
    item.trigger = said.trigger;
    item.happenings = said.happenings;
    item.once = said.once;
    item.sole = sole;
    if (!said.numbers.empty()) item.counts = counts_something(said.numbers);
    if (placed) item.date = said.date;
    item.event_known = item.whole = true;
    item.document = std::to_string(version);
    item.topic = topics_.of(version);
    items_.add(id, std::move(item));
}

StoredItem StoredItems::candidate_of(const Rows& rows, CandidatePlace place) {
    const auto offset = [&](int column) { return static_cast<std::uint32_t>(rows.integer(column)); };
    StoredItem item;
    item.mention = place.mention;
    item.version = rows.integer(0);
    const DayRange days = days_of_number(place.days);
    item.date.shape = Shape::point;  // dated; the rest likeness does not ask for
    if (days.first != no_bound) item.date.start_min = days.first;
    if (days.last != no_bound) item.date.end_max = days.last;
    item.date.minute = rows.optional<int>(1);
    item.date.utc_offset = rows.optional<int>(2);
    item.kind = parse_event_kind(rows.text(3)).value_or(EventKind::occurrence);
    item.trigger_lemma = rows.text(4);
    item.terms = Words::of_lines(rows.view(5));
    item.names = Words::of_lines(rows.view(6));
    item.related = Words::of_lines(rows.view(7));
    item.happenings = Words::of_lines(rows.view(8));
    item.recurs = rows.integer(9) != 0;
    item.once = rows.integer(10) != 0;
    item.sole = rows.integer(11) != 0;
    if (!rows.null(12)) item.counts = rows.integer(12) != 0;
    item.alone = rows.integer(13) != 0;
    item.quote = {offset(14), offset(15)};
    item.trigger = {offset(16), offset(17)};
    complete(item);
    return item;
}

/// What other rows say of it. A document has one current version: its number stands for the key.
void StoredItems::complete(StoredItem& item) {
    item.document = std::to_string(item.version);
    item.topic = topics_.of(item.version);
    if (decided_.alone.contains(item.mention)) item.alone = true;  // as what could not be verified: it joins nothing
    if (const auto together = decided_.together.find(item.mention); together != decided_.together.end()) item.decided = together->second;
}

void StoredItems::set_event(const std::vector<std::int64_t>& mentions, const std::string& event) {
    for (const std::int64_t mention : mentions)
        if (StoredItem* item = items_.find(mention)) {
            item->event = event;
            item->event_mentions = static_cast<int>(mentions.size());
            item->event_known = true;
        }
}

const std::vector<DatedMentions::Dated>& DatedMentions::of(std::int64_t version) {
    if (const auto* known = mentions_.find(version)) return *known;
    std::vector<Dated> mentions;
    Rows rows = database_.rows("SELECT m.id, r.start_min, r.end_max FROM mention m JOIN date_range r ON r.id = m.range WHERE m.version = ? ORDER BY m.key",
                               version);
    while (rows.next()) {
        Dated dated{rows.integer(0), {}};
        dated.date.start_min = rows.optional<Day>(1);
        dated.date.end_max = rows.optional<Day>(2);
        mentions.push_back(dated);
    }
    const std::size_t weight = mentions.size() + 1;
    return mentions_.add(version, std::move(mentions), weight);
}

void DatedMentions::keep_new(std::int64_t version, std::vector<std::pair<std::string_view, Dated>> by_key) {
    std::sort(by_key.begin(), by_key.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Dated> mentions;
    mentions.reserve(by_key.size());
    for (const auto& [key, dated] : by_key) mentions.push_back(dated);
    mentions_.add(version, std::move(mentions), by_key.size() + 1);
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
