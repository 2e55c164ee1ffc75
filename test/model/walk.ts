// A walk of random steps: the product does each of them, and the reference says what had to come of it.
import { randomFrom, type Random } from '../../src/demo/random.js';
import { addDays, type IsoDate } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { TestClock } from '../setup/test-clock.js';
import * as expected from './expected.js';
import type { Product } from './product.js';
import { startOf, type Lecture, type Person, type Reference, type Visit } from './reference.js';

export interface Cast {
  lectures: (Lecture & { grade: string })[];
  schools: string[];
  people: Person[];
}

const EMAILS = [
  'a@edu.stockholm.se',
  'b@edu.stockholm.se',
  'c@edu.stockholm.se',
  'd@gmail.example',
  'e@hotmail.example',
];
const MINUTE = 60_000;

export class Walk {
  readonly counts: Record<string, number> = {};
  private readonly random: Random;
  private step = 0;
  /** What is done often stands here several times. */
  private readonly acts = [
    () => this.book(),
    () => this.book(),
    () => this.book(),
    () => this.move(),
    () => this.cancel(),
    () => this.confirm(),
    () => this.tell(),
    () => this.tell(),
    () => this.goAway(),
    () => this.comeBack(),
    () => this.prove(),
    () => this.pass(),
    () => this.pass(),
  ];

  constructor(
    seed: string,
    private readonly town: Reference,
    private readonly product: Product,
    private readonly clock: TestClock,
    private readonly cast: Cast,
  ) {
    this.random = randomFrom(seed);
    this.town.now = clock.now().getTime();
  }

  /** One step; answers what differs, or undefined. */
  async next(): Promise<string | undefined> {
    this.step++;
    const outcome = await this.random.pick(this.acts)();
    if (outcome === undefined) return undefined;
    const { what, product, reference, touched } = outcome;
    const word = `${what}: ${reference.length > 30 ? 'visits are hit' : reference || 'none is hit'}`;
    this.counts[word] = (this.counts[word] ?? 0) + 1;
    if (product !== reference) return `step ${String(this.step)}, ${what}: ${product}, not ${reference}`;
    return touched ? this.compare([touched]) : undefined;
  }

  /** Where the database and the reference differ about these visits, or about any. */
  async compare(visits?: Visit[]): Promise<string | undefined> {
    const rows = await this.product.rows(visits?.map(visit => visit.id));
    const shown = (visits ?? this.town.visits)
      .map(visit => ({
        id: visit.id,
        status: visit.status,
        startsAt: new Date(startOf(visit)),
        people: [...visit.people].sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [index, visit] of shown.entries()) {
      const [is, should] = [JSON.stringify(rows[index]), JSON.stringify(visit)];
      if (is !== should) return `step ${String(this.step)}: the database says ${is}, the reference ${should}`;
    }
    return rows.length === shown.length ? undefined : `${String(rows.length)} bookings`;
  }

  /** Mostly soon after the first day that can be booked, so that visits crowd; at times any day. */
  private someDate(): IsoDate {
    if (this.random.between(0, 9) === 0) return addDays(this.town.today, this.random.between(0, 250));
    const first = this.town.workingDaysFrom(this.town.today, 10);
    return addDays(first, this.random.between(0, this.random.pick([6, 6, 40])));
  }

  /** Mostly on the grid and inside the bookable hours. */
  private someMinute(): number {
    return this.random.pick([510, 540, 570, 600, 630, 750, 780, 810, 840, 870, 540, 600, 780, 615, 690, 930]);
  }

  private someVisit(): Visit | undefined {
    const recent = this.town.visits.slice(-60);
    return recent.length > 0 ? this.random.pick(recent) : undefined;
  }

  private async book() {
    const lecture = this.random.pick(this.cast.lectures);
    const wanted = {
      lecture,
      school: this.random.pick(this.cast.schools),
      email: this.random.pick(EMAILS),
      date: this.someDate(),
      minute: this.someMinute(),
    };
    const reference = expected.expectedOfBooking(this.town, wanted);
    const made = await this.product.book(wanted, lecture.grade, `step ${String(this.step)}`);
    const isBooked = made.id !== '' && made.word === reference;
    const touched = isBooked ? expected.book(this.town, wanted, made) : undefined;
    return { what: 'book', product: made.word, reference, touched };
  }

  private async move() {
    const visit = this.someVisit();
    if (!visit) return undefined;
    const to = { date: this.someDate(), minute: this.someMinute() };
    const product = await this.product.move(visit, to);
    return { what: 'move', product, reference: expected.move(this.town, visit, to), touched: visit };
  }

  private async cancel() {
    const visit = this.someVisit();
    if (!visit) return undefined;
    const product = await this.product.cancel(visit);
    return { what: 'cancel', product, reference: expected.cancel(this.town, visit), touched: visit };
  }

  private async confirm() {
    const visit = this.someVisit();
    if (!visit) return undefined;
    const product = await this.product.confirm(visit);
    return { what: 'confirm', product, reference: expected.confirm(this.town, visit), touched: visit };
  }

  private async tell() {
    const ended = this.town.visits.filter(
      visit => visit.status === 'confirmed' && startOf(visit) <= this.town.now,
    );
    const visit = ended.length > 0 && this.random.between(0, 3) > 0 ? ended[0] : this.someVisit();
    if (!visit) return undefined;
    const isHeld = this.random.between(0, 9) > 0;
    const product = await this.product.tell(visit, isHeld);
    return { what: 'tell', product, reference: expected.tell(this.town, visit, isHeld), touched: visit };
  }

  private async goAway() {
    const person = this.random.pick(this.cast.people).id;
    const date = addDays(this.town.today, this.random.between(1, 60));
    const isWhole = this.random.between(0, 1) === 1;
    const from = instantAt(date, isWhole ? 0 : this.random.between(8, 12) * 60);
    const until = isWhole
      ? instantAt(addDays(date, this.random.between(1, 3)), 0)
      : new Date(from.getTime() + 90 * MINUTE);
    const { id, hit } = await this.product.goAway(person, from, until);
    const reference = this.town.visits
      .filter(visit => visit.people.includes(person) && this.town.isComing(visit))
      .filter(
        visit =>
          startOf(visit) < until.getTime() &&
          startOf(visit) + visit.lecture.minutes * MINUTE > from.getTime(),
      )
      .map(visit => visit.id);
    this.town.away.push({ id, person, from: from.getTime(), until: until.getTime() });
    return { what: 'go away', product: [...hit].sort().join(), reference: reference.sort().join() };
  }

  private async comeBack() {
    if (this.town.away.length === 0) return undefined;
    const [one] = this.town.away.splice(this.random.between(0, this.town.away.length - 1), 1);
    await this.product.comeBack(one!.person, one!.id);
    return { what: 'come back', product: 'done', reference: 'done' };
  }

  private async prove() {
    const email = this.random.pick(EMAILS.slice(0, 2));
    await this.product.prove(email);
    this.town.proven.add(email);
    return { what: 'prove', product: 'done', reference: 'done' };
  }

  private async pass() {
    this.clock.pass(this.random.between(1, 200) * MINUTE);
    this.town.now = this.clock.now().getTime();
    await this.product.lapse();
    expected.lapse(this.town);
    return { what: 'time passes', product: 'done', reference: 'done' };
  }
}
