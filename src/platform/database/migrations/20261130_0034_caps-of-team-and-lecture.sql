-- More caps, by the rules of a district. None: no cap. How many visits a person has one after the other without a break,
-- and how many the whole team takes on, of a lecture and in all.
ALTER TABLE district_rules
  ADD COLUMN most_visits_in_a_row integer
    CONSTRAINT most_visits_in_a_row_is_sane CHECK (most_visits_in_a_row BETWEEN 1 AND 10),
  -- Less time than this between two lectures is no break.
  ADD COLUMN break_minutes integer NOT NULL DEFAULT 30
    CONSTRAINT break_is_sane CHECK (break_minutes BETWEEN 5 AND 180),
  ADD COLUMN most_visits_per_team_and_day integer
    CONSTRAINT most_visits_per_team_and_day_is_sane CHECK (most_visits_per_team_and_day BETWEEN 1 AND 100),
  ADD COLUMN most_visits_per_team_and_week integer
    CONSTRAINT most_visits_per_team_and_week_is_sane CHECK (most_visits_per_team_and_week BETWEEN 1 AND 500);

ALTER TABLE lecture
  ADD COLUMN most_per_week integer CONSTRAINT most_per_week_is_sane CHECK (most_per_week BETWEEN 1 AND 100),
  ADD COLUMN most_per_term integer CONSTRAINT most_per_term_is_sane CHECK (most_per_term BETWEEN 1 AND 1000);

-- Of which lecture the visit is that a booking or a draft (`id`) is about.
CREATE FUNCTION lecture_of(id uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT lecture_id FROM booking b WHERE b.id = lecture_of.id),
                  (SELECT (answers ->> 'lectureId')::uuid FROM draft d WHERE d.id = lecture_of.id))
$$;

-- Whether the team takes on no more visits of a lecture, or none at all, in the day, the week or the term of a visit that
-- is to be. It is asked with every person of a visit and counts visits, of which the one in question (`own`) is none.
CREATE FUNCTION team_has_had_enough(caps district_rules, about lecture, at_lecture tstzrange, own uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  begins timestamp := lower(at_lecture) AT TIME ZONE 'Europe/Stockholm';
  monday timestamp := date_trunc('week', begins);
  term_starts date;
  term_ends date;
  on_day integer;
  in_week integer;
  of_lecture_in_week integer;
  of_lecture_in_term integer;
BEGIN
  -- Before any lock of a person: whoever waits for the one holds none of the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('caps of a team ' || caps.district_id, 0));
  IF about.most_per_term IS NOT NULL THEN
    SELECT starts_on, ends_on INTO term_starts, term_ends
      FROM term WHERE district_id = caps.district_id AND begins::date BETWEEN starts_on AND ends_on;
  END IF;
  SELECT count(*) FILTER (WHERE starts::date = begins::date),
         count(*) FILTER (WHERE starts >= monday AND starts < monday + interval '7 days'),
         count(*) FILTER (WHERE is_of_lecture AND starts >= monday AND starts < monday + interval '7 days'),
         count(*) FILTER (WHERE is_of_lecture AND starts::date BETWEEN term_starts AND term_ends)
    INTO on_day, in_week, of_lecture_in_week, of_lecture_in_term
    FROM (SELECT DISTINCT lower(o.lecture) AT TIME ZONE 'Europe/Stockholm' AS starts, visit,
                 about.id IS NOT NULL AND lecture_of(visit) = about.id AS is_of_lecture
            FROM occupied_time o, coalesce(o.booking_id, o.draft_id, o.offered_booking_id) AS visit
           WHERE o.district_id = caps.district_id AND o.kind <> 'undo' AND visit IS DISTINCT FROM own
             AND lower(o.lecture) >= least(monday, term_starts::timestamp) AT TIME ZONE 'Europe/Stockholm'
             AND lower(o.lecture) < greatest(monday + interval '7 days', term_ends + interval '1 day') AT TIME ZONE 'Europe/Stockholm')
         AS given;
  RETURN coalesce(on_day >= caps.most_visits_per_team_and_day, false)
      OR coalesce(in_week >= caps.most_visits_per_team_and_week, false)
      OR coalesce(of_lecture_in_week >= about.most_per_week, false)
      OR coalesce(of_lecture_in_term >= about.most_per_term, false);
END
$$;

-- How many visits follow each other without a break once one more (`added`) has come to `lectures`: in the row of that one.
CREATE FUNCTION visits_in_a_row(lectures tstzrange[], added tstzrange, break interval) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  WITH visits AS (
    SELECT lecture, false AS is_added FROM unnest(lectures) AS lecture UNION ALL SELECT added, true),
  marked AS (
    SELECT *, coalesce(lower(lecture) - max(upper(lecture)) OVER (
             ORDER BY lower(lecture), is_added ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) >= break, true) AS begins_row
      FROM visits),
  numbered AS (
    SELECT *, count(*) FILTER (WHERE begins_row) OVER (ORDER BY lower(lecture), is_added) AS row_number FROM marked)
  SELECT count(*) FROM numbered WHERE row_number = (SELECT row_number FROM numbered WHERE is_added)
$$;

-- As before, and what one person has in a row, and what the team takes on. Still asked while the row is written, under a
-- lock of this person's week, which is taken only where the district has a cap on what one person gets.
CREATE OR REPLACE FUNCTION has_had_enough(assistant uuid, district uuid, at_lecture tstzrange, own uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  caps district_rules;
  about lecture;
  begins timestamp := lower(at_lecture) AT TIME ZONE 'Europe/Stockholm';
  monday timestamp := date_trunc('week', begins);
  on_day integer;
  in_week integer;
  evenings integer;
  in_a_row integer;
BEGIN
  SELECT * INTO caps FROM district_rules WHERE district_id = district;
  SELECT * INTO about FROM lecture WHERE id = lecture_of(own);
  IF num_nonnulls(caps.most_visits_per_team_and_day, caps.most_visits_per_team_and_week,
                  about.most_per_week, about.most_per_term) > 0
     AND team_has_had_enough(caps, about, at_lecture, own) THEN
    RETURN true;
  END IF;
  IF num_nonnulls(caps.most_visits_per_person_and_day, caps.most_visits_per_person_and_week,
                  caps.most_evenings_per_person_and_week, caps.most_visits_in_a_row) = 0 THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('week ' || assistant || monday, 0));
  SELECT count(*) FILTER (WHERE visit.starts::date = begins::date), count(*),
         count(*) FILTER (WHERE visit.starts::time >= '17:00'),
         CASE WHEN caps.most_visits_in_a_row IS NOT NULL
              THEN visits_in_a_row(coalesce(array_agg(visit.lecture) FILTER (WHERE visit.starts::date = begins::date), '{}'),
                                   at_lecture, make_interval(mins => caps.break_minutes)) END
    INTO on_day, in_week, evenings, in_a_row
    FROM (SELECT lower(o.lecture) AT TIME ZONE 'Europe/Stockholm' AS starts, o.lecture
            FROM occupied_time o
           WHERE o.assistant_id = assistant AND o.kind <> 'undo'
             AND o.booking_id IS DISTINCT FROM own AND o.draft_id IS DISTINCT FROM own
             AND o.offered_booking_id IS DISTINCT FROM own
             AND o.lecture && tstzrange(monday AT TIME ZONE 'Europe/Stockholm',
                                        (monday + interval '7 days') AT TIME ZONE 'Europe/Stockholm')) AS visit
   WHERE visit.starts >= monday;
  RETURN coalesce(on_day >= caps.most_visits_per_person_and_day, false)
      OR coalesce(in_week >= caps.most_visits_per_person_and_week, false)
      OR coalesce(begins::time >= '17:00' AND evenings >= caps.most_evenings_per_person_and_week, false)
      OR coalesce(in_a_row > caps.most_visits_in_a_row, false);
END
$$;
