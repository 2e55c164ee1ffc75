CREATE TABLE lecture (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  district_id uuid NOT NULL CONSTRAINT lecture_of_district REFERENCES district,
  slug text NOT NULL CONSTRAINT lecture_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  audience text NOT NULL CONSTRAINT lecture_audience_is_known CHECK (audience IN ('students', 'guardians', 'schoolStaff', 'schoolLeaders')),
  grades text[] NOT NULL DEFAULT '{}',
  topics text[] NOT NULL DEFAULT '{}',
  minutes integer NOT NULL CONSTRAINT lecture_length_is_sane CHECK (minutes BETWEEN 10 AND 480),
  session_count integer NOT NULL DEFAULT 1 CONSTRAINT session_count_is_sane CHECK (session_count BETWEEN 1 AND 20),
  people_needed integer CONSTRAINT lecture_people_needed_is_sane CHECK (people_needed BETWEEN 1 AND 10),
  group_smallest integer,
  group_largest integer,
  texts jsonb NOT NULL,
  position integer NOT NULL DEFAULT 0,
  is_published boolean NOT NULL DEFAULT true,
  CONSTRAINT lecture_is_of_one_district UNIQUE (id, district_id),
  CONSTRAINT lecture_slug_once_in_district UNIQUE (district_id, slug),
  CONSTRAINT lecture_group_sizes_are_ordered CHECK (group_smallest IS NULL OR group_largest IS NULL OR (1 <= group_smallest AND group_smallest <= group_largest)),
  CONSTRAINT lecture_for_students_has_grades CHECK (audience <> 'students' OR cardinality(grades) > 0)
);

CREATE TABLE lecture_qualification (
  lecture_id uuid NOT NULL,
  assistant_id uuid NOT NULL,
  district_id uuid NOT NULL,
  PRIMARY KEY (lecture_id, assistant_id),
  CONSTRAINT qualification_lecture_is_of_the_district FOREIGN KEY (lecture_id, district_id) REFERENCES lecture (id, district_id) ON DELETE CASCADE,
  CONSTRAINT qualification_assistant_is_of_the_district FOREIGN KEY (assistant_id, district_id) REFERENCES assistant (id, district_id) ON DELETE CASCADE
);
