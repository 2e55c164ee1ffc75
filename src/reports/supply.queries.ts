import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isWorkingDay } from '../shared/school-year/school-calendar.js';
import { datesFrom } from '../shared/time/iso-date.js';
import { SWEDISH_ZONE } from '../shared/time/swedish-time.js';
import type { ReportQuestion } from './report-question.js';

/** Person-minutes of a district in one part of the period. */
export interface SupplyCell {
  districtId: string;
  part: number;
  personId: string | null;
  available: number;
  offered: number;
}

/** Minutes since midnight; 1440 where a day ends at 24. */
const minuteOf = (time: string) => `(extract(epoch FROM ${time})::int / 60)`;
const lengthOf = (hours: string) =>
  `coalesce((SELECT sum(upper(span) - lower(span)) FROM unnest(${hours}) AS span), 0)::int`;
const local = (instant: string) => `(${instant} AT TIME ZONE '${SWEDISH_ZONE}')`;

// Weekly hours are rules on the wall clock. As most days of a person are like the same weekday of the week before, their
// length is worked out once for each weekday and for as long as the hours stay as they are (`pattern`), and added up over
// the open days. Where hours come every few weeks, the same is done for each week of twelve (`slot`), after which all of
// them begin anew. Only days with extra hours or absence are worked out one by one (`odd_day`), and count as the difference
// to the pattern. No school day has a change of clocks in it, so that minutes on the wall clock are minutes.
const SUPPLY = `
WITH day AS MATERIALIZED (
  SELECT on_date, part, extract(isodow FROM on_date)::int AS weekday, (on_date - DATE '1969-12-29') / 7 % 12 AS slot
    FROM unnest($2::date[], $3::int[]) AS working(on_date, part)),
open_day AS MATERIALIZED (
  SELECT t.district_id, day.* FROM term t JOIN day ON day.on_date BETWEEN t.starts_on AND t.ends_on
   WHERE ($1::uuid IS NULL OR t.district_id = $1) AND t.starts_on <= $6 AND t.ends_on >= $5
     AND NOT EXISTS (SELECT 1 FROM school_break b
                      WHERE b.district_id = t.district_id AND day.on_date BETWEEN b.starts_on AND b.ends_on)),
bookable AS MATERIALIZED (
  SELECT district_id, range_agg(int4range(${minuteOf('opens_at')}, ${minuteOf('closes_at')})) AS hours
    FROM bookable_hours WHERE $4::text IS NULL OR audience = $4 GROUP BY district_id),
person AS MATERIALIZED (
  SELECT a.id, a.district_id, a.employed_from, coalesce(a.employed_until + 1, 'infinity') AS left_on,
         coalesce(bookable.hours, '{}') AS bookable
    FROM assistant a LEFT JOIN bookable USING (district_id) WHERE $1::uuid IS NULL OR a.district_id = $1),
change AS (
  SELECT assistant_id, weekday, valid_from AS on_date FROM weekly_hours JOIN person ON person.id = assistant_id
   UNION
  SELECT assistant_id, weekday, valid_until + 1 FROM weekly_hours JOIN person ON person.id = assistant_id
   WHERE valid_until IS NOT NULL),
stretch AS (
  SELECT *, lead(on_date, 1, 'infinity') OVER (PARTITION BY assistant_id, weekday ORDER BY on_date) AS until
    FROM change),
weeks AS (
  SELECT assistant_id, weekday, slot
    FROM (SELECT assistant_id, weekday, max(every_weeks) > 1 AS are_several
            FROM weekly_hours JOIN person ON person.id = assistant_id GROUP BY 1, 2) AS hours
   CROSS JOIN LATERAL (SELECT NULL::int AS slot WHERE NOT are_several
                        UNION ALL
                       SELECT slot FROM generate_series(0, 11) AS slot WHERE are_several) AS slots),
worked AS (
  SELECT person.district_id, stretch.assistant_id, stretch.weekday, stretch.on_date, stretch.until, weeks.slot,
         range_agg(int4range(${minuteOf('h.starts_at')}, ${minuteOf('h.ends_at')})) AS hours
    FROM stretch JOIN person ON person.id = stretch.assistant_id
    JOIN weeks ON weeks.assistant_id = stretch.assistant_id AND weeks.weekday = stretch.weekday
    JOIN weekly_hours h ON h.assistant_id = stretch.assistant_id AND h.weekday = stretch.weekday
         AND h.valid_from <= stretch.on_date AND (h.valid_until IS NULL OR stretch.on_date <= h.valid_until)
         AND (weeks.slot IS NULL OR weeks.slot % h.every_weeks = h.turn)
   GROUP BY 1, 2, 3, 4, 5, 6),
pattern AS MATERIALIZED (
  SELECT worked.district_id, assistant_id, weekday, slot, greatest(on_date, employed_from) AS since,
         least(until, left_on) AS until, hours, ${lengthOf('hours')} AS available,
         ${lengthOf('hours * bookable')} AS offered
    FROM worked JOIN person ON person.id = assistant_id),
odd_day AS MATERIALIZED (
  SELECT person.id AS assistant_id, person.bookable, open_day.*
    FROM extra_hours e JOIN person ON person.id = e.assistant_id
    JOIN open_day ON open_day.district_id = person.district_id AND open_day.on_date = e.on_date
   WHERE person.employed_from <= open_day.on_date AND open_day.on_date < person.left_on
   UNION
  SELECT person.id, person.bookable, open_day.*
    FROM absence a JOIN person ON person.id = a.assistant_id
    JOIN open_day ON open_day.district_id = person.district_id
         AND open_day.on_date BETWEEN ${local('lower(a.period)')}::date AND ${local('upper(a.period)')}::date
   WHERE a.period && tstzrange(($5::date)::timestamp AT TIME ZONE '${SWEDISH_ZONE}',
                               ($6::date + 1)::timestamp AT TIME ZONE '${SWEDISH_ZONE}')
     AND person.employed_from <= open_day.on_date AND open_day.on_date < person.left_on),
exact AS (
  SELECT odd_day.*, (coalesce(pattern.hours, '{}') + coalesce(extra.hours, '{}')) - coalesce(away.hours, '{}') AS hours,
         coalesce(pattern.available, 0) AS usually_available, coalesce(pattern.offered, 0) AS usually_offered
    FROM odd_day
    LEFT JOIN pattern ON pattern.assistant_id = odd_day.assistant_id AND pattern.weekday = odd_day.weekday
         AND pattern.since <= odd_day.on_date AND odd_day.on_date < pattern.until
         AND (pattern.slot IS NULL OR pattern.slot = odd_day.slot)
   CROSS JOIN LATERAL (
     SELECT range_agg(int4range(${minuteOf('starts_at')}, ${minuteOf('ends_at')})) AS hours FROM extra_hours
      WHERE assistant_id = odd_day.assistant_id AND on_date = odd_day.on_date) AS extra
   CROSS JOIN LATERAL (
     SELECT range_agg(int4range(
              greatest(0, floor(extract(epoch FROM ${local('lower(period)')} - odd_day.on_date) / 60))::int,
              least(1440, ceil(extract(epoch FROM ${local('upper(period)')} - odd_day.on_date) / 60))::int)) AS hours
       FROM absence
      WHERE assistant_id = odd_day.assistant_id
        AND period && tstzrange(odd_day.on_date::timestamp AT TIME ZONE '${SWEDISH_ZONE}',
                                (odd_day.on_date + 1)::timestamp AT TIME ZONE '${SWEDISH_ZONE}')) AS away),
alike AS (
  SELECT district_id, weekday, slot, since, until, CASE WHEN $7 THEN assistant_id END AS person_id,
         sum(available) AS available, sum(offered) AS offered
    FROM pattern GROUP BY 1, 2, 3, 4, 5, 6)
SELECT district_id AS "districtId", part, person_id AS "personId",
       sum(available)::int AS available, sum(offered)::int AS offered
  FROM (
    SELECT open_day.district_id, part, person_id, available, offered
      FROM alike JOIN open_day ON open_day.district_id = alike.district_id AND open_day.weekday = alike.weekday
           AND alike.since <= open_day.on_date AND open_day.on_date < alike.until
           AND (alike.slot IS NULL OR alike.slot = open_day.slot)
     UNION ALL
    SELECT district_id, part, CASE WHEN $7 THEN assistant_id END, ${lengthOf('hours')} - usually_available,
           ${lengthOf('hours * bookable')} - usually_offered
      FROM exact) AS supply
 GROUP BY 1, 2, 3`;

/** The team's time: what there is, and the part of it that schools can ask for. */
@Injectable()
export class SupplyQueries {
  supply(
    manager: EntityManager,
    question: Pick<ReportQuestion, 'districtId' | 'parts' | 'filter' | 'byPerson'>,
  ): Promise<SupplyCell[]> {
    const working = question.parts.flatMap(({ from, to }, part) =>
      datesFrom(from, to)
        .filter(isWorkingDay)
        .map(date => ({ date, part })),
    );
    return manager.query(SUPPLY, [
      question.districtId,
      working.map(day => day.date),
      working.map(day => day.part),
      question.filter.audience,
      question.parts[0]!.from,
      question.parts.at(-1)!.to,
      question.byPerson,
    ]);
  }
}
