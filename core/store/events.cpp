#include "core/store/reading.h"

#include "core/store/decisions.h"
#include "core/store/stored_date.h"
#include "core/text/ascii.h"

#include <algorithm>

namespace annals {
namespace {

const std::string event_columns =
    "SELECT e.id, e.kind, e.modality, e.headline, e.quote, e.attributed_to, e.confidence, e.conflicts, e.primary_mention, " +
    date_columns("e", "r");
constexpr int behind_event_columns = 20;

const std::string event_sql = event_columns + " FROM event e LEFT JOIN date_range r ON r.id = e.range WHERE e.seq = ?";

const std::string row_sql = event_columns +
    ", d.key, d.title, d.publisher, d.url, v.published, v.published_basis FROM event e CROSS JOIN mention m ON m.id = e.primary_mention"
    " CROSS JOIN document_version v ON v.id = m.version CROSS JOIN document d ON d.id = v.document LEFT JOIN date_range r ON r.id = e.range";

const std::string source_sql =
    "SELECT d.key, d.title, d.publisher, d.url, v.published, v.published_basis, em.role, m.quote, m.headline, m.kind, m.modality, m.attributed_to,"
    " m.page, m.quote_begin, m.quote_end, m.quote_begin_point, m.quote_end_point, t.begin_byte, t.end_byte, t.words, t.rule, t.anchor,"
    " t.alternatives, ifnull(m.unverified_because, ''), " + date_columns("m", "r") +
    " FROM event_mention em JOIN mention m ON m.id = em.mention JOIN document_version v ON v.id = m.version JOIN document d ON d.id = v.document"
    " LEFT JOIN date_range r ON r.id = m.range LEFT JOIN time_expression t ON t.id = m.time_expression WHERE em.event = ?";

std::uint32_t offset(const Rows& rows, int column) { return static_cast<std::uint32_t>(rows.integer(column)); }

EventSource read_document(const Rows& rows, int first) {
    EventSource source;
    source.document = rows.text(first);
    source.title = rows.text(first + 1);
    source.publisher = rows.text(first + 2);
    source.url = rows.text(first + 3);
    source.published = rows.text(first + 4);
    source.published_basis = rows.text(first + 5);
    return source;
}

EventSource read_source(const Rows& rows) {
    EventSource source = read_document(rows, 0);
    source.role = parse_name(rows.text(6), SourceRole::duplicate);
    source.quote = rows.text(7);
    source.headline = rows.text(8);
    source.kind = parse_event_kind(rows.text(9)).value_or(EventKind::occurrence);
    source.modality = parse_modality(rows.text(10)).value_or(Modality::asserted);
    source.attributed_to = rows.text(11);
    source.page = rows.optional<int>(12);
    source.quote_span = {offset(rows, 13), offset(rows, 14)};
    source.quote_code_points = {offset(rows, 15), offset(rows, 16)};
    source.unverified_because = rows.text(23);
    source.date = read_date(rows, 24);
    if (rows.null(17)) return source;
    source.evidence = {{offset(rows, 17), offset(rows, 18)}, rows.text(19), rows.text(20), rows.text(21), split_lines(rows.text(22))};
    if (source.quote_span.contains(source.evidence.span))
        source.mark = {source.evidence.span.begin - source.quote_span.begin, source.evidence.span.end - source.quote_span.begin};
    return source;
}

void read_columns(const Rows& rows, Event& event) {
    event.id = rows.text(0);
    event.kind = parse_event_kind(rows.text(1)).value_or(EventKind::occurrence);
    event.modality = parse_modality(rows.text(2)).value_or(Modality::asserted);
    event.headline = rows.text(3);
    event.quote = rows.text(4);
    event.attributed_to = rows.text(5);
    if (!rows.null(6)) event.confidence = rows.real(6);
    event.conflicts = static_cast<int>(rows.integer(7));
    event.date = read_date(rows, 9);
}

}  // namespace

Event read_event(const Database& database, std::int64_t seq) {
    Event event;
    std::int64_t primary = 0;
    {
        Rows rows = database.rows(event_sql, seq);
        if (!rows.next()) return event;
        read_columns(rows, event);
        primary = rows.integer(8);
    }
    {
        Rows rows = database.rows("SELECT value, text, of FROM mention_number WHERE mention = ? ORDER BY position", primary);
        while (rows.next()) event.numbers.push_back({rows.real(0), rows.text(1), rows.text(2)});
    }
    Rows rows = database.rows(source_sql, seq);
    while (rows.next()) event.sources.push_back(read_source(rows));
    std::stable_sort(event.sources.begin(), event.sources.end(), [](const EventSource& a, const EventSource& b) {
        return std::tie(a.role, a.document, a.quote_span.begin) < std::tie(b.role, b.document, b.quote_span.begin);
    });
    return event;
}

std::string event_rows_sql(std::string_view condition) { return std::string(row_sql).append(condition); }

Event read_event_row(const Rows& rows) {
    Event event;
    read_columns(rows, event);
    event.sources.push_back(read_document(rows, behind_event_columns));
    return event;
}

std::vector<std::string> ids_with_prefix(const Database& database, const std::string& prefix, std::size_t limit) {
    const std::string lower = ascii_lower(prefix);
    const std::string behind = lower + '~';  // sorts after every letter and digit
    std::vector<std::string> ids;
    Rows rows = database.rows("SELECT id FROM event WHERE id >= ?1 AND id < ?2 UNION"
                              " SELECT e.id FROM event_redirect r JOIN event e ON e.seq = r.event WHERE r.id >= ?1 AND r.id < ?2 ORDER BY 1 LIMIT ?3",
                              lower, behind, limit);
    while (rows.next()) ids.push_back(rows.text(0));
    return ids;
}

std::size_t shortest_unique_prefix(const Database& database) {
    std::size_t shared = 6;
    std::string before;
    Rows rows = database.rows("SELECT id FROM event UNION ALL SELECT id FROM event_redirect ORDER BY 1");
    while (rows.next()) {
        std::string id = rows.text(0);
        const auto differs = std::mismatch(before.begin(), before.end(), id.begin(), id.end()).first;
        shared = std::max(shared, static_cast<std::size_t>(differs - before.begin()));
        before = std::move(id);
    }
    return shared + 1;
}

std::optional<EventHistory> read_history(const Database& database, const std::string& id) {
    const std::vector<std::string> ids = ids_with_prefix(database, id, 2);
    if (ids.size() != 1) return {};
    const std::int64_t seq = *database.integer("SELECT seq FROM event WHERE id = ?", ids.front());
    EventHistory history{read_event(database, seq), {}, {}};
    // In the order of the event's sources.
    Rows reasons = database.rows("SELECT em.reason FROM event_mention em JOIN mention m ON m.id = em.mention JOIN document_version v ON v.id = m.version"
                                 " JOIN document d ON d.id = v.document WHERE em.event = ?"
                                 " ORDER BY CASE em.role WHEN 'primary' THEN 0 WHEN 'corroborating' THEN 1 ELSE 2 END, d.key, m.quote_begin, m.id", seq);
    while (reasons.next()) history.merge_reasons.push_back(reasons.text(0));
    history.decisions = decisions_about(database, seq);
    std::vector<std::string> documents;
    for (const EventSource& source : history.event.sources)
        if (std::find(documents.begin(), documents.end(), source.document) == documents.end()) documents.push_back(source.document);
    for (const std::string& document : documents) {
        Rows decisions = database.rows("SELECT value, undone_by IS NOT NULL FROM decision WHERE verb = 'published' AND document = ? ORDER BY id DESC", document);
        while (decisions.next())
            history.decisions.push_back(document + " published " + decisions.text(0) + (decisions.integer(1) ? " (undone)" : ""));
    }
    return history;
}

}  // namespace annals
