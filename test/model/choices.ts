// What a walk chooses by chance: times, visits, addresses. Mostly such that acts meet each other.
import type { Random } from '../../src/demo/random.js';
import { addDays, type IsoDate } from '../../src/shared/time/iso-date.js';
import { swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import type { TestClock } from '../setup/test-clock.js';
import { comingOfSchool, SHARE_OF_SCHOOL } from './expected.js';
import type { Product } from './product.js';
import type { Person } from './place.js';
import { startOf, type Lecture, type Reference, type Visit } from './reference.js';

export interface Cast {
  lectures: Lecture[];
  schools: string[];
  people: Person[];
}

export const EMAILS = [
  'a@edu.stockholm.se',
  'b@edu.stockholm.se',
  'c@edu.stockholm.se',
  'd@gmail.example',
  'e@hotmail.example',
];

/** One step of a walk: what both sides say of it. */
export interface Outcome {
  what: string;
  product: string;
  reference: string;
  /** Under which word it is counted; the reference's own where nothing is said. */
  counted?: string;
  /** What else is counted. */
  also?: string[];
  touched?: Visit | Visit[] | undefined;
}

export type Step = () => Promise<Outcome | undefined>;

/** What the steps act on. */
export interface Stage {
  town: Reference;
  product: Product;
  clock: TestClock;
  cast: Cast;
  random: Random;
  choices: Choices;
}

type Time = Pick<Visit, 'date' | 'minute'>;

export class Choices {
  private keys = 0;

  constructor(
    private readonly random: Random,
    private readonly town: Reference,
    private readonly cast: Cast,
  ) {}

  /** Names a request that has not been before. */
  key(): string {
    return `request ${String(++this.keys)}`;
  }

  /** Mostly soon after the first day that can be booked, or on the day of another visit, so that they crowd; at times any day. */
  date(): IsoDate {
    const visit = this.random.between(0, 2) === 0 ? this.comingVisit() : undefined;
    if (visit) return visit.date;
    if (this.random.between(0, 9) === 0) return addDays(this.town.today, this.random.between(0, 250));
    const first = this.town.workingDaysFrom(this.town.today, 10);
    return addDays(first, this.random.between(0, this.random.pick([6, 6, 40])));
  }

  /** Mostly on the grid and inside the bookable hours. */
  minute(): number {
    return this.random.pick([
      510, 540, 570, 600, 630, 750, 780, 810, 840, 870, 540, 600, 780, 615, 690, 930, 1020, 1020, 1050, 1050,
      1080,
    ]);
  }

  /** At times a published one, or next to another visit, so that rows come about. */
  time(): Time {
    const ahead = this.town.published.filter(one => startOf(one) > this.town.now);
    if (ahead.length > 0 && this.random.between(0, 4) === 0) {
      const { date, minute } = this.random.pick(ahead);
      return { date, minute };
    }
    const visit = this.random.between(0, 4) === 0 ? this.comingVisit() : undefined;
    if (!visit) return { date: this.date(), minute: this.minute() };
    const { date, minute, lecture } = visit;
    const after = Math.ceil((minute + lecture.minutes) / 30) * 30;
    return { date, minute: this.random.pick([after, after + 30, minute - 90, minute - 120]) };
  }

  /** Where a visit stood before a coordinator acted on it, lately; or beside it. */
  timeGivenBack(visit = this.undoable()): Time | undefined {
    if (!visit?.act) return undefined;
    const { date, minute } = visit.act.before;
    return { date, minute: minute + this.random.pick([0, 0, 0, -60, -30, 30, 60]) };
  }

  /** A visit that a coordinator has acted on, as long as that can be undone. */
  undoable(): Visit | undefined {
    const visits = this.town.visits.filter(visit => visit.act && visit.act.until > this.town.now);
    return visits.length > 0 ? this.random.pick(visits) : undefined;
  }

  /** Often the one that has most of what is coming, so that it has its share in a term. */
  school(): string {
    const { schools } = this.cast;
    if (this.random.between(0, 3) > 0) return this.random.pick(schools);
    const coming = this.coming().map(visit => visit.school);
    const count = (school: string) => coming.filter(one => one === school).length;
    return schools.reduce((most, school) => (count(school) > count(most) ? school : most));
  }

  /** Coming visits of schools that have their share in the term. */
  withShare(): Visit[] {
    return this.coming().filter(one => comingOfSchool(this.town, one.school, one.date) >= SHARE_OF_SCHOOL);
  }

  /** A visit, and a time that is offered in another term, in which its school has its share. */
  moveIntoFullTerm(): [Visit, Time] | undefined {
    const coming = this.coming();
    const moves = this.withShare().flatMap(other =>
      coming
        .filter(
          one => one.school === other.school && this.town.termOf(one.date) !== this.town.termOf(other.date),
        )
        .map(visit => ({ visit, date: other.date })),
    );
    if (moves.length === 0) return undefined;
    const { visit, date } = this.random.pick(moves);
    const to = this.timeOffered(date, visit);
    return to && [visit, to];
  }

  /** Of the week from a date on, a time that the school of a visit is offered. */
  private timeOffered(from: IsoDate, { lecture, school }: Visit): Time | undefined {
    for (let date = from; date < addDays(from, 7); date = addDays(date, 1)) {
      const starts = this.town.offeredOn(date, lecture, school);
      if (starts.length > 0) return { date, minute: swedishMinuteOf(this.random.pick(starts)) };
    }
    return undefined;
  }

  visit(): Visit | undefined {
    const recent = this.town.visits.slice(-60);
    return recent.length > 0 ? this.random.pick(recent) : undefined;
  }

  /** Often one that is still to be. */
  comingVisit(): Visit | undefined {
    const coming = this.coming();
    return coming.length > 0 && this.random.between(0, 5) > 0 ? this.random.pick(coming) : this.visit();
  }

  private coming(): Visit[] {
    return this.town.visits.filter(visit => this.town.isComing(visit));
  }
}
