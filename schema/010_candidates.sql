-- Schema 10. What clustering compares lies together: candidates by their days, what a document is about without its text between.

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
INSERT INTO candidate
SELECT (ifnull(r.start_min, -9999999) + 10000000) * 20000000 + ifnull(r.end_max, -9999999) + 10000000, m.id, m.version, r.minute, m.utc_offset,
       m.kind, m.trigger_lemma, m.terms, m.names, m.related, m.happenings, m.recurs, m.once, m.sole,
       (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), m.unverified_because IS NOT NULL,
       m.quote_begin, m.quote_end, m.trigger_begin, m.trigger_end
FROM mention m JOIN date_range r ON r.id = m.range WHERE m.modality = 'asserted' OR m.modality = 'claimed' ORDER BY 1, 2;

CREATE TABLE document_topic (
    version  INTEGER PRIMARY KEY REFERENCES document_version (id) ON DELETE CASCADE,
    names    TEXT NOT NULL,
    words    TEXT NOT NULL,
    repeated TEXT NOT NULL
) STRICT;
INSERT INTO document_topic (version, names, words, repeated) SELECT id, topic_names, topic_words, repeated_terms FROM document_version;
ALTER TABLE document_version DROP COLUMN topic_names;
ALTER TABLE document_version DROP COLUMN topic_words;
ALTER TABLE document_version DROP COLUMN repeated_terms;
