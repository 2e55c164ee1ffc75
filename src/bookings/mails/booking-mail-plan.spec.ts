import { describe, expect, test } from '@jest/globals';
import { planOf } from '../../../test/builders/offer.js';
import { instantAt, isoWithOffset } from '../../shared/time/swedish-time.js';
import {
  mailsWhenCancelled,
  mailsWhenConfirmed,
  mailsWhenDetailsChanged,
  mailsWhenLapsed,
  mailsWhenMoved,
  mailsWhenPreliminary,
  type MailPlanFacts,
} from './booking-mail-plan.js';

const now = instantAt('2026-11-23', 9 * 60);
const { terms, breaks } = planOf();
const facts = (changes: Partial<MailPlanFacts> = {}): MailPlanFacts => ({
  now,
  bookingId: 'the booking',
  version: 3,
  districtId: 'kungsholmen',
  districtEmail: 'falt@kungsholmen.example',
  startsAt: instantAt('2026-12-08', 10 * 60 + 15),
  contactEmail: 'karin.ek@edu.stockholm.se',
  staffEmails: ['ali@kungsholmen.example', 'bea@kungsholmen.example'],
  calendar: { terms, breaks, schoolClosedDays: [] },
  ...changes,
});
const asLines = (mails: { kind: string; recipient: string; dueAt: Date }[]) =>
  mails.map(mail => {
    const due = mail.dueAt.getTime() === now.getTime() ? 'now' : isoWithOffset(mail.dueAt).slice(0, 16);
    return `${mail.kind.replace('booking.', '')} to ${mail.recipient.split('@')[0]!} ${due}`;
  });
const remindersOf = (given: MailPlanFacts) =>
  asLines(mailsWhenConfirmed(given)).filter(line => line.startsWith('reminder'));

describe('A booking that is confirmed', () => {
  test('is told to the contact, those who go and the team, and reminds 5 and 1 school days before', () => {
    expect(asLines(mailsWhenConfirmed(facts()))).toEqual([
      'confirmation to karin.ek now',
      'reminder5 to karin.ek 2026-12-01T08:00',
      'reminder1 to karin.ek 2026-12-07T08:00',
      'invitation to ali now',
      'invitation to bea now',
      'noticeNew to falt now',
    ]);
  });

  test('is copied to the office of the school where an address is given', () => {
    const mails = asLines(mailsWhenConfirmed(facts({ officeEmail: 'expedition@skolan.example' })));
    expect(mails.at(-1)).toBe('officeCopy to expedition now');
  });

  test('owes each mail about this booking in this version', () => {
    for (const mail of mailsWhenConfirmed(facts()))
      expect(mail).toMatchObject({ districtId: 'kungsholmen', subjectId: 'the booking', subjectVersion: 3 });
  });
});

describe('The reminders of a visit', () => {
  test('for Monday 2 November 2026 leave before höstlov', () => {
    const startsAt = instantAt('2026-11-02', 10 * 60);
    const given = facts({ startsAt, now: instantAt('2026-10-05', 9 * 60) });
    expect(remindersOf(given)).toEqual([
      'reminder5 to karin.ek 2026-10-19T08:00',
      'reminder1 to karin.ek 2026-10-23T08:00',
    ]);
  });

  test('pass the own closed days of the school', () => {
    const own = { startsOn: '2026-12-07', endsOn: '2026-12-07', name: { sv: 'Studiedag', en: 'Staff day' } };
    const calendar = { terms, breaks, schoolClosedDays: [own] };
    expect(remindersOf(facts({ calendar }))).toEqual([
      'reminder5 to karin.ek 2026-11-30T08:00',
      'reminder1 to karin.ek 2026-12-04T08:00',
    ]);
  });

  test('leave kl. 8 by the Swedish clock, in summer time as well', () => {
    const startsAt = instantAt('2027-04-05', 10 * 60);
    const due = mailsWhenConfirmed(facts({ startsAt })).filter(mail =>
      mail.kind.startsWith('booking.reminder'),
    );
    // Monday after påsklov: the last school day lies before the clock changed.
    expect(due.map(mail => mail.dueAt.toISOString())).toEqual([
      '2027-03-19T07:00:00.000Z',
      '2027-03-25T07:00:00.000Z',
    ]);
    const may = mailsWhenConfirmed(facts({ startsAt: instantAt('2027-05-19', 10 * 60) }));
    expect(may.find(mail => mail.kind === 'booking.reminder1')?.dueAt.toISOString()).toBe(
      '2027-05-18T06:00:00.000Z',
    );
  });

  test('are left out where their hour has passed: the mail of the change has just gone', () => {
    const late = (minute: number) => remindersOf(facts({ now: instantAt('2026-12-07', minute) }));
    expect(late(7 * 60 + 59)).toEqual(['reminder1 to karin.ek 2026-12-07T08:00']);
    expect(late(8 * 60)).toEqual([]);
  });

  test('are left out where the calendar does not reach back', () => {
    expect(
      remindersOf(facts({ startsAt: instantAt('2026-08-19', 10 * 60), now: instantAt('2026-08-01', 0) })),
    ).toEqual(['reminder1 to karin.ek 2026-08-18T08:00']);
  });
});

describe('Other changes of a booking', () => {
  test('a preliminary booking is told to its contact alone', () => {
    expect(asLines(mailsWhenPreliminary(facts()))).toEqual(['preliminary to karin.ek now']);
  });

  test('a move tells everything anew, and takes off whoever no longer goes', () => {
    expect(asLines(mailsWhenMoved(facts(), ['cleo@kungsholmen.example']))).toEqual([
      'moved to karin.ek now',
      'reminder5 to karin.ek 2026-12-01T08:00',
      'reminder1 to karin.ek 2026-12-07T08:00',
      'invitation to ali now',
      'invitation to bea now',
      'invitationCancelled to cleo now',
      'noticeMoved to falt now',
    ]);
  });

  test('changed details are told to those who go and to the team; to the contact where the address is new', () => {
    expect(asLines(mailsWhenDetailsChanged(facts(), false))).toEqual([
      'invitation to ali now',
      'invitation to bea now',
      'noticeChanged to falt now',
    ]);
    expect(asLines(mailsWhenDetailsChanged(facts(), true))[0]).toBe('confirmation to karin.ek now');
  });

  test('a cancellation is told to everybody who had been told', () => {
    expect(asLines(mailsWhenCancelled(facts(), true, ['ali@kungsholmen.example']))).toEqual([
      'cancelled to karin.ek now',
      'invitationCancelled to ali now',
      'noticeCancelled to falt now',
    ]);
    expect(asLines(mailsWhenCancelled(facts(), false, []))).toEqual(['cancelled to karin.ek now']);
  });

  test('a booking that was never confirmed lapses with one mail', () => {
    expect(asLines(mailsWhenLapsed(facts()))).toEqual(['lapsed to karin.ek now']);
  });
});
