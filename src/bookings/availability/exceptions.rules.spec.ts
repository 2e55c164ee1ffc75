import { expect, test } from '@jest/globals';
import { proposeSchoolYear } from '../../shared/school-year/proposed-school-year.js';
import { closedTimes } from './exceptions.rules.js';

const year = proposeSchoolYear(2026);
const plan = { terms: year.terms.map(term => ({ ...term, id: term.season })), breaks: year.breaks };
const on = (today: string) =>
  closedTimes(plan, today).map(({ startsOn, endsOn, name }) => `${startsOn} ${endsOn} ${name?.sv ?? '-'}`);

test('lov, red days of school weeks and the time between terms, in their order', () => {
  expect(on('2026-11-23')).toEqual([
    '2026-12-23 2027-01-11 -',
    '2027-03-01 2027-03-05 Sportlov',
    '2027-03-26 2027-03-26 Långfredagen',
    '2027-03-29 2027-03-29 Annandag påsk',
    '2027-03-30 2027-04-02 Påsklov',
    '2027-05-06 2027-05-06 Kristi himmelsfärdsdag',
    '2027-05-07 2027-05-07 Lovdag',
  ]);
});

test('what has been is not told of, what goes on is', () => {
  expect(on('2027-04-01')[0]).toBe('2027-03-30 2027-04-02 Påsklov');
  expect(on('2027-05-08')).toEqual([]);
});

test('there is nothing to tell without terms', () => {
  expect(closedTimes({ terms: [], breaks: year.breaks }, '2026-11-23')).toEqual([]);
});
