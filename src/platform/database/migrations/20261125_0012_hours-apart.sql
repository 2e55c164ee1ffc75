-- Hours of one person never overlap: of two rows that say different things of the same time, neither is true.
CREATE TYPE timerange AS RANGE (subtype = time);

ALTER TABLE weekly_hours ADD CONSTRAINT weekly_hours_are_apart EXCLUDE USING gist (
  assistant_id WITH =,
  weekday WITH =,
  timerange(starts_at, ends_at) WITH &&,
  daterange(valid_from, valid_until, '[]') WITH &&
);

ALTER TABLE extra_hours ADD CONSTRAINT extra_hours_are_apart EXCLUDE USING gist (
  assistant_id WITH =,
  on_date WITH =,
  timerange(starts_at, ends_at) WITH &&
);
