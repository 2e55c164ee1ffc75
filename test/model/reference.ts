// What the product has to do, said once more: slowly, minute by minute and without a database. It shares no rule with
// the product, only the clock of the wall (instantAt) and the counting of dates.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { hasOwnEnough, limitOfTeam } from './caps.js';
import { Days } from './days.js';
import type { Wish } from './handing-over.js';
import type { Person, Place, Way } from './place.js';
import { isNamed, keptOf, publishedAt, publishedThen, type Published } from './published.js';
import { lacksRest } from './rest.js';
import { turns } from './turns.js';

export interface Lecture {
  id: string;
  minutes: number;
}

/** Somebody who goes on a visit. */
export interface Going {
  person: string;
  /** When this person was given it. */
  since: number;
  /** Chosen in spite of the margins, by a coordinator. */
  tight: boolean;
}

export interface Visit {
  id: string;
  reference: string;
  lecture: Lecture;
  school: string;
  email: string;
  date: IsoDate;
  minute: number;
  status: 'preliminary' | 'confirmed' | 'cancelled' | 'held' | 'notHeld';
  cancelledBy: 'school' | 'district' | 'lapse' | null;
  goes: Going[];
  /** The published time that it stands on (its id). */
  published: string | undefined;
  /** How many people it needs. */
  needed: number;
  createdAt: number;
  confirmBefore: number | null;
  /** How often something has happened to it. */
  changes: number;
  /** The coordinator's last act on it, until it is undone. */
  act: Act | undefined;
}

/** Who goes on a visit, and on account of what. */
export type Staffed = Pick<Visit, 'goes' | 'published' | 'needed'>;

export interface Act {
  by: string;
  until: number;
  /** How often something had happened to the visit once it was done. */
  changes: number;
  hasMailLeft: boolean;
  before: Pick<Visit, 'date' | 'minute' | 'status' | 'cancelledBy' | keyof Staffed>;
}

/** Instants: `from` belongs to it, `until` does not. */
export interface Span {
  from: number;
  until: number;
}

/** Time of a person that is taken: the lecture, and the same with its margins; and at which school. */
export interface Taken {
  person: string;
  school: string;
  lecture: Span;
  around: Span;
  tight: boolean;
}

/** Time that is kept for a visit: for the undoing of an act on it, while its school is asked to move, or by a plan. */
export interface Kept extends Taken {
  kind: 'undo' | 'offer' | 'planned';
  visit: string;
  until: number;
  /** The published time that it stands on (its id). */
  published?: string | undefined;
}

export interface Away extends Span {
  id: string;
  person: string;
  kind: 'illness' | 'duty' | 'other';
}

export type When = Pick<Visit, 'date' | 'minute' | 'lecture' | 'school'> & Partial<Pick<Visit, 'published'>>;

const MINUTE = 60_000;
const MARGIN = 15;
const BREAK = 10;
/** Evenings are offered, too. */
const CLOSES = 19 * 60;
export const NEEDED = 2;

export const startOf = (visit: Pick<Visit, 'date' | 'minute'>): number =>
  instantAt(visit.date, visit.minute).getTime();
export const lectureOf = (visit: Omit<When, 'school'>): Span => ({
  from: startOf(visit),
  until: startOf(visit) + visit.lecture.minutes * MINUTE,
});
export const aroundOf = (visit: Omit<When, 'school'>): Span => ({
  from: lectureOf(visit).from - MARGIN * MINUTE,
  until: lectureOf(visit).until + MARGIN * MINUTE,
});
export const overlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;
export const idsOf = (visit: Pick<Visit, 'goes'>): string[] => visit.goes.map(one => one.person).sort();

export class Reference extends Days {
  readonly visits: Visit[] = [];
  readonly away: Away[] = [];
  /** Hours beside the weekly ones; minutes of the wall clock. */
  readonly extra: { id: string; person: string; date: IsoDate; from: number; until: number }[] = [];
  /** Addresses that have pressed a link. */
  readonly proven = new Set<string>();
  kept: Kept[] = [];
  /** What each has in an outside calendar, as it was read last. */
  readonly elsewhere = new Map<string, Span[]>();
  /** In the order in which they were published. */
  published: Published[] = [];
  readonly wishes: Wish[] = [];
  /** Whether a colleague has to agree to a visit that is handed over. */
  needsConsent = true;
  /** Of a lecture (by its id) at most so many in a term; as many as there are where nothing is said. */
  readonly mostInTerm = new Map<string, number>();
  readonly people: Person[];
  readonly ways: Way[];

  constructor(readonly place: Place) {
    super(place.terms, place.breaks);
    this.people = place.people;
    this.ways = place.ways;
  }

  keep(kept: Kept): void {
    this.kept.push(kept);
  }

  letGo(visit: string, kind?: Kept['kind']): void {
    this.kept = this.kept.filter(one => one.visit !== visit || (kind && one.kind !== kind));
  }

  isBookableHour(minute: number, lecture: Lecture): boolean {
    const isLunch = minute >= 11 * 60 && minute < 12 * 60 + 15;
    return minute >= 490 && minute + lecture.minutes <= CLOSES && !isLunch;
  }

  /** Whether the whole time lies in somebody's hours. */
  works(person: Person, date: IsoDate, from: number, until: number): boolean {
    const windows = this.extra.filter(one => one.person === person.id && one.date === date);
    const isWeekday = weekdayOf(date) <= 5;
    const hasEvening = person.eveningsOn?.includes(weekdayOf(date)) ?? true;
    for (let minute = from; minute < until; minute++) {
      const isInHours = person.from <= minute && minute < person.until;
      const isUsual = isWeekday && isInHours && (hasEvening || minute < 17 * 60);
      if (!isUsual && !windows.some(one => one.from <= minute && minute < one.until)) return false;
    }
    return true;
  }

  isEmployed(person: Person, date: IsoDate): boolean {
    return person.since === undefined || person.since <= date;
  }

  worksAround(person: Person, { date, minute, lecture }: Omit<When, 'school'>): boolean {
    return this.works(person, date, minute - MARGIN, minute + lecture.minutes + MARGIN);
  }

  /** Everything that takes somebody's time on a date and the days beside it, but what belongs to one visit. */
  takenNear(date: IsoDate, person: string, except?: string): Taken[] {
    const days = [addDays(date, -1), date, addDays(date, 1)];
    const visits = this.visits.flatMap(visit =>
      days.includes(visit.date) && visit.id !== except
        ? visit.goes
            .filter(one => one.person === person)
            .map(one => ({
              ...one,
              school: visit.school,
              lecture: lectureOf(visit),
              around: aroundOf(visit),
            }))
        : [],
    );
    const kept = this.kept.filter(
      one => one.person === person && one.visit !== except && one.until > this.now,
    );
    return [...visits, ...kept];
  }

  /** Whether one person cannot do both: the lectures are too close for the break, the margins or the way. */
  clash(a: Omit<Taken, 'person' | 'tight'>, b: Omit<Taken, 'person' | 'tight'>): boolean {
    const [first, second] = a.lecture.from <= b.lecture.from ? [a, b] : [b, a];
    const minutesBetween = (second.lecture.from - first.lecture.until) / MINUTE;
    if (a.school === b.school) return minutesBetween < this.breakAt(first);
    if (overlap(a.around, b.around)) return true;
    return this.ways.some(
      way => way.from === first.school && way.to === second.school && minutesBetween < way.minutes,
    );
  }

  /** Of what is kept for an undoing, a part has no break. */
  private breakAt({ lecture, around }: Pick<Taken, 'lecture' | 'around'>): number {
    return lecture.until === around.until ? 0 : BREAK;
  }

  isFree(person: Person, visit: When, except?: string): boolean {
    return this.whyNotFree(person, visit, except) === undefined;
  }

  whyNotFree(person: Person, visit: When, except?: string): string | undefined {
    const why = this.whyBusy(person, visit, except);
    return why ?? (this.teamsLimit(visit, except) ? 'the team has had enough' : undefined);
  }

  /** Whatever the team has. Who is named on the published time of the visit works then, rested or not. */
  whyBusy(person: Person, visit: When, except?: string): string | undefined {
    const named = isNamed(this, person, visit);
    if (!person.lectures.includes(visit.lecture.id)) return 'does not hold the lecture';
    if (!this.isEmployed(person, visit.date)) return 'is not employed';
    if (!named && !this.worksAround(person, visit)) return 'does not work then';
    const around = aroundOf(visit);
    if (this.isAbsent(person.id, around)) return 'is away, or busy elsewhere';
    const time = { school: visit.school, lecture: lectureOf(visit), around };
    if (this.takenNear(visit.date, person.id, except).some(one => this.clash(one, time)))
      return 'has something else';
    if (this.keptBeside(person, visit, except).some(one => overlap(one.around, around)))
      return 'is kept for a published time';
    if (!named && lacksRest(this, person, visit, except)) return 'has no rest';
    return hasOwnEnough(this, person, visit, except) ? 'has had enough' : undefined;
  }

  keptBeside(person: Person, visit: Pick<When, 'published'>, except?: string): Published[] {
    return keptOf(this, person.id, visit, except);
  }

  /** Of it, what counts as something that somebody has. */
  keptAsVisits(person: Person, visit: Pick<When, 'published'>, except?: string): Published[] {
    return this.keptBeside(person, visit, except);
  }

  teamsLimit(visit: When, except?: string): string | undefined {
    return limitOfTeam(this, visit, except);
  }

  isAbsent(person: string, time: Span): boolean {
    return (
      this.away.some(one => one.person === person && overlap(one, time)) || this.isElsewhere(person, time)
    );
  }

  isElsewhere(person: string, time: Span): boolean {
    return (this.elsewhere.get(person) ?? []).some(one => overlap(one, time));
  }

  free(visit: When, except?: string): Person[] {
    return this.people.filter(person => this.isFree(person, visit, except));
  }

  /** offered, taken (the rules allow it, but too few are free), or never offered */
  verdict(visit: When, except?: string) {
    const { date, minute, lecture } = visit;
    if (!this.isBookableDay(date)) return 'notOffered';
    const isComputed = this.isBookableHour(minute, lecture) && minute % 30 === 0 && startOf(visit) > this.now;
    const isPublished = publishedThen(this, visit, except).length > 0;
    if (!isComputed && !isPublished) return 'notOffered';
    if (startOf(visit) <= this.now || this.teamsLimit(visit, except)) return 'taken';
    if (isPublished && publishedAt(this, visit, except)) return 'offered';
    return isComputed && this.free(visit, except).length >= NEEDED ? 'offered' : 'taken';
  }

  /** The starts that are offered on a date. */
  offeredOn(date: IsoDate, lecture: Lecture, school: string): number[] {
    const starts: number[] = [];
    if (!this.isBookableDay(date)) return starts;
    const published = this.published.filter(one => one.date === date).map(one => one.minute);
    for (let minute = 0; minute < 24 * 60; minute++) {
      if (minute % 30 !== 0 && !published.includes(minute)) continue;
      if (this.verdict({ date, minute, lecture, school }) === 'offered')
        starts.push(startOf({ date, minute }));
    }
    return starts;
  }

  openTimesInWeek(monday: IsoDate, lecture: Lecture, school: string): number {
    let open = 0;
    for (let day = 0; day < 7; day++) open += this.offeredOn(addDays(monday, day), lecture, school).length;
    return open;
  }

  /** Those who hold it already come first; then as turns.ts says. */
  inOrder(people: Person[], visit: When, holders: string[] = [], except?: string): Person[] {
    const order = turns(this, people, visit, except);
    return [
      ...order.filter(one => holders.includes(one.id)),
      ...order.filter(one => !holders.includes(one.id)),
    ];
  }

  choose(visit: When, holders: string[] = [], except?: string): Staffed {
    const had = publishedAt(this, visit, except);
    const named = had?.named ?? [];
    const others = had?.others ?? this.free(visit, except);
    const found = this.inOrder(others, visit, holders, except).slice(0, Math.max(0, NEEDED - named.length));
    const goes = [...named, ...found].map(person => ({ person: person.id, since: this.now, tight: false }));
    return { goes, published: had?.published.id, needed: Math.max(NEEDED, named.length) };
  }

  isComing(visit: Visit): boolean {
    return (visit.status === 'preliminary' || visit.status === 'confirmed') && startOf(visit) > this.now;
  }
}
