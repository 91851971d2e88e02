-- Schema 8. From what a text was read, so that the same import again reads only what is new.

CREATE TABLE reading_input (
    version  INTEGER PRIMARY KEY REFERENCES document_version (id) ON DELETE CASCADE,
    input    TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    dated    INTEGER NOT NULL,
    undated  INTEGER NOT NULL
) STRICT;
