-- Schema 7. Candidates are looked for by their days alone, whatever the minute or the inner bounds: one look-up where a busy day had a hundred.

CREATE TABLE term_of_days (
    days    INTEGER NOT NULL,
    term    INTEGER NOT NULL,
    mention INTEGER NOT NULL,
    PRIMARY KEY (days, term, mention)
) STRICT, WITHOUT ROWID;
INSERT INTO term_of_days (days, term, mention)
SELECT (ifnull(r.start_min, -9999999) + 10000000) * 20000000 + ifnull(r.end_max, -9999999) + 10000000, t.term, t.mention
FROM mention_term t JOIN date_range r ON r.id = t.range ORDER BY 1, 2, 3;
DROP TABLE mention_term;
ALTER TABLE term_of_days RENAME TO mention_term;
