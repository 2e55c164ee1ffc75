CREATE TABLE assistant (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT assistant_of_district REFERENCES district,
  name text NOT NULL,
  email text NOT NULL,
  working_share numeric(3, 2) NOT NULL DEFAULT 1 CONSTRAINT working_share_is_a_share CHECK (working_share > 0 AND working_share <= 1),
  employed_from date NOT NULL,
  employed_until date,
  name_is_public boolean NOT NULL DEFAULT false,
  CONSTRAINT assistant_is_of_one_district UNIQUE (id, district_id),
  CONSTRAINT assistant_email_once_in_district UNIQUE (district_id, email)
);
