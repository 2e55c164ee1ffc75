import { expect, test } from '@jest/globals';
import { readExtra, type TypedExtra } from './extra.rules.js';

const TODAY = '2026-11-23';
const TUESDAY = '2026-12-08';
const rows = [{ weekday: 2, from: 480, until: 960, validFrom: '2020-01-01', validUntil: null }];
const extra = [{ id: 'x', date: TUESDAY, from: 1080, until: 1200 }];
const read = (changes: Partial<TypedExtra>) =>
  readExtra({ date: TUESDAY, from: '16', until: '18', ...changes }, TODAY, { rows, extra });

test('begin where other hours end, or reach into weekly ones', () => {
  expect(read({})).toEqual({ date: TUESDAY, from: 960, until: 1080 });
  expect(read({ from: '15.30' })).toEqual({ date: TUESDAY, from: 930, until: 1080 });
});

test.each<[Partial<TypedExtra>, object]>([
  [{ date: '' }, { date: 'fromMissing' }],
  [{ date: '2026-11-22' }, { date: 'inThePast' }],
  [{ date: '2030-01-01' }, { date: 'tooFar' }],
  [
    { from: '', until: '' },
    { from: 'timeMissing', until: 'timeMissing' },
  ],
  [
    { from: '', until: '25' },
    { from: 'timeMissing', until: 'timeInvalid' },
  ],
  [
    { date: 'x', from: '18', until: '16' },
    { date: 'fromMissing', until: 'notOrdered' },
  ],
  [{ until: '18.01' }, { from: 'overlaps' }],
  [{ from: '8', until: '16' }, { from: 'alreadyThere' }],
  [{ from: '18.30', until: '19' }, { from: 'alreadyThere' }],
])('%j: %j', (changes, faults) => {
  expect(read(changes)).toEqual({ faults });
});
