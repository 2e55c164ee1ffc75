// The free times a third time, as PostgreSQL's multiranges: hours minus what takes somebody's time, shortened by the visit
// that is to fit in, minus the starts that lie too close to another visit. Caps are counts and not spans: of them the slow
// program alone knows.
import type { EpochMs } from '../../src/shared/time/swedish-time.js';
import type { Town } from './slow-slots.js';

const at = (json: string) => `to_timestamp((${json})::float8 / 1000)`;
const minutes = (json: string) => `(${json})::float8 * interval '1 minute'`;
const wallClock = (date: string, minute: string) =>
  `((${date} + ${minutes(minute)}) AT TIME ZONE 'Europe/Stockholm')`;

const SQL = `
  WITH town AS (SELECT $1::jsonb AS facts),
  shape AS (SELECT facts -> 'shape' AS shape FROM town),
  open_day AS (SELECT (day ->> 'date')::date AS date FROM town, jsonb_array_elements(facts -> 'days') AS day),
  person AS (SELECT id, person FROM town, jsonb_array_elements(facts -> 'team') WITH ORDINALITY AS p (person, id)),
  works AS (
    SELECT id, range_agg(tstzrange(${wallClock('date', `h ->> 'from'`)}, ${wallClock('date', `h ->> 'until'`)})) AS spans
      FROM person, open_day, jsonb_array_elements(person -> 'hours') AS h
     WHERE extract(isodow FROM date) = (h ->> 'weekday')::int
       AND date BETWEEN (h ->> 'validFrom')::date AND coalesce((h ->> 'validUntil')::date, 'infinity')
       AND date BETWEEN (person ->> 'employedFrom')::date AND coalesce((person ->> 'employedUntil')::date, 'infinity')
       AND coalesce((date - date '1969-12-29') / 7 % (h #>> '{weeks,every}')::int = (h #>> '{weeks,turn}')::int, true)
     GROUP BY id),
  free AS (
    SELECT id, spans - coalesce((
             SELECT range_agg(tstzrange(${at(`b ->> 'from'`)}, ${at(`b ->> 'until'`)}))
               FROM jsonb_array_elements(person -> 'busy') AS b), '{}') AS spans
      FROM works JOIN person USING (id)),
  room AS (
    SELECT id, lower(span) + ${minutes(`shape ->> 'marginBefore'`)} AS first,
           upper(span) - ${minutes(`shape ->> 'minutes'`)} - ${minutes(`shape ->> 'marginAfter'`)} AS last
      FROM free, unnest(spans) AS span, shape),
  may_begin AS (
    SELECT id, range_agg(tstzrange(first, last, '[]')) - coalesce((
             SELECT range_agg(tstzrange(
                      CASE WHEN is_there THEN lecture_from - ${minutes(`shape #>> '{at,breakMinutes}'`)}
                           ELSE least(occupied_from - ${minutes(`shape ->> 'marginAfter'`)}, lecture_from - way_to) END
                        - ${minutes(`shape ->> 'minutes'`)},
                      CASE WHEN is_there THEN break_until
                           ELSE greatest(occupied_until + ${minutes(`shape ->> 'marginBefore'`)}, lecture_until + way_from) END,
                      '()'))
               FROM person, jsonb_array_elements(person -> 'visits') AS v, shape,
                    LATERAL (SELECT v ->> 'place' AS place, coalesce(v ->> 'place' = shape #>> '{at,place}', false) AS is_there,
                                    ${at(`v #>> '{lecture,from}'`)} AS lecture_from, ${at(`v #>> '{lecture,until}'`)} AS lecture_until,
                                    ${at(`v #>> '{occupied,from}'`)} AS occupied_from, ${at(`v #>> '{occupied,until}'`)} AS occupied_until,
                                    ${at(`v ->> 'breakUntil'`)} AS break_until) AS visit,
                    LATERAL (SELECT ${minutes(`coalesce(shape #>> ARRAY['at', 'travelTo', place], '0')`)} AS way_to,
                                    ${minutes(`coalesce(shape #>> ARRAY['at', 'travelFrom', place], '0')`)} AS way_from) AS way
              WHERE person.id = room.id), '{}') AS starts
      FROM room WHERE first <= last GROUP BY id)
  SELECT start FROM town, jsonb_array_elements_text(facts -> 'candidates') WITH ORDINALITY AS c (start, place)
   WHERE (SELECT count(*) FROM may_begin WHERE starts @> ${at('start')}) >= (facts ->> 'needed')::int
   ORDER BY place`;

export async function slotsInSql(
  db: { query: <Row>(sql: string, values: unknown[]) => Promise<Row[]> },
  { days, ...town }: Town,
): Promise<EpochMs[]> {
  const facts = JSON.stringify({ ...town, days: days.map(({ date }) => ({ date })) });
  const rows = await db.query<{ start: string }>(SQL, [facts]);
  return rows.map(row => Number(row.start));
}
