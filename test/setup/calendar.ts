import ICAL from 'ical.js';

/** What a calendar program reads out of a file. */
export interface ReadEvent {
  method: string;
  uid: string;
  sequence: number;
  status: string;
  startsAt: Date;
  endsAt: Date;
  organizer: string;
  attendees: string[];
  /** Whether the one who is invited counts as having said yes. */
  partstat: string | undefined;
}

export function readCalendar(file: string): ReadEvent {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent')!;
  const event = new ICAL.Event(component);
  const [attendee] = component.getAllProperties('attendee');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: String(component.getFirstPropertyValue('status')),
    startsAt: event.startDate.toJSDate(),
    endsAt: event.endDate.toJSDate(),
    organizer: String(component.getFirstPropertyValue('organizer')),
    attendees: component.getAllProperties('attendee').map(one => String(one.getFirstValue())),
    partstat: attendee?.getFirstParameter('partstat'),
  };
}
