// Many clients at once: each does random acts, and the database writes down, in the order of its commits, what each
// transaction has left behind.
import type { SickChoice } from '../../src/bookings/sick/sick-acts.js';
import { randomFrom, type Random } from '../../src/demo/random.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { DataSource } from 'typeorm';
import type { Cast } from './choices.js';
import { START_COMMIT_LOG, type Left } from './commit-log.js';
import type { Press } from './expected-of-district.js';
import type { Wanted } from './expected.js';
import type { Product } from './product.js';
import type { IllDays } from './product-of-illness.js';
import type { Pressed } from './product-of-district.js';
import type { Reference, Visit } from './reference.js';
import { COORDINATORS } from './steps-of-district.js';

const LOCK_NOT_AVAILABLE = '55P03';

export class Crowd {
  readonly wishes = new Map<string, Wanted & { reference: string }>();
  readonly answers: Record<string, number> = {};
  private readonly ill: IllDays[] = [];
  private readonly publishedTimes: { date: string; minute: number }[] = [];
  private readonly presses: { batchId: string; by: string }[] = [];

  constructor(
    private readonly seed: string,
    private readonly town: Reference,
    private readonly product: Product,
    private readonly db: DataSource,
    private readonly cast: Cast,
  ) {}

  async rush(clients: number, acts: number): Promise<void> {
    await this.db.query(START_COMMIT_LOG);
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        const random = randomFrom(`${this.seed} ${String(client)}`);
        for (let act = 0; act < acts; act++)
          await this.act(random, `${String(client)} ${String(act)}`).catch(this.tellBusy);
      }),
    );
  }

  /** Whoever waits for too long is told so, and nothing has been done: on a machine that is slow, or busy. */
  private readonly tellBusy = (error: unknown): void => {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    this.count('waited for too long');
  };

  async log(): Promise<Left[]> {
    const rows = await this.db.query<{ left: Left }[]>(
      'SELECT left_behind AS left FROM commit_log ORDER BY n',
    );
    return rows.map(({ left }) => ({ ...left, from: new Date(left.from), until: new Date(left.until) }));
  }

  private count(word: string): void {
    this.answers[word] = (this.answers[word] ?? 0) + 1;
  }

  /** Moves have more room than bookings, so that there is something to move to. */
  private time(random: Random, days: number) {
    const { town } = this;
    const date = addDays(town.workingDaysFrom(town.today, 10), random.between(0, days));
    const published = this.publishedTimes.slice(-5);
    if (published.length > 0 && random.between(0, 3) === 0) return random.pick(published);
    const minute = random.pick([510, 540, 600, 630, 780, 840, 1020, 1050]);
    // Few presses on days that are not offered.
    return { date: town.isBookableDay(date) ? date : addDays(date, 2), minute };
  }

  private async act(random: Random, key: string): Promise<void> {
    const known = [...this.wishes.keys()];
    const does = random.between(0, 26);
    if (does < 5 || known.length === 0) return this.book(random, key);
    // Often one that others are acting on as well.
    const visit = { id: random.pick(random.between(0, 1) === 0 ? known : known.slice(-15)) } as Visit;
    if (does === 5) this.count(`cancel: ${await this.product.cancel(visit)}`);
    else if (does === 6) this.count(`confirm: ${await this.product.confirm(visit)}`);
    else if (does < 9) this.count(`move: ${await this.product.move(visit, this.time(random, 14))}`);
    else if (does < 10) await this.goAway(random);
    else if (does < 14) await this.actOfDistrict(random, visit);
    else if (does < 16) await this.undo(random);
    else if (does < 19) await this.handOver(random, visit);
    else if (does < 20) await this.readElsewhere(random);
    else if (does < 22) await this.fallIll(random);
    else if (does < 24) await this.workThrough(random);
    else await this.publish(random);
  }

  private async book(random: Random, key: string): Promise<void> {
    const lecture = random.pick(this.cast.lectures);
    const email = `${key.replace(' ', '.')}@${random.pick(['edu.stockholm.se', 'gmail.example'])}`;
    const wanted = { lecture, school: random.pick(this.cast.schools), email, ...this.time(random, 5) };
    const made = await this.product.book(wanted, key);
    if (made.id) this.wishes.set(made.id, { ...wanted, reference: made.reference });
    this.count(`book: ${made.word}`);
  }

  private async goAway(random: Random): Promise<void> {
    const { date, minute } = this.time(random, 5);
    const person = random.pick(this.cast.people).id;
    const from = instantAt(date, minute).getTime();
    const kind = random.between(0, 2) === 0 ? 'duty' : 'other';
    const { id } = await this.product.goAway(person, { kind, from, until: from + 3_600_000 });
    if (random.between(0, 1) === 1) await this.product.comeBack(person, id);
    this.count('absence: entered');
  }

  /** Told by whoever is ill for today and tomorrow, or by the desk for a day on which there may be visits. */
  private async fallIll(random: Random): Promise<void> {
    const { today } = this.town;
    const person = random.pick(this.cast.people).id;
    const { date } = this.time(random, 5);
    const isToday = random.between(0, 3) === 0;
    const days = isToday
      ? { person, from: today, until: addDays(today, 1) }
      : { person, from: date, until: date };
    await this.product.illness.fallIll(days, isToday ? undefined : random.pick(COORDINATORS));
    this.ill.push(days);
    this.count('ill: told');
  }

  /** What is proposed is done, for all the visits of somebody at once; or times are kept for the schools. */
  private async workThrough(random: Random): Promise<void> {
    const { illness } = this.product;
    if (this.ill.length === 0) return;
    const { visits, given } = await illness.plan(random.pick(this.ill.slice(-4)));
    for (const { view, proposal } of visits)
      if (proposal === 'ask' || random.between(0, 3) === 0) {
        await illness.keepTimes(view, given);
        this.count('ill: the school is asked');
      }
    const chosen = visits.flatMap(({ view, substitutes, kept }) => {
      const choices: SickChoice[] = [
        ...substitutes.map(some => ({ act: 'substitute' as const, people: some.map(({ id }) => id) })),
        ...kept.map(({ startsAt }) => ({ act: 'move' as const, startsAt })),
        ...(substitutes.length === 0 ? [{ act: 'cancel' as const }] : []),
      ];
      return choices.length > 0 ? [{ visit: view, choice: random.pick(choices), isStale: false }] : [];
    });
    if (chosen.length === 0) return;
    const by = random.pick(COORDINATORS);
    const { words, batchId } = await illness.press(chosen, by);
    for (const [index, word] of words.entries()) this.count(`ill, ${chosen[index]!.choice.act}: ${word}`);
    if (words.includes('done')) this.presses.push({ batchId, by });
  }

  /** With people or without; or one is withdrawn, booked or not. */
  private async publish(random: Random): Promise<void> {
    const { publishing } = this.product;
    const [some] = (await publishing.all()).slice(random.between(0, 3));
    if (some && random.between(0, 4) === 0) {
      this.count(`withdraw: ${await publishing.withdraw(some.split(' ')[0]!)}`);
      return;
    }
    const { date, minute } = this.time(random, 5);
    const about = random.pick([null, ...this.cast.lectures.map(one => one.id)]);
    const able = this.cast.people.filter(one => about === null || one.lectures.includes(about));
    const people = able.filter(() => random.between(0, 3) === 0).map(one => one.id);
    const wish = { date, minute: minute + random.pick([0, 17]), about, people };
    const { word } = await publishing.publish(wish);
    if (word === 'done') this.publishedTimes.push({ date, minute: wish.minute });
    this.count(`publish: ${word}`);
  }

  private async readElsewhere(random: Random): Promise<void> {
    const { date, minute } = this.time(random, 5);
    const from = instantAt(date, minute).getTime();
    const busy = [{ from, until: from + 3_600_000 }];
    await this.product.outside.enter(random.pick(this.cast.people).id, busy, true);
    this.count('outside calendar: read');
  }

  /** Where the booking has changed meanwhile, the coordinator looks and presses again. */
  private async actOfDistrict(random: Random, visit: Visit): Promise<void> {
    const press = { by: random.pick(COORDINATORS), isStale: false };
    const [what, act] = this.someAct(random, visit, press);
    let { word, batchId } = await act();
    for (let again = 0; word === 'changed' && again < 3; again++) ({ word, batchId } = await act());
    this.count(`${what}: ${word}`);
    if (word === 'done') this.presses.push({ batchId, by: press.by });
  }

  private someAct(random: Random, visit: Visit, press: Press): [string, () => Promise<Pressed>] {
    const { district } = this.product;
    const does = random.between(0, 3);
    if (does === 0) return ['district cancels', () => district.cancel(visit, press)];
    const to = this.time(random, 14);
    if (does === 1) return ['district moves', () => district.move(visit, to, press)];
    const someone = () => random.pick(this.cast.people).id;
    const wanted = random.between(0, 2) === 0 ? ('best' as const) : [someone(), someone()];
    return ['restaff', () => district.restaff(visit, { wanted, reason: '' }, press)];
  }

  /** Somebody who goes asks a colleague, or some wish of late is answered; several may answer at once. */
  private async handOver(random: Random, visit: Visit): Promise<void> {
    const { handingOver } = this.product;
    const [wish] = (await handingOver.open()).slice(random.between(0, 2));
    const does = random.between(0, 7);
    if (wish && does < 4) this.count(`take over: ${await handingOver.take(wish.id, wish.receiver)}`);
    else if (wish && does === 4) await handingOver.end(wish.id, 'declined', wish.receiver);
    else if (wish && does === 5) await handingOver.end(wish.id, 'takenBack', wish.giver);
    else {
      const giver = (await this.product.rows([visit.id]))[0]?.people[0];
      if (giver) await this.askSomebody(random, visit, giver);
    }
  }

  /** One after the other, until somebody is free. */
  private async askSomebody(random: Random, visit: Visit, giver: string): Promise<void> {
    const { people } = this.cast;
    const first = random.between(1, people.length);
    for (let turn = 0, word = 'notFree'; turn < people.length && word === 'notFree'; turn++) {
      const { id } = people[(first + turn) % people.length]!;
      if (id !== giver) ({ word } = await this.product.handingOver.ask(visit, giver, id));
      this.count(`ask: ${word}`);
    }
  }

  /** Mostly by whoever did it; several may press at once. */
  private async undo(random: Random): Promise<void> {
    if (this.presses.length === 0) return;
    const { batchId, by } = random.pick(this.presses.slice(-6));
    const undoes = random.between(0, 4) > 0 ? by : random.pick(COORDINATORS);
    for (const word of await this.product.district.undo(batchId, undoes)) this.count(`undo: ${word}`);
  }
}
