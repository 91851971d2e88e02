-- Schema 12. The mentions of one term and the same days lie in one row, the oldest hundred of them: fewer rows, found by one number.
-- The number: days from the beginning of the year -9999 in 23 bits, how long in 17, the term in 24 (core/store/term_index.cpp).

CREATE TABLE list_of_term (
    list     INTEGER PRIMARY KEY,
    mentions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO list_of_term (list, mentions)
SELECT list, group_concat(mention || ' ' || version || char(10), '') FROM (
    SELECT list, mention, version, row_number() OVER (PARTITION BY list ORDER BY mention) AS place FROM (
        SELECT DISTINCT
               ((iif(first = -9999999, 0, first + 4371588) << 17) |
                CASE WHEN last = -9999999 THEN 131071
                     WHEN first = -9999999 THEN 65536 + (last + 4371587) % 65535
                     WHEN last - first < 65536 THEN last - first
                     ELSE 65536 + (last - first) % 65535 END) << 24 | (term >> 8) AS list, mention, version
        FROM (SELECT days / 20000000 - 10000000 AS first, days % 20000000 - 10000000 AS last, term, mention, version FROM mention_term))
    ORDER BY list, mention)
WHERE place <= 100 GROUP BY list;
DROP TABLE mention_term;
ALTER TABLE list_of_term RENAME TO mention_term;

-- How many events a range has changes with every import; nothing is looked for by it.
DROP INDEX date_range_by_rank;
CREATE INDEX date_range_by_rank ON date_range (rank, start_min, start_max, end_min, end_max);
