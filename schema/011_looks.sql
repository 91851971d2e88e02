-- Schema 11. What clustering compares of a document's mentions lies in one row, which the terms lead to: it is written once and read at one go.
-- A look ends with the character 30, its fields are parted by 31; these stand within none (core/store/look.h).

ALTER TABLE document_topic ADD COLUMN looks TEXT NOT NULL DEFAULT '';
UPDATE document_topic SET looks = ifnull((
    SELECT group_concat(look, '') FROM (
        SELECT m.id || char(31) || ifnull(r.start_min, '') || char(31) || ifnull(r.end_max, '') || char(31) || ifnull(r.minute, '') || char(31) ||
               ifnull(m.utc_offset, '') || char(31) || m.kind || char(31) || m.recurs || m.once || m.sole || (m.unverified_because IS NOT NULL) ||
               ifnull((SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), '') || char(31) ||
               m.quote_begin || char(31) || m.quote_end || char(31) || m.trigger_begin || char(31) || m.trigger_end || char(31) ||
               replace(replace(m.trigger_lemma, char(30), ' '), char(31), ' ') || char(31) || replace(replace(m.terms, char(30), ' '), char(31), ' ') ||
               char(31) || replace(replace(m.names, char(30), ' '), char(31), ' ') || char(31) || replace(replace(m.related, char(30), ' '), char(31), ' ') ||
               char(31) || replace(replace(m.happenings, char(30), ' '), char(31), ' ') || char(30) AS look
        FROM mention m JOIN date_range r ON r.id = m.range
        WHERE m.version = document_topic.version AND (m.modality = 'asserted' OR m.modality = 'claimed') ORDER BY m.key)), '');

CREATE TABLE term_of_version (
    days    INTEGER NOT NULL,
    term    INTEGER NOT NULL,
    mention INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (days, term, mention)
) STRICT, WITHOUT ROWID;
INSERT INTO term_of_version (days, term, mention, version)
SELECT t.days, t.term, t.mention, m.version FROM mention_term t JOIN mention m ON m.id = t.mention ORDER BY 1, 2, 3;
DROP TABLE mention_term;
ALTER TABLE term_of_version RENAME TO mention_term;
DROP TABLE candidate;
