// What the product has to do, said once more: slowly, minute by minute and without a database. It shares no rule with
// the product, only the clock of the wall (instantAt) and the counting of dates.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt, swedishDateOf } from '../../src/shared/time/swedish-time.js';

export interface Person {
  id: string;
  share: number;
  /** Minutes of the wall clock, Monday to Friday. */
  from: number;
  until: number;
  lectures: string[];
}

export interface Lecture {
  id: string;
  minutes: number;
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
  people: string[];
  /** When its people were given it. */
  takenAt: number;
  createdAt: number;
  confirmBefore: number | null;
}

export interface Away {
  id: string;
  person: string;
  from: number;
  until: number;
}

export interface Place {
  terms: { startsOn: IsoDate; endsOn: IsoDate }[];
  breaks: { startsOn: IsoDate; endsOn: IsoDate }[];
  people: Person[];
}

const MINUTE = 60_000;
const MARGIN = 15;
const NEEDED = 2;
const RED = new Set(
  `2026-12-24 2026-12-25 2026-12-26 2026-12-31 2027-01-01 2027-01-06 2027-03-26 2027-03-28 2027-03-29 2027-05-01
   2027-05-06 2027-05-16 2027-06-06 2027-06-25 2027-06-26 2027-11-06 2027-12-24 2027-12-25 2027-12-26 2027-12-31`.split(
    /\s+/,
  ),
);

const inside = (span: { startsOn: IsoDate; endsOn: IsoDate }, date: IsoDate) =>
  span.startsOn <= date && date <= span.endsOn;

export const startOf = (visit: Pick<Visit, 'date' | 'minute'>): number =>
  instantAt(visit.date, visit.minute).getTime();
export const endOf = (visit: Pick<Visit, 'date' | 'minute' | 'lecture'>): number =>
  startOf(visit) + visit.lecture.minutes * MINUTE;

export class Reference {
  now = 0;
  readonly visits: Visit[] = [];
  readonly away: Away[] = [];
  /** Addresses that have pressed a link. */
  readonly proven = new Set<string>();

  constructor(private readonly place: Place) {}

  get today(): IsoDate {
    return swedishDateOf(this.now);
  }

  isWorkingDay(date: IsoDate): boolean {
    return weekdayOf(date) <= 5 && !RED.has(date);
  }

  workingDaysFrom(date: IsoDate, days: number): IsoDate {
    let day = date;
    for (let left = Math.abs(days); left > 0;) {
      day = addDays(day, Math.sign(days));
      if (this.isWorkingDay(day)) left--;
    }
    return day;
  }

  termOf(date: IsoDate) {
    return this.place.terms.find(term => inside(term, date));
  }

  isSchoolDay(date: IsoDate): boolean {
    return (
      this.isWorkingDay(date) &&
      this.termOf(date) !== undefined &&
      !this.place.breaks.some(span => inside(span, date))
    );
  }

  isBookableDay(date: IsoDate): boolean {
    if (!this.isSchoolDay(date) || date < this.workingDaysFrom(this.today, 10)) return false;
    const coming = this.place.terms
      .filter(term => term.startsOn > this.today)
      .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    const last = coming[0]?.endsOn ?? this.termOf(this.today)?.endsOn;
    return last !== undefined && date <= last;
  }

  isBookableHour(minute: number, lecture: Lecture): boolean {
    const isLunch = minute >= 11 * 60 && minute < 12 * 60 + 15;
    return minute % 30 === 0 && minute >= 490 && minute + lecture.minutes <= 15 * 60 + 30 && !isLunch;
  }

  isFree(person: Person, visit: Pick<Visit, 'date' | 'minute' | 'lecture'>, except?: string): boolean {
    if (!person.lectures.includes(visit.lecture.id)) return false;
    if (weekdayOf(visit.date) > 5) return false;
    if (visit.minute - MARGIN < person.from) return false;
    if (visit.minute + visit.lecture.minutes + MARGIN > person.until) return false;
    const from = startOf(visit) - MARGIN * MINUTE;
    const until = endOf(visit) + MARGIN * MINUTE;
    if (this.away.some(one => one.person === person.id && one.from < until && from < one.until)) return false;
    return !this.visits.some(
      other =>
        other.id !== except &&
        other.people.includes(person.id) &&
        startOf(other) - MARGIN * MINUTE < until &&
        from < endOf(other) + MARGIN * MINUTE,
    );
  }

  free(visit: Pick<Visit, 'date' | 'minute' | 'lecture'>, except?: string): Person[] {
    return this.place.people.filter(person => this.isFree(person, visit, except));
  }

  /** offered, taken (the rules allow it, but too few are free), or never offered */
  verdict(visit: Pick<Visit, 'date' | 'minute' | 'lecture'>, except?: string) {
    if (!this.isBookableDay(visit.date) || !this.isBookableHour(visit.minute, visit.lecture))
      return 'notOffered';
    if (startOf(visit) <= this.now) return 'notOffered';
    return this.free(visit, except).length >= NEEDED ? 'offered' : 'taken';
  }

  openTimesInWeek(monday: IsoDate, lecture: Lecture): number {
    let open = 0;
    for (let day = 0; day < 7; day++) {
      for (let minute = 0; minute < 24 * 60; minute += 30) {
        if (this.verdict({ date: addDays(monday, day), minute, lecture }) === 'offered') open++;
      }
    }
    return open;
  }

  /** Those who are kept first; then fewest minutes in the term by share, the longest without a new visit, the id. */
  inOrder(people: Person[], date: IsoDate, kept: string[] = [], except?: string): Person[] {
    const term = this.termOf(date);
    const key = (person: Person): [number, number, number, string] => {
      const own = this.visits.filter(
        visit => visit.id !== except && visit.people.includes(person.id) && term && inside(term, visit.date),
      );
      const minutes = own.reduce((sum, visit) => sum + visit.lecture.minutes, 0);
      const last = Math.max(0, ...own.map(visit => visit.takenAt));
      return [kept.includes(person.id) ? 0 : 1, minutes / person.share, last, person.id];
    };
    return [...people].sort((a, b) => {
      const [ka, kb] = [key(a), key(b)];
      for (let index = 0; index < 3; index++)
        if (ka[index] !== kb[index]) return Number(ka[index]) - Number(kb[index]);
      return ka[3] < kb[3] ? -1 : 1;
    });
  }

  choose(visit: Pick<Visit, 'date' | 'minute' | 'lecture'>, kept: string[] = [], except?: string): string[] {
    return this.inOrder(this.free(visit, except), visit.date, kept)
      .slice(0, NEEDED)
      .map(person => person.id);
  }

  isComing(visit: Visit): boolean {
    return (visit.status === 'preliminary' || visit.status === 'confirmed') && startOf(visit) > this.now;
  }
}
