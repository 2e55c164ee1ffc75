import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { nameOfWeek, periodAfter, periodOf, periodOfToday } from './week-period.rules.js';

const TODAY = '2026-12-10';
const asked = (words: Partial<Parameters<typeof periodOf>[0]>) =>
  periodOf({ vecka: '', visa: '', fran: '', ...words }, TODAY);
const week = (name: string) => asked({ vecka: name });

describe('the days that are shown', () => {
  test('are a week by its name, from Monday to Sunday', () => {
    expect(week('2026-W49').dates).toEqual(
      ['30', '01', '02', '03', '04', '05', '06'].map(day => `2026-1${day === '30' ? '1' : '2'}-${day}`),
    );
  });

  test('are today’s week where nothing is asked, or nothing that there is', () => {
    const names = ['', '2026-W00', '2026-W54', '2027-W53', '2026-W5', '49', '1999-W12', '2026-W49; DROP'];
    for (const name of names) expect(week(name).dates[0]).toBe('2026-12-07');
  });

  test('are three days from a date, or from today', () => {
    expect(asked({ visa: 'tre-dagar', fran: '2026-12-31' }).dates).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    for (const fran of ['', '2026-02-30', 'imorgon', '0001-01-01', '9999-12-31'])
      expect(asked({ visa: 'tre-dagar', fran }).dates[0]).toBe(TODAY);
  });
});

describe('before and after', () => {
  test('week 53 of 2026 is followed by week 1 of 2027, and the other way round', () => {
    const last = week('2026-W53');
    expect(last.dates).toContain('2027-01-01');
    expect(nameOfWeek(isoWeekOf(periodAfter(last, 1).dates[0]!))).toBe('2027-W01');
    expect(periodAfter(week('2027-W01'), -1)).toEqual(last);
    expect(periodAfter(week('2027-W52'), 1)).toEqual(week('2028-W01'));
  });

  test('three days are followed by the next three, and today leads back', () => {
    const days = asked({ visa: 'tre-dagar', fran: '2026-12-30' });
    expect(periodAfter(days, 1).dates[0]).toBe('2027-01-02');
    expect(periodOfToday(days, TODAY).dates[0]).toBe(TODAY);
    expect(periodOfToday(week('2026-W53'), TODAY)).toEqual(week('2026-W50'));
  });

  test('every week of thirty years is named so that its name leads to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), steps => {
        const some = periodAfter(week('2026-W49'), steps);
        expect(week(nameOfWeek(isoWeekOf(some.dates[6]!)))).toEqual(some);
      }),
    );
  });
});
