import type { EntityManager } from 'typeorm';
import type { ReportQuestion } from '../../src/reports/report-question.js';
import type { Cells } from '../../src/reports/report.rules.js';
import type { SupplyQueries } from '../../src/reports/supply.queries.js';
import type { VisitsQueries } from '../../src/reports/visits.queries.js';
import { Chance } from './chance.ts';
import { makeDistrict } from './random-district.ts';
import { FIRST, NOW, type Ask } from './random-ground.ts';
import { slowReport, type Amounts, type OracleQuestion } from './report-oracle.ts';

const DAY_MS = 86_400_000;

/** The product's own questions, and what they are put to. */
export interface Product {
  manager: EntityManager;
  supply: SupplyQueries;
  visits: VisitsQueries;
}

/** What the report answers, in the oracle's words. */
export function amountsOf({ supply, times, counts, reach }: Cells): Amounts {
  const amounts: Amounts = {};
  const add = (what: string, amount: number) => {
    if (amount !== 0) amounts[what] = (amounts[what] ?? 0) + amount;
  };
  for (const cell of supply) {
    const where = `part ${String(cell.part)} person ${cell.personId ?? '-'}`;
    add(`${where} available`, cell.available);
    add(`${where} offered`, cell.offered);
  }
  const place = (cell: { part: number; schoolId: string | null; organizer: string }) =>
    `part ${String(cell.part)} school ${cell.schoolId ?? '-'} ${cell.organizer}`;
  for (const cell of times)
    add(`${place(cell)} person ${cell.personId ?? '-'} minutes ${cell.state}`, cell.minutes);
  for (const cell of counts) {
    const isLost = !['held', 'ahead', 'untold'].includes(cell.outcome);
    add(`${place(cell)} ${isLost ? 'lost' : 'visits'} ${cell.outcome}`, cell.visits);
    add(`${place(cell)} pupils`, cell.pupils);
    add(`${place(cell)} adults`, cell.adults);
  }
  for (const cell of reach) {
    add(`${cell.organizer} schools reached`, cell.reached);
    add(`${cell.organizer} schools`, cell.schools);
  }
  return amounts;
}

export async function cellsOf(product: Product, question: ReportQuestion): Promise<Cells> {
  return {
    supply: await product.supply.supply(product.manager, question),
    times: await product.visits.times(product.manager, question, NOW),
    counts: await product.visits.counts(product.manager, question, NOW),
    reach: await product.visits.reach(product.manager, question),
  };
}

/** A question as anybody could ask it: some dates, some parts, some filter. */
export function randomQuestion(districtId: string, seed: number): ReportQuestion & OracleQuestion {
  const chance = new Chance(seed * 7919);
  const cuts = [chance.between(0, 200), chance.between(1, 60), chance.between(1, 25)] as const;
  const date = (offset: number) => new Date(Date.parse(FIRST) + offset * DAY_MS).toISOString().slice(0, 10);
  const parts = [{ from: date(cuts[0]), to: date(cuts[0] + cuts[1]) }];
  if (chance.once(2))
    parts.push({ from: date(cuts[0] + cuts[1] + 1), to: date(cuts[0] + cuts[1] + cuts[2]) });
  return {
    districtId,
    parts,
    filter: {
      organizer: chance.pick([null, null, null, 'municipal', 'independent', 'otherPublic'] as const),
      lecture: chance.pick([null, null, null, 'ett', 'tre']),
      audience: chance.pick([null, null, null, 'students', 'guardians'] as const),
      grade: chance.pick([null, null, null, '9']),
    },
    byPerson: chance.once(2),
    bySchool: chance.once(3),
  };
}

/** One district of chance: what the report and the oracle say of it. */
export async function bothSay(
  ask: Ask,
  product: Product,
  seed: number,
): Promise<{ report: Amounts; oracle: Amounts }> {
  const district = await makeDistrict(ask, seed);
  const question = randomQuestion(district.id, seed);
  return {
    report: amountsOf(await cellsOf(product, question)),
    oracle: await slowReport(ask, question, NOW),
  };
}
