-- When the lessons of a school begin. Where a school has told it, visits to its pupils begin with a lesson.
CREATE TABLE school_bell_time (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  school_id uuid NOT NULL CONSTRAINT bell_time_of_school REFERENCES school ON DELETE CASCADE,
  -- None: every day that has no times of its own.
  weekday integer CONSTRAINT bell_time_weekday_is_iso CHECK (weekday BETWEEN 1 AND 7),
  starts_at time NOT NULL,
  CONSTRAINT bell_time_once_in_a_day UNIQUE NULLS NOT DISTINCT (school_id, weekday, starts_at)
);
