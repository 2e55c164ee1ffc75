import { expect, test } from '@jest/globals';
import type { RankedColleague } from '../../bookings/acts/colleagues.rules.js';
import type { LedgerRow } from '../../reports/fairness/ledger.rules.js';
import { whatItWeighs } from './what-it-weighs.js';

const row = (id: string, load: number, workingShare = 1) => ({ id, load, workingShare }) as LedgerRow;
const ranked = (id: string, goes = false) => ({ id, goes }) as RankedColleague;
const ledger = { level: 200, rows: [row('goes', 260), row('free', 180), row('half', 100, 0.5)] };
const load = { minutes: 60, oneVisit: 120 };

test('the visit is counted for whoever goes, and added by the share for whoever might', () => {
  const people = [ranked('goes', true), ranked('free'), ranked('half'), ranked('of no ledger')];
  expect(Object.fromEntries(whatItWeighs(people, load.minutes, ledger))).toEqual({
    goes: { load: 260, difference: 60 },
    free: { load: 240, difference: 40 },
    half: { load: 220, difference: 20 },
  });
});

test('outside the terms nothing is weighed', () => {
  expect(whatItWeighs([ranked('free')], load.minutes, undefined).size).toBe(0);
});
