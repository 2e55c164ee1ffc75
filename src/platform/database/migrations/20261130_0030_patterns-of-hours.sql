-- Weekly hours that hold every second, third or fourth week. Weeks are counted on from the one of Monday 29 December 1969
-- (the first of ISO year 1970), so that a year of 53 weeks moves nothing; `turn` says which of the weeks it is.
ALTER TABLE weekly_hours
  ADD COLUMN every_weeks integer NOT NULL DEFAULT 1
    CONSTRAINT hours_come_every_few_weeks CHECK (every_weeks BETWEEN 1 AND 4),
  ADD COLUMN turn integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT turn_is_one_of_the_weeks CHECK (turn BETWEEN 0 AND every_weeks - 1);

CREATE FUNCTION is_its_week(every_weeks integer, turn integer, on_date date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT every_weeks = 1 OR (on_date - DATE '1969-12-29') / 7 % every_weeks = turn
$$;

-- The weeks of twelve in which hours hold: after twelve weeks everything that comes every one to four weeks begins anew.
CREATE FUNCTION weeks_of_twelve(every_weeks integer, turn integer) RETURNS int4multirange
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT range_agg(int4range(week, week + 1)) FROM generate_series(turn, 11, every_weeks) AS week
$$;

-- Hours of one person never overlap: also not in the one week in which two patterns meet.
ALTER TABLE weekly_hours
  DROP CONSTRAINT weekly_hours_are_apart,
  ADD CONSTRAINT weekly_hours_are_apart EXCLUDE USING gist (
    assistant_id WITH =,
    weekday WITH =,
    timerange(starts_at, ends_at) WITH &&,
    daterange(valid_from, valid_until, '[]') WITH &&,
    weeks_of_twelve(every_weeks, turn) WITH &&
  );

-- Fielding is work of its own, and no other absence.
ALTER TABLE absence
  DROP CONSTRAINT absence_kind_is_known,
  ADD CONSTRAINT absence_kind_is_known CHECK (kind IN ('holiday', 'illness', 'training', 'fielding', 'otherDuty'));

-- Whether somebody who cannot be booked is at work elsewhere, and not away.
CREATE FUNCTION is_duty(kind text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT kind IN ('fielding', 'otherDuty')
$$;

-- The rest after late work (src/slots/rest.rules.ts says what is what). None where it is null.
ALTER TABLE district_rules
  ADD COLUMN rest_after_late_work_hours integer DEFAULT 11
    CONSTRAINT rest_is_sane CHECK (rest_after_late_work_hours BETWEEN 8 AND 16);

-- A duty with hours of the clock: whole days say nothing of when work ends.
CREATE FUNCTION is_shift(kind text, period tstzrange) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT is_duty(kind) AND ((lower(period) AT TIME ZONE 'Europe/Stockholm')::time <> '00:00'
                            OR (upper(period) AT TIME ZONE 'Europe/Stockholm')::time <> '00:00')
$$;

-- The day that a duty belongs to: what ends by kl. 5 in the night is of the day before.
CREATE FUNCTION day_of_work(period tstzrange) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT begins::date - CASE WHEN upper(period) AT TIME ZONE 'Europe/Stockholm' <= begins::date + time '05:00' THEN 1 ELSE 0 END
    FROM (SELECT lower(period) AT TIME ZONE 'Europe/Stockholm' AS begins) AS work
$$;

-- When the hours that somebody offers on a day end, those in the night after it included, without absence and what is taken
-- elsewhere; null where there are none.
CREATE FUNCTION end_of_hours(assistant uuid, eve date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
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
         AND period && tstzrange(eve::timestamp AT TIME ZONE 'Europe/Stockholm', (eve + 2)::timestamp AT TIME ZONE 'Europe/Stockholm')
    )) AS part
$$;

-- Whether a row is of a booking or a draft, or is kept for the undoing of one of its acts, or for its school.
CREATE FUNCTION is_of_booking(o occupied_time, own uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(own IN (o.booking_id, o.draft_id, o.offered_booking_id), false)
      OR EXISTS (SELECT 1 FROM undoable_act u WHERE u.id = o.undo_act_id AND u.booking_id = own)
$$;

-- Whether somebody has the rest before a visit that is to be, and after it where it would itself be late; its own time (`own`:
-- the booking or the draft) not counted. Like `has_had_enough` it is asked while the row is written, but it takes no lock:
-- absence and hours lock the person's row, as bookings do, and a late visit lies within hours that stand in the way of the
-- next morning by themselves. Only one that lies outside of them waits for everybody who is booking this person.
CREATE FUNCTION keeps_rest(assistant uuid, district uuid, at_lecture tstzrange, at_occupied tstzrange, own uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  rest interval;
  today date := (lower(at_lecture) AT TIME ZONE 'Europe/Stockholm')::date;
  midnight timestamptz := today::timestamp AT TIME ZONE 'Europe/Stockholm';
  next_midnight timestamptz := (today + 1)::timestamp AT TIME ZONE 'Europe/Stockholm';
  is_late boolean := upper(at_occupied) > (today + time '17:00') AT TIME ZONE 'Europe/Stockholm';
  is_early boolean;
BEGIN
  SELECT make_interval(hours => rest_after_late_work_hours) INTO rest FROM district_rules WHERE district_id = district;
  IF rest IS NULL THEN
    RETURN true;
  END IF;
  -- A visit ends by midnight, and no margin was ever longer than three hours.
  is_early := lower(at_occupied) < midnight + interval '3 h' + rest;
  IF is_late AND (end_of_hours(assistant, today) >= upper(at_occupied)) IS NOT TRUE THEN
    PERFORM 1 FROM assistant a WHERE a.id = assistant FOR NO KEY UPDATE;
  END IF;
  IF is_early AND EXISTS (
    SELECT 1 FROM occupied_time o
     WHERE o.assistant_id = assistant AND o.lecture && tstzrange(midnight - interval '25 h', midnight)
       AND upper(o.occupied) + rest > lower(at_occupied)
       AND (lower(o.lecture) AT TIME ZONE 'Europe/Stockholm')::date < today
       AND upper(o.occupied) > ((lower(o.lecture) AT TIME ZONE 'Europe/Stockholm')::date + time '17:00') AT TIME ZONE 'Europe/Stockholm'
       AND NOT is_of_booking(o, own))
  THEN
    RETURN false;
  END IF;
  IF is_late AND EXISTS (
    SELECT 1 FROM occupied_time o
     WHERE o.assistant_id = assistant AND o.lecture && tstzrange(next_midnight, upper(at_occupied) + rest + interval '3 h')
       AND lower(o.occupied) < upper(at_occupied) + rest
       AND (lower(o.lecture) AT TIME ZONE 'Europe/Stockholm')::date > today
       AND NOT is_of_booking(o, own))
  THEN
    RETURN false;
  END IF;
  IF EXISTS (
    SELECT 1 FROM absence f
     WHERE f.assistant_id = assistant
       AND f.period && tstzrange(lower(at_occupied) - rest, upper(at_occupied) + rest) AND is_shift(f.kind, f.period)
       AND (day_of_work(f.period) < today AND upper(f.period) + rest > lower(at_occupied)
            AND upper(f.period) > (day_of_work(f.period) + time '17:00') AT TIME ZONE 'Europe/Stockholm'
            OR is_late AND day_of_work(f.period) > today AND lower(f.period) < upper(at_occupied) + rest))
  THEN
    RETURN false;
  END IF;
  -- Most have no hours in the evening before.
  IF EXISTS (
    SELECT 1 FROM weekly_hours WHERE assistant_id = assistant AND (ends_at > '17:00' OR ends_at <= '05:00')
    UNION ALL
    SELECT 1 FROM extra_hours WHERE assistant_id = assistant AND on_date IN (today - 1, today)
  ) THEN
    RETURN coalesce(
      end_of_hours(assistant, today - 1) <= (today - 1 + time '17:00') AT TIME ZONE 'Europe/Stockholm'
        OR end_of_hours(assistant, today - 1) + rest <= lower(at_occupied),
      true);
  END IF;
  RETURN true;
END
$$;
