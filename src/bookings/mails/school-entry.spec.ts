import { describe, expect, test } from '@jest/globals';
import { bookingView } from '../../../test/builders/booking-view.js';
import { district } from '../../../test/builders/district.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import { calendarFile } from './calendar-file.js';
import { schoolEntry } from './school-entry.js';

const now = instantAt('2026-11-23', 9 * 60);
describe('The calendar entry of a school', () => {
  test('says what, where and when, and by whom', () => {
    expect(schoolEntry({ view: bookingView(), district: district() }, now)).toEqual({
      method: 'PUBLISH',
      uid: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d@faltbokning',
      sequence: 0,
      startsAt: instantAt('2026-12-08', 10 * 60 + 15),
      endsAt: instantAt('2026-12-08', 11 * 60 + 15),
      isCancelled: false,
      summary: 'Cannabis och hjärnan för 9B',
      location: 'Rålambshovsskolan, sal 214, Gjörwellsgatan 13, 112 60 Stockholm',
      description: 'Bokning 4K7-2PM, åk 9, klass 9B. Ändringar kommer med mejl.',
      organizer: { name: 'Kungsholmens stadsdelsförvaltning', email: 'falt@kungsholmen.example' },
      writtenAt: now,
    });
  });

  test('keeps its name and rises in number with every change', () => {
    const first = schoolEntry({ view: bookingView({ version: 1 }), district: district() }, now);
    const third = schoolEntry(
      { view: bookingView({ version: 3, status: 'cancelled' }), district: district() },
      now,
    );
    expect(third.uid).toBe(first.uid);
    expect([first.sequence, third.sequence]).toEqual([0, 2]);
    expect(third.isCancelled).toBe(true);
  });

  test('holds neither names nor numbers of people, as calendars are shared', () => {
    const contact = { ...bookingView().contact, onSiteName: 'Olle Berg', onSitePhone: '+46731234567' };
    const staff = [
      { id: 'ali', name: 'Ali Demir', email: 'ali@kungsholmen.example', nameIsPublic: true, isAway: false },
    ];
    const file = calendarFile(
      schoolEntry({ view: bookingView({ contact, staff }), district: district() }, now),
    );
    const unfolded = file.replaceAll('\r\n ', '');
    for (const secret of ['Karin', 'karin.ek', '070', '+4670', 'Olle', '073', 'Ali', 'alkohol', 'Hörslinga'])
      expect(unfolded).not.toContain(secret);
  });

  test('is in the language of the booking', () => {
    const entry = schoolEntry({ view: bookingView({ language: 'en' }), district: district() }, now);
    expect(entry.summary).toBe('Cannabis and the brain for 9B');
    expect(entry.description).toBe('Booking 4K7-2PM, grade 9, class 9B. Changes come by mail.');
  });

  test('leaves out a room that nobody knows yet', () => {
    expect(schoolEntry({ view: bookingView({ room: '' }), district: district() }, now).location).toBe(
      'Rålambshovsskolan, Gjörwellsgatan 13, 112 60 Stockholm',
    );
  });
});
