import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isWorkingDay } from '../shared/school-year/school-calendar.js';
import { addDays, datesFrom } from '../shared/time/iso-date.js';
import { instantAt, SWEDISH_ZONE } from '../shared/time/swedish-time.js';
import type { Loss, Organizer, ReportQuestion, VisitState } from './report-question.js';

/** Person-minutes that visits take, margins and all. */
export interface TimeCell {
  districtId: string;
  part: number;
  personId: string | null;
  schoolId: string | null;
  organizer: Organizer;
  state: VisitState;
  minutes: number;
}

/** Visits by what has become of them, and the heads that were counted where they were held. */
export interface CountCell {
  districtId: string;
  part: number;
  schoolId: string | null;
  organizer: Organizer;
  outcome: Exclude<VisitState, 'preliminary'> | Loss;
  visits: number;
  /** Heads at lectures for pupils. */
  pupils: number;
  /** Heads at those for guardians and for staff. */
  adults: number;
}

export interface ReachCell {
  organizer: Exclude<Organizer, 'unlisted'>;
  reached: number;
  schools: number;
}

/** How far back a late cancellation can lie: the longest limit that a district can set, in days with room to spare. */
const LONGEST_CUTOFF_DAYS = 120;

const FROM_VISITS = `
  FROM booking b JOIN lecture l ON l.id = b.lecture_id LEFT JOIN school s ON s.id = b.school_id`;
const WHICH = `
 WHERE b.starts_at >= ($2::timestamptz[])[1] AND b.starts_at < $3 AND ($1::uuid IS NULL OR b.district_id = $1)
   AND ($4::text IS NULL OR s.organizer_type = $4) AND ($5::text IS NULL OR l.slug = $5)
   AND ($6::text IS NULL OR l.audience = $6) AND ($7::text IS NULL OR b.grade = $7)`;

/** Visits within the period that the filter lets through; its parameters are those of `selection`. */
export const VISITS = FROM_VISITS + WHICH;

const PART = 'width_bucket(b.starts_at, $2::timestamptz[]) - 1';
const ORGANIZER = `coalesce(s.organizer_type, 'unlisted')`;

// Margins of one person overlap only where a coordinator has knowingly gone below them. The minutes that two visits share
// then belong to the one that begins first, so that no minute of a person is counted twice. Of everybody else (the
// database sees to it) nothing overlaps, and the lengths are simply added up.
const TIMES = `
WITH visit AS NOT MATERIALIZED (
  SELECT b.id, b.district_id, ${PART} AS part, CASE WHEN $9 THEN b.school_id END AS school_id, ${ORGANIZER} AS organizer,
         CASE WHEN b.status <> 'confirmed' THEN b.status WHEN b.ends_at > $10 THEN 'ahead' ELSE 'untold' END AS state
  ${VISITS} AND b.status IN ('held', 'confirmed', 'preliminary')
  OFFSET 0),
below_margins AS MATERIALIZED (
  SELECT DISTINCT assistant_id FROM occupied_time WHERE overrides_margins),
swept AS (
  SELECT visit.*, o.assistant_id, lower(o.occupied) AS begins, upper(o.occupied) AS ends,
         max(upper(o.occupied)) OVER (PARTITION BY o.assistant_id, state = 'preliminary' ORDER BY lower(o.occupied), o.id
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until
    FROM below_margins JOIN occupied_time o USING (assistant_id) JOIN visit ON visit.id = o.booking_id),
took AS (
  SELECT visit.*, o.assistant_id, upper(o.occupied) - lower(o.occupied) AS length
    FROM visit JOIN occupied_time o ON o.booking_id = visit.id
   WHERE ($1::uuid IS NULL OR o.district_id = $1) AND lower(o.lecture) >= ($2::timestamptz[])[1] AND lower(o.lecture) < $3
     AND o.assistant_id NOT IN (SELECT assistant_id FROM below_margins)
   UNION ALL
  SELECT id, district_id, part, school_id, organizer, state, assistant_id,
         greatest(interval '0', ends - greatest(begins, taken_until)) FROM swept)
SELECT district_id AS "districtId", part, CASE WHEN $8 THEN assistant_id END AS "personId", school_id AS "schoolId",
       organizer, state, (extract(epoch FROM sum(length)) / 60)::int AS minutes
  FROM took GROUP BY 1, 2, 3, 4, 5, 6`;

const dateOf = (instant: string) => `(${instant} AT TIME ZONE '${SWEDISH_ZONE}')::date`;
/** Of the dates from $9 on; nothing for those before it, which lie too far back to be late. */
const workingDaysBefore = (instant: string) => `($10::int[])[${dateOf(instant)} - $9::date + 1]`;

const COUNTS = `
WITH told AS (
  SELECT b.district_id, ${PART} AS part, CASE WHEN $8 THEN b.school_id END AS school_id, ${ORGANIZER} AS organizer,
         l.audience, b.pupils_present,
         CASE WHEN b.status = 'held' THEN 'held'
              WHEN b.status = 'confirmed' THEN CASE WHEN b.ends_at > $11 THEN 'ahead' ELSE 'untold' END
              WHEN b.status = 'notHeld' THEN CASE b.not_held_by WHEN 'school' THEN 'notHeldBySchool'
                                                  WHEN 'district' THEN 'notHeldByDistrict' ELSE 'noShow' END
              WHEN b.cancelled_by = 'school' THEN 'lateBySchool' ELSE 'lateByDistrict' END AS outcome
  ${FROM_VISITS} JOIN district_rules r ON r.district_id = b.district_id ${WHICH} AND (b.status IN ('held', 'confirmed', 'notHeld')
    OR b.status = 'cancelled' AND b.cancelled_by <> 'lapse' AND b.confirmed_at IS NOT NULL AND (
      ${dateOf('b.cancelled_at')} > ${dateOf('b.starts_at')}
      OR ${workingDaysBefore('b.starts_at')} - ${workingDaysBefore('b.cancelled_at')} < r.change_cutoff_working_days)))
SELECT district_id AS "districtId", part, school_id AS "schoolId", organizer, outcome, count(*)::int AS visits,
       coalesce(sum(pupils_present) FILTER (WHERE audience = 'students'), 0)::int AS pupils,
       coalesce(sum(pupils_present) FILTER (WHERE audience <> 'students'), 0)::int AS adults
  FROM told GROUP BY 1, 2, 3, 4, 5`;

const REACH = `
SELECT s.organizer_type AS organizer, count(*) FILTER (WHERE reached)::int AS reached, count(*)::int AS schools
  FROM school_district d JOIN school s ON s.id = d.school_id
 CROSS JOIN LATERAL (SELECT EXISTS (
   SELECT 1 FROM booking b JOIN lecture l ON l.id = b.lecture_id
    WHERE b.school_id = s.id AND b.status = 'held' AND b.starts_at >= $2 AND b.starts_at < $3
      AND ($5::text IS NULL OR l.slug = $5) AND ($6::text IS NULL OR l.audience = $6)
      AND ($7::text IS NULL OR b.grade = $7)) AS reached) AS looked
 WHERE ($1::uuid IS NULL OR d.district_id = $1) AND ($4::text IS NULL OR s.organizer_type = $4)
   AND (reached OR s.is_active AND ($7::text IS NULL OR $7 = ANY (s.grades)))
 GROUP BY 1`;

/** What visits have taken of the team's time, what has become of them, and whom they have reached. By date of visit. */
@Injectable()
export class VisitsQueries {
  times(manager: EntityManager, question: ReportQuestion, now: Date): Promise<TimeCell[]> {
    return manager.query(TIMES, [...selection(question), question.byPerson, question.bySchool, now]);
  }

  counts(manager: EntityManager, question: ReportQuestion, now: Date): Promise<CountCell[]> {
    const days = workingDayCounts(question.parts[0]!.from, question.parts.at(-1)!.to);
    return manager.query(COUNTS, [
      ...selection(question),
      question.bySchool,
      days[0]!.date,
      days.map(day => day.before),
      now,
    ]);
  }

  reach(manager: EntityManager, question: ReportQuestion): Promise<ReachCell[]> {
    const [districtId, [from], ...rest] = selection(question);
    return manager.query(REACH, [districtId, from, ...rest]);
  }
}

/** The period and the filter, as the first seven parameters of a question. */
export function selection({
  districtId,
  parts,
  filter,
}: ReportQuestion): [string | null, Date[], Date, ...(string | null)[]] {
  return [
    districtId,
    parts.map(part => instantAt(part.from, 0)),
    instantAt(addDays(parts.at(-1)!.to, 1), 0),
    filter.organizer,
    filter.lecture,
    filter.audience,
    filter.grade,
  ];
}

/** Each date with the number of working days before it: the difference of two is how many lie between them. */
function workingDayCounts(from: string, to: string): { date: string; before: number }[] {
  let before = 0;
  return datesFrom(addDays(from, -LONGEST_CUTOFF_DAYS), addDays(to, 1)).map(date => {
    const day = { date, before };
    if (isWorkingDay(date)) before++;
    return day;
  });
}
