-- Schema 14. What the display rule needs of a source lies beside its event, so that one more source of many costs no look at the others' rows.
-- Nothing is filled in here: it is read from the other tables when its event is written the next time.

ALTER TABLE event_mention ADD COLUMN voice TEXT;
