import { describe, expect, test } from '@jest/globals';
import { datesFrom, weekdayOf } from '../time/iso-date.js';
import { proposeSchoolYear } from './proposed-school-year.js';
import { isSchoolDay } from './school-calendar.js';

describe('The proposed school year 2026/27', () => {
  const proposed = proposeSchoolYear(2026);

  test('has the terms 18 August to 22 December and 12 January to 10 June', () => {
    expect(proposed.label).toBe('2026/27');
    expect(proposed.terms).toEqual([
      { season: 'autumn', startsOn: '2026-08-18', endsOn: '2026-12-22' },
      { season: 'spring', startsOn: '2027-01-12', endsOn: '2027-06-10' },
    ]);
  });

  test('has höstlov in week 44, sportlov in week 9, påsklov after Easter and one lovdag after Ascension Day', () => {
    expect(proposed.breaks).toEqual([
      { startsOn: '2026-10-26', endsOn: '2026-10-30', name: { sv: 'Höstlov', en: 'Autumn break' } },
      { startsOn: '2027-03-01', endsOn: '2027-03-05', name: { sv: 'Sportlov', en: 'Winter break' } },
      { startsOn: '2027-03-30', endsOn: '2027-04-02', name: { sv: 'Påsklov', en: 'Easter break' } },
      { startsOn: '2027-05-07', endsOn: '2027-05-07', name: { sv: 'Lovdag', en: 'Day off' } },
    ]);
  });

  test('leaves at least the 178 school days that the ordinance demands', () => {
    const calendar = {
      terms: proposed.terms.map(term => ({ ...term, id: term.season })),
      breaks: proposed.breaks,
      schoolClosedDays: [],
    };
    const days = proposed.terms.flatMap(term => datesFrom(term.startsOn, term.endsOn));
    expect(days.filter(date => isSchoolDay(calendar, date)).length).toBeGreaterThanOrEqual(178);
  });
});

describe('A proposed school year', () => {
  test.each([2025, 2026, 2027, 2028, 2030, 2035])(
    'that begins in %i has its lov on weekdays within its terms',
    year => {
      const { terms, breaks } = proposeSchoolYear(year);
      for (const span of breaks) {
        expect(weekdayOf(span.startsOn)).toBeLessThanOrEqual(5);
        expect(weekdayOf(span.endsOn)).toBe(5);
        expect(terms.some(term => term.startsOn <= span.startsOn && span.endsOn <= term.endsOn)).toBe(true);
      }
    },
  );

  test('is called by both its years, at the turn of a century too', () => {
    expect(proposeSchoolYear(2027).label).toBe('2027/28');
    expect(proposeSchoolYear(2099).label).toBe('2099/00');
  });
});
