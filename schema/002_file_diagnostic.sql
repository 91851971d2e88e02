-- Schema 2. What is wrong with a file itself, rather than with a document in it: lines that were left out, a file that cannot be read.

CREATE TABLE file_diagnostic (
    id       INTEGER PRIMARY KEY,
    path     TEXT NOT NULL,
    code     TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
    text     TEXT NOT NULL
) STRICT;
CREATE INDEX file_diagnostic_by_path ON file_diagnostic (path);
