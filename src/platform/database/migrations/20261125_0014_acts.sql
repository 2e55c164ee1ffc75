-- What a coordinator does to a booking, and undoes while its mails have not left.

-- Who of the staff did it; none for a school and for what happens by itself.
ALTER TABLE booking_event ADD COLUMN account_id uuid;
UPDATE booking_event SET account_id = (details->>'accountId')::uuid WHERE details ? 'accountId';

-- A visit that takes the place of one that the district cancelled; each is replaced once.
ALTER TABLE booking
  ADD COLUMN replaces_booking_id uuid CONSTRAINT booking_is_replaced_once UNIQUE,
  ADD CONSTRAINT booking_replaces_one_of_the_district FOREIGN KEY (replaces_booking_id, district_id) REFERENCES booking (id, district_id);

-- What a coordinator says to the school when moving a visit; shown in that mail.
ALTER TABLE booking_text ADD COLUMN move_note text NOT NULL DEFAULT '';

-- What colleagues tell each other of a booking. A note that is removed leaves who and when behind, and no word.
CREATE TABLE booking_note (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  booking_id uuid NOT NULL CONSTRAINT booking_note_of_booking REFERENCES booking ON DELETE CASCADE,
  text text CONSTRAINT booking_note_is_short CHECK (char_length(text) BETWEEN 1 AND 1000),
  -- No foreign key: the note stays when the account is gone.
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  written_at timestamptz NOT NULL,
  removed_at timestamptz,
  removed_by text,
  CONSTRAINT booking_note_is_there_or_removed CHECK ((text IS NULL) = (removed_at IS NOT NULL AND removed_by IS NOT NULL))
);
CREATE INDEX booking_note_by_booking ON booking_note (booking_id, written_at);

-- An act that can still be undone, with what stood before it. One per booking: the next act ends it.
CREATE TABLE undoable_act (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  -- What one press did is undone by one press.
  batch_id uuid NOT NULL,
  booking_id uuid NOT NULL CONSTRAINT undoable_act_is_the_last_of_a_booking UNIQUE,
  district_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT undoable_act_kind_is_known CHECK (kind IN ('cancelled', 'moved', 'restaffed')),
  made_version integer NOT NULL,
  before jsonb NOT NULL,
  done_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT undoable_act_of_booking FOREIGN KEY (booking_id, district_id) REFERENCES booking (id, district_id) ON DELETE CASCADE,
  CONSTRAINT undoable_act_lasts_a_while CHECK (done_at < until)
);
CREATE INDEX undoable_act_by_batch ON undoable_act (batch_id);
CREATE INDEX undoable_act_by_until ON undoable_act (until);

-- Time that an act gave back is kept for its undoing. Such a row names the act and no booking, so that nobody who asks
-- who goes on a visit counts it.
ALTER TABLE occupied_time
  ADD COLUMN undo_act_id uuid CONSTRAINT occupied_time_of_undoable_act REFERENCES undoable_act ON DELETE CASCADE,
  DROP CONSTRAINT occupied_kind_is_known,
  DROP CONSTRAINT occupied_is_a_hold_or_a_booking,
  ADD CONSTRAINT occupied_kind_is_known CHECK (kind IN ('hold', 'preliminary', 'confirmed', 'undo')),
  ADD CONSTRAINT occupied_is_a_hold_or_a_booking CHECK (
    CASE kind WHEN 'hold' THEN draft_id IS NOT NULL AND hold_until IS NOT NULL AND booking_id IS NULL AND undo_act_id IS NULL
              WHEN 'undo' THEN undo_act_id IS NOT NULL AND hold_until IS NOT NULL AND booking_id IS NULL AND draft_id IS NULL
              ELSE booking_id IS NOT NULL AND draft_id IS NULL AND hold_until IS NULL AND undo_act_id IS NULL END);
DROP INDEX occupied_by_hold_until;
CREATE INDEX occupied_by_hold_until ON occupied_time (hold_until) WHERE hold_until IS NOT NULL;
CREATE INDEX occupied_by_undoable_act ON occupied_time (undo_act_id) WHERE undo_act_id IS NOT NULL;
