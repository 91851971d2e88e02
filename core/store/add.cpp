#include "core/store/writing.h"

#include "core/events/near_copy.h"
#include "core/store/decisions.h"
#include "core/store/fingerprint.h"
#include "core/store/remembered.h"
#include "core/store/stored_date.h"

namespace annals {
namespace {

Fingerprint& operator<<(Fingerprint& print, Span span) { return print << (std::int64_t{span.end} << 32 | std::int64_t{span.begin}); }

template <class... Values>
std::int64_t in_one(Values... values) {  // small ones
    std::int64_t number = 0;
    ((number = number << 8 | static_cast<std::int64_t>(values)), ...);
    return number;
}

Fingerprint& operator<<(Fingerprint& print, const std::vector<std::string>& texts) {
    print << static_cast<std::int64_t>(texts.size());
    for (const std::string& text : texts) print << text;
    return print;
}

/// Of everything that was read out of a text: equal ones make a second import a step that changes nothing.
std::string reading_of(const ReadDocument& read, const std::string& sketch) {
    Fingerprint print;
    const Document& document = read.document;
    print << document.title << document.url << document.publisher << document.language << read.published << read.published_basis << sketch;
    print << std::int64_t{read.sentences} << std::int64_t{read.dated} << std::int64_t{read.undated};
    for (const Mention& m : read.mentions) {
        const Date& d = m.date;
        print << in_one(m.kind, m.modality, m.role, d.shape, d.precision, d.open_start, d.open_end, m.once) << m.quote << m.trigger << m.trigger_lemma
              << m.headline << m.attributed_to << d.edtf << d.start_min << d.start_max << d.end_min << d.end_max << d.minute << d.utc_offset
              << m.evidence.span << m.evidence.words << m.evidence.rule << m.evidence.anchor << m.evidence.alternatives << m.terms << m.names
              << m.related << m.happenings << m.wording << m.confidence.value_or(-1);
        if (const auto page = page_of(document, m.quote.begin)) print << std::int64_t{*page};
        print << static_cast<std::int64_t>(m.numbers.size());
        for (const Number& n : m.numbers) print << n.value << n.text << n.of;
    }
    for (const Diagnostics* list : {&document.diagnostics, &read.diagnostics})
        for (const Diagnostic& d : *list) print << d.code << severity_name(d.severity) << d.span.value_or(Span{}) << d.text;
    return print.digits();
}

std::optional<Day> day_of(const std::string& edtf) {
    if (edtf.empty()) return {};
    const DateResult result = parse_date(edtf);
    return result.date ? result.date->sort_day() : std::nullopt;
}

void store_diagnostics(const Database& database, std::int64_t version, const ReadDocument& read) {
    database.run("DELETE FROM diagnostic WHERE version = ?", version);
    for (const Diagnostics* list : {&read.document.diagnostics, &read.diagnostics})
        for (const Diagnostic& d : *list)
            database.run("INSERT INTO diagnostic (version, code, severity, document, begin_byte, end_byte, text) VALUES (?, ?, ?, ?, ?, ?, ?)", version,
                         d.code, severity_name(d.severity), d.document, d.span ? std::optional(d.span->begin) : std::nullopt,
                         d.span ? std::optional(d.span->end) : std::nullopt, d.text);
}

/// Whether a stored text is a near-copy. Of very many in one band the first are looked at: they are copies of one another.
bool has_near_copy(const Database& database, const std::string& sketch) {
    for (const std::int64_t band : copy_bands(sketch)) {
        Rows rows = database.rows("SELECT v.sketch FROM copy_band b CROSS JOIN document_version v ON v.id = b.version WHERE b.band = ? LIMIT 20", band);
        while (rows.next())
            if (near_copies(rows.text(0), sketch)) return true;
    }
    return false;
}

struct Known {
    std::int64_t document = 0;
    std::optional<std::int64_t> version;       // the current one
    std::optional<std::int64_t> same_text;     // the one with this text, current or not
    std::string reading;                       // of the current one
};

std::optional<Known> look_up(const Database& database, const std::string& key, const std::string& hash) {
    Rows rows = database.rows("SELECT d.id, d.version, v.reading FROM document d LEFT JOIN document_version v ON v.id = d.version WHERE d.key = ?", key);
    if (!rows.next()) return {};
    Known known{rows.integer(0), rows.optional<std::int64_t>(1), {}, rows.text(2)};
    known.same_text = database.integer("SELECT id FROM document_version WHERE document = ? AND sha256 = ?", known.document, hash);
    return known;
}

}  // namespace

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

bool store_path(const Database& database, std::int64_t document, const std::string& path) {
    if (path.empty() || database.integer("SELECT id FROM document_path WHERE document = ? AND path = ?", document, path)) return false;
    database.run("INSERT INTO document_path (document, path) VALUES (?, ?)", document, path);
    return true;
}

AddOutcome add_document(const Database& database, const ReadDocument& read, std::optional<std::int64_t>& run, Remembered& remembered, PendingEvents& pending) {
    const Document& document = read.document;
    const std::string key = document_key(document);
    const std::string hash = document.sha256.empty() ? sha256(document.text) : document.sha256;
    const std::string sketch = copy_signature(document);
    const std::string reading = reading_of(read, sketch);

    std::optional<Known> known = look_up(database, key, hash);
    // An older text of a document seen again changes nothing; else two copies of different age would swap at each import.
    if (known && known->same_text && (known->same_text != known->version || known->reading == reading)) {
        const bool new_path = store_path(database, known->document, document.path);
        if (known->same_text == known->version) keep_input(database, *known->version, read);
        return new_path ? AddOutcome::duplicate : AddOutcome::unchanged;
    }
    const bool copy = !known && (database.integer("SELECT id FROM document_version WHERE sha256 = ? LIMIT 1", hash) || has_near_copy(database, sketch));
    if (!run) {
        database.run("INSERT INTO run (program) VALUES (?)", "annals " ANNALS_VERSION);
        run = database.last_id();
    }
    AddOutcome outcome = copy ? AddOutcome::duplicate : AddOutcome::added;
    if (known) {
        outcome = known->same_text ? AddOutcome::read_anew : AddOutcome::new_version;
        if (known->version) forget_voices(database, *known->version);
        database.run("UPDATE document SET title = ?, publisher = coalesce(nullif(?, ''), publisher), url = ?, language = ? WHERE id = ?", document.title, document.publisher,
                     document.url, document.language, known->document);
    } else {
        database.run("INSERT INTO document (key, title, publisher, url, language) VALUES (?, ?, ?, ?, ?)", key, document.title, document.publisher,
                     document.url, document.language);
        known = Known{database.last_id(), {}, {}, {}};
    }
    std::int64_t version = 0;
    if (known->same_text) {
        version = *known->same_text;
        database.run("UPDATE document_version SET run = ?, reading = ?, published = ?, published_basis = ?, published_day = ?, sentences = ?, dated = ?,"
                     " undated = ?, sketch = ? WHERE id = ?", *run, reading, read.published, read.published_basis, day_of(read.published), read.sentences,
                     read.dated, read.undated, sketch, version);
    } else {
        database.run("INSERT INTO document_version (document, run, sha256, reading, published, published_basis, published_day, sentences, dated, undated,"
                     " text, sketch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", known->document, *run, hash, reading, read.published, read.published_basis,
                     day_of(read.published), read.sentences, read.dated, read.undated, document.text,
                     sketch);
        version = database.last_id();
        database.run("UPDATE document SET version = ? WHERE id = ?", version, known->document);
    }
    for (const std::int64_t band : copy_bands(sketch)) database.run("INSERT OR IGNORE INTO copy_band (band, version) VALUES (?, ?)", band, version);
    store_path(database, known->document, document.path);
    keep_input(database, version, read);
    store_diagnostics(database, version, read);
    remembered.begin();
    MentionChanges changes = store_mentions(database, known->version, version, read, remembered);
    if (const bool decided = place_decisions(database, key, changes); decided || known->version) {
        remembered.write();
        remembered.forget();
        changes.document = nullptr;
        changes.read.clear();
    }
    regroup(database, changes, pending, remembered);
    return outcome;
}

}  // namespace annals
