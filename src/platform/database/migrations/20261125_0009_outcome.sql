-- How a visit went: heads counted where it was held, and by whom it failed where it was not.
ALTER TABLE booking
  ADD COLUMN not_held_by text CONSTRAINT not_held_by_is_known CHECK (not_held_by IN ('school', 'district', 'noShow')),
  ADD CONSTRAINT not_held_tells_by_whom CHECK ((status = 'notHeld') = (not_held_by IS NOT NULL)),
  ADD CONSTRAINT held_counts_heads CHECK ((status = 'held') = (pupils_present IS NOT NULL));
