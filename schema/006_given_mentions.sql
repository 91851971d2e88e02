-- Schema 6. Mentions that another program found stay when the document is read again.

ALTER TABLE mention ADD COLUMN given INTEGER NOT NULL DEFAULT 0;
