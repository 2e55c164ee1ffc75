import type { Pool } from 'pg';
import { hireTeam } from '../../test/faults/lib/stage.ts';

const DISTRICTS = 50;
const PEOPLE = 6;
const SCHOOLS = 10;
const LECTURE = 'cannabis-och-hjarnan';

export interface CityLecture {
  id: string;
  schools: string[];
}

/** Each statement makes one kind of rows for all districts after the pattern of Kungsholmen, which then offers nothing. */
const STATEMENTS = [
  `INSERT INTO district (slug, name, office_name_sv, office_name_en, board_name, phone, phone_hours_sv, phone_hours_en,
                         email, concern_report_url)
   SELECT 'omrade-' || n, 'Område ' || n, office_name_sv, office_name_en, board_name, phone, phone_hours_sv,
          phone_hours_en, email, concern_report_url
     FROM district, generate_series(1, ${String(DISTRICTS)}) AS n`,

  `CREATE TEMPORARY VIEW pattern AS SELECT * FROM district WHERE slug = 'kungsholmen';
   CREATE TEMPORARY VIEW area AS SELECT * FROM district WHERE slug LIKE 'omrade-%'`,

  `INSERT INTO district_rules (district_id, coming_bookings_per_school_and_term) SELECT id, 1000000 FROM area`,

  `INSERT INTO bookable_hours (district_id, audience, opens_at, closes_at, no_start_from, no_start_until)
   SELECT area.id, audience, opens_at, closes_at, no_start_from, no_start_until
     FROM area, bookable_hours JOIN pattern ON pattern.id = district_id`,

  `WITH year AS (
     INSERT INTO school_year (district_id, label)
     SELECT area.id, label FROM area, school_year JOIN pattern ON pattern.id = district_id
     RETURNING id, district_id, label)
   INSERT INTO term (district_id, school_year_id, season, starts_on, ends_on)
   SELECT year.district_id, year.id, term.season, term.starts_on, term.ends_on
     FROM year
     JOIN school_year AS model ON model.label = year.label
     JOIN pattern ON pattern.id = model.district_id
     JOIN term ON term.school_year_id = model.id`,

  `INSERT INTO school_break (district_id, name_sv, name_en, starts_on, ends_on)
   SELECT area.id, name_sv, name_en, starts_on, ends_on
     FROM area, school_break JOIN pattern ON pattern.id = district_id`,

  `INSERT INTO school_email_domain (district_id, domain, holder) SELECT id, 'edu.stockholm.se', 'staff' FROM area`,

  `WITH made AS (
     INSERT INTO school (register_name, display_name, organizer_type, grades, street)
     SELECT 'Skola ' || n, 'Skola ' || n, 'municipal', '{9}', slug
       FROM area, generate_series(1, ${String(SCHOOLS)}) AS n
     RETURNING id, street)
   INSERT INTO school_district (school_id, district_id)
   SELECT made.id, area.id FROM made JOIN area ON area.slug = made.street`,

  `INSERT INTO lecture (district_id, slug, audience, grades, minutes, texts)
   SELECT area.id, lecture.slug, audience, grades, minutes, texts
     FROM area, lecture JOIN pattern ON pattern.id = district_id WHERE lecture.slug = '${LECTURE}'`,

  `DELETE FROM lecture USING pattern WHERE district_id = pattern.id`,
];

/** A city of fifty districts with a team of six and ten schools each; answers the lecture that each of them offers. */
export async function buildCity(db: Pool): Promise<CityLecture[]> {
  const client = await db.connect();
  try {
    for (const statement of STATEMENTS) await client.query(statement);
  } finally {
    client.release();
  }
  await hireTeam(db, PEOPLE, 'omrade-%');
  const { rows } = await db.query<CityLecture>(
    `SELECT lecture.id, array_agg(school_id) AS schools
       FROM lecture JOIN school_district USING (district_id) GROUP BY lecture.id`,
  );
  return rows;
}
