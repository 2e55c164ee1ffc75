// Handing a visit over, said once more: who may be asked, whether a wish stands, and what taking it does.
import * as effects from './effects.js';
import { startOf, type Reference, type Visit } from './reference.js';

export interface Wish {
  id: string;
  visit: Visit;
  giver: string;
  receiver: string;
  /** When the visit was to begin as it was asked about. */
  start: number;
  outcome: 'taken' | 'declined' | 'takenBack' | 'lapsed' | null;
}

type Asked = Pick<Wish, 'visit' | 'giver' | 'receiver'>;

const goes = (visit: Visit, person: string) => visit.goes.some(one => one.person === person);

const stands = (town: Reference, { visit, start, giver, outcome }: Wish): boolean =>
  outcome === null && town.isComing(visit) && startOf(visit) === start && goes(visit, giver);

const isFreeFor = (town: Reference, visit: Visit, person: string): boolean =>
  !goes(visit, person) && town.free(visit, visit.id).some(one => one.id === person);

function handOver(town: Reference, { visit, giver, receiver }: Asked, by: string): void {
  const stay = visit.goes.filter(one => one.person !== giver);
  effects.restaffed(town, visit, [...stay, { person: receiver, since: town.now, tight: false }], by);
}

/** Where nobody has to consent, the visit changes hands at once. */
export function ask(town: Reference, asked: Asked, id: string): string {
  const { visit, giver, receiver } = asked;
  if (!town.isComing(visit) || !goes(visit, giver)) return 'notComing';
  const last = town.wishes.findLast(one => one.visit === visit && one.giver === giver);
  if (last && stands(town, last)) return 'alreadyAsked';
  if (!isFreeFor(town, visit, receiver)) return 'notFree';
  const wish = { ...asked, id, start: startOf(visit) };
  if (!town.needsConsent) {
    handOver(town, asked, giver);
    town.wishes.push({ ...wish, outcome: 'taken' });
    return 'done';
  }
  if (last) last.outcome ??= 'lapsed';
  town.wishes.push({ ...wish, outcome: null });
  return 'asked';
}

export function take(town: Reference, wish: Wish, by: string): string {
  if (wish.receiver !== by) return 'missing';
  if (wish.outcome && wish.outcome !== 'lapsed') return 'settled';
  if (!stands(town, wish)) return 'lapsed';
  if (!isFreeFor(town, wish.visit, by)) return 'notFree';
  handOver(town, wish, by);
  wish.outcome = 'taken';
  return 'done';
}

/** By the colleague, or by whoever asked. */
export function end(wish: Wish, outcome: 'declined' | 'takenBack', by: string): string {
  if (by !== (outcome === 'declined' ? wish.receiver : wish.giver)) return 'missing';
  if (wish.outcome) return 'settled';
  wish.outcome = outcome;
  return 'done';
}
