import { uidOfAbsence, uidOfPublishedTime, uidOfVisit } from '../../calendars/own-uids.js';
import type { Language } from '../../shared/language.js';
import type { FeedEntry } from '../mails/calendar-file.js';
import { sequenceOfVisit } from '../mails/school-entry.js';
import type { FeedAbsence, FeedKept, FeedVisit } from './feed.queries.js';
import { feedTexts } from './feed-texts.js';
import type { FeedOwner } from './feeds.js';

/** Visits, published times that nobody has booked and absence as entries of a calendar: the least that tells when one is where. */
export function feedEntries(
  owner: FeedOwner,
  { visits, absences, kept }: { visits: FeedVisit[]; absences: FeedAbsence[]; kept: FeedKept[] },
  language: Language,
  now: Date,
): FeedEntry[] {
  const t = feedTexts[language];
  const common = { organizer: { name: owner.districtName, email: owner.districtEmail }, writtenAt: now };
  return [
    ...visits.map(({ id, version, startsAt, endsAt, isPreliminary, schoolName, street, className }) => ({
      ...common,
      uid: uidOfVisit(id),
      sequence: sequenceOfVisit(version),
      startsAt,
      endsAt,
      isPreliminary,
      summary: t.visit(schoolName, className),
      location: street,
    })),
    ...absences.map(({ id, startsAt, endsAt }) => ({
      ...common,
      uid: uidOfAbsence(id),
      sequence: 0,
      startsAt,
      endsAt,
      isPreliminary: false,
      summary: t.busy,
      location: '',
    })),
    ...kept.map(({ id, startsAt, endsAt, lectureTexts }) => ({
      ...common,
      uid: uidOfPublishedTime(id),
      sequence: 0,
      startsAt,
      endsAt,
      isPreliminary: true,
      summary: t.kept(lectureTexts?.[language].title),
      location: '',
    })),
  ];
}
