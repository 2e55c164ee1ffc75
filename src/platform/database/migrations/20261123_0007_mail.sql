-- The promise of a mail: written in the transaction that makes it due, so that neither queue nor mail server can lose it.
CREATE TABLE owed_mail (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT owed_mail_of_district REFERENCES district,
  subject_id uuid NOT NULL,
  subject_version integer NOT NULL,
  kind text NOT NULL,
  recipient text NOT NULL,
  dedupe_key text NOT NULL CONSTRAINT owed_mail_is_owed_once UNIQUE,
  message_id text NOT NULL CONSTRAINT owed_mail_message_id_is_unique UNIQUE,
  state text NOT NULL DEFAULT 'pending' CONSTRAINT owed_mail_state_is_known CHECK (state IN ('pending', 'sending', 'retry', 'accepted', 'failed', 'suppressed')),
  -- When the receiver should have had it: from here on it is late. due_at is when it is tried next.
  wanted_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  may_be_duplicate boolean NOT NULL DEFAULT false,
  last_answer text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT owed_mail_sending_has_a_lease CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CONSTRAINT owed_mail_is_settled_once CHECK ((state IN ('accepted', 'failed', 'suppressed')) = (settled_at IS NOT NULL))
);
CREATE INDEX owed_mail_waiting_by_due ON owed_mail (due_at) WHERE state IN ('pending', 'retry');
CREATE INDEX owed_mail_leased_by_end ON owed_mail (lease_until) WHERE state = 'sending';
CREATE INDEX owed_mail_by_subject ON owed_mail (subject_id);

-- Where the mails of a demonstration end up, shown under /dev/inbox. Always empty in an installation.
CREATE TABLE demonstration_mail (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  message_id text NOT NULL,
  sender text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  body_text text NOT NULL,
  body_html text NOT NULL,
  calendar text,
  received_at timestamptz NOT NULL
);
CREATE INDEX demonstration_mail_by_time ON demonstration_mail (received_at DESC);
