-- What an evening weighs in the load of whoever takes it: 100 is as much as the same minutes by day.
ALTER TABLE district_rules ADD COLUMN evening_load_percent integer NOT NULL DEFAULT 100
  CONSTRAINT evening_load_is_sane CHECK (evening_load_percent BETWEEN 100 AND 300);

-- Whoever leads a lecture goes first on it, where free.
ALTER TABLE lecture ADD COLUMN lead_assistant_id uuid;
ALTER TABLE lecture ADD CONSTRAINT lecture_lead_is_of_the_district
  FOREIGN KEY (lead_assistant_id, district_id) REFERENCES assistant (id, district_id) ON DELETE SET NULL (lead_assistant_id);

-- Who is kept for a school: asked first there, as long as nobody falls behind by it.
CREATE TABLE school_preference (
  assistant_id uuid NOT NULL,
  school_id uuid NOT NULL,
  district_id uuid NOT NULL,
  PRIMARY KEY (school_id, assistant_id),
  CONSTRAINT preferred_assistant_is_of_the_district FOREIGN KEY (assistant_id, district_id) REFERENCES assistant (id, district_id) ON DELETE CASCADE,
  CONSTRAINT preferring_school_is_of_the_district FOREIGN KEY (school_id, district_id) REFERENCES school_district (school_id, district_id) ON DELETE CASCADE
);
