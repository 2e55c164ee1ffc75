-- Addresses that are at none of the schools' domains and that a coordinator has accepted: known from then on. Whether
-- their owners have shown that they are theirs is another thing (proven_address). Kept as hashes for the same reason.
CREATE TABLE accepted_sender (
  district_id uuid NOT NULL CONSTRAINT accepted_sender_of_district REFERENCES district ON DELETE CASCADE,
  email_hash bytea NOT NULL,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (district_id, email_hash)
);
