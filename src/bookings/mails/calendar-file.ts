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
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Fältbokning//Fältbokning//SV');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', entry.method);

  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', entry.uid);
  event.addPropertyWithValue('sequence', entry.sequence);
  event.addPropertyWithValue('dtstamp', utc(entry.writtenAt));
  event.addPropertyWithValue('dtstart', utc(entry.startsAt));
  event.addPropertyWithValue('dtend', utc(entry.endsAt));
  event.addPropertyWithValue('summary', text(entry.summary));
  event.addPropertyWithValue('location', text(entry.location));
  event.addPropertyWithValue('description', text(entry.description));
  event.addPropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED');
  event.addPropertyWithValue('transp', 'OPAQUE');
  event.addProperty(person('organizer', entry.organizer));
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

function person(name: 'organizer' | 'attendee', who: { name: string; email: string }) {
  const property = new ICAL.Property(name);
  property.setParameter('cn', who.name.replace(/\p{Cc}+/gu, ' ').replaceAll('"', "'"));
  property.setValue(`mailto:${who.email}`);
  return property;
}
