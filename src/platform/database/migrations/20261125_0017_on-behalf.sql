-- Who made a booking, and which rules a coordinator set aside for it and why.
ALTER TABLE booking
  ADD COLUMN made_by text NOT NULL DEFAULT 'school' CONSTRAINT made_by_is_known CHECK (made_by IN ('school', 'district')),
  ADD COLUMN overridden_rules text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT only_the_district_overrides CHECK (overridden_rules = '{}' OR made_by = 'district');
ALTER TABLE booking_text ADD COLUMN override_reason text NOT NULL DEFAULT '';
