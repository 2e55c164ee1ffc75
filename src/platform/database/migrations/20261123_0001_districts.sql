-- Constraints over ranges (who is where, when) need equality and overlap in one index.
CREATE EXTENSION IF NOT EXISTS btree_gist;
-- Schools are found without regard to accents: "rala" finds Rålambshovsskolan.
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TABLE district (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL CONSTRAINT district_slug_is_unique UNIQUE CONSTRAINT district_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text NOT NULL,
  office_name_sv text NOT NULL,
  office_name_en text NOT NULL,
  board_name text NOT NULL,
  phone text NOT NULL,
  phone_hours_sv text NOT NULL,
  phone_hours_en text NOT NULL,
  email text NOT NULL,
  concern_report_url text NOT NULL
);

CREATE TABLE district_rules (
  district_id uuid PRIMARY KEY CONSTRAINT district_rules_of_district REFERENCES district ON DELETE CASCADE,
  lead_time_working_days integer NOT NULL DEFAULT 10 CONSTRAINT lead_time_is_sane CHECK (lead_time_working_days BETWEEN 0 AND 60),
  change_cutoff_working_days integer NOT NULL DEFAULT 2 CONSTRAINT change_cutoff_is_sane CHECK (change_cutoff_working_days BETWEEN 0 AND 60),
  start_grid_minutes integer NOT NULL DEFAULT 30 CONSTRAINT start_grid_divides_the_hour CHECK (start_grid_minutes IN (5, 10, 15, 20, 30, 60)),
  margin_before_minutes integer NOT NULL DEFAULT 15 CONSTRAINT margin_before_is_sane CHECK (margin_before_minutes BETWEEN 0 AND 180),
  margin_after_minutes integer NOT NULL DEFAULT 15 CONSTRAINT margin_after_is_sane CHECK (margin_after_minutes BETWEEN 0 AND 180),
  people_needed integer NOT NULL DEFAULT 2 CONSTRAINT people_needed_is_sane CHECK (people_needed BETWEEN 1 AND 10),
  group_smallest integer NOT NULL DEFAULT 10,
  group_largest integer NOT NULL DEFAULT 32,
  coming_bookings_per_school_and_term integer NOT NULL DEFAULT 6 CONSTRAINT coming_bookings_is_sane CHECK (coming_bookings_per_school_and_term >= 0),
  hold_minutes integer NOT NULL DEFAULT 10 CONSTRAINT hold_is_sane CHECK (hold_minutes BETWEEN 1 AND 60),
  CONSTRAINT group_sizes_are_ordered CHECK (1 <= group_smallest AND group_smallest <= group_largest)
);

CREATE TABLE bookable_hours (
  district_id uuid NOT NULL CONSTRAINT bookable_hours_of_district REFERENCES district ON DELETE CASCADE,
  audience text NOT NULL CONSTRAINT bookable_hours_audience_is_known CHECK (audience IN ('students', 'guardians', 'schoolStaff', 'schoolLeaders')),
  opens_at time NOT NULL,
  closes_at time NOT NULL,
  no_start_from time,
  no_start_until time,
  PRIMARY KEY (district_id, audience),
  CONSTRAINT bookable_hours_are_ordered CHECK (opens_at < closes_at),
  CONSTRAINT no_start_is_whole CHECK ((no_start_from IS NULL) = (no_start_until IS NULL) AND (no_start_from IS NULL OR no_start_from < no_start_until))
);

CREATE TABLE school_year (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT school_year_of_district REFERENCES district ON DELETE CASCADE,
  label text NOT NULL,
  confirmed boolean NOT NULL DEFAULT false,
  CONSTRAINT school_year_once_in_district UNIQUE (district_id, label)
);

CREATE TABLE term (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT term_of_district REFERENCES district ON DELETE CASCADE,
  school_year_id uuid NOT NULL CONSTRAINT term_of_school_year REFERENCES school_year ON DELETE CASCADE,
  season text NOT NULL CONSTRAINT term_season_is_known CHECK (season IN ('autumn', 'spring')),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  CONSTRAINT term_is_ordered CHECK (starts_on <= ends_on),
  CONSTRAINT term_once_in_school_year UNIQUE (school_year_id, season),
  CONSTRAINT terms_never_overlap EXCLUDE USING gist (district_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);

CREATE TABLE school_break (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT school_break_of_district REFERENCES district ON DELETE CASCADE,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  CONSTRAINT school_break_is_ordered CHECK (starts_on <= ends_on),
  CONSTRAINT school_break_once_in_district UNIQUE (district_id, starts_on, ends_on)
);
