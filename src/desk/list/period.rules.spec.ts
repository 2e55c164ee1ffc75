import { describe, expect, test } from '@jest/globals';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { nextWeeks, periodInAddress, periodOfTerm, readPeriod, spanOf } from './period.rules.js';

const AUTUMN: Term = { id: 'ht', season: 'autumn', startsOn: '2026-08-18', endsOn: '2026-12-22' };
const TODAY = '2026-11-23';
const span = (word: string, from = '', until = '') =>
  spanOf(readPeriod(word, from, until, [AUTUMN]), [AUTUMN], TODAY);

describe('a period', () => {
  test.each([
    ['', { from: TODAY }],
    ['kommande', { from: TODAY }],
    ['allt', {}],
    ['ht2026', { from: '2026-08-18', until: '2026-12-22' }],
    ['2026v48-50', { from: '2026-11-23', until: '2026-12-13' }],
    ['2026v50', { from: '2026-12-07', until: '2026-12-13' }],
    ['2026v52-2', { from: '2026-12-21', until: '2027-01-17' }],
    ['2026v53', { from: '2026-12-28', until: '2027-01-03' }],
    // No such weeks, no such term: what there is at first.
    ['2027v53', { from: TODAY }],
    ['2026v0', { from: TODAY }],
    ['vt2027', { from: TODAY }],
    ['x', { from: TODAY }],
  ])('"%s" is from the first to the last day of it', (word, days) => {
    expect(span(word)).toEqual(days);
  });

  test.each([
    ['2026-12-01', '2026-12-15', { from: '2026-12-01', until: '2026-12-15' }],
    ['2026-12-15', '2026-12-01', { from: '2026-12-01', until: '2026-12-15' }],
    ['2026-12-01', '', { from: '2026-12-01' }],
    ['', '2026-12-15', { until: '2026-12-15' }],
    ['2026-02-30', '', { from: TODAY }],
    ['0001-01-01', '9999-12-31', { from: TODAY }],
  ])('own dates %s to %s are put in order; what is no date of ours is left out', (from, until, days) => {
    expect(span('', from, until)).toEqual(days);
    expect(span('datum', from, until)).toEqual(days);
  });

  test('of a name goes before own dates', () => {
    expect(span('allt', '2026-12-01')).toEqual({});
    expect(span('kommande', '2026-12-01')).toEqual({ from: TODAY });
  });

  test('of this week and the next two is said by the numbers of the weeks', () => {
    expect(periodInAddress(nextWeeks('2026-11-25'))).toEqual({ period: '2026v48-50' });
    expect(periodInAddress(nextWeeks('2026-12-28'))).toEqual({ period: '2026v53-2' });
    expect(periodInAddress(periodOfTerm(AUTUMN))).toEqual({ period: 'ht2026' });
  });
});
