-- Schema 17. What a mention's headline says, as a direction of 48 letters in which those that tell one event are near each other; known from the next
-- reading on.

ALTER TABLE mention ADD COLUMN wording TEXT NOT NULL DEFAULT '';
