-- Where visits of somebody are read, and absences. The indexes of the exclusion constraints are for writing alone: PostgreSQL
-- (seen with 18.4) may mark living rows of a GiST index as dead when one statement begins the same scan again and again (the
-- inner side of a loop) while the index grows beyond its first page. What such a row forbids is no longer refused. See
-- docs/hard-things/double-booking.md; test/stories/exclusion-index.spec.ts shows it.
-- By the text of the id, so that no question that is meant for it fits the others.
CREATE INDEX occupied_by_person_and_start ON occupied_time ((assistant_id::text), lower(lecture));

DROP INDEX absence_by_assistant_and_period;
CREATE INDEX absence_by_assistant_and_end ON absence (assistant_id, upper(period));
