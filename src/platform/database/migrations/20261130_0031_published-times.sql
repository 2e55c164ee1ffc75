-- Times that a coordinator publishes, beside or instead of those that are computed.

ALTER TABLE lecture
  ADD COLUMN times_from text NOT NULL DEFAULT 'computed'
    CONSTRAINT lecture_times_from_is_known CHECK (times_from IN ('computed', 'published', 'both'));

CREATE TABLE published_time (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT published_time_of_district REFERENCES district,
  -- None: for every lecture on offer whose times may be published ones.
  lecture_id uuid,
  starts_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT published_time_is_of_one_district UNIQUE (id, district_id),
  CONSTRAINT published_lecture_is_of_the_district FOREIGN KEY (lecture_id, district_id) REFERENCES lecture (id, district_id)
);
CREATE INDEX published_time_by_district_and_start ON published_time (district_id, starts_at);

-- Who goes, whoever books it; and what is kept of their time for it, in the form in which visits are (occupied_time).
CREATE TABLE published_time_person (
  published_time_id uuid NOT NULL,
  assistant_id uuid NOT NULL,
  district_id uuid NOT NULL,
  lecture tstzrange NOT NULL,
  occupied tstzrange NOT NULL,
  PRIMARY KEY (published_time_id, assistant_id),
  CONSTRAINT published_person_of_a_time FOREIGN KEY (published_time_id, district_id)
    REFERENCES published_time (id, district_id) ON DELETE CASCADE,
  CONSTRAINT published_person_is_of_the_district FOREIGN KEY (assistant_id, district_id)
    REFERENCES assistant (id, district_id) ON DELETE CASCADE,
  CONSTRAINT published_person_has_the_lecture_kept CHECK (
    NOT isempty(lecture) AND lecture <@ occupied AND lower_inc(lecture) AND NOT upper_inc(lecture)
    AND lower_inc(occupied) AND NOT upper_inc(occupied) AND NOT lower_inf(occupied) AND NOT upper_inf(occupied)),
  -- Two that were kept closer together would stand in each other's way, and neither could be booked.
  CONSTRAINT published_person_is_kept_for_one_time EXCLUDE USING gist (assistant_id WITH =, occupied WITH &&)
);

-- A published time becomes one booking, and is there again when that one is cancelled or moved away from it.
ALTER TABLE booking
  ADD COLUMN published_time_id uuid CONSTRAINT published_time_is_booked_once UNIQUE,
  ADD CONSTRAINT booking_published_time_is_of_the_district FOREIGN KEY (published_time_id, district_id)
    REFERENCES published_time (id, district_id) ON DELETE SET NULL (published_time_id);

-- Who takes time for a published time names it, and for what: the booking, the form, or the visit whose school is asked,
-- never two of them. What is kept for the undoing of an act is still for its booking.
ALTER TABLE occupied_time
  ADD COLUMN published_time_id uuid,
  ADD COLUMN published_for uuid,
  ADD CONSTRAINT occupied_published_time_is_for_something CHECK (published_time_id IS NULL OR published_for IS NOT NULL),
  ADD CONSTRAINT occupied_published_time_is_of_the_district FOREIGN KEY (published_time_id, district_id)
    REFERENCES published_time (id, district_id) ON DELETE SET NULL (published_time_id),
  ADD CONSTRAINT published_time_is_taken_once EXCLUDE USING gist (published_time_id WITH =, published_for WITH <>)
    WHERE (published_time_id IS NOT NULL);
