import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';

/** The yardstick that stands beside the project where it is developed: a load that could exist, in plain tables. */
export const YARDSTICK = '../shared/bench/report-load.sql';

const statementsOf = (sql: string): string[] =>
  sql
    .split('\n')
    .filter(line => !/^\s*(--|\\)/.test(line))
    .join('\n')
    .split(/;\s*(?:\n|$)|;\s+(?=SET|CREATE|VACUUM)/)
    .map(statement => statement.trim())
    .filter(Boolean);

/**
 * The same people, hours and visits in the product's own tables: 300 districts with 5 people over 5 school years. The
 * hours are rules here, kl. 8–12 and 12.45–16 from Monday to Friday, and what is closed are terms and breaks.
 */
const OURS = [
  // Rows that are known to be right go in without being checked one by one; the constraints are built afterwards.
  `SET session_replication_role = replica`,
  `ALTER TABLE occupied_time DROP CONSTRAINT assistant_is_never_in_two_lectures`,
  `ALTER TABLE occupied_time DROP CONSTRAINT assistant_keeps_the_margins`,
  `SET search_path = public, yardstick`,
  `CREATE TABLE yardstick.name AS SELECT n AS number, uuidv7() AS id FROM generate_series(1, 300) AS n`,
  `INSERT INTO district (id, slug, name, office_name_sv, office_name_en, board_name, phone, phone_hours_sv, phone_hours_en,
                         email, concern_report_url)
   SELECT id, 'omrade-' || number, 'Område ' || number, '', '', '', '', '', '', '', '' FROM yardstick.name`,
  `INSERT INTO district_rules (district_id) SELECT id FROM yardstick.name`,
  `INSERT INTO bookable_hours (district_id, audience, opens_at, closes_at)
   SELECT id, audience, opens, closes FROM yardstick.name,
     (VALUES ('students', time '8:10', time '15:30'), ('guardians', '17:00', '20:30'), ('schoolStaff', '8:00', '17:00'))
       AS hours(audience, opens, closes)`,
  // A term for every run of days that the load has, cut where a week or more is missing.
  `WITH one AS (SELECT DISTINCT (starts_at AT TIME ZONE 'Europe/Stockholm')::date AS d FROM yardstick.available WHERE assistant_id = 1),
        cut AS (SELECT d, d - lag(d) OVER (ORDER BY d) > 4 AS begins FROM one),
        run AS (SELECT d, count(*) FILTER (WHERE begins) OVER (ORDER BY d) AS n FROM cut),
        span AS (SELECT n, min(d) AS from_d, max(d) AS to_d FROM run GROUP BY n),
        year AS (INSERT INTO school_year (district_id, label) SELECT id, 'del ' || n FROM yardstick.name, span RETURNING id, district_id, label)
   INSERT INTO term (district_id, school_year_id, season, starts_on, ends_on)
   SELECT year.district_id, year.id, 'autumn', from_d, to_d FROM year JOIN span ON year.label = 'del ' || n`,
  `CREATE TABLE yardstick.person AS SELECT a.id AS number, uuidv7() AS id, d.id AS district_id
     FROM yardstick.assistant a JOIN yardstick.name d ON d.number = a.district_id`,
  `INSERT INTO assistant (id, district_id, name, email, employed_from)
   SELECT id, district_id, 'Person ' || number, number || '@x.example', '2020-01-01' FROM yardstick.person`,
  `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from)
   SELECT id, weekday, opens, closes, '2020-01-01' FROM yardstick.person, generate_series(1, 5) AS weekday,
     (VALUES (time '8:00', time '12:00'), ('12:45', '16:00')) AS hours(opens, closes)`,
  `CREATE TABLE yardstick.house AS SELECT s.id AS number, uuidv7() AS id, d.id AS district_id, independent
     FROM yardstick.school s JOIN yardstick.name d ON d.number = s.district_id`,
  `INSERT INTO school (id, register_name, display_name, organizer_type, grades)
   SELECT id, 'Skola ' || number, 'Skola ' || number, CASE WHEN independent THEN 'independent' ELSE 'municipal' END,
          '{4,5,6,7,8,9}' FROM yardstick.house`,
  `INSERT INTO school_district (school_id, district_id) SELECT id, district_id FROM yardstick.house`,
  `CREATE TABLE yardstick.topic AS SELECT d.id AS district_id, n AS number, uuidv7() AS id FROM yardstick.name d, generate_series(1, 8) AS n`,
  `INSERT INTO lecture (id, district_id, slug, audience, grades, minutes, texts)
   SELECT id, district_id, 'amne-' || number, 'students', '{4,5,6,7,8,9}', 60, '{"sv":{"title":"x"},"en":{"title":"x"}}'
     FROM yardstick.topic`,
  `CREATE TABLE yardstick.visit AS SELECT b.*, uuidv7() AS uid FROM yardstick.booking b`,
  `INSERT INTO booking (id, reference, district_id, lecture_id, school_id, starts_at, ends_at, people_needed, grade, class_name,
                        pupils, status, is_known_sender, language, created_at, confirmed_at, cancelled_at, cancelled_by,
                        pupils_present)
   SELECT uid, v.id::text, d.id, t.id, h.id, starts_at, starts_at + minutes * interval '1 minute', 2, grade::text, 'A', pupils,
          CASE WHEN held THEN 'held' ELSE 'cancelled' END, true, 'sv', starts_at - interval '60 days',
          starts_at - interval '60 days', CASE WHEN NOT held THEN starts_at - interval '30 days' END,
          CASE WHEN NOT held THEN 'school' END, CASE WHEN held THEN pupils END
     FROM yardstick.visit v JOIN yardstick.name d ON d.number = v.district_id
     JOIN yardstick.topic t ON t.district_id = d.id AND t.number = v.subject
     JOIN yardstick.house h ON h.number = v.school_id`,
  `INSERT INTO occupied_time (district_id, assistant_id, kind, lecture, occupied, booking_id, chosen_because, created_at, with_break, place)
   SELECT p.district_id, p.id, 'confirmed', tstzrange(a.starts_at, a.starts_at + a.minutes * interval '1 minute'),
          tstzrange(a.starts_at, a.starts_at + a.minutes * interval '1 minute'), v.uid, '{}', a.starts_at,
          tstzrange(a.starts_at, a.starts_at + a.minutes * interval '1 minute'), v.uid
     FROM yardstick.assignment a JOIN yardstick.person p ON p.number = a.assistant_id JOIN yardstick.visit v ON v.id = a.booking_id`,
  `ALTER TABLE occupied_time
     ADD CONSTRAINT assistant_is_never_in_two_lectures EXCLUDE USING gist (assistant_id WITH =, lecture WITH &&),
     ADD CONSTRAINT assistant_keeps_the_margins EXCLUDE USING gist (assistant_id WITH =, place WITH <>, occupied WITH &&)
       WHERE (NOT overrides_margins),
     ADD CONSTRAINT assistant_has_a_break_at_one_place EXCLUDE USING gist (assistant_id WITH =, place WITH =, with_break WITH &&)
       WHERE (NOT overrides_margins)`,
  `SET session_replication_role = origin`,
  `VACUUM ANALYZE`,
];

/** Fills both, and answers the id of a district by its number. */
export async function loadReports(db: Pool): Promise<string[]> {
  const client = await db.connect();
  try {
    await client.query('TRUNCATE district, school CASCADE');
    await client.query(
      `SET statement_timeout = 0; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'`,
    );
    for (const statement of statementsOf(readFileSync(YARDSTICK, 'utf8')))
      if (!statement.startsWith('SELECT')) await client.query(statement);
    for (const statement of OURS) await client.query(statement);
    const { rows } = await client.query<{ id: string }>('SELECT id FROM yardstick.name ORDER BY number');
    return rows.map(row => row.id);
  } finally {
    client.release();
  }
}
