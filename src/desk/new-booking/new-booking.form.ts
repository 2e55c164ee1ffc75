// What a coordinator types while the school is on the telephone, read by the same rules as the form of the schools, save
// for what may be set aside: size of the group, grade, and everything about the time.
import { readContact, type TypedContact } from '../../bookings/contact.rules.js';
import type { BookingWish } from '../../bookings/booking-wish.js';
import { contactErrors, postedContact } from '../../bookings/contact-form.js';
import { detailsErrors, postedDetails } from '../../bookings/details-form.js';
import { readDetails, textFault, oneLine, type TypedDetails } from '../../bookings/details.rules.js';
import type { VisitGround } from '../../bookings/visit-ground.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { LANGUAGES, type Language } from '../../shared/language.js';
import { isIsoDate } from '../../shared/time/iso-date.js';
import { clock } from '../../shared/time/format.js';
import { instantAt, minuteOfDay, swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import { newBookingTexts } from './new-booking-texts.js';

/** What is chosen in the list of schools for one that is not in it. */
export const OTHER_SCHOOL = 'annan';

export interface TypedBooking {
  key: string;
  lectureId: string;
  /** A school's id, OTHER_SCHOOL, or nothing yet. */
  school: string;
  otherName: string;
  otherStreet: string;
  date: string;
  time: string;
  details: TypedDetails;
  contact: TypedContact;
  /** In which the mails to the school are written. */
  language: Language;
  /** Rules that have been read and are set aside. */
  overriding: string[];
  reason: string;
}

export function postedBooking(posted: Posted): TypedBooking {
  const language = textOf(posted, 'sprak');
  return {
    key: textOf(posted, 'nyckel'),
    lectureId: textOf(posted, 'forelasning'),
    school: textOf(posted, 'skola'),
    otherName: textOf(posted, 'annan_skola'),
    otherStreet: textOf(posted, 'annan_gata'),
    date: textOf(posted, 'datum'),
    time: textOf(posted, 'klockan'),
    details: postedDetails(posted),
    contact: postedContact(posted),
    language: LANGUAGES.find(one => one === language) ?? 'sv',
    overriding: textOf(posted, 'avsteg').split(' '),
    reason: textOf(posted, 'skal'),
  };
}

/** The same with the time of a button that was pressed. */
export const withTime = (typed: TypedBooking, start: Date): TypedBooking => ({
  ...typed,
  date: swedishDateOf(start),
  time: clock('sv', swedishMinuteOf(start)),
});

/** Undefined as long as no time has been typed that can be understood. */
export function typedStart(typed: TypedBooking): Date | undefined {
  const date = typed.date.trim();
  const minute = minuteOfDay(typed.time);
  return isIsoDate(date) && minute !== undefined ? instantAt(date, minute) : undefined;
}

const LONGEST_SCHOOL_NAME = 100;
const ANY_NUMBER_OF_PEOPLE = { groupSmallest: 1, groupLargest: 9999 };

/** `grades`: all that exist; `ground`: undefined until lecture and school are chosen. */
export function readBooking(
  typed: TypedBooking,
  ground: VisitGround | undefined,
  grades: string[],
  uiLanguage: Language,
): { wish: BookingWish } | { errors: FieldError[] } {
  const t = newBookingTexts[uiLanguage].faults;
  const isForStudents = ground?.lecture.audience === 'students';
  const limits = { ...ANY_NUMBER_OF_PEOPLE, grades: !ground || isForStudents ? grades : [] };
  const details = readDetails(typed.details, limits);
  const contact = readContact(typed.contact);
  const startsAt = typedStart(typed);
  const errors: FieldError[] = [];
  if (!ground && typed.lectureId === '') errors.push({ id: 'forelasning', message: t.lectureMissing });
  errors.push(...schoolErrors(typed, uiLanguage));
  if (!isIsoDate(typed.date.trim())) errors.push({ id: 'datum', message: t.dateMissing });
  if (minuteOfDay(typed.time) === undefined) errors.push({ id: 'klockan', message: t.timeMissing });
  if ('faults' in details) errors.push(...detailsErrors(details.faults, limits, uiLanguage));
  if ('faults' in contact) errors.push(...contactErrors(contact.faults, uiLanguage));
  if (!ground || !startsAt || errors.length > 0 || 'faults' in details || 'faults' in contact)
    return { errors: ground || errors.length > 0 ? errors : [{ id: 'forelasning', message: t.notOffered }] };
  return {
    wish: {
      lectureId: ground.lecture.id,
      startsAt,
      school: ground.school
        ? { id: ground.school.id }
        : { unlistedName: oneLine(typed.otherName), unlistedStreet: oneLine(typed.otherStreet) },
      details: details.details,
      contact: contact.contact,
      language: typed.language,
    },
  };
}

function schoolErrors(typed: TypedBooking, language: Language): FieldError[] {
  const t = newBookingTexts[language].faults;
  if (typed.school === '') return [{ id: 'skola', message: t.schoolMissing }];
  if (typed.school !== OTHER_SCHOOL) return [];
  if (typed.otherName.trim() === '') return [{ id: 'annan_skola', message: t.schoolNameMissing }];
  return [
    { id: 'annan_skola', text: typed.otherName },
    { id: 'annan_gata', text: typed.otherStreet },
  ].flatMap(({ id, text }) =>
    textFault(text, LONGEST_SCHOOL_NAME) ? [{ id, message: t.schoolNameTooLong }] : [],
  );
}
