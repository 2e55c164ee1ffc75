-- Who changed what, in their own words and as it stood before and after. Written with the change and never altered.
CREATE TABLE change_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- None where it belongs to no district.
  district_id uuid CONSTRAINT change_log_of_district REFERENCES district,
  at timestamptz NOT NULL,
  -- No foreign key: the entry stays when the account is gone.
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  act text NOT NULL,
  before jsonb NOT NULL DEFAULT '{}',
  after jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX change_log_by_subject ON change_log (subject, subject_id, id);

CREATE FUNCTION refuse_to_alter_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What has been written in % is not altered', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER change_log_is_never_altered BEFORE UPDATE OR DELETE ON change_log
  FOR EACH ROW EXECUTE FUNCTION refuse_to_alter_history();
