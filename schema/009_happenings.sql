-- Schema 9. What happens, by a name that all words for it share.

ALTER TABLE mention ADD COLUMN happenings TEXT NOT NULL DEFAULT '';
ALTER TABLE mention ADD COLUMN once INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mention ADD COLUMN sole INTEGER NOT NULL DEFAULT 0;
