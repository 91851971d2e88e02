-- Schema 13. What clustering asks of topics: those of the current versions alone, and of a name the last versions that have it, in one row.

DELETE FROM document_topic WHERE version NOT IN (SELECT version FROM document WHERE version IS NOT NULL);

CREATE TABLE name (
    name     INTEGER PRIMARY KEY,
    versions TEXT NOT NULL
) STRICT;
INSERT INTO name (name, versions)
SELECT name, group_concat(version, char(10)) FROM (
    SELECT name, version FROM (
        SELECT name, version, row_number() OVER (PARTITION BY name ORDER BY version DESC) AS place FROM document_name)
    WHERE place <= 101 ORDER BY name, version)
GROUP BY name;
DROP TABLE document_name;
ALTER TABLE name RENAME TO document_name;
