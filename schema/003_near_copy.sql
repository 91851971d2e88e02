-- Schema 3. What tells near-copies of a text: its sketch, and the bands by which texts with a like sketch are found.

ALTER TABLE document_version ADD COLUMN sketch TEXT NOT NULL DEFAULT '';

CREATE TABLE copy_band (
    band    INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES document_version (id) ON DELETE CASCADE,
    PRIMARY KEY (band, version)
) STRICT, WITHOUT ROWID;
