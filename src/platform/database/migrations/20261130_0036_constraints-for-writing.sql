-- The indexes of exclusion constraints are for writing alone (20261130_0035, docs/hard-things/double-booking.md). These are
-- written in words that no question uses, so that none can go by them; what is asked goes by indexes beside. Those of
-- occupied_time stay as they are: reads of it in loops have words of their own.
ALTER TABLE weekly_hours
  DROP CONSTRAINT weekly_hours_are_apart,
  ADD CONSTRAINT weekly_hours_are_apart EXCLUDE USING gist (
    (assistant_id::text) WITH =,
    (weekday + 0) WITH =,
    timerange(starts_at, ends_at) WITH &&,
    daterange(valid_from, valid_until, '[]') WITH &&,
    weeks_of_twelve(every_weeks, turn) WITH &&
  );

ALTER TABLE extra_hours
  DROP CONSTRAINT extra_hours_are_apart,
  ADD CONSTRAINT extra_hours_are_apart EXCLUDE USING gist (
    (assistant_id::text) WITH =,
    (on_date + 0) WITH =,
    timerange(starts_at, ends_at) WITH &&
  );

ALTER TABLE term
  DROP CONSTRAINT terms_never_overlap,
  ADD CONSTRAINT terms_never_overlap EXCLUDE USING gist (
    (district_id::text) WITH =,
    daterange(starts_on, ends_on, '[]') WITH &&
  );
CREATE INDEX term_by_district_and_start ON term (district_id, starts_on);

ALTER TABLE published_time_person
  DROP CONSTRAINT published_person_is_kept_for_one_time,
  ADD CONSTRAINT published_person_is_kept_for_one_time EXCLUDE USING gist (
    (assistant_id::text) WITH =,
    tstzrange(lower(occupied), upper(occupied)) WITH &&
  );
CREATE INDEX published_person_by_assistant_and_end ON published_time_person (assistant_id, upper(occupied));

ALTER TABLE occupied_time
  DROP CONSTRAINT published_time_is_taken_once,
  ADD CONSTRAINT published_time_is_taken_once EXCLUDE USING gist (
    (published_time_id::text) WITH =,
    (published_for::text) WITH <>
  ) WHERE (published_for IS NOT NULL);
CREATE INDEX occupied_by_published_time ON occupied_time (published_time_id) WHERE published_time_id IS NOT NULL;

-- Nobody writes these but whoever replaces all of one person's at once, under a lock, and the reader has made one of what
-- overlaps.
ALTER TABLE outside_busy DROP CONSTRAINT outside_busy_is_apart;
CREATE INDEX outside_busy_by_assistant_and_end ON outside_busy (assistant_id, upper(period));

-- As before, in the words of these indexes.
CREATE OR REPLACE FUNCTION end_of_hours(assistant uuid, eve date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(upper(part))
    FROM unnest((
      SELECT range_agg(tstzrange((day + starts_at) AT TIME ZONE 'Europe/Stockholm', (day + ends_at) AT TIME ZONE 'Europe/Stockholm'))
        FROM (VALUES (eve), (eve + 1)) AS evening_and_night(day)
        JOIN assistant e ON e.id = assistant AND day BETWEEN e.employed_from AND coalesce(e.employed_until, 'infinity')
        JOIN LATERAL (
          SELECT starts_at, ends_at FROM weekly_hours
           WHERE assistant_id = assistant AND weekday = extract(isodow FROM day)
             AND day BETWEEN valid_from AND coalesce(valid_until, 'infinity') AND is_its_week(every_weeks, turn, day)
           UNION ALL
          SELECT starts_at, ends_at FROM extra_hours WHERE assistant_id = assistant AND on_date = day
        ) AS hours ON (day > eve) = (ends_at <= '05:00')
    ) - (
      SELECT coalesce(range_agg(period), '{}')
        FROM (SELECT assistant_id, period FROM absence UNION ALL SELECT assistant_id, period FROM outside_busy) AS busy
       WHERE assistant_id = assistant
         AND upper(period) > eve::timestamp AT TIME ZONE 'Europe/Stockholm'
         AND lower(period) < (eve + 2)::timestamp AT TIME ZONE 'Europe/Stockholm'
    )) AS part
$$;
