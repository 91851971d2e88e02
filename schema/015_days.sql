-- Schema 15. How many sentences of a document tell of the days of a mention; before, only whether it was but one. The days that a document tells of.

ALTER TABLE mention RENAME COLUMN sole TO day_sentences;
UPDATE mention SET day_sentences = 0;
UPDATE mention SET day_sentences = told.sentences FROM (
    SELECT m.version, r.start_min, r.end_max, min(count(DISTINCT m.quote_begin), 9) AS sentences FROM mention m JOIN date_range r ON r.id = m.range
    WHERE r.start_min IS NOT NULL AND r.end_max IS NOT NULL AND NOT m.given AND m.kind <> 'statement' AND (m.modality = 'asserted' OR m.modality = 'claimed')
    GROUP BY m.version, r.start_min, r.end_max) AS told, date_range AS days
WHERE NOT mention.given AND days.id = mention.range AND told.version = mention.version AND told.start_min = days.start_min AND told.end_max = days.end_max;

-- As in schema 11, with the new count among the flags.
UPDATE document_topic SET looks = ifnull((
    SELECT group_concat(look, '') FROM (
        SELECT m.id || char(31) || ifnull(r.start_min, '') || char(31) || ifnull(r.end_max, '') || char(31) || ifnull(r.minute, '') || char(31) ||
               ifnull(m.utc_offset, '') || char(31) || m.kind || char(31) || m.recurs || m.once || m.day_sentences || (m.unverified_because IS NOT NULL) ||
               ifnull((SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = m.id), '') || char(31) ||
               m.quote_begin || char(31) || m.quote_end || char(31) || m.trigger_begin || char(31) || m.trigger_end || char(31) ||
               replace(replace(m.trigger_lemma, char(30), ' '), char(31), ' ') || char(31) || replace(replace(m.terms, char(30), ' '), char(31), ' ') ||
               char(31) || replace(replace(m.names, char(30), ' '), char(31), ' ') || char(31) || replace(replace(m.related, char(30), ' '), char(31), ' ') ||
               char(31) || replace(replace(m.happenings, char(30), ' '), char(31), ' ') || char(30) AS look
        FROM mention m JOIN date_range r ON r.id = m.range
        WHERE m.version = document_topic.version AND (m.modality = 'asserted' OR m.modality = 'claimed') ORDER BY m.key)), '');

ALTER TABLE document_topic ADD COLUMN days TEXT NOT NULL DEFAULT '';
UPDATE document_topic SET days = ifnull((
    SELECT group_concat(day, char(10)) FROM (
        SELECT DISTINCT CAST(r.start_min AS TEXT) AS day FROM mention m JOIN date_range r ON r.id = m.range
        WHERE m.version = document_topic.version AND NOT m.given AND r.start_min = r.end_max AND (m.modality = 'asserted' OR m.modality = 'claimed')
        ORDER BY day LIMIT 64)), '');
