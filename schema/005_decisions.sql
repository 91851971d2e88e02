-- Schema 5. What people decide about events, kept by the words of the mentions that it is about.

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

-- Where they stand now: derived, found anew when a document changes. One that stands nowhere is an orphan.
CREATE TABLE decision_place (
    decision INTEGER NOT NULL REFERENCES decision (id),
    position INTEGER NOT NULL,
    mention  INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
    PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_place_by_mention ON decision_place (mention);

ALTER TABLE event ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
