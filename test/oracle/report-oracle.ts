// The report once more, slowly and so that one sees that it is right: for every person, every date and every minute it
// asks whether the minute counts. It reads plain rows, and shares neither a line nor a rule with the report.
import type { Ask } from './random-ground.ts';

export interface OracleQuestion {
  districtId: string;
  parts: { from: string; to: string }[];
  filter: { organizer: string | null; lecture: string | null; audience: string | null; grade: string | null };
  byPerson: boolean;
  bySchool: boolean;
}

/** Amounts by what they are of, in words. */
export type Amounts = Record<string, number>;

// Red days from Monday to Friday, October 2026 to June 2027, from an almanac.
const RED = ['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01', '2027-01-06'];
RED.push('2027-03-26', '2027-03-29', '2027-05-06', '2027-06-25');
/** Summer time ends at kl. 3 on 25 October 2026 and begins at kl. 2 on 28 March 2027. */
const WINTER = [Date.parse('2026-10-25T01:00:00Z'), Date.parse('2027-03-28T01:00:00Z')] as const;

const MINUTE = 60_000;
const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
const weekday = (date: string) => new Date(date).getUTCDay() || 7;
/** Mondays after the first of ISO year 1970, which came in December. */
const weeksSince1969 = (date: string) => {
  let monday = date;
  while (weekday(monday) !== 1) monday = dayBefore(monday);
  return (Date.parse(monday) - Date.parse('1969-12-29')) / (7 * 86_400_000);
};
const isWorking = (date: string) => weekday(date) <= 5 && !RED.includes(date);
const dateOf = (instant: Date) => {
  const isWinter = WINTER[0] <= instant.getTime() && instant.getTime() < WINTER[1];
  return new Date(instant.getTime() + (isWinter ? 60 : 120) * MINUTE).toISOString().slice(0, 10);
};
/** Of a date on which no clock is changed. */
const instantOf = (date: string, minute: number) =>
  Date.parse(date) + (minute - (date > '2026-10-25' && date < '2027-03-28' ? 60 : 120)) * MINUTE;
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

type Dated = Record<'from' | 'to', string>;
interface Hours {
  person: string;
  from: string;
  to: string;
}
interface Rows {
  terms: Dated[];
  breaks: Dated[];
  bookable: (Dated & { audience: string })[];
  people: { id: string; from: string; to: string | null }[];
  weekly: (Hours & { weekday: number; since: string; until: string | null; every: number; turn: number })[];
  extra: (Hours & { date: string })[];
  absence: { person: string; from: Date; to: Date }[];
  visits: Visit[];
  taken: { visit: string; person: string; from: Date; to: Date }[];
  schools: { id: string; organizer: string; grades: string[]; active: boolean }[];
  cutoff: number;
}
interface Visit {
  id: string;
  start: Date;
  end: Date;
  status: string;
  school: string | null;
  organizer: string | null;
  lecture: string;
  audience: string;
  grade: string | null;
  present: number | null;
  notHeldBy: string | null;
  cancelledAt: Date | null;
  cancelledBy: string | null;
  confirmedAt: Date | null;
}

async function rowsOf(ask: Ask, id: string): Promise<Rows> {
  const all = <Row>(sql: string) => ask<Row>(sql, [id]);
  const mine = 'assistant_id IN (SELECT id FROM assistant WHERE district_id = $1)';
  const [rules] = await all<{ cutoff: number }>(
    'SELECT change_cutoff_working_days AS cutoff FROM district_rules WHERE district_id = $1',
  );
  return {
    cutoff: rules!.cutoff,
    terms: await all('SELECT starts_on::text AS from, ends_on::text AS to FROM term WHERE district_id = $1'),
    breaks: await all(
      'SELECT starts_on::text AS from, ends_on::text AS to FROM school_break WHERE district_id = $1',
    ),
    bookable: await all(
      'SELECT audience, opens_at::text AS from, closes_at::text AS to FROM bookable_hours WHERE district_id = $1',
    ),
    people: await all(
      'SELECT id, employed_from::text AS from, employed_until::text AS to FROM assistant WHERE district_id = $1',
    ),
    weekly: await all(
      `SELECT assistant_id AS person, weekday, starts_at::text AS from, ends_at::text AS to, valid_from::text AS since,
              valid_until::text AS until, every_weeks AS every, turn FROM weekly_hours WHERE ${mine}`,
    ),
    extra: await all(
      `SELECT assistant_id AS person, on_date::text AS date, starts_at::text AS from, ends_at::text AS to
         FROM extra_hours WHERE ${mine}`,
    ),
    absence: await all(
      `SELECT assistant_id AS person, lower(period) AS from, upper(period) AS to FROM absence WHERE ${mine}`,
    ),
    visits: await all(
      `SELECT b.id, b.starts_at AS start, b.ends_at AS end, b.status, b.school_id AS school, s.organizer_type AS organizer,
              l.slug AS lecture, l.audience, b.grade, b.pupils_present AS present, b.not_held_by AS "notHeldBy",
              b.cancelled_at AS "cancelledAt", b.cancelled_by AS "cancelledBy", b.confirmed_at AS "confirmedAt"
         FROM booking b JOIN lecture l ON l.id = b.lecture_id LEFT JOIN school s ON s.id = b.school_id
        WHERE b.district_id = $1`,
    ),
    taken: await all(
      `SELECT booking_id AS visit, assistant_id AS person, lower(occupied) AS from, upper(occupied) AS to
         FROM occupied_time WHERE district_id = $1`,
    ),
    schools: await all(
      `SELECT s.id, s.organizer_type AS organizer, s.grades, s.is_active AS active
         FROM school s JOIN school_district d ON d.school_id = s.id WHERE d.district_id = $1`,
    ),
  };
}

/** All figures of a district by the same questions that the report is asked; amounts of nothing are left out. */
export async function slowReport(ask: Ask, question: OracleQuestion, now: Date): Promise<Amounts> {
  const rows = await rowsOf(ask, question.districtId);
  const amounts: Amounts = {};
  const add = (what: string, amount: number) => {
    if (amount !== 0) amounts[what] = (amounts[what] ?? 0) + amount;
  };
  addSupply(rows, question, add);
  const partOf = (date: string) => question.parts.findIndex(part => part.from <= date && date <= part.to);
  const wanted = rows.visits.filter(
    visit =>
      partOf(dateOf(visit.start)) >= 0 &&
      [null, visit.organizer].includes(question.filter.organizer) &&
      [null, visit.lecture].includes(question.filter.lecture) &&
      [null, visit.audience].includes(question.filter.audience) &&
      [null, visit.grade].includes(question.filter.grade),
  );
  const place = (visit: Visit) =>
    `part ${String(partOf(dateOf(visit.start)))} school ${question.bySchool ? (visit.school ?? '-') : '-'} ${visit.organizer ?? 'unlisted'}`;
  addTimes(rows, wanted, now, (visit, person, state) => {
    add(`${place(visit)} person ${question.byPerson ? person : '-'} ${state}`, 1);
  });
  for (const visit of wanted) addOutcome(visit, rows.cutoff, now, what => `${place(visit)} ${what}`, add);
  for (const school of rows.schools) addReach(school, wanted, question, add);
  return amounts;
}

type Add = (what: string, amount: number) => void;

function addSupply(rows: Rows, question: OracleQuestion, add: Add): void {
  const within = (spans: Dated[], date: string) => spans.some(span => span.from <= date && date <= span.to);
  const holds = (hours: Pick<Hours, 'from' | 'to'>, minute: number) =>
    minuteOf(hours.from) <= minute && minute < minuteOf(hours.to);
  const bookable = rows.bookable.filter(hours => [null, hours.audience].includes(question.filter.audience));
  for (const [part, { from, to }] of question.parts.entries()) {
    for (let date = from; date <= to; date = nextDay(date)) {
      if (!isWorking(date) || !within(rows.terms, date) || within(rows.breaks, date)) continue;
      for (const person of rows.people) {
        if (date < person.from || (person.to !== null && person.to < date)) continue;
        const hours = [
          ...rows.weekly.filter(
            one =>
              one.weekday === weekday(date) &&
              one.since <= date &&
              (one.until === null || date <= one.until) &&
              weeksSince1969(date) % one.every === one.turn,
          ),
          ...rows.extra.filter(one => one.date === date),
        ].filter(one => one.person === person.id);
        const absence = rows.absence.filter(one => one.person === person.id);
        const where = `part ${String(part)} person ${question.byPerson ? person.id : '-'}`;
        for (let minute = 0; minute < 24 * 60; minute++) {
          const instant = instantOf(date, minute);
          const isAway = absence.some(
            one => one.from.getTime() < instant + MINUTE && instant < one.to.getTime(),
          );
          if (isAway || !hours.some(one => holds(one, minute))) continue;
          add(`${where} available`, 1);
          if (bookable.some(one => holds(one, minute))) add(`${where} offered`, 1);
        }
      }
    }
  }
}

/** Minute after minute of each person, the visit that begins first taking what two visits share. */
function addTimes(
  rows: Rows,
  wanted: Visit[],
  now: Date,
  take: (visit: Visit, person: string, state: string) => void,
): void {
  for (const isPreliminary of [false, true]) {
    const seen = new Set<string>();
    const taken = rows.taken.toSorted((a, b) => a.from.getTime() - b.from.getTime());
    for (const one of taken) {
      const visit = wanted.find(each => each.id === one.visit);
      if (!visit || !['held', 'confirmed', 'preliminary'].includes(visit.status)) continue;
      if ((visit.status === 'preliminary') !== isPreliminary) continue;
      const state = visit.status !== 'confirmed' ? visit.status : visit.end > now ? 'ahead' : 'untold';
      for (let minute = one.from.getTime(); minute < one.to.getTime(); minute += MINUTE) {
        const key = `${one.person} ${String(minute)}`;
        if (!seen.has(key)) take(visit, one.person, `minutes ${state}`);
        seen.add(key);
      }
    }
  }
}

function addOutcome(visit: Visit, cutoff: number, now: Date, at: (what: string) => string, add: Add): void {
  if (visit.status === 'held') {
    add(at('visits held'), 1);
    add(at(visit.audience === 'students' ? 'pupils' : 'adults'), visit.present!);
  }
  if (visit.status === 'confirmed') add(at(visit.end > now ? 'visits ahead' : 'visits untold'), 1);
  if (visit.status === 'notHeld')
    add(
      at(
        `lost ${{ school: 'notHeldBySchool', district: 'notHeldByDistrict', noShow: 'noShow' }[visit.notHeldBy!]!}`,
      ),
      1,
    );
  if (visit.status !== 'cancelled' || visit.cancelledBy === 'lapse' || !visit.confirmedAt) return;
  let last = dateOf(visit.start);
  for (let left = cutoff; left > 0;) {
    last = dayBefore(last);
    if (isWorking(last)) left--;
  }
  if (dateOf(visit.cancelledAt!) > last)
    add(at(`lost ${visit.cancelledBy === 'school' ? 'lateBySchool' : 'lateByDistrict'}`), 1);
}

function addReach(
  school: Rows['schools'][number],
  wanted: Visit[],
  { filter }: OracleQuestion,
  add: Add,
): void {
  if (![null, school.organizer].includes(filter.organizer)) return;
  const isReached = wanted.some(visit => visit.school === school.id && visit.status === 'held');
  if (isReached) add(`${school.organizer} schools reached`, 1);
  const hasGrade = filter.grade === null || school.grades.includes(filter.grade);
  if (isReached || (school.active && hasGrade)) add(`${school.organizer} schools`, 1);
}
