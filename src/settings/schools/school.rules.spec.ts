import { describe, expect, test } from '@jest/globals';
import { readClosedDays, readDomain, readSchool, type SchoolSheet } from './school.rules.js';

const TYPED: SchoolSheet = {
  displayName: ' Nya  skolan ',
  organizerType: 'independent',
  grades: ['9', '7', 'x'],
  street: 'Nygatan 1',
  postalCode: '11235',
  city: 'Stockholm',
  pupilCount: '1 200',
  officeEmail: 'kansli@Nya.example',
  isActive: 'yes',
  kept: [],
};
const GRADES = ['F', '7', '8', '9'];
const read = (changes: Partial<SchoolSheet> = {}) => readSchool({ ...TYPED, ...changes }, GRADES);

describe('a school', () => {
  test('is read as typed, its grades in their order', () => {
    expect(read()).toEqual({
      displayName: 'Nya skolan',
      organizerType: 'independent',
      grades: ['7', '9'],
      street: 'Nygatan 1',
      postalCode: '112 35',
      city: 'Stockholm',
      pupilCount: 1200,
      officeEmail: 'kansli@nya.example',
      isActive: true,
    });
    expect(read({ street: '', postalCode: ' ', city: '', pupilCount: '', officeEmail: '' })).toMatchObject({
      postalCode: '',
      pupilCount: null,
      officeEmail: null,
    });
  });

  test.each<[Partial<SchoolSheet>, object]>([
    [{ displayName: ' ' }, { displayName: 'nameMissing' }],
    [{ displayName: 'x'.repeat(151) }, { displayName: 'tooLong' }],
    [{ organizerType: 'church' }, { organizerType: 'organizerMissing' }],
    [{ grades: ['x'] }, { grades: 'gradesMissing' }],
    [{ postalCode: '1123' }, { postalCode: 'postalCodeInvalid' }],
    [{ pupilCount: 'många' }, { pupilCount: 'pupilsInvalid' }],
    [{ pupilCount: '10001' }, { pupilCount: 'pupilsInvalid' }],
    [{ officeEmail: 'kansli' }, { officeEmail: 'emailInvalid' }],
    [{ city: 'x'.repeat(151) }, { city: 'tooLong' }],
  ])('%j is not understood: %j', (changes, faults) => {
    expect(read(changes)).toEqual({ faults });
  });
});

describe('closed days', () => {
  const days = (changes: object = {}) =>
    readClosedDays(
      { from: '2026-12-08', until: '', nameSv: 'Studiedag', nameEn: '', ...changes },
      '2026-12-08',
    );

  test('are one day, or some', () => {
    expect(days()).toEqual({
      startsOn: '2026-12-08',
      endsOn: '2026-12-08',
      nameSv: 'Studiedag',
      nameEn: 'Studiedag',
    });
    expect(days({ from: '2026-12-01', until: '2026-12-08', nameEn: 'Study days' })).toMatchObject({
      startsOn: '2026-12-01',
      endsOn: '2026-12-08',
      nameEn: 'Study days',
    });
  });

  test.each<[object, object]>([
    [{ from: '' }, { from: 'fromMissing' }],
    [{ from: '2026-02-30' }, { from: 'fromMissing' }],
    [{ until: 'x' }, { until: 'untilInvalid' }],
    [{ until: '2026-12-07' }, { until: 'notOrdered' }],
    [{ from: '2026-12-07' }, { until: 'past' }],
    [{ until: '2027-03-18' }, { until: 'tooMany' }],
    [{ nameSv: ' ' }, { nameSv: 'nameMissing' }],
    [{ nameEn: 'x'.repeat(151) }, { nameEn: 'tooLong' }],
  ])('%j is not understood: %j', (changes, faults) => {
    expect(days(changes)).toEqual({ faults });
  });
});

describe('a domain', () => {
  test.each([
    ['@Skolan.SE', 'skolan.se'],
    [' edu.stockholm.se ', 'edu.stockholm.se'],
  ])('%s is %s', (domain, expected) => {
    expect(readDomain({ domain, holder: 'staff' })).toEqual({ domain: expected, holder: 'staff' });
  });

  test.each<[string, string, object]>([
    ['skolan', 'staff', { domain: 'domainInvalid' }],
    ['', 'staff', { domain: 'domainInvalid' }],
    ['lena@skolan.se', 'staff', { domain: 'domainInvalid' }],
    ['gmail.com', 'staff', { domain: 'everybodys' }],
    ['hotmail.se', 'staff', { domain: 'everybodys' }],
    ['skolan.se', '', { holder: 'holderMissing' }],
  ])('%j of %j is refused: %j', (domain, holder, faults) => {
    expect(readDomain({ domain, holder })).toEqual({ faults });
  });

  test('of pupils may be everybody’s: it proves nothing and only warns', () => {
    expect(readDomain({ domain: 'gmail.com', holder: 'pupils' })).toMatchObject({ domain: 'gmail.com' });
  });
});
