import { uidOfVisit } from '../../calendars/own-uids.js';
import type { District } from '../../districts/district.entity.js';
import type { BookingView } from '../booking-view.queries.js';
import { visitWords } from '../visit-words.js';
import { bookingMailTexts } from './booking-mail-texts.js';
import type { CalendarEntry } from './calendar-file.js';

/** Rises with every change of a visit. */
export const sequenceOfVisit = (version: number): number => version - 1;

/** The calendar entry of a visit as the school sees it: mailed, and downloaded from its page. */
export function schoolEntry(
  { view, district }: { view: BookingView; district: District },
  now: Date,
): CalendarEntry {
  const language = view.language;
  const words = visitWords(view, language);
  return {
    method: 'PUBLISH',
    uid: uidOfVisit(view.id),
    sequence: sequenceOfVisit(view.version),
    startsAt: view.startsAt,
    endsAt: view.endsAt,
    isCancelled: view.status === 'cancelled',
    summary: words.what,
    location: [view.schoolName, view.room, words.address].filter(Boolean).join(', '),
    description: bookingMailTexts[language].calendarDescription(view.reference, words.gradeAndGroup),
    organizer: { name: district.officeNameSv, email: district.email },
    writtenAt: now,
  };
}
