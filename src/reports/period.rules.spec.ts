import { describe, expect, test } from '@jest/globals';
import { offeredPeriods, ownPeriod, parts, periodOfKey, runningTerm } from './period.rules.js';

const datesOf = (key: string) => {
  const period = periodOfKey(key);
  return period && [period.from, period.to];
};

describe('a period by its key', () => {
  test.each([
    ['ht2026', '2026-07-01', '2026-12-31'],
    ['vt2027', '2027-01-01', '2027-06-30'],
    ['lasar2026', '2026-07-01', '2027-06-30'],
    ['t1-2027', '2027-01-01', '2027-04-30'],
    ['t2-2027', '2027-01-01', '2027-08-31'],
    ['t2b-2027', '2027-05-01', '2027-08-31'],
    ['ar2027', '2027-01-01', '2027-12-31'],
    ['man2028-02', '2028-02-01', '2028-02-29'],
    ['man2026-12', '2026-12-01', '2026-12-31'],
  ])('%s is %s to %s', (key, from, to) => {
    expect(datesOf(key)).toEqual([from, to]);
  });

  test.each([
    '',
    'egen',
    'ht',
    'ht26',
    'ht1999',
    'ht2026-01',
    'man2026',
    'man2026-13',
    'ht2026; DROP',
    't3-2026',
  ])('none is called %p', key => {
    expect(periodOfKey(key)).toBeUndefined();
  });

  test('two terms make a school year, and May to August what the second tertial adds', () => {
    expect(datesOf('lasar2026')).toEqual([datesOf('ht2026')![0], datesOf('vt2027')![1]]);
    expect(datesOf('t2-2026')).toEqual([datesOf('t1-2026')![0], datesOf('t2b-2026')![1]]);
  });
});

describe('dates of one’s own', () => {
  test('are taken as they are, one day too', () => {
    expect(ownPeriod('2026-11-02', '2026-11-02')).toMatchObject({ from: '2026-11-02', to: '2026-11-02' });
  });

  test.each([
    ['igår', '2026-11-02', { fault: 'notADate', at: 'from' }],
    ['2026-11-02', '2026-11-31', { fault: 'notADate', at: 'to' }],
    ['2026-11-02', '2026-11-01', { fault: 'notOrdered', at: 'to' }],
    ['2020-01-01', '2026-11-01', { fault: 'tooLong', at: 'to' }],
  ])('%s to %s: %o', (from, to, fault) => {
    expect(ownPeriod(from, to)).toEqual(fault);
  });
});

describe('parts of a period', () => {
  test('weeks are cut at its ends, and the whole of it is covered once', () => {
    const weeks = parts(periodOfKey('ht2026')!, 'week');
    expect(weeks[0]).toEqual({ from: '2026-07-01', to: '2026-07-05' });
    expect(weeks.at(-1)).toEqual({ from: '2026-12-28', to: '2026-12-31' });
    for (const [index, week] of weeks.slice(1).entries())
      expect(Date.parse(week.from) - Date.parse(weeks[index]!.to)).toBe(86_400_000);
  });

  test('week 53 is one week across New Year', () => {
    const weeks = parts({ from: '2026-12-21', to: '2027-01-10' }, 'week');
    expect(weeks.map(week => week.from)).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
    expect(weeks[1]).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });

  test('months, of a leap year too; and the whole', () => {
    expect(parts({ from: '2028-01-31', to: '2028-03-01' }, 'month')).toEqual([
      { from: '2028-01-31', to: '2028-01-31' },
      { from: '2028-02-01', to: '2028-02-29' },
      { from: '2028-03-01', to: '2028-03-01' },
    ]);
    expect(parts(periodOfKey('t2-2026')!, 'month')).toHaveLength(8);
    expect(parts(periodOfKey('ar2026')!, 'whole')).toEqual([{ from: '2026-01-01', to: '2026-12-31' }]);
  });
});

describe('what is offered', () => {
  test('goes from the coming term back, and every key names a period', () => {
    expect(runningTerm('2026-11-25').key).toBe('ht2026');
    expect(runningTerm('2027-06-30').key).toBe('vt2027');
    const { terms, tertials, months } = offeredPeriods('2027-02-25');
    expect(terms).toEqual(['ht2027', 'vt2027', 'ht2026', 'vt2026', 'lasar2026', 'lasar2025']);
    expect(tertials.slice(0, 4)).toEqual(['t1-2027', 't2-2027', 't2b-2027', 'ar2027']);
    expect(months.slice(0, 4)).toEqual(['man2027-03', 'man2027-02', 'man2027-01', 'man2026-12']);
    for (const key of [...terms, ...tertials, ...months]) expect(periodOfKey(key)).toBeDefined();
  });
});
