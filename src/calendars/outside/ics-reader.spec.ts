import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { EXPECTED, HORIZON } from '../../../test/calendars/expected.js';
import { SWEDISH_ZONE } from '../../shared/time/swedish-time.js';
import { busyTime } from './ics-reader.js';

const NO_FAULTS = { events: 0, zones: 0, isCut: false };
const read = (file: string) => busyTime(file, HORIZON, SWEDISH_ZONE);

const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
const inWords = ({ from, until }: { from: number; until: number }) => {
  const [begins, ends] = [utc(from), utc(until)];
  return `${begins}/${begins.slice(0, 10) === ends.slice(0, 10) ? ends.slice(11) : ends}`;
};
const calendar = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap(lines => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

describe('files as calendar programs write them', () => {
  const files = globSync('test/calendars/*.ics').map(path => basename(path, '.ics'));

  test('each has its expected time', () => {
    expect(files.sort()).toEqual(Object.keys(EXPECTED).sort());
    expect(files.length).toBeGreaterThan(20);
  });

  test.each(files)('%s', name => {
    const outcome = read(readFileSync(`test/calendars/${name}.ics`, 'utf8'))!;
    const { busy, faults } = EXPECTED[name]!;
    expect(outcome.busy.map(inWords)).toEqual(busy);
    expect(outcome.faults).toEqual({ ...NO_FAULTS, ...faults });
  });

  test('nothing but when is kept', () => {
    for (const name of files)
      for (const span of read(readFileSync(`test/calendars/${name}.ics`, 'utf8'))!.busy)
        expect(Object.keys(span)).toEqual(['from', 'until']);
  });
});

describe('what is no calendar', () => {
  test.each([
    '',
    'hej',
    '<!doctype html><title>Sign in</title>',
    'BEGIN:VCALENDAR',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
  ])('%j is refused, and so is one that was cut off', file => {
    expect(read(file)).toBeUndefined();
  });

  test('never throws, whatever is cut out of a file or put into it', () => {
    const file = readFileSync('test/calendars/outlook-desktop-moved.ics', 'utf8');
    for (let at = 0; at < file.length; at += 7) {
      read(`${file.slice(0, at)}${file.slice(at + 13)}`);
      read(`${file.slice(0, at)}\u0000:;=${file.slice(at)}`);
    }
  });
});

describe('one calendar', () => {
  test('does not change how another is read', () => {
    const forged = readFileSync('test/calendars/forged-zone.ics', 'utf8');
    const google = readFileSync('test/calendars/google-weekly-autumn.ics', 'utf8');
    const before = read(google);
    read(forged);
    expect(read(google)).toEqual(before);
    expect(ICAL.TimezoneService.has('Europe/Stockholm')).toBe(false);
  });

  test('is read within the horizon, and what reaches over its ends is cut', () => {
    const busy = read(
      calendar(
        ['UID:a', 'DTSTART:20260901T000000Z', 'DTEND:20261002T000000Z'],
        ['UID:b', 'DTSTART:20270429T000000Z', 'DTEND:20270601T000000Z'],
        ['UID:c', 'DTSTART:20280101T000000Z', 'DTEND:20280102T000000Z'],
      ),
    )!.busy;
    expect(busy.map(inWords)).toEqual([
      '2026-10-01 00:00/2026-10-02 00:00',
      '2027-04-29 00:00/2027-04-30 00:00',
    ]);
  });

  test('with an event twice counts the later one', () => {
    const twice = (sequences: number[]) =>
      read(
        calendar(
          ...sequences.map(n => [
            'UID:a',
            `SEQUENCE:${String(n)}`,
            `DTSTART:2026120${String(n + 1)}T100000Z`,
            'DURATION:PT1H',
          ]),
        ),
      )!.busy.map(inWords);
    expect(twice([1, 2])).toEqual(['2026-12-03 10:00/11:00']);
    expect(twice([2, 1])).toEqual(['2026-12-03 10:00/11:00']);
  });

  test('that makes much work is cut short, soon, and says so', () => {
    const daily = (n: number) => [
      `UID:${String(n)}`,
      'DTSTART:19800101T100000Z',
      'DURATION:PT1M',
      'RRULE:FREQ=YEARLY;COUNT=9999;BYDAY=MO;BYSETPOS=1',
    ];
    const begun = performance.now();
    const outcome = read(calendar(...Array.from({ length: 8000 }, (_, n) => daily(n))))!;
    expect(outcome.faults.events).toBeGreaterThan(7000);
    const many = read(
      calendar(
        ...Array.from({ length: 9000 }, (_, n) => [
          `UID:${String(n)}`,
          'DTSTART:20261001T100000Z',
          'DURATION:PT1S',
          'RRULE:FREQ=DAILY',
        ]),
      ),
    )!;
    expect(many.faults).toMatchObject({ isCut: true });
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

/** Rules that both other libraries follow rightly: each is held against the reader for random beginnings. */
test.each([
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU',
  'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO;WKST=MO',
  'FREQ=MONTHLY;BYDAY=2TU,-1TH',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5,20',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2,-2',
  'FREQ=YEARLY;BYMONTH=1,11;BYDAY=1MO,-1FR',
  'FREQ=YEARLY;BYMONTH=2,12;BYMONTHDAY=3',
  'FREQ=YEARLY;BYDAY=2WE,-2TH',
  'FREQ=DAILY;BYMONTH=12;BYDAY=TU',
])('%s recurs on the days of node-ical and ical.js', rule => {
  for (const begins of ['20261002', '20250815', '20240229']) {
    const lines = [
      'UID:a',
      `DTSTART;TZID=Europe/Stockholm:${begins}T100000`,
      'DURATION:PT1H',
      `RRULE:${rule}`,
      'SUMMARY:x',
      'DTSTAMP:20260101T000000Z',
    ];
    const start = Temporal.PlainDate.from(begins).toZonedDateTime({
      timeZone: SWEDISH_ZONE,
      plainTime: '10:00',
    });
    const days = read(calendar(lines))!.busy.map(span => span.from);
    // The day of the beginning counts for us and not for them where the rule does not name it.
    const others = days.filter(day => day !== start.epochMilliseconds);
    const [event] = Object.values(nodeIcal.sync.parseICS(calendar(lines))).filter(
      (one): one is VEvent => one?.type === 'VEVENT',
    );
    const theirs = event!.rrule!.between(new Date(HORIZON.from), new Date(HORIZON.until), true).map(Number);
    expect(others).toEqual(theirs.filter(day => day !== start.epochMilliseconds));
    const iterator = ICAL.Recur.fromString(rule).iterator(
      ICAL.Time.fromDateTimeString(start.toPlainDateTime().toString()),
    );
    const ical: number[] = [];
    for (;;) {
      const next = iterator.next();
      const instant = Temporal.PlainDateTime.from(next.toString()).toZonedDateTime(
        SWEDISH_ZONE,
      ).epochMilliseconds;
      if (instant >= HORIZON.until) break;
      if (instant >= HORIZON.from && instant !== start.epochMilliseconds) ical.push(instant);
    }
    expect(others).toEqual(ical);
  }
});
