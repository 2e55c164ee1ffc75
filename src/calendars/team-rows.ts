// How PostgreSQL tells what there is to know of somebody's time, and what its answer means.
import type { IsoDate } from '../shared/time/iso-date.js';
import { beginsIn } from './begins-in.js';
import { isStillKept } from './kept-time.js';
import type { OccupiedTime } from './occupied-time.entity.js';
import type { Span } from './span.js';
import type { TakenVisit, TeamMember } from './team-member.js';
import { overlaps } from './overlaps.js';

/** Seconds since 1970, as a number of the machine: `extract` answers one of any length, which takes several times as long to write. */
const seconds = (instant: string) => `date_part('epoch', ${instant})`;

/** Parameters of the statement below. */
export const TEAM = {
  lecture: '$1',
  span: '$2',
  now: '$3',
  ownDraft: '$4',
  ownBooking: '$5',
  widenedSpan: '$6',
};

const HOURS = `
  SELECT json_agg(json_build_array(weekday, date_part('epoch', starts_at) / 60, date_part('epoch', ends_at) / 60,
                                   valid_from, valid_until, every_weeks, turn)) AS hours
    FROM (SELECT weekday, starts_at, ends_at, valid_from, valid_until, every_weeks, turn FROM weekly_hours
           WHERE assistant_id = a.id
           UNION ALL
          SELECT extract(isodow FROM on_date)::int, starts_at, ends_at, on_date, on_date, 1, 0 FROM extra_hours
           WHERE assistant_id = a.id
             AND on_date BETWEEN lower(${TEAM.span}::tstzrange)::date AND upper(${TEAM.span}::tstzrange)::date) AS windows`;

const BUSY = `
  SELECT json_agg(json_build_array(${seconds('lower(period)')}, ${seconds('upper(period)')}, is_shift) ORDER BY lower(period)) AS busy
    FROM (SELECT period, is_shift(kind, period) FROM absence
           WHERE assistant_id = a.id AND ${overlaps('period', TEAM.span)}
           UNION ALL
          SELECT period, false FROM outside_busy WHERE assistant_id = a.id AND ${overlaps('period', TEAM.span)}) AS elsewhere`;

const VISIT_COLUMNS = [
  'place',
  ...['lower(lecture)', 'upper(lecture)', 'lower(occupied)', 'upper(occupied)', 'upper(with_break)'].map(
    seconds,
  ),
  'kind',
];

/** Column by column: an array for each of thousands of visits would take PostgreSQL half as long again to write. */
const VISITS = `
  SELECT json_build_array(${VISIT_COLUMNS.map(column => `json_agg(${column} ORDER BY lower(lecture))`).join()}) AS visits
    FROM (SELECT place, lecture, occupied, with_break, kind
            FROM occupied_time
           WHERE ${beginsIn('', 'a.id', TEAM.widenedSpan)}
             AND (hold_until IS NULL OR hold_until > ${TEAM.now})
             AND draft_id IS DISTINCT FROM ${TEAM.ownDraft} AND booking_id IS DISTINCT FROM ${TEAM.ownBooking}
             AND offered_booking_id IS DISTINCT FROM ${TEAM.ownBooking}
             AND NOT EXISTS (SELECT 1 FROM undoable_act u WHERE u.id = undo_act_id AND u.booking_id = ${TEAM.ownBooking})
           UNION ALL
          SELECT k.published_time_id, k.lecture, k.occupied, k.occupied, 'published'
            FROM published_time_person k
           WHERE k.assistant_id = a.id AND ${overlaps('k.occupied', TEAM.widenedSpan)}
             AND ${isStillKept(TEAM.ownBooking)}) AS taken`;

/**
 * Everybody qualified for a lecture, a row each (`TeamRow`), in the order of their ids. More may be asked of the person a,
 * the lecture l and its district's rules r.
 */
export const ofTeam = (more: { columns: string; from: string } = { columns: '', from: '' }): string => `
  SELECT a.id, a.email, a.working_share AS "workingShare", a.employed_from AS "employedFrom",
         a.employed_until AS "employedUntil", hours.hours, busy.busy, visits.visits ${more.columns}
    FROM lecture_qualification q
    JOIN lecture l ON l.id = q.lecture_id
    JOIN district_rules r ON r.district_id = l.district_id
    JOIN assistant a ON a.id = q.assistant_id
   CROSS JOIN LATERAL (${HOURS}) AS hours
   CROSS JOIN LATERAL (${BUSY}) AS busy
   CROSS JOIN LATERAL (${VISITS}) AS visits ${more.from}
   WHERE q.lecture_id = ${TEAM.lecture}
   ORDER BY a.id`;

type HoursRow = [
  weekday: number,
  from: number,
  until: number,
  validFrom: IsoDate,
  validUntil: IsoDate | null,
  everyWeeks: number,
  turn: number,
];

/** Seconds since 1970. What is kept for a published time lies at a place of its own. */
type VisitColumns = [
  places: string[] | null,
  lectureFrom: number[],
  lectureUntil: number[],
  occupiedFrom: number[],
  occupiedUntil: number[],
  breakUntil: number[],
  kinds: (OccupiedTime['kind'] | 'published')[],
];

export interface TeamRow {
  id: string;
  email: string;
  workingShare: string;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  hours: HoursRow[] | null;
  /** Seconds since 1970. */
  busy: [from: number, until: number, isShift: boolean][] | null;
  visits: VisitColumns;
}

export const memberOf = (row: TeamRow): TeamMember => ({
  id: row.id,
  email: row.email,
  workingShare: Number(row.workingShare),
  employedFrom: row.employedFrom,
  employedUntil: row.employedUntil,
  hours: (row.hours ?? []).map(([weekday, from, until, validFrom, validUntil, every, turn]) => ({
    weekday,
    from,
    until,
    validFrom,
    validUntil,
    ...(every > 1 && { weeks: { every, turn } }),
  })),
  busy: (row.busy ?? []).map(spanOf),
  duties: (row.busy ?? []).filter(([, , isShift]) => isShift).map(spanOf),
  visits: visitsOf(row.visits),
  bookedMinutes: 0,
  lastBookedAt: null,
});

const spanOf = ([from, until]: readonly [number, number, ...unknown[]]): Span => ({
  from: from * 1000,
  until: until * 1000,
});

function visitsOf([places, ...columns]: VisitColumns): TakenVisit[] {
  const [lectureFrom, lectureUntil, occupiedFrom, occupiedUntil, breakUntil, kinds] = columns;
  return (places ?? []).map((place, index) => {
    const kind = kinds[index]!;
    return {
      place,
      lecture: spanOf([lectureFrom[index]!, lectureUntil[index]!]),
      occupied: spanOf([occupiedFrom[index]!, occupiedUntil[index]!]),
      breakUntil: breakUntil[index]! * 1000,
      isForUndoing: kind === 'undo',
      mayLapse: kind === 'hold' || kind === 'offer' || kind === 'undo',
      ...(kind === 'published' && { keptFor: place }),
    };
  });
}
