import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../shared/time/swedish-time.js';
import {
  confirmBefore,
  decideBooking,
  isComing,
  isMailingHour,
  lastDayToChange,
  mayChangeByLink,
  shareOfWeek,
  type BookingCounts,
  type BookingFacts,
  type Sender,
} from './booking.rules.js';

/** Monday 23 November 2026 kl. 9. */
const now = instantAt('2026-11-23', 9 * 60);

function facts(
  changes: Partial<BookingFacts> = {},
  counts: Partial<BookingCounts> = {},
  sender: Partial<Sender> = {},
): BookingFacts {
  return {
    now,
    counts: {
      comingOfSchoolInTerm: 0,
      preliminaryOfSchool: 0,
      preliminaryInWeek: 0,
      comingOfAddress: 0,
      bookedByAddressInLastHour: 0,
      ...counts,
    },
    sender: { isStaffAddress: true, isProven: false, isAccepted: false, ...sender },
    looksAutomatic: false,
    isListedSchool: true,
    comingBookingsPerSchoolAndTerm: 6,
    openTimesInWeek: 50,
    ...changes,
  };
}
const unknown = { isStaffAddress: false };
const statusOf = (given: BookingFacts) => {
  const decision = decideBooking(given);
  return 'status' in decision ? decision.status : decision.refused;
};

describe('An address at a school of the district', () => {
  test('is confirmed at once, with nothing to confirm later', () => {
    expect(decideBooking(facts())).toEqual({
      status: 'confirmed',
      confirmBefore: null,
      sender: { isStaffAddress: true, isProven: false, isAccepted: false },
    });
  });

  test('that has never pressed a link is confirmed for two coming bookings, and the third waits for a press', () => {
    expect(statusOf(facts({}, { comingOfAddress: 1 }))).toBe('confirmed');
    expect(statusOf(facts({}, { comingOfAddress: 2 }))).toBe('preliminary');
  });

  test('that has pressed a link is confirmed for as many as the school may have', () => {
    expect(statusOf(facts({}, { comingOfAddress: 5 }, { isProven: true }))).toBe('confirmed');
  });

  test('waits for a press where the form looks automatic', () => {
    expect(statusOf(facts({ looksAutomatic: true }, {}, { isProven: true }))).toBe('preliminary');
  });

  test('waits for a press where the school is not in our list', () => {
    expect(statusOf(facts({ isListedSchool: false }, {}, { isProven: true }))).toBe('preliminary');
  });
});

describe('Any other address', () => {
  test('is preliminary until the end of the second working day', () => {
    expect(decideBooking(facts({}, {}, unknown))).toEqual({
      status: 'preliminary',
      confirmBefore: instantAt('2026-11-26', 0),
      sender: { isStaffAddress: false, isProven: false, isAccepted: false },
    });
  });

  test('stays preliminary though its owner has pressed a link before', () => {
    expect(statusOf(facts({}, {}, { isStaffAddress: false, isProven: true }))).toBe('preliminary');
    expect(statusOf(facts({}, {}, { isStaffAddress: false, isAccepted: true }))).toBe('preliminary');
  });

  test('takes at most four preliminary bookings per school', () => {
    expect(statusOf(facts({}, { preliminaryOfSchool: 3 }, unknown))).toBe('preliminary');
    expect(statusOf(facts({}, { preliminaryOfSchool: 4 }, unknown))).toBe('tooManyPreliminary');
  });

  test('takes at most a tenth of the open times of a week, those already taken counted in', () => {
    expect(statusOf(facts({ openTimesInWeek: 46 }, { preliminaryInWeek: 4 }, unknown))).toBe('preliminary');
    expect(statusOf(facts({ openTimesInWeek: 45 }, { preliminaryInWeek: 5 }, unknown))).toBe(
      'tooManyPreliminary',
    );
  });

  test('may always take one in a week, and no second in a week with few times', () => {
    expect(statusOf(facts({ openTimesInWeek: 1 }, { preliminaryInWeek: 0 }, unknown))).toBe('preliminary');
    expect(statusOf(facts({ openTimesInWeek: 8 }, { preliminaryInWeek: 1 }, unknown))).toBe(
      'tooManyPreliminary',
    );
  });

  test('is what the limits of preliminary bookings are about: a school’s own is confirmed beyond them', () => {
    expect(statusOf(facts({ openTimesInWeek: 1 }, { preliminaryOfSchool: 4, preliminaryInWeek: 9 }))).toBe(
      'confirmed',
    );
  });
});

describe('The limits for everybody', () => {
  test('a school has at most its share of coming bookings in a term', () => {
    expect(statusOf(facts({}, { comingOfSchoolInTerm: 5 }))).toBe('confirmed');
    expect(statusOf(facts({}, { comingOfSchoolInTerm: 6 }))).toBe('schoolHasItsShare');
    expect(statusOf(facts({ comingBookingsPerSchoolAndTerm: 7 }, { comingOfSchoolInTerm: 6 }))).toBe(
      'confirmed',
    );
    expect(statusOf(facts({}, { comingOfSchoolInTerm: 6 }, unknown))).toBe('schoolHasItsShare');
  });

  test('a school that is not in our list has no share to count, only its preliminary bookings', () => {
    const unlisted = { isListedSchool: false };
    expect(statusOf(facts(unlisted, { comingOfSchoolInTerm: 6 }, unknown))).toBe('preliminary');
    expect(statusOf(facts(unlisted, { preliminaryOfSchool: 4 }, unknown))).toBe('tooManyPreliminary');
  });

  test('one address books at most five times an hour, a proven one too', () => {
    expect(statusOf(facts({}, { bookedByAddressInLastHour: 4 }))).toBe('confirmed');
    expect(statusOf(facts({}, { bookedByAddressInLastHour: 5 }))).toBe('tooManyFromAddress');
    expect(statusOf(facts({}, { bookedByAddressInLastHour: 5 }, { isProven: true }))).toBe(
      'tooManyFromAddress',
    );
  });

  test('a tenth is rounded down, but never to nothing', () => {
    expect([0, 9, 10, 19, 20, 100].map(shareOfWeek)).toEqual([1, 1, 1, 1, 2, 10]);
  });
});

describe('The end of the second working day', () => {
  test.each([
    ['a Monday morning', '2026-11-23T08:00:00Z', '2026-11-25T23:00:00.000Z'],
    ['late on a Monday', '2026-11-23T22:59:00Z', '2026-11-25T23:00:00.000Z'],
    ['a Thursday', '2026-11-26T09:00:00Z', '2026-11-30T23:00:00.000Z'],
    ['a Saturday', '2026-11-28T09:00:00Z', '2026-12-01T23:00:00.000Z'],
    ['the day before julafton', '2026-12-23T09:00:00Z', '2026-12-29T23:00:00.000Z'],
    ['Thursday before Easter and summer time', '2027-03-25T09:00:00Z', '2027-03-31T22:00:00.000Z'],
  ])('after %s', (_name, booked, end) => {
    expect(confirmBefore(new Date(booked)).toISOString()).toBe(end);
  });
});

describe('Moving and cancelling by the link', () => {
  const visit = { status: 'confirmed' as const, startsAt: instantAt('2026-12-08', 10 * 60 + 15) };
  const at = (date: string, minute = 12 * 60) => instantAt(date, minute);

  test('is possible until the end of the second working day before the visit', () => {
    expect(lastDayToChange(visit.startsAt, 2)).toBe('2026-12-04');
    expect(mayChangeByLink(visit, 2, at('2026-12-04', 24 * 60 - 1))).toBe(true);
    expect(mayChangeByLink(visit, 2, at('2026-12-05', 0))).toEqual({
      refused: 'tooLate',
      details: undefined,
    });
    expect(mayChangeByLink(visit, 2, at('2026-12-08', 9 * 60))).toEqual({
      refused: 'tooLate',
      details: undefined,
    });
  });

  test('counts working days back over red days', () => {
    expect(lastDayToChange(instantAt('2027-01-07', 9 * 60), 1)).toBe('2027-01-05');
    expect(lastDayToChange(instantAt('2027-03-30', 9 * 60), 2)).toBe('2027-03-24');
  });

  test('is possible on the very day where the district has no cut-off, but not once the visit has begun', () => {
    expect(mayChangeByLink(visit, 0, at('2026-12-08', 10 * 60))).toBe(true);
    expect(mayChangeByLink(visit, 0, visit.startsAt)).toEqual({ refused: 'notComing', details: undefined });
  });

  test.each(['cancelled', 'held', 'notHeld'] as const)(
    'is no longer possible for a visit that is %s',
    status => {
      expect(mayChangeByLink({ ...visit, status }, 2, now)).toEqual({
        refused: 'notComing',
        details: undefined,
      });
    },
  );

  test('is possible for a preliminary booking as well', () => {
    expect(mayChangeByLink({ ...visit, status: 'preliminary' }, 2, now)).toBe(true);
  });
});

describe('A visit is coming', () => {
  test('until the minute it begins, while it is preliminary or confirmed', () => {
    const startsAt = instantAt('2026-12-08', 10 * 60);
    const justBefore = new Date(startsAt.getTime() - 1);
    expect(isComing({ status: 'confirmed', startsAt }, justBefore)).toBe(true);
    expect(isComing({ status: 'preliminary', startsAt }, justBefore)).toBe(true);
    expect(isComing({ status: 'cancelled', startsAt }, justBefore)).toBe(false);
    expect(isComing({ status: 'confirmed', startsAt }, startsAt)).toBe(false);
  });
});

describe('We write to schools of our own accord', () => {
  test('between kl. 7 and kl. 18, by the Swedish clock in winter and in summer', () => {
    const hours = (date: string) =>
      [6 * 60 + 59, 7 * 60, 17 * 60 + 59, 18 * 60].map(minute => isMailingHour(instantAt(date, minute)));
    expect(hours('2026-12-08')).toEqual([false, true, true, false]);
    expect(hours('2027-06-08')).toEqual([false, true, true, false]);
  });
});
