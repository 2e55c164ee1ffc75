-- Years of schooling are data with dates: the ten-year grundskola from autumn 2028 moves every year up by one.
CREATE TABLE grade (
  code text PRIMARY KEY,
  position integer NOT NULL,
  label_sv text NOT NULL,
  label_en text NOT NULL,
  valid_from date NOT NULL,
  valid_until date
);

CREATE TABLE school (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  school_unit_code text CONSTRAINT school_unit_code_is_unique UNIQUE CONSTRAINT school_unit_code_is_eight_digits CHECK (school_unit_code ~ '^\d{8}$'),
  register_name text NOT NULL,
  display_name text NOT NULL,
  organizer_type text NOT NULL CONSTRAINT organizer_type_is_known CHECK (organizer_type IN ('municipal', 'independent', 'otherPublic')),
  grades text[] NOT NULL,
  street text NOT NULL DEFAULT '',
  postal_code text NOT NULL DEFAULT '',
  city text NOT NULL DEFAULT '',
  pupil_count integer CONSTRAINT pupil_count_is_positive CHECK (pupil_count >= 0),
  office_email text,
  is_active boolean NOT NULL DEFAULT true
);

-- The register knows nothing of stadsdelar: which district serves a school is our own explicit mapping.
CREATE TABLE school_district (
  school_id uuid PRIMARY KEY CONSTRAINT school_district_of_school REFERENCES school ON DELETE CASCADE,
  district_id uuid NOT NULL CONSTRAINT school_district_of_district REFERENCES district,
  CONSTRAINT school_is_of_one_district UNIQUE (school_id, district_id)
);
CREATE INDEX school_district_by_district ON school_district (district_id);

CREATE TABLE school_closed_days (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  school_id uuid NOT NULL CONSTRAINT closed_days_of_school REFERENCES school ON DELETE CASCADE,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  CONSTRAINT closed_days_are_ordered CHECK (starts_on <= ends_on),
  CONSTRAINT closed_days_once_in_school UNIQUE (school_id, starts_on, ends_on)
);

CREATE TABLE school_email_domain (
  district_id uuid NOT NULL CONSTRAINT email_domain_of_district REFERENCES district ON DELETE CASCADE,
  domain text NOT NULL CONSTRAINT email_domain_is_lower_case CHECK (domain = lower(domain)),
  holder text NOT NULL DEFAULT 'staff' CONSTRAINT email_domain_holder_is_known CHECK (holder IN ('staff', 'pupils')),
  PRIMARY KEY (district_id, domain)
);
