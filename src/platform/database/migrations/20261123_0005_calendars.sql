-- Wall-clock time on purpose: kl. 9 stays kl. 9 when the clocks change.
CREATE TABLE weekly_hours (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  assistant_id uuid NOT NULL CONSTRAINT weekly_hours_of_assistant REFERENCES assistant ON DELETE CASCADE,
  weekday integer NOT NULL CONSTRAINT weekday_is_iso CHECK (weekday BETWEEN 1 AND 7),
  starts_at time NOT NULL,
  ends_at time NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  CONSTRAINT weekly_hours_are_ordered CHECK (starts_at < ends_at),
  CONSTRAINT weekly_hours_validity_is_ordered CHECK (valid_until IS NULL OR valid_from <= valid_until)
);
CREATE INDEX weekly_hours_by_assistant ON weekly_hours (assistant_id);

CREATE TABLE absence (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  assistant_id uuid NOT NULL CONSTRAINT absence_of_assistant REFERENCES assistant ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT absence_kind_is_known CHECK (kind IN ('holiday', 'illness', 'training', 'otherDuty')),
  period tstzrange NOT NULL,
  CONSTRAINT absence_is_a_period CHECK (NOT isempty(period) AND lower_inc(period) AND NOT upper_inc(period) AND NOT lower_inf(period) AND NOT upper_inf(period))
);
CREATE INDEX absence_by_assistant_and_period ON absence USING gist (assistant_id, period);

-- Bookings hold their people's rows FOR SHARE while they look at absences: whoever enters one waits for them, and they for it.
CREATE FUNCTION lock_absent_assistant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM assistant WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  RETURN NEW;
END
$$;
CREATE TRIGGER absence_waits_for_bookings BEFORE INSERT OR UPDATE ON absence
  FOR EACH ROW EXECUTE FUNCTION lock_absent_assistant();
