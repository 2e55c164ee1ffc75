// The steps of a day on which somebody is ill: it is told, worked through at the desk, and nobody is mailed in vain.
import { addDays } from '../../src/shared/time/iso-date.js';
import { swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import type { SickChoice } from '../../src/bookings/sick/sick-acts.js';
import type { SickPlan } from '../../src/bookings/sick/sick-plans.js';
import type { Outcome, Stage, Step } from './choices.js';
import * as expected from './expected-of-district.js';
import {
  fallIll,
  goesAllTheSame,
  hitVisits,
  illSpan,
  keepTimes,
  planOf,
  type Plan,
  type Planned,
} from './illness.js';
import type { IllDays } from './product-of-illness.js';
import { idsOf, startOf, type Visit } from './reference.js';
import { COORDINATORS, type StepsOfDistrict } from './steps-of-district.js';

interface Chosen {
  visit: Visit;
  choice: SickChoice;
  isStale: boolean;
}

export class StepsOfIllness {
  constructor(
    private readonly stage: Stage,
    private readonly district: StepsOfDistrict,
  ) {}

  all(): Step[] {
    return [
      () => this.tell(),
      () => this.tellAtDesk(),
      () => this.ask(),
      () => this.press(),
      () => this.press(),
    ];
  }

  /** For the rest of today, or for tomorrow as well. */
  private tell(): Promise<Outcome> {
    const { town, cast, random } = this.stage;
    const until = addDays(town.today, random.between(0, 1));
    return this.enter({ person: random.pick(cast.people).id, from: town.today, until }, undefined);
  }

  /** Mostly on a day on which there is something to do. */
  private tellAtDesk(): Promise<Outcome> {
    const { town, cast, random, choices } = this.stage;
    const visit = choices.comingVisit();
    const isComing = visit !== undefined && town.isComing(visit);
    const person = isComing ? random.pick(idsOf(visit)) : random.pick(cast.people).id;
    const from = isComing ? visit.date : addDays(town.today, random.between(0, 20));
    const until = addDays(from, random.pick([0, 0, 0, 1, 4]));
    return this.enter({ person, from, until }, random.pick(COORDINATORS));
  }

  private async enter(days: IllDays, by: string | undefined): Promise<Outcome> {
    const { town, product } = this.stage;
    const { person, from, until } = days;
    const watch = await product.watchMails();
    await product.illness.fallIll(days, by);
    const mails = await watch.owed();
    const away = await product.illness.away(person);
    const known = new Set(town.away.map(one => one.id));
    const { entered, hit } = fallIll(town, person, illSpan(town, from, until));
    for (const one of town.away)
      if (one.id === '') one.id = away.find(row => !known.has(row.id) && row.from === one.from)?.id ?? '';
    const spans = (rows: { from: number; until: number }[]) =>
      rows.map(row => `${String(row.from)} ${String(row.until)}`).sort();
    const notices = Array.from({ length: by ? 0 : hit }, () => 'booking.noticeAbsence mailbox');
    return {
      what: by ? 'ill at the desk' : 'ill today',
      product: [
        ...spans(away.filter(one => !known.has(one.id))),
        ...mails.map(one => `${one.kind} ${one.who}`),
      ].join(),
      reference: [...spans(entered), ...notices].join(),
      counted: entered.length === 0 ? 'is known' : hit > 0 ? 'visits are hit' : 'none is hit',
    };
  }

  /** Somebody who is ill on days with visits that they go on. */
  private someIllness(): IllDays | undefined {
    const { town, random } = this.stage;
    const ill = town.away.filter(
      one => one.kind === 'illness' && one.until > town.now && hitVisits(town, one.person, one).length > 0,
    );
    if (ill.length === 0) return undefined;
    const { person, from, until } = random.pick(ill);
    return { person, from: swedishDateOf(Math.max(from, town.now)), until: swedishDateOf(until - 1) };
  }

  private planOf = (days: IllDays): Plan =>
    planOf(this.stage.town, days.person, illSpan(this.stage.town, days.from, days.until));

  /** The schools of visits for which nobody is free are asked: times are kept for them. */
  private async ask(): Promise<Outcome | undefined> {
    const { town, product } = this.stage;
    const days = this.someIllness();
    if (!days) return undefined;
    const [before, plan] = [await product.illness.plan(days), this.planOf(days)];
    const asked = plan.visits.filter(one => one.proposal === 'ask' || one.proposal === 'move');
    for (const { visit } of asked) {
      await product.illness.keepTimes(visit, before.given);
      keepTimes(town, visit, plan.given);
    }
    return {
      what: 'sick plan',
      product: `${saidOf(before)} | ${saidOf(await product.illness.plan(days))}`,
      reference: `${said(plan.visits)} | ${said(this.planOf(days).visits)}`,
      counted: 'shown',
      also: plan.visits.map(one => `proposed: ${one.proposal}`),
    };
  }

  /** One press for all the visits of somebody who is ill. */
  private async press(): Promise<Outcome | undefined> {
    const { town, product, random } = this.stage;
    const days = this.someIllness();
    if (!days) return undefined;
    const chosen = this.planOf(days).visits.flatMap(one => this.chosenFor(one));
    if (chosen.length === 0) return undefined;
    const by = random.pick(COORDINATORS);
    const before = new Map(chosen.map(({ visit }) => [visit, { act: visit.act, goes: idsOf(visit) }]));
    const calledOff = await product.illness.toBeCalledOff(chosen.map(({ visit }) => visit));
    const watch = await product.watchMails();
    const { words, batchId } = await product.illness.press(chosen, by);
    const mails = await watch.owed();
    const stays = new Map(chosen.map(({ visit }) => [visit, goesAllTheSame(town, visit)]));
    const reference = chosen.map(one => this.expectedOf(one, stays.get(one.visit)!, by));
    for (const [index, { visit }] of chosen.entries())
      this.district.remember(visit, before.get(visit)!.act, { batchId, by }, words[index]!);
    const concerned = new Set(
      chosen.flatMap(({ visit, choice }) => whoHears(visit, choice, before.get(visit)!.goes, calledOff)),
    );
    const inVain = mails.filter(one => !concerned.has(`${one.subject} ${one.who}`));
    return {
      what: 'sick press',
      product: [...words, ...inVain.map(one => `${one.kind} ${one.who}`)].join(),
      reference: reference.join(),
      counted: 'done',
      also: chosen.map(({ choice }, index) => `${choice.act}: ${reference[index]!}`),
      touched: chosen.map(one => one.visit),
    };
  }

  /** Mostly something that is proposed; at times what is not, or nothing. */
  private chosenFor({ visit, substitutes, kept, proposal }: Planned): Chosen[] {
    const { random, choices } = this.stage;
    const isStale = random.between(0, 11) === 0;
    const time = choices.time();
    const start = random.pick([...kept, ...kept, startOf(random.between(0, 3) > 0 ? time : visit)]);
    const proposed: SickChoice[] = [
      ...substitutes.map(people => ({ act: 'substitute' as const, people })),
      ...(proposal === 'cancel' ? [{ act: 'cancel' as const }] : []),
      ...(kept.length > 0 ? [{ act: 'move' as const, startsAt: new Date(start) }] : []),
    ];
    const others: SickChoice[] = [
      { act: 'fewer' },
      { act: 'cancel' },
      { act: 'move', startsAt: new Date(start) },
    ];
    const isProposed = proposed.length > 0 && random.between(0, 3) > 0;
    if (!isProposed && random.between(0, 1) === 0) return [];
    return [{ visit, choice: random.pick(isProposed ? proposed : others), isStale }];
  }

  private expectedOf({ visit, choice, isStale }: Chosen, stay: string[], by: string): string {
    const { town } = this.stage;
    const press = { by, isStale };
    if (choice.act === 'cancel') return expected.cancel(town, visit, press);
    if (choice.act === 'move') return expected.move(town, visit, timeAt(choice.startsAt), press);
    const people = choice.act === 'substitute' ? choice.people : [];
    return expected.restaff(town, visit, { wanted: [...stay, ...people], reason: '' }, press).word;
  }
}

const timeAt = (start: Date) => ({ date: swedishDateOf(start), minute: swedishMinuteOf(start) });

/**
 * Of other people going only those hear who come and who leave; of a move and a cancellation everybody of the visit, and in
 * place of the mail that is taken back whoever was to be called off already.
 */
function whoHears(visit: Visit, { act }: SickChoice, before: string[], calledOff: string[]): string[] {
  const after = idsOf(visit);
  const isOfStaff = act === 'substitute' || act === 'fewer';
  const changed = [...before, ...after].filter(id => before.includes(id) !== after.includes(id));
  const all = ['school', 'mailbox', ...before, ...after];
  if (isOfStaff) return changed.map(who => `${visit.id} ${who}`);
  return [...all.map(who => `${visit.id} ${who}`), ...calledOff];
}

const said = (
  plan: {
    visit: { id: string };
    stay: string[];
    substitutes: string[][];
    kept: number[];
    proposal: string;
  }[],
): string =>
  JSON.stringify(plan.map(one => [one.visit.id, one.proposal, one.stay, one.substitutes, one.kept]));

const saidOf = ({ visits }: SickPlan): string =>
  said(
    visits.map(one => ({
      visit: one.view,
      stay: one.stay.map(({ id }) => id).sort(),
      substitutes: one.substitutes.map(some => some.map(({ id }) => id)),
      kept: one.kept.map(({ startsAt }) => startsAt.getTime()),
      proposal: one.proposal,
    })),
  );
