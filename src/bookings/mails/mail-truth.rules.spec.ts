import { describe, expect, test } from '@jest/globals';
import { bookingView } from '../../../test/builders/booking-view.js';
import { planOf } from '../../../test/builders/offer.js';
import { instantAt, isoWithOffset } from '../../shared/time/swedish-time.js';
import type { BookingView } from '../booking-view.queries.js';
import type { BookingMailKind } from './booking-mail-plan.js';
import { mailIsTrue, nextReminderHour } from './mail-truth.rules.js';

const now = instantAt('2026-11-23', 9 * 60);
const afterTheVisit = instantAt('2026-12-08', 10 * 60 + 15);
const ANNOUNCEMENTS: BookingMailKind[] = [
  'booking.confirmation',
  'booking.moved',
  'booking.officeCopy',
  'booking.noticeNew',
  'booking.noticeMoved',
  'booking.noticeChanged',
  'booking.reminder5',
  'booking.reminder1',
  'booking.invitation',
];
const isTrue = (
  kind: BookingMailKind,
  changes: Partial<BookingView> = {},
  { version = 1, recipient = 'ali@kungsholmen.example', at = now } = {},
) => mailIsTrue(kind, bookingView(changes), { subjectVersion: version, recipient }, at);

describe.each(ANNOUNCEMENTS)('What announces a visit (%s)', kind => {
  test('is true while the visit is confirmed, ahead and not moved since', () => {
    expect(isTrue(kind)).toBe(true);
    expect(isTrue(kind, { version: 5, stateVersion: 1 })).toBe(true);
  });

  test('is untrue once the visit has been moved', () => {
    expect(isTrue(kind, { version: 2, stateVersion: 2 })).toBe(false);
    expect(isTrue(kind, { version: 2, stateVersion: 2 }, { version: 2 })).toBe(true);
  });

  test.each(['preliminary', 'cancelled', 'held', 'notHeld'] as const)(
    'is untrue for a visit that is %s',
    status => {
      expect(isTrue(kind, { status })).toBe(false);
    },
  );

  test('is untrue from the minute the visit begins', () => {
    expect(isTrue(kind, {}, { at: new Date(afterTheVisit.getTime() - 1) })).toBe(true);
    expect(isTrue(kind, {}, { at: afterTheVisit })).toBe(false);
  });
});

describe('An invitation', () => {
  test('is true only for those who go', () => {
    expect(isTrue('booking.invitation', {}, { recipient: 'bea@kungsholmen.example' })).toBe(true);
    expect(isTrue('booking.invitation', {}, { recipient: 'cleo@kungsholmen.example' })).toBe(false);
  });

  test('is called off only for those who do not', () => {
    expect(isTrue('booking.invitationCancelled', {}, { recipient: 'cleo@kungsholmen.example' })).toBe(true);
    expect(isTrue('booking.invitationCancelled', {}, { recipient: 'ali@kungsholmen.example' })).toBe(false);
    expect(isTrue('booking.invitationCancelled', { status: 'cancelled', staff: [] })).toBe(true);
  });
});

describe('The request to confirm', () => {
  test('is true while the booking is preliminary and not moved since', () => {
    expect(isTrue('booking.preliminary', { status: 'preliminary' })).toBe(true);
    expect(isTrue('booking.preliminary', { status: 'preliminary', stateVersion: 2 })).toBe(false);
    expect(isTrue('booking.preliminary')).toBe(false);
    expect(isTrue('booking.preliminary', { status: 'cancelled', cancelledBy: 'lapse' })).toBe(false);
  });
});

describe('What announces the end of a visit', () => {
  test('needs it to be cancelled by somebody', () => {
    for (const kind of ['booking.cancelled', 'booking.noticeCancelled'] as const) {
      expect(isTrue(kind, { status: 'cancelled', cancelledBy: 'school' })).toBe(true);
      expect(isTrue(kind, { status: 'cancelled', cancelledBy: 'district' })).toBe(true);
      expect(isTrue(kind, { status: 'cancelled', cancelledBy: 'lapse' })).toBe(false);
      expect(isTrue(kind)).toBe(false);
    }
  });

  test('is another mail where the booking lapsed', () => {
    expect(isTrue('booking.lapsed', { status: 'cancelled', cancelledBy: 'lapse' })).toBe(true);
    expect(isTrue('booking.lapsed', { status: 'cancelled', cancelledBy: 'school' })).toBe(false);
    expect(isTrue('booking.lapsed', { status: 'preliminary' })).toBe(false);
  });
});

describe('A mail of our own accord', () => {
  const { terms, breaks } = planOf();
  const studiedag = {
    startsOn: '2026-12-02',
    endsOn: '2026-12-02',
    name: { sv: 'Studiedag', en: 'Staff day' },
  };
  const calendar = { terms, breaks, schoolClosedDays: [studiedag] };
  const next = (date: string, minute: number) => {
    const hour = nextReminderHour(calendar, instantAt(date, minute));
    return hour && isoWithOffset(hour).slice(0, 16);
  };

  test('may leave at once on a school day between kl. 7 and 18', () => {
    expect(next('2026-12-08', 7 * 60)).toBeUndefined();
    expect(next('2026-12-08', 8 * 60)).toBeUndefined();
    expect(next('2026-12-08', 18 * 60 - 1)).toBeUndefined();
  });

  test.each([
    ['early in the morning, to kl. 8 of the same day', '2026-12-08', 5 * 60, '2026-12-08T08:00'],
    ['in the evening, to the next day', '2026-12-08', 18 * 60, '2026-12-09T08:00'],
    ['at midnight, to the morning that follows', '2026-12-08', 0, '2026-12-08T08:00'],
    ['on a Friday evening, to Monday', '2026-12-04', 20 * 60, '2026-12-07T08:00'],
    ['on a Saturday morning, to Monday', '2026-12-05', 7 * 60 + 30, '2026-12-07T08:00'],
    ['on a Saturday at noon, to Monday', '2026-12-05', 12 * 60, '2026-12-07T08:00'],
    ['before the own studiedag of the school, past it', '2026-12-01', 19 * 60, '2026-12-03T08:00'],
    ['on the studiedag itself, to the day after', '2026-12-02', 10 * 60, '2026-12-03T08:00'],
    ['before höstlov, past it', '2026-10-23', 18 * 60, '2026-11-02T08:00'],
    ['in jullov, to the first day of the term', '2026-12-28', 10 * 60, '2027-01-12T08:00'],
    ['before Easter, past the lov and the change of the clock', '2027-03-25', 18 * 60, '2027-04-05T08:00'],
  ])('waits %s', (_name, date, minute, hour) => {
    expect(next(date, minute)).toBe(hour);
  });

  test('does not wait for ever where no school day is known', () => {
    const empty = { terms: [], breaks: [], schoolClosedDays: [] };
    const hour = nextReminderHour(empty, instantAt('2026-12-08', 12 * 60));
    expect(hour && isoWithOffset(hour)).toBe('2026-12-09T08:00:00+01:00');
  });
});
