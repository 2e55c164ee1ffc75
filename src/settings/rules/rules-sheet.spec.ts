import { describe, expect, test } from '@jest/globals';
import { readRules, sheetOfRules, type BookingRules, type Hours, type RulesSheet } from './rules-sheet.js';

const rules: BookingRules = {
  leadTimeWorkingDays: 10,
  changeCutoffWorkingDays: 2,
  startGridMinutes: 30,
  marginBeforeMinutes: 15,
  marginAfterMinutes: 15,
  breakAtSameSchoolMinutes: 10,
  peopleNeeded: 2,
  groupSmallest: 10,
  groupLargest: 32,
  comingBookingsPerSchoolAndTerm: 6,
  holdMinutes: 10,
  eveningLoadPercent: 150,
  handoverNeedsConsent: true,
  hoursReminderWeeks: 3,
  mostVisitsPerPersonAndDay: 2,
  mostVisitsPerPersonAndWeek: null,
  mostEveningsPerPersonAndWeek: 0,
  mostVisitsInARow: 3,
  breakMinutes: 20,
  mostVisitsPerTeamAndDay: null,
  mostVisitsPerTeamAndWeek: 12,
  restAfterLateWorkHours: 11,
};
const hours: Hours = {
  students: { opensAt: 490, closesAt: 930, noStart: { from: 660, until: 735 } },
  guardians: { opensAt: 1020, closesAt: 1230 },
};
const sheet = sheetOfRules(rules, hours);
const faultsOf = (changes: Partial<RulesSheet>) => {
  const read = readRules({ ...sheet, ...changes });
  return 'faults' in read ? read.faults : {};
};

describe('The rules of a district', () => {
  test('read from their own sheet are the same rules', () => {
    expect(readRules(sheet)).toEqual({ rules, hours });
  });

  test('are written as people write hours', () => {
    expect(sheet).toMatchObject({ studentsOpens: '8.10', studentsLunchUntil: '12.15', schoolStaffOpens: '' });
  });

  test.each([
    ['leadTimeWorkingDays', '0', '60', '61'],
    ['changeCutoffWorkingDays', '0', '60', '61'],
    ['marginBeforeMinutes', '0', '180', '181'],
    ['marginAfterMinutes', '0', '180', '181'],
    ['breakAtSameSchoolMinutes', '0', '180', '181'],
    ['peopleNeeded', '1', '10', '11'],
    ['comingBookingsPerSchoolAndTerm', '0', '100', '101'],
    ['holdMinutes', '1', '60', '0'],
    ['eveningLoadPercent', '100', '300', '99'],
    ['mostVisitsPerPersonAndDay', '1', '20', '0'],
    ['mostVisitsPerPersonAndWeek', '1', '100', '101'],
    ['mostEveningsPerPersonAndWeek', '0', '7', '8'],
    ['mostVisitsInARow', '1', '10', '11'],
    ['breakMinutes', '5', '180', '4'],
    ['mostVisitsPerTeamAndDay', '1', '100', '0'],
    ['mostVisitsPerTeamAndWeek', '1', '500', '501'],
    ['restAfterLateWorkHours', '8', '16', '7'],
  ] as const)('hold %s from %s to %s', (name, least, most, wrong) => {
    expect([faultsOf({ [name]: least }), faultsOf({ [name]: most })]).toEqual([{}, {}]);
    expect(faultsOf({ [name]: wrong })).toHaveProperty([name, 'code'], 'notWhole');
  });

  test('let colleagues hand over with or without consent', () => {
    const read = readRules({ ...sheet, handoverNeedsConsent: 'no' });
    expect('rules' in read && read.rules.handoverNeedsConsent).toBe(false);
    expect(faultsOf({ handoverNeedsConsent: '' })).toEqual({ handoverNeedsConsent: { code: 'notChosen' } });
  });

  test('have no cap on what one person gets where none is written', () => {
    expect(readRules({ ...sheet, mostVisitsPerPersonAndDay: '' })).toMatchObject({
      rules: { mostVisitsPerPersonAndDay: null, mostEveningsPerPersonAndWeek: 0 },
    });
  });

  test('begin times at a part of the hour', () => {
    expect(faultsOf({ startGridMinutes: '20' })).toEqual({});
    expect(faultsOf({ startGridMinutes: '25' })).toEqual({ startGridMinutes: { code: 'notChosen' } });
  });

  test('have a largest group that is not below the smallest', () => {
    expect(faultsOf({ groupLargest: '9' })).toEqual({
      groupLargest: { code: 'notAfter', other: 'groupSmallest' },
    });
  });
});

describe('The hours of an audience', () => {
  test('may be missing altogether, and then it cannot be booked', () => {
    expect(readRules({ ...sheet, guardiansOpens: '', guardiansCloses: '' })).toEqual({
      rules,
      hours: { students: hours.students },
    });
  });

  test('have a beginning and an end, in this order', () => {
    expect(faultsOf({ guardiansCloses: '' })).toEqual({
      guardiansCloses: { code: 'notBoth', other: 'guardiansOpens' },
    });
    expect(faultsOf({ guardiansCloses: '17.00' })).toEqual({
      guardiansCloses: { code: 'notAfter', other: 'guardiansOpens' },
    });
    expect(faultsOf({ guardiansOpens: 'fem' })).toEqual({ guardiansOpens: { code: 'notClock' } });
  });

  test('have lunch in order, and only where there are hours', () => {
    expect(faultsOf({ studentsLunchFrom: '13' })).toEqual({
      studentsLunchUntil: { code: 'notAfter', other: 'studentsLunchFrom' },
    });
    expect(faultsOf({ schoolStaffLunchFrom: '12', schoolStaffLunchUntil: '13' })).toEqual({
      schoolStaffOpens: { code: 'missing' },
    });
  });
});
