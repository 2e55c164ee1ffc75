import { describe, expect, test } from '@jest/globals';
import {
  instantAt,
  isoWithOffset,
  minuteOfDay,
  swedishDateOf,
  swedishDay,
  swedishMinuteOf,
} from './swedish-time.js';

const at = (hour: number, minute = 0) => hour * 60 + minute;
const utc = (date: string, hour: number, minute = 0) => instantAt(date, at(hour, minute)).toISOString();

describe('The Swedish wall clock', () => {
  test('is one hour ahead of UTC in winter and two in summer', () => {
    expect(utc('2026-12-08', 10, 15)).toBe('2026-12-08T09:15:00.000Z');
    expect(utc('2026-09-08', 10, 15)).toBe('2026-09-08T08:15:00.000Z');
  });

  test('a weekly time stays at its hour over both clock changes', () => {
    const mondays = ['2027-03-22', '2027-03-29', '2027-10-25', '2027-11-01'];
    expect(mondays.map(date => swedishMinuteOf(instantAt(date, at(9))))).toEqual([540, 540, 540, 540]);
    expect(mondays.map(date => utc(date, 9))).toEqual([
      '2027-03-22T08:00:00.000Z',
      '2027-03-29T07:00:00.000Z',
      '2027-10-25T07:00:00.000Z',
      '2027-11-01T08:00:00.000Z',
    ]);
  });

  test('an instant near midnight has the Swedish date, not that of UTC', () => {
    expect(swedishDateOf(new Date('2026-12-07T23:30:00Z'))).toBe('2026-12-08');
    expect(swedishDateOf(new Date('2026-12-07T22:59:59Z'))).toBe('2026-12-07');
    expect(swedishDateOf(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
    expect(swedishDateOf(Date.UTC(2026, 11, 31, 23))).toBe('2027-01-01');
  });

  test('an instant has its minute of the Swedish day, whole minutes only', () => {
    expect(swedishMinuteOf(new Date('2026-12-08T09:15:00Z'))).toBe(at(10, 15));
    expect(swedishMinuteOf(new Date('2026-12-08T09:15:59.999Z'))).toBe(at(10, 15));
    expect(swedishMinuteOf(new Date('2026-12-07T23:00:00Z'))).toBe(0);
  });
});

describe('Sunday 28 March 2027, when the clock skips from 2.00 to 3.00', () => {
  const date = '2027-03-28';

  test('is 23 hours long', () => {
    expect(swedishDay(date).at(24 * 60) - swedishDay(date).at(0)).toBe(23 * 3_600_000);
    expect(swedishDay(date).at(24 * 60)).toBe(swedishDay('2027-03-29').at(0));
  });

  test('has its right hours on both sides of the change', () => {
    expect(utc(date, 1, 59)).toBe('2027-03-28T00:59:00.000Z');
    expect(utc(date, 3)).toBe('2027-03-28T01:00:00.000Z');
    expect(utc(date, 10)).toBe('2027-03-28T08:00:00.000Z');
  });

  test('a time that the clock skips is taken as the same distance after midnight', () => {
    expect(utc(date, 2)).toBe('2027-03-28T01:00:00.000Z');
    expect(utc(date, 2, 30)).toBe('2027-03-28T01:30:00.000Z');
    expect(swedishMinuteOf(instantAt(date, at(2, 30)))).toBe(at(3, 30));
  });
});

describe('Sunday 31 October 2027, when the hour from 2.00 comes twice', () => {
  const date = '2027-10-31';

  test('is 25 hours long', () => {
    expect(swedishDay(date).at(24 * 60) - swedishDay(date).at(0)).toBe(25 * 3_600_000);
    expect(swedishDay(date).at(24 * 60)).toBe(swedishDay('2027-11-01').at(0));
  });

  test('of a time that comes twice the first is meant', () => {
    expect(utc(date, 2, 30)).toBe('2027-10-31T00:30:00.000Z');
    expect(utc(date, 3)).toBe('2027-10-31T02:00:00.000Z');
  });

  test('both are the same minute of the day, and the offset tells them apart', () => {
    const first = new Date('2027-10-31T00:30:00Z');
    const second = new Date('2027-10-31T01:30:00Z');
    expect([swedishMinuteOf(first), swedishMinuteOf(second)]).toEqual([at(2, 30), at(2, 30)]);
    expect(isoWithOffset(first)).toBe('2027-10-31T02:30:00+02:00');
    expect(isoWithOffset(second)).toBe('2027-10-31T02:30:00+01:00');
  });
});

describe('A Swedish day', () => {
  test('knows its date and weekday', () => {
    expect(swedishDay('2026-12-08')).toMatchObject({ date: '2026-12-08', weekday: 2 });
  });

  test('gives the same answers when it is asked for again, however many others were asked for between', () => {
    const before = swedishDay('2026-12-08').at(at(10, 15));
    for (let year = 2000; year < 2020; year++)
      for (let month = 1; month <= 12; month++)
        for (let day = 1; day <= 28; day++)
          swedishDay(`${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    expect(swedishDay('2026-12-08').at(at(10, 15))).toBe(before);
  });
});

describe('An instant in ISO 8601', () => {
  test('carries the Swedish offset of its moment', () => {
    expect(isoWithOffset(new Date('2026-12-08T09:15:00Z'))).toBe('2026-12-08T10:15:00+01:00');
    expect(isoWithOffset(new Date('2027-06-08T08:15:00Z'))).toBe('2027-06-08T10:15:00+02:00');
    expect(isoWithOffset(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01T00:00:00+01:00');
  });

  test('is the same instant when it is read again', () => {
    const instant = new Date('2027-03-28T01:30:00Z');
    expect(new Date(isoWithOffset(instant))).toEqual(instant);
  });
});

describe('A time of day as typed', () => {
  test.each([
    ['8.10', 490],
    ['8:10', 490],
    ['08:10', 490],
    ['08:10:00', 490],
    ['0810', 490],
    ['810', 490],
    ['8', 480],
    ['08', 480],
    ['8:00', 480],
    ['08:00:00', 480],
    ['1015', 615],
    ['15.30', 930],
    ['0', 0],
    ['00:00:00', 0],
    ['24:00:00', 1440],
    [' 10.15 ', 615],
  ])('%j is minute %i', (text, minute) => {
    expect(minuteOfDay(text)).toBe(minute);
  });

  test.each(['', 'tio', '10.60', '8.7', '24.01', '25', '99', '10.15.30', '08:10:30', '-8', '8,5', '10 15'])(
    '%j is no time of day',
    text => {
      expect(minuteOfDay(text)).toBeUndefined();
    },
  );
});
