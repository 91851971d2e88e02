// An event's row is derived: always written whole from its mentions.
#include "core/store/writing.h"

#include "core/events/cluster.h"
#include "core/events/near_copy.h"
#include "core/store/decisions.h"
#include "core/store/stored_date.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

struct Told {
    std::vector<EventSource> sources;  // what the display rule looks at, no more
    std::vector<std::string> texts, sketches;
    std::vector<std::int64_t> mentions;
    std::vector<std::optional<std::int64_t>> ranges;
    std::vector<SourceRole> roles;     // as stored
    bool verified = false;
};

const std::string told_sql =
    "SELECT m.id, d.key, d.publisher, v.published, v.sha256, m.quote_begin, m.quote_end, m.unverified_because IS NULL, m.range, em.role, v.sketch, " +
    date_columns("m", "r") +
    " FROM event_mention em JOIN mention m ON m.id = em.mention JOIN document_version v ON v.id = m.version JOIN document d ON d.id = v.document"
    " LEFT JOIN date_range r ON r.id = m.range WHERE em.event = ? ORDER BY em.mention";

Told read_told(const Database& database, std::int64_t seq) {
    Told told;
    Rows rows = database.rows(told_sql, seq);
    while (rows.next()) {
        told.mentions.push_back(rows.integer(0));
        EventSource& source = told.sources.emplace_back();
        source.document = rows.text(1);
        source.publisher = rows.text(2);
        source.published = rows.text(3);
        told.texts.push_back(rows.text(4));
        source.quote_span = {static_cast<std::uint32_t>(rows.integer(5)), static_cast<std::uint32_t>(rows.integer(6))};
        told.verified = told.verified || rows.integer(7) != 0;
        told.ranges.push_back(rows.optional<std::int64_t>(8));
        told.roles.push_back(parse_name(rows.text(9), SourceRole::duplicate));
        told.sketches.push_back(rows.text(10));
        source.date = read_date(rows, 11);
    }
    return told;
}

const std::string replace_known =
    " ON CONFLICT (seq) DO UPDATE SET range = excluded.range, document = excluded.document, place = excluded.place,"
    " primary_mention = excluded.primary_mention, edtf = excluded.edtf, shape = excluded.shape, precision = excluded.precision,"
    " utc_offset = excluded.utc_offset, open_start = excluded.open_start, open_end = excluded.open_end, kind = excluded.kind,"
    " modality = excluded.modality, attributed_to = excluded.attributed_to, confidence = excluded.confidence, conflicts = excluded.conflicts,"
    " mentions = excluded.mentions, independent = excluded.independent, verified = excluded.verified, hidden = excluded.hidden, headline = excluded.headline,"
    " quote = excluded.quote";

/// Before an event leaves its date_range, or goes.
void uncount(const Database& database, std::int64_t seq, EventIndexes& indexes) {
    if (const auto range = database.integer("SELECT range FROM event WHERE seq = ? AND verified", seq)) indexes.count(*range, -1);
}

}  // namespace

void EventIndexes::before_change(std::int64_t seq) {
    const auto [changed, added] = changed_.try_emplace(seq);
    changed->second.now.reset();
    if (added) changed->second.before = words_of(seq);
}

void EventIndexes::is_new(std::int64_t seq, std::string headline, std::string_view quote) {
    changed_[seq].now = Words{std::move(headline), std::string(quote)};
}

std::optional<EventIndexes::Words> EventIndexes::words_of(std::int64_t seq) const {
    Rows rows = database_.rows("SELECT headline, quote FROM event WHERE seq = ?", seq);
    if (!rows.next()) return {};
    return Words{rows.text(0), rows.text(1)};
}

void EventIndexes::write() {
    // Each row by itself: a statement of many rows makes FTS5 write all that it has gathered.
    for (auto& [seq, change] : changed_) {
        if (!change.now) change.now = words_of(seq);
        const auto& [before, now] = change;
        if (before == now) continue;
        if (before)
            database_.run("INSERT INTO event_words (event_words, rowid, headline, quote) VALUES ('delete', ?, ?, ?)", seq, before->headline, before->quote);
        if (now) database_.run("INSERT INTO event_words (rowid, headline, quote) VALUES (?, ?, ?)", seq, now->headline, now->quote);
    }
    for (const auto& [range, events] : counts_)
        if (events != 0) database_.run("UPDATE date_range SET events = events + ? WHERE id = ?", events, range);
    forget();
}

void EventIndexes::forget() {
    changed_.clear();
    counts_.clear();
}

void delete_event(const Database& database, std::int64_t seq, EventIndexes& indexes) {
    uncount(database, seq, indexes);
    database.run("DELETE FROM event WHERE seq = ?", seq);
}

WrittenEvent write_event(const Database& database, std::int64_t seq, const std::string& id, EventIndexes& indexes) {
    Told told = read_told(database, seq);
    if (told.sources.empty()) {
        delete_event(database, seq, indexes);
        return {};
    }
    mark_duplicates(told.sources, copy_groups(told.texts, told.sketches));
    const DisplayChoice choice = choose_display(told.sources);
    told.sources[choice.source].role = SourceRole::primary;
    const EventSource& shown = told.sources[choice.source];
    const std::int64_t primary = told.mentions[choice.source];
    std::optional<std::int64_t> range = told.ranges[choice.source];

    std::string known = id;
    if (id.empty()) {
        uncount(database, seq, indexes);
        Rows rows = database.rows("SELECT id FROM event WHERE seq = ?", seq);
        if (rows.next()) known = rows.text(0);
    }
    std::string kind, modality, attributed_to, headline, quote;
    std::optional<double> confidence;
    {
        Rows rows = database.rows("SELECT kind, modality, attributed_to, headline, quote, confidence FROM mention WHERE id = ?", primary);
        rows.next();
        kind = rows.text(0), modality = rows.text(1), attributed_to = rows.text(2), headline = rows.text(3), quote = rows.text(4);
        if (!rows.null(5)) confidence = rows.real(5);
    }
    Date date = shown.date;
    int conflicts = choice.conflicts;
    const DecidedEvent decided = decided_event(database, seq);
    if (!decided.headline.empty()) headline = decided.headline;
    if (!decided.kind.empty()) kind = decided.kind;
    if (const auto fixed = parse_date(decided.date).date) {
        date = *fixed;
        range = range_of(database, date);
        conflicts = count_conflicts(told.sources, date);
    }
    const bool listed = told.verified && !decided.hidden;
    // Plain for a new one: an upsert keeps a journal of its own, which costs ten times the row.
    database.run(
        std::string("INSERT INTO event (seq, id, range, document, place, primary_mention, edtf, shape, precision, utc_offset, open_start, open_end, kind, modality,"
        " attributed_to, confidence, conflicts, mentions, independent, verified, hidden, headline, quote)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        + (id.empty() ? replace_known : std::string()),
        seq, known, range, shown.document, shown.quote_span.begin, primary, date.edtf, to_string(date.shape), to_string(date.precision),
        date.utc_offset, date.open_start, date.open_end, kind, modality, attributed_to, confidence, conflicts, told.sources.size(),
        independent_sources(told.sources), listed, decided.hidden, headline, quote);
    if (range && listed) indexes.count(*range, 1);
    for (std::size_t i = 0; i < told.sources.size(); ++i)
        if (told.sources[i].role != told.roles[i])
            database.run("UPDATE event_mention SET role = ? WHERE event = ? AND mention = ?", to_string(told.sources[i].role), seq, told.mentions[i]);

    // Every distinct claimed date is indexed, the displayed one by the event itself.
    if (id.empty()) database.run("DELETE FROM event_date WHERE event = ?", seq);
    std::sort(told.ranges.begin(), told.ranges.end());
    told.ranges.erase(std::unique(told.ranges.begin(), told.ranges.end()), told.ranges.end());
    for (const auto& other : told.ranges)
        if (told.ranges.size() > 1 && other && other != range) database.run("INSERT INTO event_date (event, range) VALUES (?, ?)", seq, *other);
    return {known, std::move(told.mentions)};
}

void write_new_event(const Database& database, std::int64_t seq, const std::string& id, const std::string& document_key, const Document& document,
                     const NewMention& mention, EventIndexes& indexes) {
    const Mention& said = *mention.said;
    const Date& date = said.date;
    // Before its mention, so that no reference waits for it.
    database.run("INSERT INTO event (seq, id, range, document, place, primary_mention, edtf, shape, precision, utc_offset, open_start, open_end, kind, modality,"
                 " attributed_to, confidence, conflicts, mentions, independent, verified, hidden, headline, quote)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 1, 1, 0, ?, ?)",
                 seq, id, mention.range, document_key, said.quote.begin, mention.id, date.edtf, to_string(mention.range ? date.shape : Shape::undated),
                 to_string(date.precision), date.utc_offset, date.open_start, date.open_end, to_string(said.kind), to_string(said.modality),
                 said.attributed_to, said.confidence, said.headline, words(document.text, said.quote));
    database.run("INSERT INTO event_mention (event, mention, role, reason) VALUES (?, ?, 'primary', '')", seq, mention.id);
    if (mention.range) indexes.count(*mention.range, 1);
    indexes.is_new(seq, said.headline, words(document.text, said.quote));
}

}  // namespace annals
