import { describe, expect, test } from '@jest/globals';
import nodeIcal, { type VEvent } from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { uidOfAbsence, uidOfPublishedTime, uidOfVisit } from '../../calendars/own-uids.js';
import { busyTime } from '../../calendars/outside/ics-reader.js';
import { instantAt, SWEDISH_ZONE } from '../../shared/time/swedish-time.js';
import { calendarFeed, calendarFile, type CalendarEntry, type FeedEntry } from './calendar-file.js';

// What we write is read by libraries that others have made, and each finds the same instants.

const DATES = [
  '2026-10-24',
  '2026-10-25',
  '2026-10-26',
  '2026-12-08',
  '2027-03-27',
  '2027-03-28',
  '2027-06-08',
];

const entryOn = (date: string, index: number): CalendarEntry => ({
  method: 'REQUEST',
  uid: uidOfVisit(`0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c${String(index).padStart(2, '0')}`),
  sequence: index,
  startsAt: instantAt(date, 10 * 60 + 15),
  endsAt: instantAt(date, 11 * 60 + 15),
  isCancelled: false,
  summary: 'Besök: Rålambshovsskolan, 9B; "sal 214"',
  location: 'Gjörwellsgatan 13, 112 60 Stockholm',
  description: 'Bokning 4K7-2PM.\nÄndringar kommer med mejl, som vanligt: till alla som åker på besöket.',
  organizer: { name: 'Kungsholmens stadsdelsförvaltning', email: 'falt@kungsholmen.example' },
  attendee: { name: 'Amina Haddad', email: 'amina@kungsholmen.example' },
  writtenAt: instantAt('2026-10-01', 9 * 60),
});
const entries = DATES.map(entryOn);
/** A published time for which somebody is kept, in the night in which the clocks change. */
const KEPT: FeedEntry = {
  ...entryOn('2027-03-28', 1),
  uid: uidOfPublishedTime('0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c99'),
  summary: 'Publicerad tid, hålls ledig: Cannabis, alkohol; och "hjärnan"',
  location: '',
  isPreliminary: true,
};
const HORIZON = { from: Date.UTC(2026, 0), until: Date.UTC(2028, 0) };
const expected = (all: Pick<FeedEntry, 'uid' | 'startsAt' | 'endsAt' | 'summary'>[]) =>
  all.map(({ uid, startsAt, endsAt, summary }) => ({ uid, startsAt, endsAt, summary }));

const byNodeIcal = (file: string) =>
  Object.values(nodeIcal.sync.parseICS(file))
    .filter((one): one is VEvent => one?.type === 'VEVENT')
    .map(event => ({
      uid: event.uid,
      startsAt: new Date(event.start),
      endsAt: new Date(event.end!),
      summary: event.summary as string,
      status: event.status,
    }));

const byTsIcs = (file: string) =>
  convertIcsCalendar(undefined, file).events!.map(event => ({
    uid: event.uid,
    startsAt: event.start.date,
    endsAt: event.end!.date,
    summary: event.summary,
    status: event.status,
  }));

describe.each([
  ['node-ical', byNodeIcal],
  ['ts-ics', byTsIcs],
])('%s', (_name, read) => {
  test('reads every mailed invitation', () => {
    for (const entry of entries)
      expect(read(calendarFile(entry))).toEqual(
        expected([entry]).map(one => ({ ...one, status: 'CONFIRMED' })),
      );
  });

  test('reads the calendar that programs fetch', () => {
    const feed = calendarFeed('Fältbokning', [
      ...entries.map(entry => ({ ...entry, isPreliminary: false })),
      KEPT,
    ]);
    expect(read(feed)).toEqual([
      ...expected(entries).map(one => ({ ...one, status: 'CONFIRMED' })),
      ...expected([KEPT]).map(one => ({ ...one, status: 'TENTATIVE' })),
    ]);
  });
});

test('an invitation says who comes as having accepted, and what it takes the place of', () => {
  const { method, events } = convertIcsCalendar(undefined, calendarFile(entryOn('2026-12-08', 3)));
  expect(method).toBe('REQUEST');
  expect(events![0]).toMatchObject({
    sequence: 3,
    attendees: [{ name: 'Amina Haddad', email: 'amina@kungsholmen.example', partstat: 'ACCEPTED' }],
    organizer: { email: 'falt@kungsholmen.example' },
  });
});

test('ours do not come back as time that is taken', () => {
  expect(busyTime(calendarFile(entries[0]!), HORIZON, SWEDISH_ZONE)).toEqual({
    busy: [],
    faults: { events: 0, zones: 0, isCut: false },
  });
});

test('nor does what only stands in the calendar that programs fetch', () => {
  const [{ uid }] = entries as [CalendarEntry];
  const id = uid.replace(/@.*/, '');
  const feed = calendarFeed('Fältbokning', [KEPT, { ...KEPT, uid: uidOfAbsence(id) }]);
  expect(busyTime(feed, HORIZON, SWEDISH_ZONE)?.busy).toEqual([]);
  expect(busyTime(feed.replace('publicerad.', 'annat.'), HORIZON, SWEDISH_ZONE)?.busy).toHaveLength(1);
});
