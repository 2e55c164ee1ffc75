-- Hours beside the weekly ones, on one date: an evening that somebody takes on. Wall-clock time, as the weekly hours are.
CREATE TABLE extra_hours (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  assistant_id uuid NOT NULL CONSTRAINT extra_hours_of_assistant REFERENCES assistant ON DELETE CASCADE,
  on_date date NOT NULL,
  starts_at time NOT NULL,
  ends_at time NOT NULL,
  CONSTRAINT extra_hours_are_ordered CHECK (starts_at < ends_at)
);
CREATE INDEX extra_hours_by_assistant_and_date ON extra_hours (assistant_id, on_date);

-- Absence that recurs is one row for each time, held together by its series.
ALTER TABLE absence ADD COLUMN series_id uuid;
CREATE INDEX absence_by_series ON absence (series_id) WHERE series_id IS NOT NULL;
