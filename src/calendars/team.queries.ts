import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { IsoDate } from '../shared/time/iso-date.js';
import { swedishDateOf, type EpochMs, type MinuteOfDay } from '../shared/time/swedish-time.js';
import { beginsIn } from './begins-in.js';
import { prepared } from '../platform/database/prepared.js';
import {
  creditsIn,
  IS_EVENING,
  MINUTES,
  turnColumns,
  turnOf,
  type TurnFacts,
  type TurnRow,
} from './turn-facts.js';

/** A half-open span of instants: `from` belongs to it, `until` does not. */
export interface Span {
  from: EpochMs;
  until: EpochMs;
}

/** Every second to fourth week, and which of them: the remainder of a week's count (`weekCountOf`). */
export interface WeekRhythm {
  every: number;
  turn: number;
}

/** Hours of a weekday, week after week; extra hours are such a window that is valid on one date. */
export interface WeeklyWindow {
  weekday: number;
  from: MinuteOfDay;
  until: MinuteOfDay;
  /** Left out where they hold every week. */
  weeks?: WeekRhythm | undefined;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

/** A visit that takes somebody's time. */
export interface TakenVisit {
  /** The school; something that is like no other where it is not in the list. */
  place: string;
  lecture: Span;
  /** With the margins. */
  occupied: Span;
  /** The earliest that another visit at the same place can begin. */
  breakUntil: EpochMs;
  /** Kept for the undoing of an act: it takes time, but is no visit. */
  isForUndoing?: boolean;
  /** A hold, a time that a school is asked about, or one that is kept for undoing: it goes by itself. */
  mayLapse?: boolean;
  /** Kept for a published time that nobody has booked: its id. */
  keptFor?: string;
}

/** What there is to know of a fältassistent's time. */
export interface TeamMember {
  id: string;
  /** Where calendar invitations go. */
  email: string;
  workingShare: number;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  hours: WeeklyWindow[];
  /** Absence and time taken in an outside calendar, in order of their beginning; spans may overlap. */
  busy: Span[];
  /** Of these, the duties with hours of the clock: work that ends at a time. */
  duties?: Span[];
  /** Visits, holds, and what is kept for undoing or for published times, in order of their lectures. */
  visits: TakenVisit[];
  /** Minutes of visits that this person has been given in the term that was asked for, holds not counted. */
  bookedMinutes: number;
  /** When the last of them was given. */
  lastBookedAt: Date | null;
  /** What else decides whose turn it is. */
  turn?: TurnFacts;
}

/** Whose own time does not count as taken: the visitor's hold, or the booking that is to be moved. */
export interface OwnTime {
  draftId?: string;
  bookingId?: string;
}

@Injectable()
export class TeamQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Everybody qualified for a lecture, with their hours, what takes their time within the span, and, where a term is
   * given, what decides whose turn it is in it: what they have been given, and who is asked first at the school.
   */
  async qualifiedFor(
    lectureId: string,
    span: Span,
    now: Date,
    own: OwnTime = {},
    term?: Span,
    schoolId: string | null = null,
  ): Promise<TeamMember[]> {
    const rows = await prepared<TeamRow>(
      this.dataSource,
      'team qualified for a lecture',
      `SELECT a.id, a.email, a.working_share AS "workingShare", a.employed_from AS "employedFrom",
              a.employed_until AS "employedUntil", hours.hours, busy.busy, visits.visits,
              loads.minutes AS "bookedMinutes", loads.last AS "lastBookedAt", ${turnColumns({ term: '$6', schoolId: '$8', bookingId: '$5' })}
         FROM lecture_qualification q
         JOIN lecture l ON l.id = q.lecture_id
         JOIN district_rules r ON r.district_id = l.district_id
         JOIN assistant a ON a.id = q.assistant_id
        CROSS JOIN LATERAL (
          SELECT json_agg(json_build_array(weekday, date_part('epoch', starts_at) / 60, date_part('epoch', ends_at) / 60,
                                           valid_from, valid_until, every_weeks, turn)) AS hours
            FROM (SELECT weekday, starts_at, ends_at, valid_from, valid_until, every_weeks, turn FROM weekly_hours
                   WHERE assistant_id = a.id
                   UNION ALL
                  SELECT extract(isodow FROM on_date)::int, starts_at, ends_at, on_date, on_date, 1, 0 FROM extra_hours
                   WHERE assistant_id = a.id
                     AND on_date BETWEEN lower($2::tstzrange)::date AND upper($2::tstzrange)::date) AS windows) AS hours
        CROSS JOIN LATERAL (
          SELECT json_agg(json_build_array(${ms('lower(period)')}, ${ms('upper(period)')}, is_shift) ORDER BY lower(period)) AS busy
            FROM (SELECT period, is_shift(kind, period) FROM absence WHERE assistant_id = a.id AND period && $2
                   UNION ALL
                  SELECT period, false FROM outside_busy WHERE assistant_id = a.id AND period && $2) AS elsewhere) AS busy
        CROSS JOIN LATERAL (
          SELECT json_agg(json_build_array(place, ${ms('lower(lecture)')}, ${ms('upper(lecture)')}, ${ms('lower(occupied)')},
                                           ${ms('upper(occupied)')}, ${ms('upper(with_break)')}, undo, may_lapse, kept_for) ORDER BY lower(lecture)) AS visits
            FROM (SELECT place, lecture, occupied, with_break, kind = 'undo' AS undo, hold_until IS NOT NULL AS may_lapse, NULL::uuid AS kept_for
                    FROM occupied_time
                   WHERE ${beginsIn('', 'a.id', '$7')}
                     AND (hold_until IS NULL OR hold_until > $3)
                     AND draft_id IS DISTINCT FROM $4 AND booking_id IS DISTINCT FROM $5
                     AND offered_booking_id IS DISTINCT FROM $5
                     AND NOT EXISTS (SELECT 1 FROM undoable_act u WHERE u.id = undo_act_id AND u.booking_id = $5)
                   UNION ALL
                  SELECT k.published_time_id, k.lecture, k.occupied, k.occupied, false, false, k.published_time_id
                    FROM published_time_person k
                   WHERE k.assistant_id = a.id AND k.occupied && $7 AND ${isStillKept('$5')}) AS taken) AS visits
        CROSS JOIN LATERAL (
          SELECT (sum(${MINUTES}))::int AS minutes,
                 (sum(${MINUTES}) FILTER (WHERE ${IS_EVENING}))::int AS evening, max(created_at) AS last
            FROM occupied_time
           WHERE $6::tstzrange IS NOT NULL AND booking_id IS NOT NULL AND ${beginsIn('', 'a.id', '$6')}) AS loads
        WHERE q.lecture_id = $1
        ORDER BY a.id`,
      [
        lectureId,
        rangeOf(span),
        now,
        own.draftId ?? NOBODYS,
        own.bookingId ?? NOBODYS,
        term ? rangeOf(term) : null,
        rangeOf(widened(span)),
        schoolId,
      ],
    );
    const credits = creditsOfTeam(rows, term);
    return rows.map(row => memberOf(row, credits));
  }
}

/** Of time that is kept, k: nobody has booked what it is kept for; a booking of one's own would leave it. */
export const isStillKept = (ownBookingId: string): string => `NOT EXISTS (
  SELECT 1 FROM booking b WHERE b.published_time_id = k.published_time_id AND b.id IS DISTINCT FROM ${ownBookingId})`;

/** As a number of the machine: `extract` answers one of any length, which takes several times as long to write. */
const ms = (instant: string) => `date_part('epoch', ${instant}) * 1000`;

/** Lectures (at most eight hours), margins and ways (at most three hours each) reach into a span from outside it. */
export const widened = (span: Span): Span => ({
  from: span.from - LONGEST_REACH,
  until: span.until + LONGEST_REACH,
});
const LONGEST_REACH = 14 * 3_600_000;

type HoursRow = [
  weekday: number,
  from: number,
  until: number,
  validFrom: IsoDate,
  validUntil: IsoDate | null,
  everyWeeks: number,
  turn: number,
];

function creditsOfTeam([first]: TeamRow[], term: Span | undefined): ReadonlyMap<string, number> {
  if (!term || !first?.termTeam) return new Map();
  return creditsIn(first.termTeam, first.eveningPercent, {
    startsOn: swedishDateOf(term.from),
    endsOn: swedishDateOf(term.until - 1),
  });
}

type VisitRow = [
  place: string,
  lectureFrom: EpochMs,
  lectureUntil: EpochMs,
  occupiedFrom: EpochMs,
  occupiedUntil: EpochMs,
  breakUntil: EpochMs,
  isForUndoing: boolean,
  mayLapse: boolean,
  keptFor: string | null,
];

interface TeamRow extends TurnRow {
  email: string;
  workingShare: string;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  hours: HoursRow[] | null;
  busy: [from: EpochMs, until: EpochMs, isShift: boolean][] | null;
  visits: VisitRow[] | null;
  lastBookedAt: Date | null;
}

/** An id that no row has. */
export const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** PostgreSQL's notation of a span of instants. */
export const rangeOf = (span: Span): string =>
  `[${new Date(span.from).toISOString()},${new Date(span.until).toISOString()})`;

const memberOf = (row: TeamRow, credits: ReadonlyMap<string, number>): TeamMember => ({
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
  busy: (row.busy ?? []).map(([from, until]) => ({ from, until })),
  duties: (row.busy ?? []).flatMap(([from, until, isShift]) => (isShift ? [{ from, until }] : [])),
  visits: (row.visits ?? []).map(
    ([
      place,
      lectureFrom,
      lectureUntil,
      occupiedFrom,
      occupiedUntil,
      breakUntil,
      isForUndoing,
      mayLapse,
      keptFor,
    ]) => ({
      place,
      lecture: { from: lectureFrom, until: lectureUntil },
      occupied: { from: occupiedFrom, until: occupiedUntil },
      breakUntil,
      isForUndoing,
      mayLapse,
      ...(keptFor !== null && { keptFor }),
    }),
  ),
  bookedMinutes: row.bookedMinutes ?? 0,
  lastBookedAt: row.lastBookedAt,
  turn: turnOf(row, credits),
});
