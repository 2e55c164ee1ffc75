// What decides whose turn it is, beside the minutes that somebody has been given: parts of questions to the database,
// and what their answers mean.
import type { IsoDate } from '../shared/time/iso-date.js';
import { SWEDISH_ZONE, swedishDateOf, type MinuteOfDay } from '../shared/time/swedish-time.js';
import { beginsIn } from './begins-in.js';
import { creditsOf, type TermDates, type TermPerson } from './credit.rules.js';
import type { Span } from './span.js';
import { overlaps } from './overlaps.js';

/** Of one person, in the term of a visit. */
export interface TurnFacts {
  /** Of the booked minutes. */
  eveningMinutes: number;
  /** Booked minutes, those of the evening by the district's weight. */
  loadMinutes: number;
  /** Minutes of a full working share, for time in which this person was not there. */
  creditMinutes: number;
  /** Leads the lecture. */
  isLead: boolean;
  /** The district keeps this person for the school. */
  isKept: boolean;
  /** Has been given another visit at the school, whenever that was. */
  hasBeenThere: boolean;
}

/** Minutes by their weight: those of the evening are some of them. */
export const weighted = (minutes: number, eveningMinutes: number, eveningPercent: number): number =>
  (100 * (minutes - eveningMinutes) + eveningPercent * eveningMinutes) / 100;

/** Wall-clock minute from which a visit is one of the evening. */
export const EVENING_FROM = 17 * 60;

/** Whether hours that end then reach into the evening. */
export const isEvening = (until: MinuteOfDay): boolean => until > EVENING_FROM;

const dateOf = (instant: string) => `(${instant} AT TIME ZONE '${SWEDISH_ZONE}')::date`;

/** Of a row of occupied_time. */
export const MINUTES = `extract(epoch FROM upper(lecture) - lower(lecture)) / 60`;
export const IS_EVENING = `(lower(lecture) AT TIME ZONE '${SWEDISH_ZONE}')::time >= '17:00'`;

/** Everybody who is employed in a term (a range of instants), and every visit that one of them has been given in it. */
export const termTeam = (districtId: string, term: string): string => `json_build_object(
  'people', (
    SELECT coalesce(json_agg(json_build_object('id', p.id, 'workingShare', p.working_share, 'employedFrom', p.employed_from,
        'employedUntil', p.employed_until, 'away', (
          SELECT coalesce(json_agg(json_build_object('from', ${dateOf(`(lower(period) + interval '1 day' - interval '1 second')`)},
                                                     'until', ${dateOf('upper(period)')})), '[]')
            FROM absence WHERE assistant_id = p.id AND ${overlaps('period', term)} AND upper(period) - lower(period) > interval '20 hours'))
      ORDER BY p.id), '[]')
      FROM assistant p WHERE p.district_id = ${districtId} AND ${isEmployedIn(term)}),
  'given', (
    SELECT coalesce(json_agg(json_build_array(p.id, ${dateOf('lower(lecture)')}, ${dateOf('created_at')}, (${MINUTES})::int,
                                              ${IS_EVENING})), '[]')
      FROM assistant p JOIN occupied_time o ON ${beginsIn('o.', 'p.id', term)}
     WHERE p.district_id = ${districtId} AND o.booking_id IS NOT NULL AND ${isEmployedIn(term)}))`;

function isEmployedIn(term: string): string {
  return `daterange(p.employed_from, p.employed_until, '[]') && daterange(${dateOf(`lower(${term})`)}, ${dateOf(`upper(${term})`)})`;
}

/**
 * Whether anybody of a district may be credited something: only then all that was given has to be looked at. Counted, as
 * PostgreSQL would answer EXISTS for the people of all districts at once.
 */
const somebodyIsCredited = (districtId: string, term: string): string => `(SELECT count(*) FROM assistant p
   WHERE p.district_id = ${districtId} AND ${isEmployedIn(term)}
     AND (p.employed_from > ${dateOf(`lower(${term})`)} OR p.employed_until < ${dateOf(`upper(${term})`)} - 1
          OR (SELECT sum(upper(period * ${term}) - lower(period * ${term})) FROM absence
               WHERE assistant_id = p.id AND ${overlaps('period', term)}) > interval '9 days')) > 0`;

/** For each person a, lecture l and its district's rules r: more columns, and what they are read from. */
export const askedInTurn = (p: { term: string; schoolId: string; bookingId: string }) => ({
  columns: `,
    loads.minutes AS "bookedMinutes", loads.last AS "lastBookedAt", loads.evening AS "eveningMinutes",
    r.evening_load_percent AS "eveningPercent", a.id = l.lead_assistant_id AS "isLead",
    EXISTS (SELECT 1 FROM school_preference k WHERE k.school_id = ${p.schoolId} AND k.assistant_id = a.id) AS "isKept",
    EXISTS (SELECT 1 FROM booking b JOIN occupied_time o ON o.booking_id = b.id
             WHERE b.school_id = ${p.schoolId} AND b.id <> ${p.bookingId} AND o.assistant_id = a.id) AS "hasBeenThere",
    CASE WHEN ${p.term}::tstzrange IS NOT NULL AND row_number() OVER (ORDER BY a.id) = 1
              AND ${somebodyIsCredited('l.district_id', p.term)}
         THEN ${termTeam('l.district_id', p.term)} END AS "termTeam"`,
  from: `CROSS JOIN LATERAL (
    SELECT (sum(${MINUTES}))::int AS minutes,
           (sum(${MINUTES}) FILTER (WHERE ${IS_EVENING}))::int AS evening, max(created_at) AS last
      FROM occupied_time
     WHERE ${p.term}::tstzrange IS NOT NULL AND booking_id IS NOT NULL AND ${beginsIn('', 'a.id', p.term)}) AS loads`,
});

export interface TurnRow {
  id: string;
  bookedMinutes: number | null;
  lastBookedAt: Date | null;
  eveningMinutes: number | null;
  eveningPercent: number;
  isLead: boolean | null;
  isKept: boolean;
  hasBeenThere: boolean;
  /** In the first row alone, and only where somebody may be credited something. */
  termTeam: TermTeamRow | null;
}

/** What those rows say of each person. */
export function inTurn(
  rows: readonly TurnRow[],
  term: Span | undefined,
): (row: TurnRow) => { bookedMinutes: number; lastBookedAt: Date | null; turn: TurnFacts } {
  const credits = creditsOfTeam(rows, term);
  return row => ({
    bookedMinutes: row.bookedMinutes ?? 0,
    lastBookedAt: row.lastBookedAt,
    turn: {
      eveningMinutes: row.eveningMinutes ?? 0,
      loadMinutes: weighted(row.bookedMinutes ?? 0, row.eveningMinutes ?? 0, row.eveningPercent),
      creditMinutes: credits.get(row.id) ?? 0,
      isLead: row.isLead ?? false,
      isKept: row.isKept,
      hasBeenThere: row.hasBeenThere,
    },
  });
}

function creditsOfTeam([first]: readonly TurnRow[], term: Span | undefined): ReadonlyMap<string, number> {
  if (!term || !first?.termTeam) return new Map();
  return creditsIn(first.termTeam, first.eveningPercent, {
    startsOn: swedishDateOf(term.from),
    endsOn: swedishDateOf(term.until - 1),
  });
}

export interface TermTeamRow {
  people: TermPerson[];
  given: [assistantId: string, date: IsoDate, givenOn: IsoDate, minutes: number, isEvening: boolean][];
}

export function creditsIn(team: TermTeamRow, eveningPercent: number, term: TermDates): Map<string, number> {
  const given = team.given.map(([assistantId, date, givenOn, minutes, isEvening]) => ({
    assistantId,
    date,
    givenOn,
    loadMinutes: weighted(minutes, isEvening ? minutes : 0, eveningPercent),
  }));
  return creditsOf(team.people, given, term);
}
