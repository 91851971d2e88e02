#include "core/store/given.h"

#include "core/events/likeness.h"
#include "core/store/look.h"
#include "core/store/remembered.h"
#include "core/store/stored_date.h"
#include "core/store/term_index.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace annals {
namespace {

std::optional<std::string> only_key(Rows rows) {
    if (!rows.next()) return {};
    const std::string key = rows.text(0);
    return rows.next() ? std::nullopt : std::optional(key);
}

}  // namespace

std::optional<std::string> find_document(const Database& database, const DocumentName& name) {
    if (!name.key.empty())
        if (const auto key = only_key(database.rows("SELECT key FROM document WHERE key = ?", name.key))) return key;
    if (!name.sha256.empty())
        if (const auto key = only_key(database.rows("SELECT d.key FROM document d JOIN document_version v ON v.id = d.version WHERE v.sha256 = ?", name.sha256)))
            return key;
    if (name.id.empty()) return {};
    const std::string ending = "#" + name.id;
    return only_key(database.rows("SELECT key FROM document WHERE key = ?1 OR substr(key, -length(?2)) = ?2 UNION"
                                  " SELECT d.key FROM document d JOIN document_path p ON p.document = d.id WHERE p.path = ?1", name.id, ending));
}

GivenOutcome add_given(const Database& database, const std::string& document, const std::vector<GivenMentionRow>& mentions) {
    GivenOutcome outcome;
    Transaction transaction(database);
    std::int64_t version = 0;
    std::string text;
    {
        Rows rows = database.rows("SELECT v.id, v.text FROM document d JOIN document_version v ON v.id = d.version WHERE d.key = ?", document);
        if (!rows.next()) throw StoreError("no document has the key " + document);
        version = rows.integer(0);
        text = rows.text(1);
    }
    const CodePointOffsets offsets(text);
    MentionChanges changes;
    Remembered remembered(database);
    for (const GivenMentionRow& given : mentions) {
        const Mention& m = given.mention;
        const std::string said = fold(given.quote) + '\n' + m.trigger_lemma + '\n' + m.date.edtf;
        const std::string key = sha256("given\n" + document + '\n' + said).substr(0, 32);
        const bool known = database.integer("SELECT id FROM mention WHERE version = ? AND key = ?", version, key) ||
                           (!m.trigger.empty() &&
                            database.integer("SELECT id FROM mention WHERE version = ? AND trigger_begin = ? AND trigger_end = ? AND edtf = ?", version,
                                             m.trigger.begin, m.trigger.end, m.date.edtf));
        if (known) {
            ++outcome.known;
            continue;
        }
        std::optional<std::int64_t> expression;
        if (!m.evidence.rule.empty()) {
            database.run("INSERT INTO time_expression (version, begin_byte, end_byte, words, rule, anchor, alternatives) VALUES (?, ?, ?, ?, ?, ?, ?)", version,
                         m.evidence.span.begin, m.evidence.span.end, m.evidence.words, m.evidence.rule, m.evidence.anchor,
                         join_lines(m.evidence.alternatives));
            expression = database.last_id();
        }
        const std::optional<std::int64_t> range = range_of(database, m.date);
        const std::optional<std::string> unverified = given.unverified_because.empty() ? std::nullopt : std::optional(given.unverified_because);
        database.run(
            "INSERT INTO mention (version, key, time_expression, range, edtf, shape, precision, utc_offset, open_start, open_end, "
            "date_role, kind,"
            " modality, attributed_to, confidence, quote_begin, quote_end, quote_begin_point, quote_end_point, trigger_begin, trigger_end,"
            " trigger_lemma, headline, quote, terms, names, related, happenings, once, wording, unverified_because, given)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            version, key, expression, range, m.date.edtf, to_string(range ? m.date.shape : Shape::undated), to_string(m.date.precision),
            m.date.utc_offset, m.date.open_start, m.date.open_end, to_string(m.role), to_string(m.kind), to_string(m.modality),
            m.attributed_to, m.confidence, m.quote.begin, m.quote.end, offsets.of_byte(m.quote.begin), offsets.of_byte(m.quote.end),
            m.trigger.begin, m.trigger.end, m.trigger_lemma, m.headline, given.quote, join_lines(m.terms), join_lines(m.names),
            join_lines(m.related), join_lines(m.happenings), m.once, m.wording, unverified);
        const std::int64_t id = database.last_id();
        for (std::size_t n = 0; n < m.numbers.size(); ++n)
            database.run("INSERT INTO mention_number (mention, position, value, text, of) VALUES (?, ?, ?, ?, ?)", id, n, m.numbers[n].value, m.numbers[n].text,
                         m.numbers[n].of);
        if (range && founds_event(m)) remembered.index.add(posting(id, version), m);
        changes.mentions.insert(id);
        ++(unverified ? outcome.unverified : outcome.verified);
    }
    remembered.write();
    remembered.topics.set_looks(version, looks_of(database, version));
    PendingEvents pending(database);
    regroup(database, changes, pending, remembered);
    pending.write();
    transaction.commit();
    return outcome;
}

void carry_given(const Database& database, std::int64_t old_version, std::int64_t version, const std::string& text, MentionChanges& changes,
                 TermIndex& index) {
    if (old_version == version) return;
    struct Row {
        std::int64_t id = 0;
        std::optional<std::int64_t> event, expression;
        std::uint32_t begin = 0, end = 0;
        std::string quote;
    };
    std::vector<Row> rows;
    {
        Rows found = database.rows("SELECT m.id, em.event, m.time_expression, m.quote_begin, m.quote_end, m.quote FROM mention m"
                                   " LEFT JOIN event_mention em ON em.mention = m.id WHERE m.version = ? AND m.given", old_version);
        while (found.next())
            rows.push_back({found.integer(0), found.optional<std::int64_t>(1), found.optional<std::int64_t>(2),
                            static_cast<std::uint32_t>(found.integer(3)), static_cast<std::uint32_t>(found.integer(4)), found.text(5)});
    }
    const CodePointOffsets offsets(text);
    for (const Row& row : rows) {
        const std::size_t at = row.end > row.begin ? text.find(row.quote) : std::string::npos;
        if (row.event) changes.events.insert(*row.event);
        if (at == std::string::npos) {
            index.remove(row.id);
            database.run("DELETE FROM mention WHERE id = ?", row.id);
            continue;
        }
        const std::int64_t moved = static_cast<std::int64_t>(at) - row.begin;
        const auto begin = static_cast<std::uint32_t>(at), end = static_cast<std::uint32_t>(at + row.quote.size());
        if (row.expression)
            database.run("UPDATE time_expression SET version = ?1, begin_byte = max(0, begin_byte + ?2), end_byte = max(0, end_byte + ?2) WHERE id = ?3", version, moved,
                         *row.expression);
        database.run("UPDATE mention SET version = ?1, quote_begin = ?2, quote_end = ?3, quote_begin_point = ?4, quote_end_point = ?5,"
                     " trigger_begin = trigger_begin + ?6, trigger_end = trigger_end + ?6 WHERE id = ?7", version, begin, end, offsets.of_byte(begin),
                     offsets.of_byte(end), moved, row.id);
        index.move(posting(row.id, version));
    }
}

}  // namespace annals
