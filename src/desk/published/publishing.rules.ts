// Which times a coordinator publishes, and which of them can be:
// - of a day: at each of some times of the clock; of a term: the same on some weekdays, on its school days from today on;
// - copied from an earlier term: in the same week of teaching (weeks that are lov altogether are not counted), on the same
//   weekday and at the same time of the clock; without those of its people who do not work then or may not hold it;
// - none in the past, on a day without school, or that is published already;
// - none for a lecture that takes no published times;
// - none with somebody who does not work here then, is away, or is on a visit or another published time, margins counted.
import type { Span } from '../../calendars/span.js';
import { isEmployed } from '../../slots/working-time.js';
import {
  isSchoolDay,
  teachingWeeks,
  type SchoolCalendar,
  type Term,
} from '../../shared/school-year/school-calendar.js';
import { addDays, datesFrom, laterOf, weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import {
  instantAt,
  swedishDateOf,
  swedishMinuteOf,
  type MinuteOfDay,
} from '../../shared/time/swedish-time.js';

export interface PublishableLecture {
  id: string;
  minutes: number;
  /** Ids of those who may hold it. */
  qualified: string[];
}

export interface Publishable {
  id: string;
  name: string;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
}

/** A time that is wanted. `key` names it within one plan. */
export interface WantedTime {
  key: string;
  date: IsoDate;
  minute: MinuteOfDay;
  /** Null: every lecture that takes published times. */
  lectureId: string | null;
  people: string[];
  /** Of a copy: those of the people who cannot come along. */
  leftOut: string[];
}

export interface PublishedBefore {
  id: string;
  startsAt: Date;
  lectureId: string | null;
  people: string[];
}

/** Something that takes the time of one of the people, with its margins. */
export interface TakenSpan extends Span {
  assistantId: string;
  kind: 'visit' | 'away' | 'kept';
}

export interface PublishingFacts {
  now: Date;
  calendar: SchoolCalendar;
  marginBefore: number;
  marginAfter: number;
  /** Those that take published times. */
  lectures: PublishableLecture[];
  people: Publishable[];
  published: PublishedBefore[];
  taken: TakenSpan[];
}

export type Trouble =
  | { kind: 'past' | 'noSchool' | 'already' | 'lecture' }
  | { kind: 'notEmployed' | TakenSpan['kind']; people: string[] };

export interface JudgedTime extends WantedTime {
  startsAt: Date;
  /** What is kept of somebody's time for it. */
  lecture: Span;
  occupied: Span;
  /** Why it cannot be published; undefined where it can. */
  trouble?: Trouble;
}

type Wanted = Pick<WantedTime, 'lectureId' | 'people'>;

export const timesOfDay = (date: IsoDate, minutes: readonly MinuteOfDay[], wanted: Wanted): WantedTime[] =>
  minutes.map(minute => ({ ...wanted, key: `${date}.${String(minute)}`, date, minute, leftOut: [] }));

export function timesOfTerm(
  calendar: SchoolCalendar,
  term: Term,
  {
    weekdays,
    minutes,
    today,
  }: { weekdays: readonly number[]; minutes: readonly MinuteOfDay[]; today: IsoDate },
  wanted: Wanted,
): WantedTime[] {
  return datesFrom(laterOf(term.startsOn, today), term.endsOn)
    .filter(date => weekdays.includes(weekdayOf(date)) && isSchoolDay(calendar, date))
    .flatMap(date => timesOfDay(date, minutes, wanted));
}

/** `dropped`: how many have no such day in the other term, or one that has passed. */
export function timesCopied(
  source: readonly PublishedBefore[],
  terms: { from: Term; to: Term },
  facts: Pick<PublishingFacts, 'calendar' | 'lectures' | 'people' | 'now'>,
): { times: WantedTime[]; dropped: number } {
  const { calendar, now } = facts;
  const weeksBefore = teachingWeeks(calendar, terms.from);
  const weeks = teachingWeeks(calendar, terms.to);
  const today = swedishDateOf(now);
  const times = source.flatMap(({ id, startsAt, lectureId, people }) => {
    const before = swedishDateOf(startsAt);
    const monday = weeks[weeksBefore.indexOf(mondayOf(before))];
    const date = monday && addDays(monday, weekdayOf(before) - 1);
    const isThere = date && date >= today && terms.to.startsOn <= date && date <= terms.to.endsOn;
    if (!isThere || !isSchoolDay(calendar, date)) return [];
    const stay = people.filter(person => comesAlong(person, lectureId, date, facts));
    const leftOut = people.filter(person => !stay.includes(person));
    return [{ key: id, date, minute: swedishMinuteOf(startsAt), lectureId, people: stay, leftOut }];
  });
  return { times, dropped: source.length - times.length };
}

const worksOn = (id: string, date: IsoDate, people: readonly Publishable[]): boolean =>
  people.some(person => person.id === id && isEmployed(person, date));

/** Whether somebody may hold a lecture, or one of those that take published times. */
export const mayHold = (
  person: string,
  lectureId: string | null,
  lectures: readonly PublishableLecture[],
): boolean =>
  lectures.some(lecture => (lectureId ?? lecture.id) === lecture.id && lecture.qualified.includes(person));

const comesAlong = (
  person: string,
  lectureId: string | null,
  date: IsoDate,
  { people, lectures }: Pick<PublishingFacts, 'people' | 'lectures'>,
) => worksOn(person, date, people) && mayHold(person, lectureId, lectures);

/** Each of the times (in the order of the list, the earlier before the later) with why it cannot be published. */
export function judged(wanted: readonly WantedTime[], facts: PublishingFacts): JudgedTime[] {
  const kept: TakenSpan[] = [];
  const inOrder = [...wanted].sort((a, b) => a.date.localeCompare(b.date) || a.minute - b.minute);
  return inOrder.map(time => {
    const spans = spansOf(time, facts);
    const trouble = troubleOf(time, spans, { ...facts, taken: [...facts.taken, ...kept] });
    if (!trouble)
      kept.push(
        ...time.people.map(assistantId => ({ ...spans.occupied, assistantId, kind: 'kept' as const })),
      );
    return { ...time, ...spans, ...(trouble && { trouble }) };
  });
}

function spansOf(
  { date, minute, lectureId }: WantedTime,
  { lectures, marginBefore, marginAfter }: PublishingFacts,
): Pick<JudgedTime, 'startsAt' | 'lecture' | 'occupied'> {
  const startsAt = instantAt(date, minute);
  const from = startsAt.getTime();
  const lengths = lectures.filter(one => (lectureId ?? one.id) === one.id).map(one => one.minutes);
  const until = from + Math.max(1, ...lengths) * 60_000;
  const occupied = { from: from - marginBefore * 60_000, until: until + marginAfter * 60_000 };
  return { startsAt, lecture: { from, until }, occupied };
}

const IN_THE_WAY = ['away', 'visit', 'kept'] as const;

function troubleOf(
  time: WantedTime,
  { startsAt, occupied }: Pick<JudgedTime, 'startsAt' | 'occupied'>,
  facts: PublishingFacts,
): Trouble | undefined {
  if (startsAt <= facts.now) return { kind: 'past' };
  if (!isSchoolDay(facts.calendar, time.date)) return { kind: 'noSchool' };
  const { lectureId, people } = time;
  if (!facts.lectures.some(one => (lectureId ?? one.id) === one.id)) return { kind: 'lecture' };
  const isThere = (one: PublishedBefore) =>
    one.startsAt.getTime() === startsAt.getTime() &&
    one.lectureId === lectureId &&
    one.people.join() === [...people].sort().join();
  if (facts.published.some(isThere)) return { kind: 'already' };
  const gone = people.filter(id => !worksOn(id, time.date, facts.people));
  if (gone.length > 0) return { kind: 'notEmployed', people: gone };
  const overlapping = facts.taken.filter(
    one => people.includes(one.assistantId) && one.from < occupied.until && occupied.from < one.until,
  );
  for (const kind of IN_THE_WAY) {
    const hit = new Set(overlapping.filter(one => one.kind === kind).map(one => one.assistantId));
    if (hit.size > 0) return { kind, people: [...hit] };
  }
  return undefined;
}
