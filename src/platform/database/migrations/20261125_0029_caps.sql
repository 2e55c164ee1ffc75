-- How much one person gets of visits, by the rules of a district. None: no cap. A week is one of ISO 8601 in Swedish time;
-- an evening begins at kl. 17 or later.
ALTER TABLE district_rules
  ADD COLUMN most_visits_per_person_and_day integer
    CONSTRAINT most_visits_per_day_is_sane CHECK (most_visits_per_person_and_day BETWEEN 1 AND 20),
  ADD COLUMN most_visits_per_person_and_week integer
    CONSTRAINT most_visits_per_week_is_sane CHECK (most_visits_per_person_and_week BETWEEN 1 AND 100),
  ADD COLUMN most_evenings_per_person_and_week integer
    CONSTRAINT most_evenings_per_week_is_sane CHECK (most_evenings_per_person_and_week BETWEEN 0 AND 7);

-- What could be undone for half a minute remembers rows without the mark.
DELETE FROM undoable_act;

ALTER TABLE occupied_time
  -- Set where a coordinator has knowingly given somebody more than the caps.
  ADD COLUMN overrides_caps boolean NOT NULL DEFAULT false;

-- Whether somebody has had enough on the day or in the week of a visit that is to be, its own time (`own`: the booking or
-- the draft) not counted. What is kept for an undoing takes time, but is no visit. Like `can_travel` it is asked while the
-- row is written, under the same lock of this person's week, which is taken only where the district has a cap.
CREATE FUNCTION has_had_enough(assistant uuid, district uuid, at_lecture tstzrange, own uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  caps district_rules;
  begins timestamp := lower(at_lecture) AT TIME ZONE 'Europe/Stockholm';
  monday timestamp := date_trunc('week', begins);
  on_day integer;
  in_week integer;
  evenings integer;
BEGIN
  SELECT * INTO caps FROM district_rules WHERE district_id = district;
  IF num_nonnulls(caps.most_visits_per_person_and_day, caps.most_visits_per_person_and_week,
                  caps.most_evenings_per_person_and_week) = 0 THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('week ' || assistant || monday, 0));
  SELECT count(*) FILTER (WHERE visit.starts::date = begins::date), count(*),
         count(*) FILTER (WHERE visit.starts::time >= '17:00')
    INTO on_day, in_week, evenings
    FROM (SELECT lower(o.lecture) AT TIME ZONE 'Europe/Stockholm' AS starts
            FROM occupied_time o
           WHERE o.assistant_id = assistant AND o.kind <> 'undo'
             AND o.booking_id IS DISTINCT FROM own AND o.draft_id IS DISTINCT FROM own
             AND o.offered_booking_id IS DISTINCT FROM own
             AND o.lecture && tstzrange(monday AT TIME ZONE 'Europe/Stockholm',
                                        (monday + interval '7 days') AT TIME ZONE 'Europe/Stockholm')) AS visit
   WHERE visit.starts >= monday;
  RETURN coalesce(on_day >= caps.most_visits_per_person_and_day, false)
      OR coalesce(in_week >= caps.most_visits_per_person_and_week, false)
      OR coalesce(begins::time >= '17:00' AND evenings >= caps.most_evenings_per_person_and_week, false);
END
$$;
