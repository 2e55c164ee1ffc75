import { describe, expect, test } from '@jest/globals';
import { addDays } from '../time/iso-date.js';
import { proposeSchoolYear } from './proposed-school-year.js';
import {
  addWorkingDays,
  closureOn,
  horizonFrom,
  isSchoolDay,
  isWorkingDay,
  schoolDaysBefore,
  termOf,
  type SchoolCalendar,
} from './school-calendar.js';

const year = proposeSchoolYear(2026);
const calendar: SchoolCalendar = {
  terms: year.terms.map(term => ({ ...term, id: term.season })),
  breaks: year.breaks,
  schoolClosedDays: [],
};
const studiedag = {
  startsOn: '2026-12-02',
  endsOn: '2026-12-02',
  name: { sv: 'Studiedag', en: 'Staff day' },
};
const withStudiedag: SchoolCalendar = { ...calendar, schoolClosedDays: [studiedag] };

describe('A working day', () => {
  test('is Monday to Friday', () => {
    expect(isWorkingDay('2026-12-07')).toBe(true);
    expect(isWorkingDay('2026-12-11')).toBe(true);
    expect(isWorkingDay('2026-12-12')).toBe(false);
    expect(isWorkingDay('2026-12-13')).toBe(false);
  });

  test('is not a red day, nor julafton, nyårsafton or midsommarafton', () => {
    for (const date of ['2027-01-06', '2027-05-06', '2026-12-24', '2026-12-31', '2027-06-25'])
      expect(isWorkingDay(date)).toBe(false);
  });

  test('is also one in a lov, when only the pupils are free', () => {
    expect(isWorkingDay('2026-10-28')).toBe(true);
    expect(isWorkingDay('2027-05-07')).toBe(true);
  });
});

describe('Counting working days', () => {
  test('ten from Monday 23 November 2026 lead to Monday 7 December', () => {
    expect(addWorkingDays('2026-11-23', 10)).toBe('2026-12-07');
  });

  test('passes weekends and red days', () => {
    expect(addWorkingDays('2026-12-22', 1)).toBe('2026-12-23');
    expect(addWorkingDays('2026-12-22', 2)).toBe('2026-12-28');
    expect(addWorkingDays('2026-12-30', 1)).toBe('2027-01-04');
    expect(addWorkingDays('2027-03-25', 1)).toBe('2027-03-30');
  });

  test('does not count the day itself, wherever it begins', () => {
    expect(addWorkingDays('2026-12-12', 1)).toBe('2026-12-14');
    expect(addWorkingDays('2026-12-08', 0)).toBe('2026-12-08');
    expect(addWorkingDays('2026-12-12', 0)).toBe('2026-12-12');
  });

  test('goes back in the same way', () => {
    expect(addWorkingDays('2026-12-08', -2)).toBe('2026-12-04');
    expect(addWorkingDays('2027-01-07', -1)).toBe('2027-01-05');
    expect(addWorkingDays('2026-12-28', -1)).toBe('2026-12-23');
  });
});

describe('A school day', () => {
  test.each([
    ['a Saturday', '2026-12-12', { kind: 'weekend' }],
    ['the day before the term', '2026-08-17', { kind: 'outsideTerm' }],
    ['the day after the term', '2026-12-23', { kind: 'outsideTerm' }],
    ['a day of jullov', '2027-01-11', { kind: 'outsideTerm' }],
    [
      'a red day in the term',
      '2027-05-06',
      { kind: 'redDay', name: { sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' } },
    ],
    ['julafton', '2026-12-24', { kind: 'redDay', name: { sv: 'Julafton', en: 'Christmas Eve' } }],
    ['höstlov', '2026-10-28', { kind: 'break', name: { sv: 'Höstlov', en: 'Autumn break' } }],
    ['the first day of lov', '2027-03-01', { kind: 'break', name: { sv: 'Sportlov', en: 'Winter break' } }],
    ['the last day of lov', '2027-03-05', { kind: 'break', name: { sv: 'Sportlov', en: 'Winter break' } }],
    ['a weekend in a lov', '2026-10-31', { kind: 'weekend' }],
  ])('is not %s (%s)', (_name, date, closure) => {
    expect(closureOn(calendar, date)).toEqual(closure);
    expect(isSchoolDay(calendar, date)).toBe(false);
  });

  test.each(['2026-08-18', '2026-12-22', '2027-01-12', '2027-06-10', '2026-11-02', '2027-03-25'])(
    'is %s, an ordinary weekday in a term',
    date => {
      expect(closureOn(calendar, date)).toBeUndefined();
      expect(isSchoolDay(calendar, date)).toBe(true);
    },
  );

  test('is not a day that this school keeps for itself, though others have school', () => {
    expect(isSchoolDay(calendar, '2026-12-02')).toBe(true);
    expect(closureOn(withStudiedag, '2026-12-02')).toEqual({ kind: 'schoolClosed', name: studiedag.name });
  });

  test('is not any day of a year that has no terms', () => {
    expect(closureOn({ ...calendar, terms: [] }, '2026-12-08')).toEqual({ kind: 'outsideTerm' });
  });
});

describe('A reminder counted in school days', () => {
  test('five before Monday 2 November 2026 lie before höstlov, not in it', () => {
    expect(schoolDaysBefore(calendar, '2026-11-02', 5)).toBe('2026-10-19');
    expect(schoolDaysBefore(calendar, '2026-11-02', 1)).toBe('2026-10-23');
  });

  test('one before a Tuesday is the Monday, one before a Monday the Friday', () => {
    expect(schoolDaysBefore(calendar, '2026-12-08', 1)).toBe('2026-12-07');
    expect(schoolDaysBefore(calendar, '2026-12-07', 1)).toBe('2026-12-04');
  });

  test('passes the own studiedag of the school', () => {
    expect(schoolDaysBefore(withStudiedag, '2026-12-03', 1)).toBe('2026-12-01');
    expect(schoolDaysBefore(withStudiedag, '2026-12-08', 5)).toBe('2026-11-30');
  });

  test('passes jullov: five before Thursday 14 January 2027 lie in December', () => {
    expect(schoolDaysBefore(calendar, '2027-01-14', 5)).toBe('2026-12-18');
  });

  test('passes a whole summer where the next year is known', () => {
    const next = proposeSchoolYear(2027);
    const twoYears: SchoolCalendar = {
      terms: [...calendar.terms, ...next.terms.map(term => ({ ...term, id: `next ${term.season}` }))],
      breaks: [...year.breaks, ...next.breaks],
      schoolClosedDays: [],
    };
    expect(schoolDaysBefore(twoYears, '2027-08-18', 1)).toBe('2027-06-10');
  });

  test('gives up where the calendar does not reach that far back', () => {
    expect(schoolDaysBefore(calendar, '2026-08-19', 5)).toBeUndefined();
    expect(schoolDaysBefore({ ...calendar, terms: [] }, '2026-12-08', 1)).toBeUndefined();
  });
});

describe('The term of a date', () => {
  test('is the one that holds it, its first and last day included', () => {
    expect(termOf(calendar, '2026-08-18')?.id).toBe('autumn');
    expect(termOf(calendar, '2026-12-22')?.id).toBe('autumn');
    expect(termOf(calendar, '2027-01-12')?.id).toBe('spring');
    expect(termOf(calendar, '2026-12-23')).toBeUndefined();
  });
});

describe('The last day that can be booked', () => {
  test('is the end of the next term while a term is running', () => {
    expect(horizonFrom(calendar, '2026-11-23')).toBe('2027-06-10');
    expect(horizonFrom(calendar, '2026-08-18')).toBe('2027-06-10');
    expect(horizonFrom(calendar, '2026-12-22')).toBe('2027-06-10');
  });

  test('is the end of the coming term between two terms', () => {
    expect(horizonFrom(calendar, '2026-12-28')).toBe('2027-06-10');
    expect(horizonFrom(calendar, '2026-07-01')).toBe('2026-12-22');
    expect(horizonFrom(calendar, addDays('2026-08-18', -1))).toBe('2026-12-22');
  });

  test('is the end of the running term where no other is known', () => {
    expect(horizonFrom(calendar, '2027-01-12')).toBe('2027-06-10');
    expect(horizonFrom(calendar, '2027-06-10')).toBe('2027-06-10');
  });

  test('does not exist once all terms are over', () => {
    expect(horizonFrom(calendar, '2027-06-11')).toBeUndefined();
    expect(horizonFrom({ ...calendar, terms: [] }, '2026-11-23')).toBeUndefined();
  });

  test('is found in whatever order the terms are given', () => {
    const next = proposeSchoolYear(2027).terms.map(term => ({ ...term, id: `next ${term.season}` }));
    const shuffled = { ...calendar, terms: [...next.reverse(), ...[...calendar.terms].reverse()] };
    expect(horizonFrom(shuffled, '2026-11-23')).toBe('2027-06-10');
    expect(horizonFrom(shuffled, '2027-03-15')).toBe('2027-12-22');
  });
});
