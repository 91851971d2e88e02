-- The schema of a new database: what all numbered files bring about, in one step. A test compares the two.

CREATE TABLE run (
    id      INTEGER PRIMARY KEY,
    program TEXT NOT NULL
) STRICT;

CREATE TABLE document (
    id        INTEGER PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE,
    title     TEXT NOT NULL,
    publisher TEXT NOT NULL COLLATE NOCASE,
    url       TEXT NOT NULL,
    language  TEXT NOT NULL,
    version   INTEGER REFERENCES document_version (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX document_by_publisher ON document (publisher);

CREATE TABLE document_path (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    path     TEXT NOT NULL,
    UNIQUE (document, path)
) STRICT;

CREATE TABLE document_version (
    id              INTEGER PRIMARY KEY,
    document        INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    run             INTEGER NOT NULL REFERENCES run (id),
    sha256          TEXT NOT NULL,
    reading         TEXT NOT NULL,
    published       TEXT NOT NULL,
    published_basis TEXT NOT NULL,
    published_day   INTEGER,
    sentences       INTEGER NOT NULL,
    dated           INTEGER NOT NULL,
    undated         INTEGER NOT NULL,
    text            TEXT NOT NULL,
    sketch          TEXT NOT NULL DEFAULT '',
    UNIQUE (document, sha256)
) STRICT;
CREATE INDEX document_version_by_text ON document_version (sha256);

CREATE TABLE diagnostic (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL REFERENCES document_version (id) ON DELETE CASCADE,
    code       TEXT NOT NULL,
    severity   TEXT NOT NULL CHECK (severity = 'note' OR severity = 'warning' OR severity = 'error'),
    document   TEXT NOT NULL,
    begin_byte INTEGER,
    end_byte   INTEGER,
    text       TEXT NOT NULL
) STRICT;
CREATE INDEX diagnostic_by_version ON diagnostic (version);

CREATE TABLE date_range (
    id        INTEGER PRIMARY KEY,
    start_min INTEGER,
    start_max INTEGER,
    end_min   INTEGER,
    end_max   INTEGER,
    minute    INTEGER,
    earliest  TEXT,
    latest    TEXT,
    events    INTEGER NOT NULL DEFAULT 0,
    -- The order of dates as one number: sort day, then no minute before any, then the later end first, an open one before all.
    rank      INTEGER NOT NULL GENERATED ALWAYS AS (
        ((ifnull(start_min, end_max) + 4371587) * 1441 + ifnull(minute, -1) + 1) * 7304486 + ifnull(2932897 - end_max, 0)) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX date_range_by_bounds ON date_range (
    ifnull(start_min, -9999999), ifnull(end_max, -9999999), ifnull(start_max, -9999999), ifnull(end_min, -9999999), ifnull(minute, -1));
CREATE INDEX date_range_by_rank ON date_range (rank, start_min, start_max, end_min, end_max, events);

CREATE TABLE time_expression (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL REFERENCES document_version (id) ON DELETE CASCADE,
    begin_byte   INTEGER NOT NULL,
    end_byte     INTEGER NOT NULL,
    words        TEXT NOT NULL,
    rule         TEXT NOT NULL,
    anchor       TEXT NOT NULL,
    alternatives TEXT NOT NULL
) STRICT;
CREATE INDEX time_expression_by_version ON time_expression (version);

CREATE TABLE mention (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL REFERENCES document_version (id) ON DELETE CASCADE,
    key             TEXT NOT NULL,
    time_expression INTEGER REFERENCES time_expression (id) DEFERRABLE INITIALLY DEFERRED,
    range           INTEGER REFERENCES date_range (id),
    edtf            TEXT NOT NULL,
    shape           TEXT NOT NULL CHECK (shape = 'point' OR shape = 'span' OR shape = 'undated'),
    precision       TEXT NOT NULL,
    utc_offset      INTEGER,
    open_start      INTEGER NOT NULL,
    open_end        INTEGER NOT NULL,
    date_role       TEXT NOT NULL CHECK (date_role IN ('event', 'as_of')),
    kind            TEXT NOT NULL CHECK (kind = 'occurrence' OR kind = 'statement' OR kind = 'plan' OR kind = 'state'),
    modality        TEXT NOT NULL CHECK (modality = 'asserted' OR modality = 'claimed' OR modality = 'denied' OR modality = 'hypothetical' OR modality = 'negated'),
    attributed_to   TEXT NOT NULL,
    confidence      REAL,
    page            INTEGER,
    quote_begin     INTEGER NOT NULL,
    quote_end       INTEGER NOT NULL,
    quote_begin_point INTEGER NOT NULL,
    quote_end_point INTEGER NOT NULL,
    trigger_begin   INTEGER NOT NULL,
    trigger_end     INTEGER NOT NULL,
    trigger_lemma   TEXT NOT NULL,
    headline        TEXT NOT NULL,
    quote           TEXT NOT NULL,
    terms           TEXT NOT NULL,
    unverified_because TEXT,
    names           TEXT NOT NULL DEFAULT '',
    related         TEXT NOT NULL DEFAULT '',
    recurs          INTEGER NOT NULL DEFAULT 0,
    given           INTEGER NOT NULL DEFAULT 0,
    happenings      TEXT NOT NULL DEFAULT '',
    once            INTEGER NOT NULL DEFAULT 0,
    sole            INTEGER NOT NULL DEFAULT 0,
    UNIQUE (version, key)
) STRICT;
CREATE INDEX mention_by_time_expression ON mention (time_expression) WHERE time_expression IS NOT NULL;

CREATE TABLE mention_number (
    mention  INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    value    REAL NOT NULL,
    text     TEXT NOT NULL,
    of       TEXT NOT NULL,
    PRIMARY KEY (mention, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    seq             INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    range           INTEGER REFERENCES date_range (id),
    document        TEXT NOT NULL,
    place           INTEGER NOT NULL,
    primary_mention INTEGER NOT NULL REFERENCES mention (id) DEFERRABLE INITIALLY DEFERRED,
    edtf            TEXT NOT NULL,
    shape           TEXT NOT NULL CHECK (shape = 'point' OR shape = 'span' OR shape = 'undated'),
    precision       TEXT NOT NULL,
    utc_offset      INTEGER,
    open_start      INTEGER NOT NULL,
    open_end        INTEGER NOT NULL,
    kind            TEXT NOT NULL CHECK (kind = 'occurrence' OR kind = 'statement' OR kind = 'plan' OR kind = 'state'),
    modality        TEXT NOT NULL CHECK (modality = 'asserted' OR modality = 'claimed' OR modality = 'denied' OR modality = 'hypothetical' OR modality = 'negated'),
    attributed_to   TEXT NOT NULL,
    confidence      REAL,
    conflicts       INTEGER NOT NULL,
    mentions        INTEGER NOT NULL,
    independent     INTEGER NOT NULL,
    verified        INTEGER NOT NULL,
    headline        TEXT NOT NULL,
    quote           TEXT NOT NULL
,
    hidden          INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX event_by_order ON event (range, document, place, id);
CREATE INDEX event_by_primary_mention ON event (primary_mention);

CREATE TABLE event_mention (
    event   INTEGER NOT NULL REFERENCES event (seq) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    mention INTEGER NOT NULL UNIQUE REFERENCES mention (id) ON DELETE CASCADE,
    role    TEXT NOT NULL CHECK (role = 'primary' OR role = 'corroborating' OR role = 'duplicate'),
    reason  TEXT NOT NULL,
    PRIMARY KEY (event, mention)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_date (
    event INTEGER NOT NULL REFERENCES event (seq) ON DELETE CASCADE,
    range INTEGER NOT NULL REFERENCES date_range (id),
    PRIMARY KEY (event, range)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_date_by_range ON event_date (range);

CREATE TABLE event_redirect (
    id    TEXT NOT NULL PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX event_redirect_by_event ON event_redirect (event);

CREATE VIRTUAL TABLE event_words USING fts5 (
    headline, quote, content = 'event', content_rowid = 'seq', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO event_words (event_words, rank) VALUES ('automerge', 8);

CREATE VIEW timeline AS
SELECT e.id, nullif(e.edtf, '') AS date, r.earliest, r.latest, CASE WHEN r.id IS NULL THEN NULL ELSE e.precision END AS precision, e.shape,
       e.open_start, e.open_end, r.minute, e.utc_offset, e.kind, e.modality, e.headline, e.quote, nullif(e.attributed_to, '') AS attributed_to,
       e.confidence, e.conflicts, e.mentions, e.independent, e.document, d.title, nullif(d.publisher, '') AS publisher,
       nullif(d.url, '') AS url, nullif(v.published, '') AS published, v.published_basis, r.rank, e.place
FROM event e
JOIN mention m ON m.id = e.primary_mention
JOIN document_version v ON v.id = m.version
JOIN document d ON d.id = v.document
LEFT JOIN date_range r ON r.id = e.range
WHERE e.verified
ORDER BY r.rank IS NULL, r.rank, e.document, e.place, e.id;

CREATE TABLE decision (
    id        INTEGER PRIMARY KEY,
    verb      TEXT NOT NULL,
    document  TEXT,
    event     TEXT,
    mention   TEXT,
    value     TEXT NOT NULL,
    why       TEXT NOT NULL DEFAULT '',
    context   TEXT NOT NULL DEFAULT '',
    undone_by INTEGER REFERENCES decision (id)
) STRICT;
CREATE INDEX decision_by_document ON decision (document, verb) WHERE document IS NOT NULL;
CREATE INDEX decision_by_event ON decision (event) WHERE event IS NOT NULL;

CREATE TABLE file_diagnostic (
    id       INTEGER PRIMARY KEY,
    path     TEXT NOT NULL,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX file_diagnostic_by_path ON file_diagnostic (path);

CREATE TABLE copy_band (
    band    INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES document_version (id) ON DELETE CASCADE,
    PRIMARY KEY (band, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_name (
    name    INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES document_version (id) ON DELETE CASCADE,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_mention (
    decision      INTEGER NOT NULL REFERENCES decision (id),
    position      INTEGER NOT NULL,
    document      TEXT NOT NULL,
    mention       TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    trigger_begin INTEGER NOT NULL,
    trigger_end   INTEGER NOT NULL,
    context       TEXT NOT NULL,
    quote         TEXT NOT NULL,
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_mention_by_document ON decision_mention (document);

CREATE TABLE decision_place (
    decision INTEGER NOT NULL REFERENCES decision (id),
    position INTEGER NOT NULL,
    mention  INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_place_by_mention ON decision_place (mention);

CREATE TABLE mention_term (
    days    INTEGER NOT NULL,
    term    INTEGER NOT NULL,
    mention INTEGER NOT NULL,
    PRIMARY KEY (days, term, mention)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_input (
    version  INTEGER PRIMARY KEY REFERENCES document_version (id) ON DELETE CASCADE,
    input    TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    dated    INTEGER NOT NULL,
    undated  INTEGER NOT NULL
) STRICT;

CREATE TABLE candidate (
    days          INTEGER NOT NULL,
    mention       INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    minute        INTEGER,
    utc_offset    INTEGER,
    kind          TEXT NOT NULL,
    trigger_lemma TEXT NOT NULL,
    terms         TEXT NOT NULL,
    names         TEXT NOT NULL,
    related       TEXT NOT NULL,
    happenings    TEXT NOT NULL,
    recurs        INTEGER NOT NULL,
    once          INTEGER NOT NULL,
    sole          INTEGER NOT NULL,
    counts        INTEGER,
    unverified    INTEGER NOT NULL,
    quote_begin   INTEGER NOT NULL,
    quote_end     INTEGER NOT NULL,
    trigger_begin INTEGER NOT NULL,
    trigger_end   INTEGER NOT NULL,
    PRIMARY KEY (days, mention)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_topic (
    version  INTEGER PRIMARY KEY REFERENCES document_version (id) ON DELETE CASCADE,
    names    TEXT NOT NULL,
    words    TEXT NOT NULL,
    repeated TEXT NOT NULL
) STRICT;
