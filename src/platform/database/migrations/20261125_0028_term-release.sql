-- When schools can begin to book the times of a term; at once where it says nothing.
ALTER TABLE term ADD COLUMN released_at timestamptz;
