import { describe, expect, test } from '@jest/globals';
import { district } from '../../../test/builders/district.js';
import { planOf } from '../../../test/builders/offer.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import type { School } from '../../schools/school.entity.js';
import { bookingRequestSchema } from './api.schemas.js';
import { wishFromBody } from './body-to-wish.js';

const lecture = { grades: ['7', '8', '9'], groupSmallest: null, groupLargest: null } as Lecture;
const schoolWith = (...grades: string[]) => ({ id: 'the school', grades }) as School;
const school = schoolWith('4', '9');
const ground = { district: district(), plan: planOf(), lecture, school, schoolClosedDays: [] };
const body = (changes: object = {}) =>
  bookingRequestSchema.parse({
    lectureId: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d',
    start: '2026-12-08T10:15:00+01:00',
    className: '9B',
    grade: 9,
    pupils: 27,
    contact: { name: 'Karin Ek', email: 'karin.ek@edu.stockholm.se', phone: '070-174 06 12' },
    teacherPresent: true,
    ...changes,
  });
const fieldsAtFault = (changes: object, at = ground) => {
  const read = wishFromBody(body(changes), at, at.school);
  return 'faults' in read ? read.faults.map(fault => fault.field) : [];
};

describe('A booking by another system', () => {
  test('becomes the same wish as one by the form', () => {
    expect(wishFromBody(body(), ground, school)).toEqual({
      wish: {
        lectureId: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d',
        startsAt: new Date('2026-12-08T09:15:00Z'),
        school: { id: 'the school' },
        details: { grade: '9', className: '9B', pupils: 27, room: '', needs: [], message: '' },
        contact: {
          name: 'Karin Ek',
          role: '',
          email: 'karin.ek@edu.stockholm.se',
          phone: '+46701740612',
          onSite: null,
        },
        language: 'sv',
      },
    });
  });

  test('may name somebody else who meets us', () => {
    const read = wishFromBody(
      body({ onSite: { name: 'Olle Berg', phone: '073-123 45 67' } }),
      ground,
      school,
    );
    expect('wish' in read && read.wish.contact.onSite).toEqual({ name: 'Olle Berg', phone: '+46731234567' });
  });

  test('is told of each fault under the name that the field has there', () => {
    const number = 'Kim 19121212-1212';
    expect(
      fieldsAtFault({
        className: number,
        grade: '4',
        pupils: 3,
        room: number,
        message: number,
        contact: { name: number, role: number, email: 'a@x.se, b@y.se', phone: 'växeln' },
        onSite: { name: number, phone: 'växeln' },
        teacherPresent: false,
      }).sort(),
    ).toEqual(
      [
        'className',
        'contact.email',
        'contact.name',
        'contact.phone',
        'contact.role',
        'grade',
        'message',
        'onSite.name',
        'onSite.phone',
        'pupils',
        'room',
        'teacherPresent',
      ].sort(),
    );
  });

  test('has a sentence for each fault, in the language of the booking', () => {
    const messages = (language: string) => {
      const read = wishFromBody(body({ pupils: 3, teacherPresent: false, language }), ground, school);
      return 'faults' in read ? read.faults.map(fault => fault.message) : [];
    };
    expect(messages('sv')).toHaveLength(2);
    for (const message of [...messages('sv'), ...messages('en')]) expect(message).toMatch(/\S.*\.$/);
    expect(messages('en')).not.toEqual(messages('sv'));
  });

  test('does not suit a school that has none of the grades of the lecture', () => {
    const other = { ...ground, school: schoolWith('F', '1') };
    expect(fieldsAtFault({}, other)).toEqual(['schoolId']);
  });
});
