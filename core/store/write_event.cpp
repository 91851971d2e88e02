// An event's row is derived: always written whole from its mentions.
#include "core/store/writing.h"

#include "core/events/cluster.h"
#include "core/store/stored_date.h"

#include <algorithm>

namespace annals {
namespace {

struct Told {
    std::vector<EventSource> sources;  // what the display rule looks at, no more
    std::vector<std::string> texts;
    std::vector<std::int64_t> mentions;
    std::vector<std::optional<std::int64_t>> ranges;
    std::vector<SourceRole> roles;     // as stored
    bool verified = false;
};

const std::string told_sql =
    "SELECT m.id, d.key, d.publisher, v.published, v.sha256, m.quote_begin, m.quote_end, m.unverified_because IS NULL, m.range, em.role, " +
    date_columns("m", "r") +
    " FROM event_mention em JOIN mention m ON m.id = em.mention JOIN document_version v ON v.id = m.version JOIN document d ON d.id = v.document"
    " LEFT JOIN date_range r ON r.id = m.range WHERE em.event = ? ORDER BY m.id";

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
        source.date = read_date(rows, 10);
    }
    return told;
}

}  // namespace

void write_event(const Database& database, std::int64_t seq, const std::string& id) {
    Told told = read_told(database, seq);
    if (told.sources.empty()) {
        database.run("DELETE FROM event WHERE seq = ?", seq);
        return;
    }
    mark_duplicates(told.sources, told.texts);
    const DisplayChoice choice = choose_display(told.sources);
    const std::int64_t primary = told.mentions[choice.source];
    told.sources[choice.source].role = SourceRole::primary;
    database.run(
        "INSERT INTO event (seq, id, range, document, place, primary_mention, edtf, shape, precision, utc_offset, open_start, open_end, kind, modality,"
        " attributed_to, confidence, conflicts, mentions, independent, verified, headline, quote)"
        " SELECT ?, coalesce(nullif(?, ''), (SELECT id FROM event WHERE seq = ?)), m.range, d.key, m.quote_begin, m.id, m.edtf, m.shape, m.precision,"
        " m.utc_offset, m.open_start, m.open_end, m.kind, m.modality, m.attributed_to, m.confidence, ?, ?, ?, ?, m.headline, m.quote"
        " FROM mention m JOIN document_version v ON v.id = m.version JOIN document d ON d.id = v.document WHERE m.id = ?"
        " ON CONFLICT (seq) DO UPDATE SET range = excluded.range, document = excluded.document, place = excluded.place,"
        " primary_mention = excluded.primary_mention, edtf = excluded.edtf, shape = excluded.shape, precision = excluded.precision,"
        " utc_offset = excluded.utc_offset, open_start = excluded.open_start, open_end = excluded.open_end, kind = excluded.kind,"
        " modality = excluded.modality, attributed_to = excluded.attributed_to, confidence = excluded.confidence, conflicts = excluded.conflicts,"
        " mentions = excluded.mentions, independent = excluded.independent, verified = excluded.verified, headline = excluded.headline,"
        " quote = excluded.quote",
        seq, id, seq, choice.conflicts, told.sources.size(), independent_sources(told.sources), told.verified, primary);
    for (std::size_t i = 0; i < told.sources.size(); ++i)
        if (told.sources[i].role != told.roles[i])
            database.run("UPDATE event_mention SET role = ? WHERE event = ? AND mention = ?", to_string(told.sources[i].role), seq, told.mentions[i]);

    // Every distinct claimed date is indexed, the displayed one by the event itself.
    if (id.empty()) database.run("DELETE FROM event_date WHERE event = ?", seq);
    std::sort(told.ranges.begin(), told.ranges.end());
    told.ranges.erase(std::unique(told.ranges.begin(), told.ranges.end()), told.ranges.end());
    if (told.ranges.size() < 2) return;
    const auto shown = database.integer("SELECT range FROM mention WHERE id = ?", primary);
    for (const auto& range : told.ranges)
        if (range && range != shown) database.run("INSERT INTO event_date (event, range) VALUES (?, ?)", seq, *range);
}

}  // namespace annals
