import { describe, expect, test } from '@jest/globals';
import { hashOfWish, type BookingWish } from './booking-wish.js';

const wish = (): BookingWish => ({
  lectureId: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d',
  startsAt: new Date('2026-12-08T09:15:00Z'),
  school: { id: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0e' },
  details: { grade: '9', className: '9B', pupils: 27, room: 'sal 214', needs: [], message: '' },
  contact: {
    name: 'Karin Ek',
    role: 'mentor',
    email: 'karin.ek@edu.stockholm.se',
    phone: '+46701740612',
    onSite: null,
  },
  language: 'sv',
});
const hash = (changes: Partial<BookingWish> = {}) => hashOfWish({ ...wish(), ...changes }).toString('hex');

describe('A wish that is sent twice', () => {
  test('has the same hash both times', () => {
    expect(hash()).toBe(hash());
    expect(hash({ startsAt: new Date('2026-12-08T10:15:00+01:00') })).toBe(hash());
    expect(hashOfWish(wish())).toHaveLength(32);
  });

  test('is the same wish in the other language, and where a hidden field was filled in', () => {
    expect(hash({ language: 'en', looksAutomatic: true })).toBe(hash());
  });
});

describe('Another wish', () => {
  const { details, contact } = wish();
  const others: [string, Partial<BookingWish>][] = [
    ['another lecture', { lectureId: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0f' }],
    ['another time', { startsAt: new Date('2026-12-08T09:45:00Z') }],
    ['another school', { school: { id: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0f' } }],
    ['a school that is not listed', { school: { unlistedName: 'Skolan', unlistedStreet: 'Gatan 1' } }],
    ['one at another street', { school: { unlistedName: 'Skolan', unlistedStreet: 'Gatan 2' } }],
    ['another grade', { details: { ...details, grade: '8' } }],
    ['another class', { details: { ...details, className: '9C' } }],
    ['another number', { details: { ...details, pupils: 28 } }],
    ['another room', { details: { ...details, room: 'sal 215' } }],
    ['other needs', { details: { ...details, needs: ['interpreter'] } }],
    ['another message', { details: { ...details, message: 'Hej' } }],
    ['another name', { contact: { ...contact, name: 'Karin Ekman' } }],
    ['another role', { contact: { ...contact, role: '' } }],
    ['another address', { contact: { ...contact, email: 'karin@edu.stockholm.se' } }],
    ['another telephone', { contact: { ...contact, phone: '+46701740613' } }],
    ['somebody on site', { contact: { ...contact, onSite: { name: 'Olle', phone: '+46701740613' } } }],
  ];

  test.each(others)('with %s has another hash', (_name, changes) => {
    expect(hash(changes)).not.toBe(hash());
  });

  test('is told apart from all the others, too', () => {
    const hashes = others.map(([, changes]) => hash(changes));
    expect(new Set(hashes).size).toBe(others.length);
  });

  test('cannot be made by moving a word from one field to the next', () => {
    const school = (unlistedName: string, unlistedStreet: string) =>
      hash({ school: { unlistedName, unlistedStreet } });
    expect(school('Skolan Gatan', '1')).not.toBe(school('Skolan', 'Gatan 1'));
    expect(school('a","b', 'c')).not.toBe(school('a', 'b","c'));
  });
});
