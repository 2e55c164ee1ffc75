import ICAL from 'ical.js';

/** One visit as an entry of a calendar (RFC 5545, RFC 5546). */
export interface CalendarEntry {
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** The same over all changes of a visit. */
  uid: string;
  /** Rises with every change. */
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
  summary: string;
  location: string;
  description: string;
  organizer: { name: string; email: string };
  /** Whoever has been given the visit counts as having accepted it. */
  attendee?: { name: string; email: string };
  writtenAt: Date;
}

// The library counts 75 octets for a folded line without the space that it begins with (RFC 5545, 3.1).
ICAL.foldLength = 74;

/** Line breaks of any kind as the one that is escaped (RFC 5545, 3.3.11); a lone CR would stand raw in the file. */
const text = (words: string) => words.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');

const utc = (instant: Date) => ICAL.Time.fromJSDate(instant, true);

/**
 * The text of an .ics file. Times are written in UTC, which every calendar shows at the right hour of its own place;
 * names and telephone numbers of teachers never stand in it, as calendars are shared.
 */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = emptyCalendar(entry.method);
  const event = eventOf(entry);
  event.addPropertyWithValue('description', text(entry.description));
  event.addPropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED');
  if (entry.attendee) {
    const attendee = person('attendee', entry.attendee);
    attendee.setParameter('role', 'REQ-PARTICIPANT');
    attendee.setParameter('partstat', 'ACCEPTED');
    attendee.setParameter('rsvp', 'FALSE');
    event.addProperty(attendee);
  }
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** One of the entries of a calendar that programs fetch again and again. */
export type FeedEntry = Pick<
  CalendarEntry,
  'uid' | 'sequence' | 'startsAt' | 'endsAt' | 'summary' | 'location' | 'organizer' | 'writtenAt'
> & { isPreliminary: boolean };

/** How often programs are asked to fetch it again (RFC 7986); most follow a pace of their own. */
const FETCH_AGAIN = 'PT1H';

/** The text of a whole calendar, for programs that subscribe to it. */
export function calendarFeed(name: string, entries: FeedEntry[]): string {
  const calendar = emptyCalendar('PUBLISH');
  calendar.addPropertyWithValue('name', text(name));
  calendar.addPropertyWithValue('x-wr-calname', text(name));
  const interval = new ICAL.Property('refresh-interval');
  interval.resetType('duration');
  interval.setValue(ICAL.Duration.fromString(FETCH_AGAIN));
  calendar.addProperty(interval);
  calendar.addPropertyWithValue('x-published-ttl', FETCH_AGAIN);
  for (const entry of entries) {
    const event = eventOf(entry);
    event.addPropertyWithValue('status', entry.isPreliminary ? 'TENTATIVE' : 'CONFIRMED');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

function emptyCalendar(method: CalendarEntry['method']) {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Fältbokning//Fältbokning//SV');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', method);
  return calendar;
}

function eventOf(entry: Omit<FeedEntry, 'isPreliminary'>) {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', entry.uid);
  event.addPropertyWithValue('sequence', entry.sequence);
  event.addPropertyWithValue('dtstamp', utc(entry.writtenAt));
  event.addPropertyWithValue('dtstart', utc(entry.startsAt));
  event.addPropertyWithValue('dtend', utc(entry.endsAt));
  event.addPropertyWithValue('summary', text(entry.summary));
  event.addPropertyWithValue('location', text(entry.location));
  event.addPropertyWithValue('transp', 'OPAQUE');
  event.addProperty(person('organizer', entry.organizer));
  return event;
}

function person(name: 'organizer' | 'attendee', who: { name: string; email: string }) {
  const property = new ICAL.Property(name);
  property.setParameter('cn', who.name.replace(/\p{Cc}+/gu, ' ').replaceAll('"', "'"));
  property.setValue(`mailto:${who.email}`);
  return property;
}
