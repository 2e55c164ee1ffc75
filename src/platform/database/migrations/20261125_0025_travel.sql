-- How long it takes from one school to another, and a break instead of the margins between two visits at one place.

ALTER TABLE school
  ADD COLUMN latitude double precision,
  ADD COLUMN longitude double precision,
  ADD CONSTRAINT school_stands_somewhere CHECK (
    (latitude IS NULL) = (longitude IS NULL) AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);

ALTER TABLE district_rules
  ADD COLUMN break_at_same_school_minutes integer NOT NULL DEFAULT 10
    CONSTRAINT break_at_same_school_is_sane CHECK (break_at_same_school_minutes BETWEEN 0 AND 180);

-- A way that is not here is one of which nothing is known: the margins alone count.
CREATE TABLE travel_time (
  district_id uuid NOT NULL,
  from_school uuid NOT NULL,
  to_school uuid NOT NULL,
  minutes integer NOT NULL CONSTRAINT travel_time_is_sane CHECK (minutes BETWEEN 0 AND 180),
  -- 'estimated' from coordinates or from the way back, 'edited' by a coordinator.
  source text NOT NULL CONSTRAINT travel_time_source_is_known CHECK (source IN ('estimated', 'edited')),
  PRIMARY KEY (from_school, to_school),
  CONSTRAINT travel_is_between_two_schools CHECK (from_school <> to_school),
  CONSTRAINT travel_from_a_school_of_the_district FOREIGN KEY (from_school, district_id)
    REFERENCES school_district (school_id, district_id) ON DELETE CASCADE,
  CONSTRAINT travel_to_a_school_of_the_district FOREIGN KEY (to_school, district_id)
    REFERENCES school_district (school_id, district_id) ON DELETE CASCADE
);
CREATE INDEX travel_time_by_destination ON travel_time (to_school);

-- A school that another district serves from now on has no ways to those that it leaves.
CREATE FUNCTION forget_ways() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM travel_time WHERE OLD.school_id IN (from_school, to_school);
  RETURN NEW;
END
$$;
CREATE TRIGGER ways_stay_within_a_district BEFORE UPDATE ON school_district
  FOR EACH ROW WHEN (OLD.district_id <> NEW.district_id) EXECUTE FUNCTION forget_ways();

-- What could be undone for half a minute remembers rows without a place.
DELETE FROM undoable_act;

ALTER TABLE occupied_time
  -- The school; where it is not in the list, the booking or the draft: a place that is like no other.
  ADD COLUMN place uuid,
  -- The lecture and the break that follows it where the next visit is at the same place.
  ADD COLUMN with_break tstzrange;
UPDATE occupied_time o
   SET place = coalesce((SELECT b.school_id FROM booking b WHERE b.id = o.booking_id), o.booking_id, o.draft_id),
       -- What has kept the margins keeps such a break, too.
       with_break = tstzrange(lower(o.lecture), least(upper(o.lecture) + interval '10 min', upper(o.occupied)));
ALTER TABLE occupied_time
  ALTER COLUMN place SET NOT NULL,
  ALTER COLUMN with_break SET NOT NULL,
  ADD CONSTRAINT occupied_break_follows_the_lecture CHECK (
    lower(with_break) = lower(lecture) AND upper(with_break) >= upper(lecture) AND lower_inc(with_break)
    AND NOT upper_inc(with_break) AND NOT upper_inf(with_break)),
  DROP CONSTRAINT assistant_keeps_the_margins,
  ADD CONSTRAINT assistant_keeps_the_margins EXCLUDE USING gist (assistant_id WITH =, place WITH <>, occupied WITH &&)
    WHERE (NOT overrides_margins),
  ADD CONSTRAINT assistant_has_a_break_at_one_place EXCLUDE USING gist (assistant_id WITH =, place WITH =, with_break WITH &&)
    WHERE (NOT overrides_margins);

-- Whether two visits lie closer together than somebody needs from the one to the other.
CREATE FUNCTION travel_is_too_long(a_place uuid, a_lecture tstzrange, b_place uuid, b_lecture tstzrange) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM travel_time t
     WHERE (t.from_school = a_place AND t.to_school = b_place AND lower(a_lecture) < lower(b_lecture)
            AND upper(a_lecture) + make_interval(mins => t.minutes) > lower(b_lecture))
        OR (t.from_school = b_place AND t.to_school = a_place AND lower(b_lecture) < lower(a_lecture)
            AND upper(b_lecture) + make_interval(mins => t.minutes) > lower(a_lecture)))
$$;

-- Whether somebody can come to a visit from the one before it, and go to the one after it. No constraint can hold what
-- depends on a table of times, so it is asked while the row is written, under a lock of this person's week. The lock is
-- taken only where a way to or from the place is longer than the margins, which the constraints hold by themselves.
-- Volatile, as the answer has to see what was committed while the lock was waited for.
CREATE FUNCTION can_travel(assistant uuid, district uuid, at_place uuid, at_lecture tstzrange) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM travel_time t JOIN district_rules r ON r.district_id = t.district_id
     WHERE at_place IN (t.from_school, t.to_school) AND t.minutes > r.margin_before_minutes + r.margin_after_minutes)
  THEN
    RETURN true;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(
    'week ' || assistant || date_trunc('week', lower(at_lecture) AT TIME ZONE 'Europe/Stockholm'), 0));
  RETURN NOT EXISTS (
    SELECT 1 FROM occupied_time o
     WHERE o.assistant_id = assistant AND NOT o.overrides_margins AND o.place <> at_place
       -- No way is longer than three hours.
       AND o.lecture && tstzrange(lower(at_lecture) - interval '3 h', upper(at_lecture) + interval '3 h')
       AND travel_is_too_long(o.place, o.lecture, at_place, at_lecture));
END
$$;
