-- Schema 4. What tells whether two mentions are one event: names, related words, what a document is about.

ALTER TABLE mention ADD COLUMN names TEXT NOT NULL DEFAULT '';
ALTER TABLE mention ADD COLUMN related TEXT NOT NULL DEFAULT '';
ALTER TABLE mention ADD COLUMN recurs INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document_version ADD COLUMN topic_names TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN topic_words TEXT NOT NULL DEFAULT '';
ALTER TABLE document_version ADD COLUMN repeated_terms TEXT NOT NULL DEFAULT '';

-- Where articles about one thing are looked for.
CREATE TABLE document_name (
    name    INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES document_version (id) ON DELETE CASCADE,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
