-- Who may sign in. A password is kept as argon2id and never otherwise; an account without one waits for its invitation.
CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid CONSTRAINT account_of_district REFERENCES district,
  role text NOT NULL CONSTRAINT account_role_is_known CHECK (role IN ('assistant', 'coordinator', 'analyst', 'administrator')),
  assistant_id uuid CONSTRAINT account_of_one_assistant UNIQUE,
  name text NOT NULL,
  email text NOT NULL,
  password_hash text,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz,
  CONSTRAINT account_assistant_is_of_the_district FOREIGN KEY (assistant_id, district_id) REFERENCES assistant (id, district_id),
  CONSTRAINT account_role_has_its_place CHECK (
    CASE role WHEN 'assistant' THEN district_id IS NOT NULL AND assistant_id IS NOT NULL
              WHEN 'coordinator' THEN district_id IS NOT NULL
              ELSE district_id IS NULL AND assistant_id IS NULL END)
);
CREATE UNIQUE INDEX account_email_is_unique ON account (lower(email));

-- A browser that is signed in. Only the hash of its secret is kept, so that a copy of the database opens nothing.
CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  token_hash bytea NOT NULL CONSTRAINT session_token_is_unique UNIQUE,
  account_id uuid NOT NULL CONSTRAINT session_of_account REFERENCES account ON DELETE CASCADE,
  device text NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expiry ON session (expires_at);

-- Whoever is switched off is signed out in the same moment, whatever switches them off.
CREATE FUNCTION end_sessions_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM session WHERE account_id = NEW.id;
  DELETE FROM account_link WHERE account_id = NEW.id;
  RETURN NEW;
END
$$;
CREATE TRIGGER disabled_account_is_signed_out AFTER UPDATE OF disabled_at ON account
  FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL) EXECUTE FUNCTION end_sessions_of_account();

-- Mailed once, used once: to choose the first password or a new one.
CREATE TABLE account_link (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT account_link_of_account REFERENCES account ON DELETE CASCADE,
  purpose text NOT NULL CONSTRAINT account_link_purpose_is_known CHECK (purpose IN ('invitation', 'reset')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX account_link_by_account ON account_link (account_id);

-- Failed sign-ins, by keyed digests of the account's address and of the network's: what the limits count.
CREATE TABLE sign_in_failure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email_key text NOT NULL,
  network_key text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_by_email ON sign_in_failure (email_key, at);
CREATE INDEX sign_in_failure_by_network ON sign_in_failure (network_key, at);
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (at);

-- A mail to somebody who belongs to no district (an administrator).
ALTER TABLE owed_mail ALTER COLUMN district_id DROP NOT NULL;
