// The steps of a district's coordinators, of whom there are two.
import { OVERRIDABLE } from '../../src/bookings/on-behalf/override.rules.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import { EMAILS, type Outcome, type Stage, type Step } from './choices.js';
import { givenInTerm } from './caps.js';
import { add } from './expected.js';
import * as expected from './expected-of-district.js';
import { idsOf, type Act, type Visit } from './reference.js';
import type { StepsOfSchools } from './steps-of-schools.js';

export const COORDINATORS = [1, 2].map(n => `00000000-0000-0000-0000-00000000000${String(n)}`);

/** A press that was answered with "done", and by whom it was. */
interface Done {
  batchId: string;
  by: string;
  /** What it did to each of its visits; nothing where there was nothing to do. */
  did: expected.Did[];
}

export class StepsOfDistrict {
  private readonly done: Done[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly schools: StepsOfSchools,
  ) {}

  all(): Step[] {
    return [
      () => this.cancel(),
      () => this.move(),
      () => this.move(),
      () => this.restaff(),
      () => this.restaff(),
      () => this.undo(),
      () => this.bookOnBehalf(),
      () => this.limit(),
    ];
  }

  /** What meets an act while it can still be undone. */
  meetings(): Step[] {
    const { choices } = this.stage;
    return [
      () => this.undo(),
      () => this.undo(),
      () => this.undo(),
      () => this.meetFastWorker(),
      () => this.restaff(choices.undoable()),
      () => this.cancel(choices.undoable()),
    ];
  }

  private press(): expected.Press {
    const { random } = this.stage;
    return { by: random.pick(COORDINATORS), isStale: random.between(0, 11) === 0 };
  }

  /** `before`: the act that the visit stood with before the press. */
  remember(visit: Visit, before: Act | undefined, press: Omit<Done, 'did'>, word: string): void {
    if (word !== 'done') return;
    const did = visit.act === before ? [] : [{ visit, act: visit.act! }];
    const last = this.done.at(-1);
    if (last?.batchId === press.batchId) last.did.push(...did);
    else this.done.push({ ...press, did });
  }

  private async cancel(visit = this.stage.choices.comingVisit()): Promise<Outcome | undefined> {
    const { town, product } = this.stage;
    if (!visit) return undefined;
    const [press, before] = [this.press(), visit.act];
    const { word, batchId } = await product.district.cancel(visit, press);
    const reference = expected.cancel(town, visit, press);
    this.remember(visit, before, { batchId, by: press.by }, word);
    return { what: 'district cancels', product: word, reference, touched: visit };
  }

  private async move(): Promise<Outcome | undefined> {
    const { town, product } = this.stage;
    const [visit, to] = this.someMove();
    if (!visit || !to) return undefined;
    const [press, before] = [this.press(), visit.act];
    const { word, batchId } = await product.district.move(visit, to, press);
    const reference = expected.move(town, visit, to, press);
    this.remember(visit, before, { batchId, by: press.by }, word);
    return { what: 'district moves', product: word, reference, touched: visit };
  }

  /** Often beside its own time, of which a part is then kept; at times into a term in which its school has its share. */
  private someMove(): [Visit?, Pick<Visit, 'date' | 'minute'>?] {
    const { random, choices } = this.stage;
    const intoFullTerm = random.between(0, 5) === 0 ? choices.moveIntoFullTerm() : undefined;
    if (intoFullTerm) return intoFullTerm;
    const visit = choices.comingVisit();
    if (!visit) return [];
    const near = { date: visit.date, minute: visit.minute + random.pick([-60, -30, 30, 60]) };
    return [visit, random.pick([near, near, choices.time(), choices.timeGivenBack(visit)])];
  }

  private async restaff(visit = this.stage.choices.comingVisit()): Promise<Outcome | undefined> {
    const { town, product, random } = this.stage;
    if (!visit) return undefined;
    const order = {
      wanted: this.someStaff(visit),
      reason: random.between(0, 3) === 0 ? '' : 'Skolan väntar.',
    };
    const [press, before] = [this.press(), visit.act];
    const { word, batchId } = await product.district.restaff(visit, order, press);
    const reference = expected.restaff(town, visit, order, press);
    this.remember(visit, before, { batchId, by: press.by }, word);
    const also = reference.despite.map(rule => `restaff despite: ${rule}`);
    return { what: 'restaff', product: word, reference: reference.word, touched: visit, also };
  }

  /** Often those who go for a reason alone, of whom one may stand beside somebody who goes already. */
  private someStaff(visit: Visit): 'best' | string[] {
    const { town, cast, random } = this.stage;
    const ids = cast.people.map(one => one.id);
    const some = ids.filter(() => random.between(0, 1) === 1);
    const standing = random.pick(['tight', 'capped', 'capped', 'outsideHours']);
    const those = cast.people
      .filter(one => expected.standingOf(town, one, visit) === standing)
      .map(one => one.id);
    const forReason =
      those.length > 0 ? [random.pick(those), random.pick([...those, ...idsOf(visit)])] : some;
    return random.pick(['best' as const, some, [random.pick(ids), random.pick(ids)], forReason, forReason]);
  }

  /** Mostly the last act, mostly by whoever did it. */
  private async undo(): Promise<Outcome | undefined> {
    const { town, product, random } = this.stage;
    const last = random.between(0, 2) > 0 ? this.done.slice(-1) : this.done.slice(-5);
    if (last.length === 0) return undefined;
    const { batchId, did, ...done } = random.pick(last);
    const by = random.between(0, 5) > 0 ? done.by : random.pick(COORDINATORS);
    const words = await product.district.undo(batchId, by);
    const reference = expected.undo(town, did, by);
    return {
      what: 'undo',
      product: words.join(),
      reference: reference.join(),
      counted: reference[0]!,
      also: reference.slice(1).map(word => `undo: ${word}`),
      touched: did.map(one => one.visit),
    };
  }

  /** The clock of a worker is ahead: it sends the mails of an act too soon, or lets go of what is kept, which others take. */
  private async meetFastWorker(): Promise<Outcome | undefined> {
    const { town, product, clock, random, choices } = this.stage;
    const time = choices.timeGivenBack();
    if (!time) return undefined;
    if (random.between(0, 2) === 0) {
      for (const { visit } of this.done.at(-1)!.did) {
        const haveLeft = await product.district.sendMailsOfAct(visit);
        if (visit.act) visit.act.hasMailLeft ||= haveLeft;
      }
      return { what: 'mails leave early', product: 'done', reference: 'done' };
    }
    const soon = clock.now().getTime() + 31_000;
    await product.sweep(new Date(soon));
    town.kept = town.kept.filter(one => one.until > soon);
    return { ...(await this.schools.book(time)), what: 'book what was let go early' };
  }

  /** The team takes on so many visits of a lecture in a term: hardly more than it has, or as many as there are. */
  private async limit(): Promise<Outcome> {
    const { town, product, cast, random, choices } = this.stage;
    const { id } = random.pick(cast.lectures);
    const isLimited = random.between(0, 5) === 0;
    const most = isLimited ? givenInTerm(town, id, choices.date()) + random.between(1, 3) : null;
    await product.district.limitInTerm(id, most);
    town.mostInTerm.set(id, most ?? Infinity);
    return { what: 'a lecture in a term', product: 'done', reference: 'done' };
  }

  /** At times a school in a term in which it has its share. */
  private someFullTerm(): Partial<Pick<Visit, 'school' | 'date'>> {
    const { random, choices } = this.stage;
    const full = random.between(0, 4) === 0 ? choices.withShare() : [];
    if (full.length === 0) return {};
    const { school, date } = random.pick(full);
    return { school, date: addDays(date, random.between(0, 3)) };
  }

  private async bookOnBehalf(): Promise<Outcome> {
    const { town, product, cast, random, choices } = this.stage;
    const days = random.pick([0, 0, 0, 200]) + random.between(0, 90);
    const soon = { date: addDays(town.today, random.between(0, 9)), minute: choices.minute() };
    const ahead = { date: addDays(town.today, days), minute: choices.minute() };
    const wanted = {
      lecture: random.pick(cast.lectures),
      school: choices.school(),
      email: random.pick(EMAILS),
      pupils: random.pick([20, 20, 20, 5, 40]),
      grade: random.pick(['9', '9', '9', '9', '8']),
      setsAside: random.between(0, 2) > 0 ? [...OVERRIDABLE] : OVERRIDABLE.filter(() => random.between(0, 1)),
      ...random.pick([soon, soon, ahead, choices.time()]),
      ...this.someFullTerm(),
    };
    const reference = expected.expectedOnBehalf(town, wanted);
    const { word, rules, ...made } = await product.district.bookOnBehalf(
      wanted,
      choices.key(),
      random.pick(COORDINATORS),
    );
    const isBooked = word === reference.word && word === 'confirmed';
    const touched = isBooked
      ? add(town, wanted, { ...made, status: 'confirmed', ...reference.staffed })
      : undefined;
    const setAside = reference.word === 'confirmed' ? reference.rules : [];
    return {
      what: 'book on behalf',
      product: `${word} ${rules.join()}`,
      reference: `${reference.word} ${reference.rules.join()}`,
      counted: reference.word,
      also: setAside.map(rule => `rule set aside: ${rule}`),
      touched,
    };
  }
}
