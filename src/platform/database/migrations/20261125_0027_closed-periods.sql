-- The figures of a period as a board has read them: what is corrected later shows as a difference. A period can be
-- closed again; what was closed stays.
CREATE TABLE closed_period (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT closed_period_of_district REFERENCES district,
  period_key text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  figures jsonb NOT NULL,
  closed_at timestamptz NOT NULL,
  -- No foreign key: what was closed stays when the account is gone.
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  CONSTRAINT closed_period_is_ordered CHECK (starts_on <= ends_on),
  CONSTRAINT closed_period_is_over CHECK (ends_on < (closed_at AT TIME ZONE 'Europe/Stockholm')::date)
);
CREATE INDEX closed_period_by_district_and_key ON closed_period (district_id, period_key, closed_at);

CREATE FUNCTION closed_period_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was closed stays as it was' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER closed_period_stays BEFORE UPDATE OR DELETE ON closed_period
  FOR EACH ROW EXECUTE FUNCTION closed_period_stays();
