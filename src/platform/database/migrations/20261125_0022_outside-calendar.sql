-- A calendar of a fältassistent's own that stands elsewhere, such as Outlook: read to know when they are taken. Its
-- address is a secret of theirs, and is kept sealed. next_try_at is also the lease of the worker that reads it.
CREATE TABLE outside_calendar (
  assistant_id uuid PRIMARY KEY CONSTRAINT outside_calendar_of_assistant REFERENCES assistant ON DELETE CASCADE,
  sealed_address bytea NOT NULL,
  host text NOT NULL,
  entered_at timestamptz NOT NULL,
  asked_at timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL,
  tried_at timestamptz,
  -- What the server said of the file that the times are from, and when they were worked out from it.
  etag text,
  last_modified text,
  worked_out_at timestamptz,
  last_read_at timestamptz,
  -- Since when it cannot be read, why, and how often it was tried in vain; nothing of it where it can.
  broken_since timestamptz,
  fault text CONSTRAINT outside_fault_is_known CHECK (fault IN ('refused', 'unreachable', 'tooSlow', 'tooLarge', 'movedElsewhere', 'notShared', 'unexpected', 'noCalendar', 'sealLost')),
  failures integer NOT NULL DEFAULT 0,
  events_left_out integer NOT NULL DEFAULT 0,
  zones_guessed integer NOT NULL DEFAULT 0,
  is_cut boolean NOT NULL DEFAULT false,
  CONSTRAINT outside_fault_has_a_beginning CHECK ((fault IS NULL) = (broken_since IS NULL) AND (fault IS NULL) = (failures = 0))
);
CREATE INDEX outside_calendar_by_next_try ON outside_calendar (next_try_at);

-- When they are taken, and nothing else: no title, no place, nobody's name.
CREATE TABLE outside_busy (
  assistant_id uuid NOT NULL CONSTRAINT outside_busy_of_calendar REFERENCES outside_calendar ON DELETE CASCADE,
  period tstzrange NOT NULL,
  CONSTRAINT outside_busy_is_a_period CHECK (NOT isempty(period) AND lower_inc(period) AND NOT upper_inc(period) AND NOT lower_inf(period) AND NOT upper_inf(period)),
  CONSTRAINT outside_busy_is_apart EXCLUDE USING gist (assistant_id WITH =, period WITH &&)
);

-- Whoever is switched off has no calendar read either.
CREATE FUNCTION end_outside_calendar_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM outside_calendar WHERE assistant_id = NEW.assistant_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER disabled_account_has_no_outside_calendar AFTER UPDATE OF disabled_at ON account
  FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL)
  EXECUTE FUNCTION end_outside_calendar_of_account();
