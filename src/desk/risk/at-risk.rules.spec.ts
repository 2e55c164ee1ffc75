import { expect, test } from '@jest/globals';
import { instantAt } from '../../shared/time/swedish-time.js';
import {
  isDoubtful,
  visitsAtRisk,
  type ComingVisit,
  type Hindrance,
  type PersonGoing,
} from './at-risk.rules.js';

const person = (name: string, changes: Partial<PersonGoing> = {}): PersonGoing => ({
  name,
  employedUntil: null,
  isClosedOut: false,
  absences: [],
  hasOutside: false,
  ...changes,
});
const visit = (...people: PersonGoing[]): ComingVisit => ({
  reference: '4K7-2PM',
  startsAt: instantAt('2026-12-08', 10 * 60),
  schoolName: 'Lunaskolan',
  className: '9B',
  peopleNeeded: 2,
  people,
});
const risk = (...people: PersonGoing[]) => visitsAtRisk([visit(...people)])[0];

test('a visit to which everybody can come is not in danger', () => {
  expect(visitsAtRisk([visit(person('Amina'), person('Johan'))])).toEqual([]);
  expect(risk(person('Amina', { employedUntil: '2026-12-08' }), person('Johan'))).toBeUndefined();
});

test('empty places are counted', () => {
  expect(risk()).toMatchObject({ missing: 2, hindered: [] });
  expect(risk(person('Amina'))).toMatchObject({ missing: 1 });
  expect(risk(person('Amina'), person('Johan'), person('Sara', { absences: ['illness'] }))).toMatchObject({
    missing: 0,
    hindered: [{ name: 'Sara', why: 'ill' }],
  });
});

test.each([
  [{ employedUntil: '2026-12-07', absences: ['illness'] }, 'left', true],
  [{ isClosedOut: true, absences: ['holiday'] }, 'closedOut', true],
  [{ absences: ['holiday', 'illness'], hasOutside: true }, 'ill', false],
  [{ absences: ['fielding', 'holiday'] }, 'away', false],
  [{ absences: ['fielding'], hasOutside: true }, 'duty', false],
  [{ hasOutside: true }, 'outside', true],
] satisfies [Partial<PersonGoing>, Hindrance, boolean][])('%j is told as: %s', (changes, why, doubtful) => {
  const found = risk(person('Amina', changes), person('Johan'))!;
  expect(found.hindered).toEqual([{ name: 'Amina', why }]);
  expect(isDoubtful(found)).toBe(doubtful);
});
