import type { School } from '../../schools/school.entity.js';
import type { BookingWish } from '../booking-wish.js';
import { contactErrors } from '../contact-form.js';
import { readContact, type TypedContact } from '../contact.rules.js';
import { detailsErrors } from '../details-form.js';
import { readDetails, type TypedDetails } from '../details.rules.js';
import { journeyTexts } from '../journey/journey-texts.js';
import { detailsLimits, suits, type VisitGround } from '../visit-ground.js';
import type { BookingRequestBody } from './api.schemas.js';

export interface FieldFault {
  field: string;
  message: string;
}

/** How the form's fields are called in the interface. */
const FIELDS: Record<string, string> = {
  arskurs: 'grade',
  klass: 'className',
  antal: 'pupils',
  sal: 'room',
  'behov-hearingLoop': 'needs',
  meddelande: 'message',
  namn: 'contact.name',
  roll: 'contact.role',
  epost: 'contact.email',
  telefon: 'contact.phone',
  annan_namn: 'onSite.name',
  annan_telefon: 'onSite.phone',
};

/** A body of the described shape, read by the same rules as the form. */
export function wishFromBody(
  body: BookingRequestBody,
  ground: VisitGround,
  school: School,
): { wish: BookingWish } | { faults: FieldFault[] } {
  const { language } = body;
  const limits = detailsLimits(ground);
  const details = readDetails(typedDetails(body), limits);
  const contact = readContact(typedContact(body));
  const faults: FieldFault[] = [];
  if (!suits(ground.lecture, school))
    faults.push({ field: 'schoolId', message: journeyTexts[language].schoolPage.doesNotSuit });
  else if ('faults' in details)
    faults.push(...detailsErrors(details.faults, limits, language).map(fieldFault));
  if ('faults' in contact) faults.push(...contactErrors(contact.faults, language).map(fieldFault));
  if (!body.teacherPresent)
    faults.push({ field: 'teacherPresent', message: journeyTexts[language].checkPage.teacherMissing });
  if (faults.length > 0 || 'faults' in details || 'faults' in contact) return { faults };
  return {
    wish: {
      lectureId: body.lectureId,
      startsAt: new Date(body.start),
      school: { id: school.id },
      details: details.details,
      contact: contact.contact,
      language,
    },
  };
}

const fieldFault = (error: { id: string; message: string }): FieldFault => ({
  field: FIELDS[error.id]!,
  message: error.message,
});

const typedDetails = (body: BookingRequestBody): TypedDetails => ({
  grade: String(body.grade ?? ''),
  className: body.className,
  pupils: String(body.pupils),
  room: body.room,
  needs: body.needs,
  message: body.message,
});

const typedContact = (body: BookingRequestBody): TypedContact => ({
  name: body.contact.name,
  role: body.contact.role,
  email: body.contact.email,
  phone: body.contact.phone,
  onSiteName: body.onSite?.name ?? '',
  onSitePhone: body.onSite?.phone ?? '',
});
