import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '../../src/shared/time/iso-date.js';
import { PASSWORD } from '../setup/staff-visitor.js';
import { mailOf, TermRun } from './lib/term-run.js';

// The spring of 2027, as five people and their coordinator live it: half time every other week, an illness, a visit that is
// handed over, somebody new in March, the change of the clock at Easter, and a week in which every time is taken.

const [FIRST, LAST] = ['2027-01-12', '2027-06-10'];
const [KL_9, KL_10_30, KL_13] = [9 * 60, 10.5 * 60, 13 * 60];
const ILL_ON = '2027-02-16';
const NEW_FROM = '2027-03-15';
const FULL_WEEK = '2027-04-26';

let term: TermRun;
/** Every Thursday kl. 9 at the same school. */
const thursdays = new Map<string, string>();

beforeAll(async () => {
  term = await TermRun.open();
  await term.join({ name: 'Amina' });
  await term.join({ name: 'Johan' });
  await term.join({ name: 'Mika' });
  await term.join({ name: 'Sara', workingShare: 0.5 });
  await term.goTo('2026-12-01', 8 * 60);
}, 60_000);
afterAll(() => term.close());

/** What schools book of a week: four visits at different schools. */
async function schoolsBook(monday: string): Promise<void> {
  const number = Math.round(Date.parse(monday) / 604_800_000);
  await term.book(addDays(monday, 1), KL_9, number);
  await term.book(addDays(monday, 2), KL_10_30, number + 1);
  const thursday = await term.book(addDays(monday, 3), KL_9, 2);
  if (thursday) thursdays.set(addDays(monday, 3), thursday);
  await term.book(addDays(monday, 4), KL_13, number + 3);
}

/** The weeks go by: schools book three weeks ahead, mails leave. */
async function weeksUntil(from: string, until: string): Promise<void> {
  for (const monday of term.mondays(from, addDays(until, -1))) {
    await term.goTo(monday, 8 * 60);
    await schoolsBook(addDays(monday, 21));
  }
}

const inHand = async (date: string) => {
  const { db } = term.town.app;
  return db.query<{ reference: string; name: string }[]>(
    `SELECT b.reference, a.name FROM booking b JOIN occupied_time o ON o.booking_id = b.id JOIN assistant a ON a.id = o.assistant_id
      WHERE (b.starts_at AT TIME ZONE 'Europe/Stockholm')::date = $1 AND b.status = 'confirmed' ORDER BY b.starts_at, a.name`,
    [date],
  );
};

test('before the term, who works half time enters the hours of every other week on the phone', async () => {
  const phone = await term.phone('Sara');
  await phone.goto('/min-tillganglighet');
  await phone.locator('#fran').fill('2027-01-11');
  await phone.getByText('Har du olika tider olika veckor?').click();
  await phone.locator('#varje').selectOption('2');
  await phone.getByRole('button', { name: 'Visa veckorna' }).click();
  await term.picture(phone, 'phone-every-other-week');
  for (const day of await phone.locator('.fb-avail').last().locator('li').all()) {
    const inputs = day.locator('input[type=text], input:not([type])');
    for (const input of await inputs.all()) await input.fill('');
  }
  await phone.getByRole('button', { name: 'Spara' }).last().click();
  await term.picture(phone, 'phone-every-other-week-saved');
  const rows = await term.town.app.db.query<unknown[]>(
    `SELECT DISTINCT every_weeks FROM weekly_hours h JOIN assistant a ON a.id = h.assistant_id
      WHERE a.name = 'Sara' AND valid_from >= '2027-01-11'`,
  );
  expect(rows).toEqual([{ every_weeks: 2 }]);
}, 60_000);

test('schools book from week to week, and whoever is ill on a Tuesday is replaced by one press at the desk', async () => {
  await weeksUntil('2026-12-21', ILL_ON);
  await term.book(ILL_ON, KL_13, 5);
  await term.goTo(ILL_ON, 7 * 60 + 10);
  const [first] = await inHand(ILL_ON);
  const ill = first!.name;
  const phone = await term.phone(ill);
  await term.picture(phone, 'phone-a-day');
  await phone.getByRole('link', { name: 'Jag är sjuk idag' }).click();
  await term.picture(phone, 'phone-ill');
  await phone.getByRole('button', { name: 'Jag är sjuk idag', exact: true }).click();
  await term.picture(phone, 'phone-ill-told');
  const desk = await term.desk();
  await term.picture(desk, 'desk-somebody-is-ill');
  await desk.locator('.fb-todo .solve button').first().click();
  await term.picture(desk, 'desk-ill-proposals');
  await desk.getByRole('button', { name: 'Gör detta' }).click();
  await term.picture(desk, 'desk-ill-done');
  const after = await inHand(ILL_ON);
  expect(after.map(one => one.name)).not.toContain(ill);
  expect(after.length).toBeGreaterThan(0);
}, 120_000);

test('a visit is handed over from phone to phone', async () => {
  const day = '2027-02-25';
  await weeksUntil(ILL_ON, day);
  await term.goTo('2027-02-23', 12 * 60);
  const [{ reference, name }] = (await inHand(day)) as [{ reference: string; name: string }];
  const giver = await term.phone(name);
  await giver.goto(`/kalender/${reference}/overlamning`);
  const receiver = giver.locator('input[name=kollega]').first();
  const colleague = await giver.locator('input[name=kollega] + label').first().innerText();
  await receiver.check({ force: true });
  await giver.locator('#ord').fill('Jag är på begravning. Kan du?');
  await term.picture(giver, 'phone-handing-over');
  await giver.locator('main form button.ds-button').last().click();
  await term.town.app.mails();
  const asked = await term.phone(colleague.trim());
  await term.picture(asked, 'phone-asked');
  await asked.locator('form[action$="/ta-over"] button').click();
  await term.picture(asked, 'phone-taken-over');
  const going = (await inHand(day)).filter(one => one.reference === reference).map(one => one.name);
  expect(going).toContain(colleague.trim());
  expect(going).not.toContain(name);
}, 120_000);

test('somebody new begins in March: added at the desk, invited by mail, hours from the phone', async () => {
  await weeksUntil('2027-02-25', NEW_FROM);
  await term.goTo(NEW_FROM, 8 * 60 + 30);
  const desk = await term.desk();
  await desk.goto('/personal/ny');
  await desk.locator('#name').fill('Noor');
  await desk.locator('#email').fill(mailOf('Noor'));
  await term.picture(desk, 'desk-somebody-new');
  await desk.locator('main form button.ds-button').last().click();
  await term.picture(desk, 'desk-somebody-new-added');
  const mails = await term.town.app.mails();
  const invitation = mails.findLast(mail => mail.recipient === mailOf('Noor'))!;
  const link = /https?:\/\/\S+/.exec(invitation.bodyText)![0];
  const phone = await term.town.visitor({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.goto(link);
  await term.picture(phone, 'phone-invited');
  for (const field of await phone.locator('input[type=password]').all()) await field.fill(PASSWORD);
  await phone.locator('main form button.ds-button').last().click();
  const hours = await term.phone('Noor');
  await hours.goto('/min-tillganglighet');
  for (const weekday of [1, 2, 3, 4, 5]) await hours.locator(`#laggtill${String(weekday)}`).click();
  for (const weekday of [1, 2, 3, 4, 5]) {
    await hours.locator(`#d${String(weekday)}r0fran`).fill('8');
    await hours.locator(`#d${String(weekday)}r0till`).fill('16.30');
  }
  await term.picture(hours, 'phone-first-hours');
  await hours.getByRole('button', { name: 'Spara' }).last().click();
  await term.picture(hours, 'phone-first-hours-saved');
  await weeksUntil(NEW_FROM, '2027-04-05');
  const [{ visits }] = await term.town.app.db.query<[{ visits: number }]>(
    `SELECT count(*)::int AS visits FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
      WHERE a.name = 'Noor' AND o.booking_id IS NOT NULL`,
  );
  expect(visits).toBeGreaterThan(0);
}, 120_000);

test("nine o'clock stays nine when the clock changes", async () => {
  const [before, after] = ['2027-03-25', '2027-04-08'].map(day => thursdays.get(day)!) as [string, string];
  const starts = await term.town.app.db.query<{ hour: string }[]>(
    `SELECT to_char(starts_at AT TIME ZONE 'UTC', 'HH24:MI') AS hour FROM booking WHERE reference = ANY($1) ORDER BY starts_at`,
    [[before, after]],
  );
  expect(starts).toEqual([{ hour: '08:00' }, { hour: '07:00' }]);
  await term.goTo('2027-03-22', 8 * 60);
  const desk = await term.desk();
  for (const reference of [before, after]) {
    await desk.goto(`/bokningar/${reference}`);
    expect(await desk.locator('main').innerText()).toMatch(/kl\.\s9\.00/);
  }
  const [goer] = await inHand('2027-04-08');
  const phone = await term.phone(goer!.name);
  await phone.goto('/kalender/vecka?vecka=2027-W14');
  await term.picture(phone, 'phone-week-after-the-clock-changed');
  await phone.goto(`/kalender/${after}`);
  expect(await phone.locator('main').innerText()).toMatch(/9\.00/);
}, 60_000);

test('a week is booked until nothing is left of it, and the desk sees it coming', async () => {
  await term.goTo('2027-04-05', 8 * 60);
  const { id } = await term.town.world.lecture();
  const free = async () => {
    const answer = await term.town.app.http.get(
      `/api/v1/lectures/${id}/slots?from=${FULL_WEEK}&to=${addDays(FULL_WEEK, 4)}`,
    );
    return (JSON.parse(answer.text) as { slots: { start: string }[] }).slots;
  };
  let booked = 0;
  for (let slots = await free(); slots.length > 0; slots = await free()) {
    const [date, time] = slots[0]!.start.split('T') as [string, string];
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    let reference: string | undefined;
    for (let school = 0; school < term.schools.length && !reference; school++)
      reference = await term.book(date, minute, school);
    expect(reference).toBeDefined();
    booked++;
  }
  expect(booked).toBeGreaterThan(15);
  const desk = await term.desk();
  await term.picture(desk, 'desk-overview-full-week');
  await desk.goto('/oversikt/risker');
  await term.picture(desk, 'desk-at-risk');
  expect(await desk.locator('main').innerText()).toMatch(/v\.\s17/);
  const phone = await term.phone('Amina');
  await phone.goto(`/kalender/vecka?vecka=2027-W17`);
  await term.picture(phone, 'phone-full-week');
  const team = await term.desk();
  await team.goto(`/kalender/vecka?vecka=2027-W17&vems=teamet`);
  await term.picture(team, 'desk-full-week-of-the-team');
}, 180_000);

test('at the end nobody was in two places, every visit had its people, and the load is shared', async () => {
  await weeksUntil('2027-04-05', '2027-05-17');
  await term.goTo(LAST, 16 * 60);
  const { db } = term.town.app;
  const [overlaps] = await db.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM occupied_time a JOIN occupied_time b
        ON a.assistant_id = b.assistant_id AND a.id < b.id AND a.lecture && b.lecture`,
  );
  expect(overlaps.count).toBe(0);
  const short = await db.query<unknown[]>(
    `SELECT b.reference FROM booking b WHERE b.status = 'confirmed' AND b.people_needed <>
            (SELECT count(*) FROM occupied_time o WHERE o.booking_id = b.id)`,
  );
  expect(short).toEqual([]);
  const [{ visits }] = await db.query<[{ visits: number }]>(
    `SELECT count(*)::int AS visits FROM booking WHERE status = 'confirmed' AND starts_at >= $1`,
    [FIRST],
  );
  expect(visits).toBeGreaterThan(70);
  const desk = await term.desk();
  await desk.goto('/rapporter/rattvisa?termin=2027-01-12');
  await term.picture(desk, 'desk-fairness');
  await desk.goto('/rapporter');
  await term.picture(desk, 'desk-report');
  const phone = await term.phone('Sara');
  await phone.goto('/kalender/min-del');
  await term.picture(phone, 'phone-own-share');
  await phone.goto('/kalender');
  await term.picture(phone, 'phone-follow-up');
}, 120_000);
