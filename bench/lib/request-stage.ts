import type pg from 'pg';
import { ALWAYS, FIRST_DAY, GAP_MINUTES, limitCase, type LimitPerson } from './limit.ts';
import { dates } from './product.ts';

/** A lecture, and how many of the team may hold it. */
export interface Asked {
  lectureId: string;
  schoolId: string;
  people: number;
}

const LECTURES = { 'cannabis-och-hjarnan': 6, 'spel-om-pengar': 30 };
const DAYS = 300;

/**
 * Thirty people with hours, absences and about 150 visits each over 300 days from `firstDay` (a Monday) on, as the cases
 * of the limit have them. Six of them hold one lecture, all of them the other. Every day lies in a term, so that nothing
 * of the span is left out.
 */
export async function fillDistrict(db: pg.Pool, firstDay: string): Promise<Asked[]> {
  await openTheWholeSpan(db, firstDay);
  const asked: Asked[] = [];
  for (const [slug, people] of Object.entries(LECTURES)) {
    const { rows } = await db.query<{ id: string }>('SELECT id FROM lecture WHERE slug = $1', [slug]);
    asked.push({ lectureId: rows[0]!.id, schoolId: await schoolFarFromOthers(db), people });
  }
  const { people } = limitCase(Math.max(...Object.values(LECTURES)), DAYS);
  for (const [index, person] of people.entries()) {
    const lectures = asked.filter(one => index < one.people).map(one => one.lectureId);
    await hire(db, person, index, lectures, dates.daysBetween(FIRST_DAY, firstDay));
  }
  await db.query('VACUUM ANALYZE');
  return asked;
}

/** Answers a school that is farther from half of the others than the margins are long. */
async function schoolFarFromOthers(db: pg.Pool): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM school WHERE latitude IS NOT NULL ORDER BY school_unit_code LIMIT 1`,
  );
  const { id } = rows[0]!;
  await db.query(
    `UPDATE travel_time SET minutes = 45, source = 'edited'
      WHERE $1 IN (from_school, to_school)
        AND (SELECT count(*) % 2 FROM school s WHERE s.id < CASE WHEN from_school = $1 THEN to_school ELSE from_school END) = 0`,
    [id],
  );
  return id;
}

async function openTheWholeSpan(db: pg.Pool, firstDay: string): Promise<void> {
  await db.query(
    'UPDATE district_rules SET lead_time_working_days = 0, coming_bookings_per_school_and_term = 1000000',
  );
  await db.query('DELETE FROM school_break');
  await db.query('DELETE FROM term');
  await db.query(
    `INSERT INTO term (district_id, school_year_id, season, starts_on, ends_on)
     SELECT district_id, id, season, $1::date + begins, $1::date + ends
       FROM (SELECT * FROM school_year ORDER BY label LIMIT 1) AS year,
            (VALUES ('autumn', -30, 150), ('spring', 151, 400)) AS term(season, begins, ends)`,
    [firstDay],
  );
}

async function hire(
  db: pg.Pool,
  person: LimitPerson,
  index: number,
  lectures: string[],
  movedByDays: number,
): Promise<void> {
  const moved = (date: string | null) => date && (date === ALWAYS ? date : dates.addDays(date, movedByDays));
  const instant = (ms: number) => new Date(ms + movedByDays * 86_400_000);
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO assistant (district_id, name, email, employed_from)
     SELECT id, $1, $1 || '@kungsholmen.example', $2 FROM district RETURNING id`,
    [`person${String(index)}`, ALWAYS],
  );
  const id = rows[0]!.id;
  await db.query(
    `INSERT INTO lecture_qualification (lecture_id, assistant_id, district_id)
     SELECT id, $1, district_id FROM lecture WHERE id = ANY ($2)`,
    [id, lectures],
  );
  // Other hours of one day lie beside the weekly ones, in the table of their own.
  const isOfOneDay = (window: LimitPerson['hours'][number]) => window.validFrom === window.validUntil;
  const weekly = person.hours.filter(window => !isOfOneDay(window));
  const extra = person.hours.filter(isOfOneDay);
  await db.query(
    `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from, valid_until)
     SELECT $1, weekday, time '0:00' + begins * interval '1 minute', time '0:00' + ends * interval '1 minute', valid_from, valid_until
       FROM unnest($2::int[], $3::int[], $4::int[], $5::date[], $6::date[])
            AS hours(weekday, begins, ends, valid_from, valid_until)`,
    [
      id,
      weekly.map(window => window.weekday),
      weekly.map(window => window.from),
      weekly.map(window => window.until),
      weekly.map(window => moved(window.validFrom)),
      weekly.map(window => moved(window.validUntil)),
    ],
  );
  await db.query(
    `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at)
     SELECT $1, on_date, time '0:00' + begins * interval '1 minute', time '0:00' + ends * interval '1 minute'
       FROM unnest($2::date[], $3::int[], $4::int[]) AS hours(on_date, begins, ends)`,
    [
      id,
      extra.map(window => moved(window.validFrom)),
      extra.map(window => window.from),
      extra.map(window => window.until),
    ],
  );
  await db.query(
    `INSERT INTO absence (assistant_id, kind, period)
     SELECT $1, 'holiday', tstzrange(begins, ends)
       FROM unnest($2::timestamptz[], $3::timestamptz[]) AS away(begins, ends) WHERE begins < ends`,
    [id, person.absences.map(span => instant(span.from)), person.absences.map(span => instant(span.until))],
  );
  await bookVisits(
    db,
    id,
    person.taken.map(span => instant(span.from)),
    person.taken.map(span => instant(span.until)),
  );
}

/** Of two visits whose margins overlap the database takes one. */
async function bookVisits(db: pg.Pool, assistantId: string, from: Date[], until: Date[]): Promise<void> {
  await db.query(
    `WITH visit AS MATERIALIZED (
       SELECT uuidv7() AS id, begins, ends, make_interval(mins => $4) AS gap, schools[1 + number % cardinality(schools)] AS school
         FROM unnest($2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS taken(begins, ends, number),
              (SELECT array_agg(school_id ORDER BY school_id) AS schools FROM school_district) AS district),
     made AS (
       INSERT INTO booking (id, reference, district_id, lecture_id, school_id, starts_at, ends_at, people_needed,
                            class_name, pupils, status, is_known_sender, language, created_at, confirmed_at)
       SELECT visit.id, visit.id::text, lecture.district_id, lecture.id, school, begins + gap, ends - gap, 1,
              '9A', 25, 'confirmed', true, 'sv', now(), now()
         FROM visit, (SELECT * FROM lecture ORDER BY id LIMIT 1) AS lecture)
     INSERT INTO occupied_time (district_id, assistant_id, kind, lecture, occupied, booking_id, chosen_because, created_at, with_break, place)
     SELECT assistant.district_id, assistant.id, 'confirmed', tstzrange(begins + gap, ends - gap), tstzrange(begins, ends),
            visit.id, '{}', now(), tstzrange(begins + gap, ends - gap), visit.school
       FROM visit, assistant WHERE assistant.id = $1
     ON CONFLICT DO NOTHING`,
    [assistantId, from, until, GAP_MINUTES],
  );
}
