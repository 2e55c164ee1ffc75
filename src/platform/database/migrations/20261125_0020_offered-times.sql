-- Times that a coordinator keeps for the school of a visit that has to move, while they are on the telephone. Rows like
-- any hold, under the same constraints; they name the visit, lapse, and go when anything is done to it.
ALTER TABLE occupied_time
  ADD COLUMN offered_booking_id uuid,
  ADD CONSTRAINT occupied_offer_is_of_the_district FOREIGN KEY (offered_booking_id, district_id) REFERENCES booking (id, district_id) ON DELETE CASCADE,
  DROP CONSTRAINT occupied_kind_is_known,
  DROP CONSTRAINT occupied_is_a_hold_or_a_booking,
  ADD CONSTRAINT occupied_kind_is_known CHECK (kind IN ('hold', 'preliminary', 'confirmed', 'undo', 'offer')),
  ADD CONSTRAINT occupied_is_a_hold_or_a_booking CHECK (
    CASE kind WHEN 'hold' THEN draft_id IS NOT NULL AND hold_until IS NOT NULL AND booking_id IS NULL AND undo_act_id IS NULL AND offered_booking_id IS NULL
              WHEN 'undo' THEN undo_act_id IS NOT NULL AND hold_until IS NOT NULL AND booking_id IS NULL AND draft_id IS NULL AND offered_booking_id IS NULL
              WHEN 'offer' THEN offered_booking_id IS NOT NULL AND hold_until IS NOT NULL AND booking_id IS NULL AND draft_id IS NULL AND undo_act_id IS NULL
              ELSE booking_id IS NOT NULL AND draft_id IS NULL AND hold_until IS NULL AND undo_act_id IS NULL AND offered_booking_id IS NULL END);
CREATE INDEX occupied_by_offered_booking ON occupied_time (offered_booking_id) WHERE offered_booking_id IS NOT NULL;
