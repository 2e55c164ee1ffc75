-- What the capacity report reads of a period stands in the indexes, so that it need not look up the rows themselves.
DROP INDEX booking_by_district_and_start;
CREATE INDEX booking_by_district_and_start ON booking (district_id, starts_at)
  INCLUDE (id, ends_at, lecture_id, school_id, grade, status, pupils_present);
CREATE INDEX occupied_by_district_and_start ON occupied_time (district_id, lower(lecture))
  INCLUDE (lecture, occupied, assistant_id, booking_id);
-- Whose margins may overlap at all: hardly anybody's.
CREATE INDEX occupied_below_margins ON occupied_time (assistant_id) WHERE overrides_margins;
