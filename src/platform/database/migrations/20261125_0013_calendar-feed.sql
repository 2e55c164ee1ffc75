-- The calendar that somebody's own calendar program fetches: whoever holds its address may read it, so only a hash of the
-- secret is kept. One for each account; a new one takes the place of the old.
CREATE TABLE calendar_feed (
  account_id uuid PRIMARY KEY CONSTRAINT calendar_feed_of_account REFERENCES account ON DELETE CASCADE,
  token_hash bytea NOT NULL CONSTRAINT calendar_feed_token_is_unique UNIQUE
    CONSTRAINT calendar_feed_token_is_sha256 CHECK (octet_length(token_hash) = 32),
  created_at timestamptz NOT NULL
);

-- Whoever is switched off has no calendar either, and does not get the old one back when switched on again.
CREATE FUNCTION end_calendar_feed_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM calendar_feed WHERE account_id = NEW.id;
  RETURN NEW;
END
$$;
CREATE TRIGGER disabled_account_has_no_calendar_feed AFTER UPDATE OF disabled_at ON account
  FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL)
  EXECUTE FUNCTION end_calendar_feed_of_account();
