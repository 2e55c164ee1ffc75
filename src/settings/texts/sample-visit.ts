import type { BookingView } from '../../bookings/booking-view.queries.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import type { Language } from '../../shared/language.js';
import { addWorkingDays } from '../../shared/school-year/school-calendar.js';
import { instantAt, swedishDateOf } from '../../shared/time/swedish-time.js';

const START = 10 * 60 + 15;
const DAYS_AHEAD = 10;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** An invented visit, to see a mail by: the district's own lecture, at a school and for a teacher that do not exist. */
export function sampleVisit(
  lecture: Lecture,
  peopleNeeded: number,
  language: Language,
  now: Date,
): BookingView {
  const date = addWorkingDays(swedishDateOf(now), DAYS_AHEAD);
  return {
    id: NOBODY,
    reference: '222-222',
    districtId: lecture.districtId,
    lectureId: lecture.id,
    schoolId: null,
    startsAt: instantAt(date, START),
    endsAt: instantAt(date, START + lecture.minutes),
    peopleNeeded: lecture.peopleNeeded ?? peopleNeeded,
    grade: null,
    className: '9B',
    pupils: 27,
    status: 'confirmed',
    isKnownSender: true,
    language,
    version: 1,
    stateVersion: 1,
    publishedTimeId: null,
    confirmBefore: null,
    cancelledBy: null,
    cancelReason: null,
    cancelNote: '',
    moveNote: '',
    replacedBy: null,
    createdAt: now,
    movedFrom: null,
    lectureTexts: lecture.texts,
    minutes: lecture.minutes,
    sessionCount: lecture.sessionCount,
    audience: lecture.audience,
    schoolName: language === 'sv' ? 'Exempelskolan' : 'Example School',
    schoolStreet: 'Skolgatan 1',
    schoolPostalCode: '',
    schoolCity: '',
    gradeLabel: null,
    contact: {
      name: 'Kim Ek',
      role: '',
      email: 'kim.ek@skolan.example',
      phone: '+46701740612',
      onSiteName: null,
      onSitePhone: null,
    },
    room: 'sal 214',
    needs: [],
    message: '',
    staff: [],
  };
}
