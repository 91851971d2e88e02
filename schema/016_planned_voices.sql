-- Schema 16. What lies beside an event of its sources says also whether they tell of a plan. Nothing is filled in here: it is read from the other
-- tables when its event is written the next time.

UPDATE event_mention SET voice = NULL WHERE voice IS NOT NULL;
