import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import { calendarFile, type CalendarEntry } from './calendar-file.js';

const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  method: 'PUBLISH',
  uid: '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d@faltbokning',
  sequence: 0,
  startsAt: instantAt('2026-12-08', 10 * 60 + 15),
  endsAt: instantAt('2026-12-08', 11 * 60 + 15),
  isCancelled: false,
  summary: 'Cannabis och hjärnan för 9B',
  location: 'Rålambshovsskolan, sal 214, Gjörwellsgatan 13, 112 60 Stockholm',
  description: 'Bokning 4K7-2PM, åk 9, klass 9B. Ändringar kommer med mejl.',
  organizer: { name: 'Kungsholmens stadsdelsförvaltning', email: 'falt@kungsholmen.example' },
  writtenAt: instantAt('2026-11-23', 9 * 60),
  ...changes,
});

/** Reads a file as a calendar program does. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const valueOf = (name: string) => String(event.getFirstPropertyValue(name));
  return { calendar, event, valueOf };
}
const linesOf = (file: string) => file.split('\r\n');

describe('A calendar file', () => {
  test('reads back as what was written', () => {
    const { calendar, event, valueOf } = read(calendarFile(entry({ sequence: 3 })));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(valueOf('uid')).toBe('0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d@faltbokning');
    expect(event.getFirstPropertyValue('sequence')).toBe(3);
    expect(valueOf('summary')).toBe('Cannabis och hjärnan för 9B');
    expect(valueOf('location')).toBe('Rålambshovsskolan, sal 214, Gjörwellsgatan 13, 112 60 Stockholm');
    expect(valueOf('description')).toBe('Bokning 4K7-2PM, åk 9, klass 9B. Ändringar kommer med mejl.');
    expect(valueOf('status')).toBe('CONFIRMED');
    expect(valueOf('organizer')).toBe('mailto:falt@kungsholmen.example');
    expect(event.getFirstProperty('organizer')?.getParameter('cn')).toBe('Kungsholmens stadsdelsförvaltning');
    expect(event.getFirstProperty('attendee')).toBeNull();
  });

  test.each([
    ['winter', '2026-12-08', '20261208T091500Z', '20261208T101500Z'],
    ['summer', '2027-06-08', '20270608T081500Z', '20270608T091500Z'],
    ['the day of the spring clock change', '2027-03-28', '20270328T081500Z', '20270328T091500Z'],
    ['the day of the autumn clock change', '2027-10-31', '20271031T091500Z', '20271031T101500Z'],
  ])('has the right hour in UTC in %s', (_name, date, start, end) => {
    const file = calendarFile(entry({ startsAt: instantAt(date, 615), endsAt: instantAt(date, 675) }));
    expect(linesOf(file)).toContain(`DTSTART:${start}`);
    expect(linesOf(file)).toContain(`DTEND:${end}`);
    const startsAt = read(file).event.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>;
    expect(startsAt.toJSDate()).toEqual(instantAt(date, 615));
  });

  test('says when it was written, in UTC', () => {
    expect(linesOf(calendarFile(entry()))).toContain('DTSTAMP:20261123T080000Z');
  });

  test('invites those who go as people who have accepted', () => {
    const attendee = { name: 'Ali', email: 'ali@kungsholmen.example' };
    const { calendar, event } = read(calendarFile(entry({ method: 'REQUEST', attendee })));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    const person = event.getFirstProperty('attendee')!;
    expect(person.getFirstValue()).toBe('mailto:ali@kungsholmen.example');
    expect(['cn', 'role', 'partstat', 'rsvp'].map(name => person.getParameter(name))).toEqual([
      'Ali',
      'REQ-PARTICIPANT',
      'ACCEPTED',
      'FALSE',
    ]);
  });

  test('takes a visit off under the same name and with a higher number', () => {
    const before = read(calendarFile(entry({ sequence: 1 })));
    const after = read(calendarFile(entry({ method: 'CANCEL', isCancelled: true, sequence: 2 })));
    expect(after.valueOf('uid')).toBe(before.valueOf('uid'));
    expect(Number(after.valueOf('sequence'))).toBeGreaterThan(Number(before.valueOf('sequence')));
    expect(after.valueOf('status')).toBe('CANCELLED');
    expect(after.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  });
});

/** What people and rascals may write: letters of two, three and four bytes, signs with a meaning, line breaks of all kinds. */
const writing = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'å',
        '😀',
        '€',
        ',',
        ';',
        ':',
        '\\',
        '"',
        '^',
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '\0',
        '\t',
        ' ',
      ),
      fc.constantFrom(
        '\r\nBEGIN:VALARM\r\n',
        '\nATTENDEE:mailto:x@y.se',
        '\rDTSTART:20200101T000000Z',
        '\\n',
        'abc',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    ),
    { maxLength: 30 },
  )
  .map(pieces => pieces.join(''));

describe('Whatever stands in its texts, a calendar file', () => {
  test.each(['a', 'å', '€', '😀'])(
    'folds a long line of %s at 75 octets, the space of a folded line counted',
    sign => {
      const file = calendarFile(entry({ summary: sign.repeat(400) }));
      const longest = Math.max(...linesOf(file).map(line => Buffer.byteLength(line)));
      expect(longest).toBeLessThanOrEqual(75);
      expect(longest).toBeGreaterThan(70);
      expect(read(file).valueOf('summary')).toBe(sign.repeat(400));
    },
  );

  test('has lines of at most 75 octets, which end with CRLF', () => {
    fc.assert(
      fc.property(writing, writing, writing, (summary, location, name) => {
        const organizer = { name, email: 'falt@kungsholmen.example' };
        const file = calendarFile(entry({ summary, location, organizer }));
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of linesOf(file)) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  test('has no line that nobody of us wrote', () => {
    const names = (file: string) =>
      linesOf(file)
        .filter(line => line !== '' && !line.startsWith(' '))
        .map(line => /^[A-Z-]+/.exec(line)?.[0]);
    const ours = names(calendarFile(entry()));
    fc.assert(
      fc.property(writing, writing, writing, writing, (summary, location, description, name) => {
        const organizer = { name, email: 'falt@kungsholmen.example' };
        const file = calendarFile(entry({ summary, location, description, organizer }));
        expect(names(file)).toEqual(ours);
      }),
    );
  });

  test('gives the texts back, line breaks of all kinds as one, other control characters left out', () => {
    const cleaned = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
    fc.assert(
      fc.property(writing, summary => {
        expect(read(calendarFile(entry({ summary }))).valueOf('summary')).toBe(cleaned(summary));
      }),
    );
  });
});
