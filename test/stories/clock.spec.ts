import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BookingViewQueries } from '../../src/bookings/booking-view.queries.js';
import { DistrictsQueries } from '../../src/districts/districts.queries.js';
import { MailDelivery } from '../../src/platform/mail/mail-delivery.js';
import { isSchoolDay } from '../../src/shared/school-year/school-calendar.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { readCalendar } from '../setup/calendar.js';
import { wordsOf } from '../setup/post.js';

const KARIN = 'karin.ek@edu.stockholm.se';
const HOUR = 3_600_000;
const TEN = 10 * 60;

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({}, {});
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE booking, owed_mail, demonstration_mail, proven_address CASCADE');
});

interface Reminder {
  date: string;
  minute: number;
}

/** Lets time pass hour by hour, as the worker would live it; answers when reminders came. */
async function liveUntil(end: Date): Promise<Reminder[]> {
  while (app.clock.now() < end) {
    app.clock.pass(HOUR);
    await app.turn();
    await app.app.get(MailDelivery).deliverDue();
  }
  const mails = await app.mails();
  return mails
    .filter(mail => mail.subject.startsWith('Påminnelse') && mail.recipient === KARIN)
    .map(({ receivedAt }) => ({ date: swedishDateOf(receivedAt), minute: swedishMinuteOf(receivedAt) }));
}

/** Books a visit at kl. 10 and tells what each place says of it. */
async function bookAtTen(date: string) {
  const booked = await world.book({ date, minute: TEN });
  const visitor = app.visitor();
  await visitor.get(`/bokning/l/${booked.token}`).redirects(1);
  const page = wordsOf((await visitor.get(`/bokning/${booked.reference}`)).text);
  const file = readCalendar((await visitor.get(`/bokning/${booked.reference}/kalender.ics`)).text);
  const mail = (await app.mails()).find(one => one.recipient === KARIN)!;
  return { page, file, mail: { text: wordsOf(mail.bodyText), file: readCalendar(mail.calendar!) } };
}

async function offeredOn(date: string): Promise<string[]> {
  const answer = await app.http.get(
    `/api/v1/lectures/${(await world.lecture()).id}/slots?from=${date}&to=${date}`,
  );
  return (answer.body as { slots: { start: string }[] }).slots.map(slot => slot.start);
}

describe.each([
  {
    what: 'summer time begins on 28 March 2027, with Easter and påsklov around it',
    bookedOn: '2027-03-08',
    dayBefore: '2027-03-24',
    visitOn: '2027-04-06',
    offset: '+02:00',
    inUtc: '2027-04-06T08:00:00.000Z',
    reminders: ['2027-03-22', '2027-04-05'],
  },
  {
    what: 'summer time ends on 31 October 2027, with höstlov after it',
    bookedOn: '2027-10-11',
    dayBefore: '2027-10-26',
    visitOn: '2027-11-09',
    offset: '+01:00',
    inUtc: '2027-11-09T09:00:00.000Z',
    reminders: ['2027-10-26', '2027-11-08'],
  },
  {
    what: 'the year ends in week 53 and the term begins in week 2',
    bookedOn: '2026-12-07',
    dayBefore: '2026-12-22',
    visitOn: '2027-01-13',
    offset: '+01:00',
    inUtc: '2027-01-13T09:00:00.000Z',
    reminders: ['2026-12-17', '2027-01-12'],
  },
  {
    what: 'the visit is the first day after höstlov',
    bookedOn: '2026-10-05',
    dayBefore: '2026-10-21',
    visitOn: '2026-11-02',
    offset: '+01:00',
    inUtc: '2026-11-02T09:00:00.000Z',
    reminders: ['2026-10-19', '2026-10-23'],
  },
])('$what', ({ bookedOn, dayBefore, visitOn, offset, inUtc, reminders }) => {
  beforeEach(() => {
    app.clock.set(instantAt(bookedOn, 9 * 60));
  });

  test('the same hours are offered before and after, on the wall clock', async () => {
    const wallClock = async (date: string) => (await offeredOn(date)).map(start => start.slice(11, 16));
    const after = await wallClock(visitOn);
    expect(after).toContain('10:00');
    expect(await wallClock(dayBefore)).toEqual(after);
  });

  test('kl. 10 is kl. 10 on the page, in the mail, in both calendar files and for other systems', async () => {
    expect(await offeredOn(visitOn)).toContain(`${visitOn}T10:00:00${offset}`);
    const told = await bookAtTen(visitOn);
    expect(told.page).toContain('kl. 10.00–11.00');
    expect(told.mail.text).toContain('kl. 10.00–11.00');
    for (const file of [told.file, told.mail.file])
      expect([file.startsAt.toISOString(), file.endsAt.getTime() - file.startsAt.getTime()]).toEqual([
        inUtc,
        HOUR,
      ]);
    const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM booking');
    const view = (await app.app.get(BookingViewQueries).byId(row!.id))!;
    expect(swedishMinuteOf(view.startsAt)).toBe(TEN);
  });

  test('each reminder comes once, on a school day, between kl. 7 and 18', async () => {
    await bookAtTen(visitOn);
    const came = await liveUntil(instantAt(visitOn, 20 * 60));
    expect(came).toEqual(reminders.map(date => ({ date, minute: 8 * 60 })));
    const plan = await app.app.get(DistrictsQueries).plan(world.district.id);
    for (const { date } of came)
      expect(isSchoolDay({ terms: plan.terms, breaks: plan.breaks, schoolClosedDays: [] }, date)).toBe(true);
  });
});

describe('a worker that slept', () => {
  beforeEach(() => {
    app.clock.set(instantAt('2026-11-23', 9 * 60));
  });

  test('past the hours writes to nobody in the evening, but the next school morning', async () => {
    await bookAtTen('2026-12-08');
    app.clock.set(instantAt('2026-12-01', 19 * 60));
    const came = await liveUntil(instantAt('2026-12-03', 0));
    expect(came).toEqual([{ date: '2026-12-02', minute: 8 * 60 }]);
  });

  test('over the visit itself reminds of nothing that has been', async () => {
    await bookAtTen('2026-12-08');
    app.clock.set(instantAt('2026-12-08', 11 * 60));
    expect(await liveUntil(instantAt('2026-12-10', 0))).toEqual([]);
  });
});

test('the closed days of the school itself are no days to write to it', async () => {
  app.clock.set(instantAt('2026-11-23', 9 * 60));
  const { id } = await world.school();
  await app.db.query(
    `INSERT INTO school_closed_days (school_id, starts_on, ends_on, name_sv, name_en)
     VALUES ($1, '2026-12-07', '2026-12-07', 'Studiedag', 'Staff day')`,
    [id],
  );
  expect(await offeredOn('2026-12-07')).not.toEqual([]);
  const own = await app.http.get(
    `/api/v1/lectures/${(await world.lecture()).id}/slots?from=2026-12-07&to=2026-12-07&school=${id}`,
  );
  expect(own.body).toEqual({ slots: [] });
  await bookAtTen('2026-12-08');
  const came = await liveUntil(instantAt('2026-12-08', 12 * 60));
  expect(came.map(({ date }) => date)).toEqual(['2026-11-30', '2026-12-04']);
});
