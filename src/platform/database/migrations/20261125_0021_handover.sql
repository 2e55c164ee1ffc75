-- A fältassistent's wish that a colleague goes on a visit in their place, and what came of it. It holds for the time
-- that the visit had when it was asked; the colleague's time is taken only when they accept, under the same constraints.
CREATE TABLE handover (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  booking_id uuid NOT NULL,
  district_id uuid NOT NULL,
  giver_id uuid NOT NULL,
  receiver_id uuid NOT NULL,
  words text NOT NULL DEFAULT '' CONSTRAINT handover_words_are_short CHECK (char_length(words) <= 300),
  starts_at timestamptz NOT NULL,
  asked_at timestamptz NOT NULL,
  settled_at timestamptz,
  outcome text CONSTRAINT handover_outcome_is_known CHECK (outcome IN ('taken', 'declined', 'takenBack', 'lapsed')),
  CONSTRAINT handover_is_settled_with_an_outcome CHECK ((settled_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT handover_is_between_two CHECK (giver_id <> receiver_id),
  CONSTRAINT handover_booking_is_of_the_district FOREIGN KEY (booking_id, district_id) REFERENCES booking (id, district_id) ON DELETE CASCADE,
  CONSTRAINT handover_giver_is_of_the_district FOREIGN KEY (giver_id, district_id) REFERENCES assistant (id, district_id),
  CONSTRAINT handover_receiver_is_of_the_district FOREIGN KEY (receiver_id, district_id) REFERENCES assistant (id, district_id)
);
CREATE UNIQUE INDEX handover_is_open_once ON handover (booking_id, giver_id) WHERE settled_at IS NULL;
CREATE INDEX handover_open_by_receiver ON handover (receiver_id) WHERE settled_at IS NULL;

-- Whether a colleague has to accept a visit that is handed over to them.
ALTER TABLE district_rules ADD COLUMN handover_needs_consent boolean NOT NULL DEFAULT true;
