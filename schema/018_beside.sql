-- Schema 18. Of an article whose events name hardly anybody, the names of its whole text; known from the next reading on.

ALTER TABLE document_topic ADD COLUMN beside TEXT NOT NULL DEFAULT '';
