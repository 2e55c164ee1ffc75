import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BookingChanges } from '../../src/bookings/booking-changes.js';
import { BookingMove } from '../../src/bookings/booking-move.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { openMailSink, type MailSink } from '../setup/mail-sink.js';
import { wordsOf } from '../setup/post.js';
import { owedMails, sendDue, type ReadMail } from '../setup/mail-room.js';

const KARIN = 'karin.ek@edu.stockholm.se';
const TEAM = 'falt@kungsholmen.example';
const person = (name: string) => `${name.toLowerCase()}@kungsholmen.example`;
const START = instantAt('2026-12-08', 10 * 60);
const NEW_START = instantAt('2026-12-10', 13 * 60);

let sink: MailSink;
let app: TestApp;
let world: World;
let people: string[];

beforeAll(async () => {
  sink = await openMailSink();
  app = await startApp({ smtpUrl: sink.url });
  world = await World.of(app);
  people = await world.hire({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara', workingShare: 0.1 });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  await app.db.query('TRUNCATE booking, owed_mail, proven_address, absence CASCADE');
});

const sent = () => sendDue(app, sink);
const to = (mails: ReadMail[], address: string) => mails.filter(mail => mail.to === address);
const move = (id: string) =>
  app.app.get(BookingMove).move({ bookingId: id, startsAt: NEW_START, now: app.clock.now() });
const cancel = (id: string) =>
  app.app.get(BookingChanges).cancel(id, { by: 'school', reason: 'illness', note: '' }, app.clock.now());

describe('a booking is told to everybody whom it concerns, once', () => {
  test('to the contact, with a file for the calendar; to those who go, as an accepted invitation; to the team', async () => {
    const booked = await world.book();
    const mails = await sent();
    expect(mails.map(mail => mail.to)).toEqual([person('Amina'), TEAM, person('Johan'), KARIN]);

    const confirmation = to(mails, KARIN)[0]!;
    expect(confirmation.subject).toContain('Bokat: Cannabis och hjärnan');
    expect(confirmation.text).toMatch(/\/bokning\/l\/[\w-]{32}\n/);
    expect(confirmation.html).toContain('<!doctype html>');
    expect(confirmation.event).toMatchObject({
      method: 'PUBLISH',
      sequence: 0,
      status: 'CONFIRMED',
      startsAt: START,
      endsAt: instantAt('2026-12-08', 11 * 60),
      attendees: [],
    });

    for (const address of [person('Amina'), person('Johan')]) {
      const { event } = to(mails, address)[0]!;
      expect(event).toMatchObject({
        method: 'REQUEST',
        uid: confirmation.event!.uid,
        sequence: 0,
        status: 'CONFIRMED',
        startsAt: START,
        organizer: `mailto:${TEAM}`,
        attendees: [`mailto:${address}`],
        partstat: 'ACCEPTED',
      });
    }

    const notice = to(mails, TEAM)[0]!;
    for (const words of [
      booked.reference,
      'Amina, Johan',
      'Rålambshovsskolan',
      '9B',
      'Karin Ek',
      '070-174 06 12',
    ])
      expect(notice.text).toContain(words);
    expect(await sent()).toEqual([]);
  });

  test('a preliminary booking is told to its maker alone, until it is confirmed', async () => {
    const booked = await world.book({ email: 'karin@gmail.example' });
    const asked = await sent();
    expect(asked.map(mail => [mail.to, mail.event])).toEqual([['karin@gmail.example', undefined]]);
    await app.app.get(BookingChanges).confirm(booked.id, app.clock.now());
    expect((await sent()).map(mail => mail.to)).toEqual([
      person('Amina'),
      TEAM,
      person('Johan'),
      'karin@gmail.example',
    ]);
  });

  test('a school’s office hears of a booking in its name as long as nobody has proven the address', async () => {
    await app.db.query(
      `UPDATE school SET office_email = 'exp@skola.example' WHERE school_unit_code = '61686233'`,
    );
    await world.book();
    const [copy] = to(await sent(), 'exp@skola.example');
    expect(copy!.text).not.toMatch(/\/bokning\/l\//);
    await app.db.query('UPDATE school SET office_email = NULL');
  });
});

describe('a calendar follows its visit', () => {
  test('moved: the same entry, one number higher, at the new hour; whoever no longer goes is taken off', async () => {
    const booked = await world.book();
    const first = to(await sent(), KARIN)[0]!;
    await world.absent(people[0]!, '2026-12-10');
    expect(await move(booked.id)).toBe(true);
    const mails = await sent();
    const news = { uid: first.event!.uid, sequence: 1, startsAt: NEW_START };
    expect(to(mails, KARIN)[0]).toMatchObject({ event: { ...news, method: 'PUBLISH' } });
    for (const name of ['Johan', 'Sara'])
      expect(to(mails, person(name))[0]).toMatchObject({ event: { ...news, method: 'REQUEST' } });
    expect(to(mails, person('Amina')).map(mail => mail.event)).toMatchObject([
      { uid: first.event!.uid, sequence: 1, method: 'CANCEL', status: 'CANCELLED' },
    ]);
    expect(to(mails, TEAM)[0]!.subject).toMatch(/flytt/i);
    expect(mails).toHaveLength(5);
  });

  test('cancelled: to everybody who had it in the calendar, with a number that is higher still', async () => {
    const booked = await world.book();
    const first = to(await sent(), KARIN)[0]!;
    await move(booked.id);
    await sent();
    expect(await cancel(booked.id)).toBe(true);
    const mails = await sent();
    expect(mails.map(mail => mail.to)).toEqual([person('Amina'), TEAM, person('Johan'), KARIN]);
    const gone = { uid: first.event!.uid, sequence: 2, status: 'CANCELLED' };
    expect(to(mails, KARIN)[0]).toMatchObject({ event: gone });
    for (const name of ['Amina', 'Johan'])
      expect(to(mails, person(name))[0]).toMatchObject({ event: { ...gone, method: 'CANCEL' } });
    expect(to(mails, TEAM)[0]!.subject).toMatch(/^Avbok/);
  });

  test('cancelled before anything had left: nobody is invited to what is off', async () => {
    const booked = await world.book();
    await cancel(booked.id);
    const mails = await sent();
    expect(mails.map(mail => mail.to)).toEqual([TEAM, KARIN]);
    expect(mails.map(mail => mail.event?.method)).not.toContain('REQUEST');
  });

  test('the file of the page is the one of the mail', async () => {
    const booked = await world.book();
    const mailed = to(await sent(), KARIN)[0]!;
    const visitor = app.visitor();
    await visitor.get(`/bokning/l/${booked.token}`).redirects(1);
    const file = await visitor.get(`/bokning/${booked.reference}/kalender.ics`);
    expect(file.text).toContain(`UID:${mailed.event!.uid}`);
    expect(file.text).toContain('DTSTART:20261208T090000Z');
  });
});

describe('reminders', () => {
  const reminders = async () =>
    (await owedMails(app, 'booking.reminder_'))
      .filter(mail => mail.state !== 'suppressed')
      .map(mail => [mail.kind, mail.dueAt]);

  test('leave five and one school days before, and follow a visit that is moved', async () => {
    const booked = await world.book();
    expect(await reminders()).toEqual([
      ['booking.reminder5', instantAt('2026-12-01', 8 * 60)],
      ['booking.reminder1', instantAt('2026-12-07', 8 * 60)],
    ]);
    await move(booked.id);
    expect(await reminders()).toEqual([
      ['booking.reminder5', instantAt('2026-12-03', 8 * 60)],
      ['booking.reminder1', instantAt('2026-12-09', 8 * 60)],
    ]);
    await sent();
    app.clock.set(instantAt('2026-12-01', 9 * 60));
    expect(await sent()).toEqual([]);
    app.clock.set(instantAt('2026-12-03', 9 * 60));
    const [reminder] = await sent();
    expect(reminder).toMatchObject({ to: KARIN, event: { startsAt: NEW_START, sequence: 1 } });
    expect(wordsOf(reminder!.text)).toContain('Torsdag 10 december');
  });

  test('of a visit that has been cancelled are never sent', async () => {
    const booked = await world.book();
    await sent();
    await cancel(booked.id);
    await sent();
    for (let hour = 0; hour < 24 * 20; hour += 6) {
      app.clock.pass(6 * 3_600_000);
      expect(await sent()).toEqual([]);
    }
    expect(await reminders()).toEqual([]);
  });

  test('nor where the booking was cancelled behind the back of what is owed', async () => {
    const booked = await world.book();
    await sent();
    await app.db.query(
      `UPDATE booking SET status = 'cancelled', cancelled_at = now(), cancelled_by = 'district' WHERE id = $1`,
      [booked.id],
    );
    app.clock.set(instantAt('2026-12-07', 12 * 60));
    expect(await sent()).toEqual([]);
    const states = (await owedMails(app, 'booking.reminder_')).map(mail => [mail.state, mail.lastAnswer]);
    expect(states).toEqual(Array(2).fill(['suppressed', 'no longer true']));
  });
});
