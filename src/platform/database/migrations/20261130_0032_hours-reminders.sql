-- So many weeks before a term begins, people who have entered no hours for it are reminded, and once more a week before.
-- None: nobody is reminded by itself.
ALTER TABLE district_rules
  ADD COLUMN hours_reminder_weeks integer DEFAULT 3
    CONSTRAINT hours_reminder_weeks_are_sane CHECK (hours_reminder_weeks BETWEEN 1 AND 12);

ALTER TABLE school_year ADD CONSTRAINT school_year_is_of_one_district UNIQUE (id, district_id);

-- Who has been reminded of the hours of which term. The terms of a school year are written anew when they are edited: the
-- year and the season name one for good.
CREATE TABLE hours_reminder (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL,
  assistant_id uuid NOT NULL,
  school_year_id uuid NOT NULL,
  season text NOT NULL CONSTRAINT hours_reminder_season_is_known CHECK (season IN ('autumn', 'spring')),
  occasion text NOT NULL CONSTRAINT hours_reminder_occasion_is_known CHECK (occasion IN ('first', 'last', 'byHand')),
  on_date date NOT NULL,
  CONSTRAINT hours_reminder_assistant_is_of_the_district
    FOREIGN KEY (assistant_id, district_id) REFERENCES assistant (id, district_id) ON DELETE CASCADE,
  CONSTRAINT hours_reminder_school_year_is_of_the_district
    FOREIGN KEY (school_year_id, district_id) REFERENCES school_year (id, district_id) ON DELETE CASCADE,
  -- Whatever the occasions: one mail a day is enough.
  CONSTRAINT hours_reminder_once_a_day UNIQUE (assistant_id, school_year_id, season, on_date)
);
CREATE UNIQUE INDEX hours_reminder_once_of_an_occasion
  ON hours_reminder (assistant_id, school_year_id, season, occasion) WHERE occasion <> 'byHand';

-- The language in which somebody signed in last is that of mails to them alone.
ALTER TABLE account
  ADD COLUMN language text NOT NULL DEFAULT 'sv'
    CONSTRAINT account_language_is_known CHECK (language IN ('sv', 'en'));

-- The mails about wishes to hand a visit over are looked for by its booking.
CREATE INDEX handover_by_booking ON handover (booking_id);
