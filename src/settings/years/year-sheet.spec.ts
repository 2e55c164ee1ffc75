import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../../shared/time/swedish-time.js';
import {
  newlyClosed,
  readBreak,
  readYear,
  redDaysWithin,
  sheetOfYear,
  yearSpan,
  type BreakSheet,
  type Terms,
  type YearSheet,
} from './year-sheet.js';

const terms: Terms = {
  autumn: { startsOn: '2026-08-18', endsOn: '2026-12-22', releasedAt: null },
  spring: { startsOn: '2027-01-12', endsOn: '2027-06-10', releasedAt: instantAt('2026-11-30', 9 * 60) },
};
const facts = { label: '2026/27', otherTerms: [{ startsOn: '2026-01-12', endsOn: '2026-06-10' }] };
const yearFaults = (changes: Partial<YearSheet>, more = {}) => {
  const read = readYear({ ...sheetOfYear(terms, false), ...changes }, { ...facts, ...more });
  return 'faults' in read ? read.faults : {};
};

describe('A school year', () => {
  test('goes from July to June', () => {
    expect(yearSpan('2026/27')).toEqual({ startsOn: '2026-07-01', endsOn: '2027-06-30' });
  });

  test('read from its own sheet has the same terms', () => {
    expect(readYear(sheetOfYear(terms, true), facts)).toEqual(terms);
  });

  test('has both terms whole, in order and within its months', () => {
    expect(yearFaults({ springEnds: '' })).toEqual({ springEnds: { code: 'notDate' } });
    expect(yearFaults({ autumnEnds: '2026-08-17' })).toEqual({
      autumnEnds: { code: 'notAfter', other: 'autumnStarts' },
    });
    expect(yearFaults({ springEnds: '2027-07-01' })).toEqual({ springEnds: { code: 'outsideYear' } });
    expect(yearFaults({ springStarts: '2026-12-22' })).toEqual({
      springStarts: { code: 'notAfter', other: 'autumnEnds' },
    });
  });

  test('releases the times of a term at once, or on a day and at an hour within it or before', () => {
    expect(sheetOfYear(terms, true)).toMatchObject({
      autumnReleasedOn: '',
      springReleasedOn: '2026-11-30',
      springReleasedAt: '9.00',
    });
    expect(yearFaults({ springReleasedAt: '' })).toEqual({
      springReleasedAt: { code: 'notBoth', other: 'springReleasedOn' },
    });
    expect(yearFaults({ autumnReleasedAt: '8' })).toEqual({
      autumnReleasedOn: { code: 'notBoth', other: 'autumnReleasedAt' },
    });
    expect(yearFaults({ springReleasedOn: '2027-06-11' })).toEqual({
      springReleasedOn: { code: 'afterTerm' },
    });
    expect(yearFaults({ springReleasedOn: 'i maj' })).toEqual({ springReleasedOn: { code: 'notDate' } });
  });

  test('lies over no term of another year', () => {
    const otherTerms = [{ startsOn: '2026-06-01', endsOn: '2026-08-18' }];
    expect(yearFaults({}, { otherTerms })).toEqual({ autumnStarts: { code: 'overlaps' } });
  });

  test('names its red days on weekdays within terms', () => {
    expect(redDaysWithin([terms.autumn, terms.spring]).map(day => `${day.date} ${day.name.sv}`)).toEqual([
      '2027-03-26 Långfredagen',
      '2027-03-29 Annandag påsk',
      '2027-05-06 Kristi himmelsfärdsdag',
    ]);
  });
});

describe('A break', () => {
  const sheet = { nameSv: 'Höstlov', nameEn: 'Autumn break', startsOn: '2026-10-26', endsOn: '2026-10-30' };
  const faultsOf = (
    changes: Partial<BreakSheet>,
    others = [{ startsOn: '2026-10-26', endsOn: '2026-10-29' }],
  ) => {
    const read = readBreak({ ...sheet, ...changes }, { label: '2026/27', others });
    return 'faults' in read ? read.faults : {};
  };

  test('has a name in both languages and its days, or one day', () => {
    expect(readBreak({ ...sheet, endsOn: '' }, { label: '2026/27', others: [] })).toEqual({
      name: { sv: 'Höstlov', en: 'Autumn break' },
      startsOn: '2026-10-26',
      endsOn: '2026-10-26',
    });
    expect(faultsOf({ nameEn: '' })).toEqual({ nameEn: { code: 'missing' } });
  });

  test('lies in its year, in order, and once', () => {
    expect(faultsOf({})).toEqual({});
    expect(faultsOf({ startsOn: '2026-06-30', endsOn: '2026-07-01' })).toEqual({
      startsOn: { code: 'outsideYear' },
    });
    expect(faultsOf({ endsOn: '2026-10-25' })).toEqual({ endsOn: { code: 'notAfter', other: 'startsOn' } });
    expect(faultsOf({ endsOn: '2026-10-29' })).toEqual({ startsOn: { code: 'overlaps' } });
  });
});

test('days that become closed are those that were open before', () => {
  const calendar = {
    terms: [{ id: 'a', season: 'autumn' as const, ...terms.autumn }],
    breaks: [],
  };
  const after = {
    ...calendar,
    breaks: [{ startsOn: '2026-12-08', endsOn: '2026-12-12', name: { sv: 'Lov', en: 'Break' } }],
  };
  const dates = ['2026-12-07', '2026-12-08', '2026-12-12', '2027-02-01'];
  expect(newlyClosed(dates, calendar, after)).toEqual(['2026-12-08']);
  expect(newlyClosed(dates, after, calendar)).toEqual([]);
  expect(newlyClosed(dates, calendar, { ...calendar, terms: [] })).toEqual(['2026-12-07', '2026-12-08']);
});
