#include "core/store/remembered.h"

#include "core/events/date_conflict.h"
#include "core/store/stored_date.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace annals {
namespace {

const std::string item_sql =
    "SELECT m.id, m.key, m.version, ifnull(e.id, ''), m.kind, m.modality, m.trigger_lemma, m.terms, m.names, "
    "m.related,"
    " m.recurs, m.quote_begin, m.quote_end, m.trigger_begin, m.trigger_end, m.happenings, m.once, m.day_sentences, m.wording,"
    " m.unverified_because IS NOT NULL, (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), " +
    date_columns("m", "r") +
    " FROM mention m LEFT JOIN date_range r ON r.id = m.range"
    " LEFT JOIN event_mention em ON em.mention = m.id LEFT JOIN event e ON e.seq = em.event WHERE m.id IN (SELECT value FROM json_each(?))";

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
            const std::optional<Look> look = find_look(topics_.looks(place.version), place.mention);
            if (!look) continue;
            item = &items_.add(place.mention, candidate_of(*look, place.version));
        }
        items.push_back(item);
    }
    return items;
}

void StoredItems::know_events(const std::vector<std::int64_t>& mentions) {
    std::map<std::string_view, int> sizes;  // asked for once
    for (const std::int64_t mention : mentions) {
        StoredItem* item = items_.find(mention);
        if (!item) continue;
        if (!item->event_known) {
            item->event_known = true;
            Rows rows = database_.rows("SELECT e.id FROM event_mention em JOIN event e ON e.seq = em.event WHERE em.mention = ?", mention);
            if (rows.next()) item->event = rows.text(0);
        }
        if (item->event.empty()) continue;
        const auto [size, added] = sizes.try_emplace(item->event);
        if (added) size->second = static_cast<int>(database_.integer("SELECT mentions FROM event WHERE id = ?", item->event).value_or(0));
        item->event_mentions = size->second;
    }
}

StoredItem StoredItems::item_of(const Rows& rows) {
    StoredItem item;
    item.mention = rows.integer(0);
    item.key = rows.text(1);
    item.version = rows.integer(2);
    item.event = rows.text(3);
    item.kind = parse_event_kind(rows.text(4)).value_or(EventKind::occurrence);
    item.modality = parse_modality(rows.text(5)).value_or(Modality::asserted);
    item.trigger_lemma = rows.text(6);
    item.terms = Words::of_lines(rows.view(7));
    item.names = Words::of_lines(rows.view(8));
    item.related = Words::of_lines(rows.view(9));
    item.recurs = rows.integer(10) != 0;
    item.quote = {static_cast<std::uint32_t>(rows.integer(11)), static_cast<std::uint32_t>(rows.integer(12))};
    item.trigger = {static_cast<std::uint32_t>(rows.integer(13)), static_cast<std::uint32_t>(rows.integer(14))};
    item.happenings = Words::of_lines(rows.view(15));
    item.once = rows.integer(16) != 0;
    item.day_sentences = static_cast<int>(rows.integer(17));
    item.wording = rows.text(18);
    item.alone = rows.integer(19) != 0;
    if (!rows.null(20)) item.counts = rows.integer(20) != 0;
    item.date = read_date(rows, 21);
    static const Word begins{std::string(beginning_mark)};
    if (item.happenings.has(begins)) item.date.end_max = item.date.start_max;
    item.event_known = item.whole = true;
    complete(item);
    return item;
}

void StoredItems::keep_new(const NewMention& mention, std::int64_t version, const std::string& key) {
    const Mention& said = *mention.said;
    StoredItem item;
    item.mention = mention.id;
    item.key = key;
    item.version = version;
    item.kind = said.kind;
    item.modality = said.modality;
    if (mention.range) {  // what is undated is compared with nothing
        item.date = said.date;
        item.date.end_max = last_day_compared(said);
        item.trigger_lemma = said.trigger_lemma;
        item.terms = said.terms;
        item.names = said.names;
        item.related = said.related;
        item.happenings = said.happenings;
    }
    item.recurs = mention.recurs;
    item.quote = said.quote;
    item.trigger = said.trigger;
    item.once = said.once;
    item.wording = said.wording;
    item.day_sentences = mention.day_sentences;
    if (!said.numbers.empty()) item.counts = counts_something(said.numbers);
    item.event_known = item.whole = true;
    item.document = std::to_string(version);
    item.topic = topics_.of(version);
    items_.add(mention.id, std::move(item));
}

StoredItem StoredItems::candidate_of(const Look& look, std::int64_t version) {
    StoredItem item;
    item.mention = look.mention;
    item.version = version;
    item.date.shape = Shape::point;  // dated; the rest likeness does not ask for
    item.date.start_min = look.first;
    item.date.end_max = look.last;
    item.date.minute = look.minute;
    item.date.utc_offset = look.utc_offset;
    item.kind = look.kind;
    item.trigger_lemma = std::string(look.trigger_lemma);
    item.terms = Words::of_lines(look.terms);
    item.names = Words::of_lines(look.names);
    item.related = Words::of_lines(look.related);
    item.happenings = Words::of_lines(look.happenings);
    item.recurs = look.recurs;
    item.once = look.once;
    item.day_sentences = look.day_sentences;
    item.counts = look.counts;
    item.alone = look.unverified;
    item.quote = look.quote;
    item.trigger = look.trigger;
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
            item->event_known = true;
        }
}

const std::vector<DatedMentions::Dated>& DatedMentions::of(std::int64_t version) {
    if (const auto* known = mentions_.find(version)) return *known;
    std::vector<Dated> mentions;
    std::string_view looks = topics_.looks(version);
    while (const std::optional<Look> look = next_look(looks)) {
        Dated dated;
        dated.mention = look->mention;
        dated.heads = bits_of_heads(look->trigger_lemma, look->happenings);
        dated.date.start_min = look->first;
        dated.date.end_max = look->last;
        mentions.push_back(dated);
    }
    const std::size_t weight = mentions.size() + 1;
    return mentions_.add(version, std::move(mentions), weight);
}

Remembered::Remembered(const Database& database) : topics(database), index(database), dated(topics), items(database, topics), stories(topics, dated), database_(database) {}

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
    stories.forget();
    data_version_.reset();
}

}  // namespace annals
