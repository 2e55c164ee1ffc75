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
