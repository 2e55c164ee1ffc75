-- When somebody signed in last, told to the coordinator of the district: sessions themselves are removed when they end.
ALTER TABLE account ADD COLUMN last_signed_in_at timestamptz;
UPDATE account a SET last_signed_in_at = (SELECT max(s.created_at) FROM session s WHERE s.account_id = a.id);

ALTER TABLE assistant ADD CONSTRAINT employment_is_ordered CHECK (employed_until IS NULL OR employed_from <= employed_until);
