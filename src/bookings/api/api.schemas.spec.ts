import { describe, expect, test } from '@jest/globals';
import { bookingRequestSchema } from './api.schemas.js';

const body = (changes: object = {}) => ({
  lectureId: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d',
  start: '2026-12-08T10:15:00+01:00',
  schoolId: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0e',
  className: '9B',
  grade: '9',
  pupils: 27,
  contact: { name: 'Karin Ek', email: 'karin.ek@edu.stockholm.se', phone: '070-174 06 12' },
  teacherPresent: true,
  ...changes,
});
/** Where the body is not as described; empty where it is. */
const faultsOf = (changes: object) => {
  const read = bookingRequestSchema.safeParse(body(changes));
  return read.success ? [] : read.error.issues.map(issue => issue.path.join('.'));
};

describe('A booking by another system', () => {
  test('fills in what may be left out', () => {
    expect(bookingRequestSchema.parse(body())).toMatchObject({
      room: '',
      needs: [],
      message: '',
      language: 'sv',
      contact: { role: '' },
    });
  });

  test('has a start with an offset', () => {
    expect(faultsOf({ start: '2026-12-08T09:15:00Z' })).toEqual([]);
    expect(faultsOf({ start: '2026-12-08T10:15:00' })).toEqual(['start']);
    expect(faultsOf({ start: '2027-02-29T10:15:00Z' })).toEqual(['start']);
    expect(faultsOf({ start: '2026-12-08' })).toEqual(['start']);
  });

  test('has a start in a year that the database writes as we do', () => {
    expect(faultsOf({ start: '0000-01-01T00:00:00Z' })).toEqual(['start']);
    expect(faultsOf({ start: '9999-12-31T23:00:00Z' })).toEqual(['start']);
  });

  test('may name the grade as a number', () => {
    expect(faultsOf({ grade: 9 })).toEqual([]);
    expect(faultsOf({ grade: 'gy1' })).toEqual([]);
    expect(faultsOf({ grade: true })).toEqual(['grade']);
  });

  test('has nothing in it that is not described', () => {
    const read = bookingRequestSchema.safeParse(body({ status: 'confirmed' }));
    expect(read.success).toBe(false);
    expect(faultsOf({ contact: { ...body().contact, isProven: true } })).toEqual(['contact']);
  });

  test('is told of every field that is not as described', () => {
    expect(faultsOf({ lectureId: '1', pupils: '27', needs: ['diagnosis'], schoolUnitCode: '1234' })).toEqual([
      'lectureId',
      'schoolUnitCode',
      'pupils',
      'needs.0',
    ]);
  });
});
