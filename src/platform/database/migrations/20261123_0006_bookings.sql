CREATE TABLE booking (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  reference text NOT NULL CONSTRAINT booking_reference_is_unique UNIQUE,
  district_id uuid NOT NULL CONSTRAINT booking_of_district REFERENCES district,
  lecture_id uuid NOT NULL,
  school_id uuid,
  unlisted_school_name text,
  unlisted_school_street text,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  people_needed integer NOT NULL,
  grade text,
  class_name text NOT NULL,
  pupils integer NOT NULL CONSTRAINT pupils_is_positive CHECK (pupils > 0),
  status text NOT NULL CONSTRAINT booking_status_is_known CHECK (status IN ('preliminary', 'confirmed', 'cancelled', 'held', 'notHeld')),
  is_known_sender boolean NOT NULL,
  language text NOT NULL CONSTRAINT booking_language_is_known CHECK (language IN ('sv', 'en')),
  version integer NOT NULL DEFAULT 1,
  state_version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  confirm_before timestamptz,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text CONSTRAINT cancelled_by_is_known CHECK (cancelled_by IN ('school', 'district', 'lapse')),
  cancel_reason text,
  pupils_present integer CONSTRAINT pupils_present_is_not_negative CHECK (pupils_present >= 0),
  CONSTRAINT booking_is_of_one_district UNIQUE (id, district_id),
  CONSTRAINT booking_lecture_is_of_the_district FOREIGN KEY (lecture_id, district_id) REFERENCES lecture (id, district_id),
  CONSTRAINT booking_school_is_of_the_district FOREIGN KEY (school_id, district_id) REFERENCES school_district (school_id, district_id),
  CONSTRAINT booking_has_one_school CHECK ((school_id IS NULL) <> (unlisted_school_name IS NULL)),
  CONSTRAINT booking_state_is_not_ahead CHECK (1 <= state_version AND state_version <= version),
  CONSTRAINT booking_times_are_ordered CHECK (starts_at < ends_at),
  CONSTRAINT preliminary_has_a_limit CHECK (status <> 'preliminary' OR confirm_before IS NOT NULL),
  CONSTRAINT cancelled_tells_by_whom CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL))
);
CREATE INDEX booking_by_district_and_start ON booking (district_id, starts_at);
CREATE INDEX booking_by_school_and_start ON booking (school_id, starts_at);
CREATE INDEX booking_preliminary_by_limit ON booking (confirm_before) WHERE status = 'preliminary';

-- Personal data and free text stand apart from the booking, so that they can be erased and the figures stay.
CREATE TABLE booking_contact (
  booking_id uuid PRIMARY KEY CONSTRAINT booking_contact_of_booking REFERENCES booking ON DELETE CASCADE,
  name text NOT NULL,
  role text NOT NULL DEFAULT '',
  email text NOT NULL,
  phone text NOT NULL,
  on_site_name text,
  on_site_phone text
);
CREATE INDEX booking_contact_by_email ON booking_contact (lower(email));

CREATE TABLE booking_text (
  booking_id uuid PRIMARY KEY CONSTRAINT booking_text_of_booking REFERENCES booking ON DELETE CASCADE,
  room text NOT NULL DEFAULT '',
  needs text[] NOT NULL DEFAULT '{}',
  message text NOT NULL DEFAULT '',
  cancel_note text NOT NULL DEFAULT ''
);

CREATE TABLE booking_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  booking_id uuid NOT NULL CONSTRAINT booking_event_of_booking REFERENCES booking ON DELETE CASCADE,
  kind text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX booking_event_by_booking ON booking_event (booking_id, id);

-- The answers of a form that is being filled in: on the server, never in the address or in hidden fields.
CREATE TABLE draft (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  secret_hash bytea NOT NULL CONSTRAINT draft_secret_is_unique UNIQUE,
  district_id uuid NOT NULL CONSTRAINT draft_of_district REFERENCES district ON DELETE CASCADE,
  answers jsonb NOT NULL DEFAULT '{}',
  network_key text NOT NULL,
  hold_renewed boolean NOT NULL DEFAULT false,
  booking_id uuid CONSTRAINT draft_became_booking REFERENCES booking ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX draft_by_expiry ON draft (expires_at);
CREATE INDEX draft_by_network ON draft (network_key);

-- Who is taken when. Whatever takes time of an assistant (a hold, a preliminary or a confirmed booking) is a row here,
-- and goes when it no longer does. The two exclusion constraints are the promise "no double booking, ever".
CREATE TABLE occupied_time (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL,
  assistant_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT occupied_kind_is_known CHECK (kind IN ('hold', 'preliminary', 'confirmed')),
  lecture tstzrange NOT NULL,
  occupied tstzrange NOT NULL,
  overrides_margins boolean NOT NULL DEFAULT false,
  booking_id uuid,
  draft_id uuid CONSTRAINT occupied_time_of_draft REFERENCES draft ON DELETE CASCADE,
  hold_until timestamptz,
  chosen_because jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT occupied_assistant_is_of_the_district FOREIGN KEY (assistant_id, district_id) REFERENCES assistant (id, district_id),
  CONSTRAINT occupied_booking_is_of_the_district FOREIGN KEY (booking_id, district_id) REFERENCES booking (id, district_id) ON DELETE CASCADE,
  CONSTRAINT occupied_is_a_hold_or_a_booking CHECK (
    CASE WHEN kind = 'hold' THEN draft_id IS NOT NULL AND hold_until IS NOT NULL AND booking_id IS NULL
         ELSE booking_id IS NOT NULL AND draft_id IS NULL AND hold_until IS NULL END),
  CONSTRAINT occupied_lecture_is_a_period CHECK (NOT isempty(lecture) AND lower_inc(lecture) AND NOT upper_inc(lecture) AND NOT lower_inf(lecture) AND NOT upper_inf(lecture)),
  CONSTRAINT occupied_holds_the_lecture CHECK (lecture <@ occupied AND lower_inc(occupied) AND NOT upper_inc(occupied) AND NOT lower_inf(occupied) AND NOT upper_inf(occupied)),
  CONSTRAINT assistant_is_once_in_a_booking UNIQUE (booking_id, assistant_id),
  CONSTRAINT assistant_is_never_in_two_lectures EXCLUDE USING gist (assistant_id WITH =, lecture WITH &&),
  CONSTRAINT assistant_keeps_the_margins EXCLUDE USING gist (assistant_id WITH =, occupied WITH &&) WHERE (NOT overrides_margins)
);
CREATE INDEX occupied_by_draft ON occupied_time (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX occupied_by_hold_until ON occupied_time (hold_until) WHERE kind = 'hold';

-- The same submit twice gives one booking: the key of a form or of an API call, bound to a hash of its content.
CREATE TABLE booking_request (
  key text PRIMARY KEY,
  content_hash bytea NOT NULL,
  booking_id uuid NOT NULL CONSTRAINT booking_request_of_booking REFERENCES booking ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
CREATE INDEX booking_request_by_time ON booking_request (created_at);

-- Secret links: only their hashes are kept, so that a copy of the database opens nothing.
CREATE TABLE access_link (
  token_hash bytea PRIMARY KEY,
  booking_id uuid NOT NULL CONSTRAINT access_link_of_booking REFERENCES booking ON DELETE CASCADE,
  purpose text NOT NULL CONSTRAINT access_link_purpose_is_known CHECK (purpose IN ('manage', 'receipt')),
  -- The address it was mailed to, as a hash; none for a link that was handed out on the page or by the API.
  mailed_to bytea,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX access_link_by_booking ON access_link (booking_id);

-- Addresses that have pressed one of our links; kept as hashes, as only the comparison is needed.
CREATE TABLE proven_address (
  district_id uuid NOT NULL CONSTRAINT proven_address_of_district REFERENCES district ON DELETE CASCADE,
  email_hash bytea NOT NULL,
  proven_at timestamptz NOT NULL,
  PRIMARY KEY (district_id, email_hash)
);

-- Every lock of a booking in one call and in one order; bookings/locks.ts tells why.
CREATE FUNCTION lock_for_booking(school_key text, address_key text, assistant_ids uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(school_key, 0));
  PERFORM pg_advisory_xact_lock(hashtextextended(address_key, 0));
  PERFORM 1 FROM assistant WHERE id = ANY (assistant_ids) ORDER BY id FOR SHARE;
END
$$;
