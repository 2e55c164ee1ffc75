import { createHash } from 'node:crypto';
import type { Language } from '../shared/language.js';
import type { BookingStatus } from './booking.entity.js';
import type { Contact } from './contact.rules.js';
import type { Details } from './details.rules.js';

/** The school of a visit: one of the district's, or one that is not in our list. */
export type WishedSchool = { id: string } | { unlistedName: string; unlistedStreet: string };

/** A checked form, ready to become a booking. */
export interface BookingWish {
  lectureId: string;
  startsAt: Date;
  school: WishedSchool;
  details: Details;
  contact: Contact;
  language: Language;
  /** Something was written into the field that people do not see: to be confirmed by mail. */
  looksAutomatic?: boolean;
}

/** The school as the counts of its bookings know it. */
export const schoolOf = (wish: BookingWish) => ({
  schoolId: 'id' in wish.school ? wish.school.id : null,
  unlistedSchoolName: 'id' in wish.school ? null : wish.school.unlistedName,
});

/** What names a request, so that the same one twice gives one booking. */
export interface Submission {
  key: string;
  /** The form's draft, whose hold becomes the booking. */
  draftId?: string;
}

/** What a wish has become. */
export interface Booked {
  id: string;
  reference: string;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  /** The secret of a link for whoever sent the wish: to manage the booking, or, while it is preliminary, to its receipt. */
  token: string;
}

/** The same wish always has the same hash, so that a request sent twice is known again. */
export const hashOfWish = (wish: BookingWish): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        wish.lectureId,
        wish.startsAt.toISOString(),
        'id' in wish.school ? [wish.school.id] : [wish.school.unlistedName, wish.school.unlistedStreet],
        wish.details,
        wish.contact,
      ]),
    )
    .digest();
