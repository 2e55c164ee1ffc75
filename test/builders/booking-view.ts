import type { BookingView } from '../../src/bookings/booking-view.queries.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';

const words = (title: string, schoolProvides: string[]) => ({
  title,
  summary: title,
  goal: '',
  method: '',
  before: '',
  after: '',
  schoolProvides,
});

/** Class 9B of Rålambshovsskolan, Tuesday 8 December 2026 kl. 10.15–11.15: confirmed, with two people. */
export const bookingView = (changes: Partial<BookingView> = {}): BookingView => ({
  id: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d',
  reference: '4K7-2PM',
  districtId: 'kungsholmen',
  lectureId: 'cannabis-och-hjarnan',
  schoolId: 'ralambshovsskolan',
  startsAt: instantAt('2026-12-08', 10 * 60 + 15),
  endsAt: instantAt('2026-12-08', 11 * 60 + 15),
  peopleNeeded: 2,
  grade: '9',
  className: '9B',
  pupils: 27,
  status: 'confirmed',
  isKnownSender: true,
  language: 'sv',
  version: 1,
  stateVersion: 1,
  confirmBefore: null,
  cancelledBy: null,
  cancelReason: null,
  createdAt: instantAt('2026-11-23', 9 * 60),
  lectureTexts: {
    sv: words('Cannabis och hjärnan', ['en skärm med ljud']),
    en: words('Cannabis and the brain', ['a screen with sound']),
  },
  minutes: 60,
  sessionCount: 1,
  audience: 'students',
  schoolName: 'Rålambshovsskolan',
  schoolStreet: 'Gjörwellsgatan 13',
  schoolPostalCode: '112 60',
  schoolCity: 'Stockholm',
  gradeLabel: { sv: 'åk 9', en: 'grade 9' },
  contact: {
    name: 'Karin Ek',
    role: 'mentor',
    email: 'karin.ek@edu.stockholm.se',
    phone: '+46701740612',
    onSiteName: null,
    onSitePhone: null,
  },
  room: 'sal 214',
  needs: ['hearingLoop'],
  message: 'Vi har läst om alkohol.',
  staff: [
    { id: 'ali', name: 'Ali', email: 'ali@kungsholmen.example', nameIsPublic: false },
    { id: 'bea', name: 'Bea', email: 'bea@kungsholmen.example', nameIsPublic: false },
  ],
  ...changes,
});
