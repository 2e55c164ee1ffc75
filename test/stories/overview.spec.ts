import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { ListDesk } from '../setup/list-desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, wordsOf } from '../setup/post.js';
import { enter } from '../setup/staff-visitor.js';

let desk: ListDesk;

beforeAll(async () => {
  desk = await ListDesk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await desk.app.db.query('TRUNCATE accepted_sender');
});

const page = async (path = '/oversikt') => (await desk.lena.get(path)).text;
const words = async () => wordsOf(await page());
/** What waits, without the words behind it that only a screen reader says. */
const todo = async () => /Att göra(.*?)Nytt sedan/.exec(await words())![1]!.trim();
const NOTHING = 'Inget väntar på dig just nu.';

/** The number of a problem here, and how many rows the list has that it leads to. */
async function numberAndRows(problem: string): Promise<[number, number]> {
  const text = await page();
  const item = text.split('<b class="n">').find(part => part.includes(problem)) ?? '';
  const number = Number(/^(\d+)/.exec(item)?.[1] ?? 0);
  const to = /class="ds-button"[^>]*href="\/bokningar([^"]*)"/.exec(item)?.[1] ?? '?lage=x';
  return [number, (await desk.list(to.replaceAll('&amp;', '&'))).classes.length];
}

describe('the first page of a coordinator', () => {
  test('is where the sign-in leads, greets by name and says the day', async () => {
    const { headers } = await enter(desk.app.visitor(), 'lena@kungsholmen.example');
    expect(headers.location).toBe('/oversikt');
    expect(await words()).toContain('Måndag 23 november 2026, vecka 48 God morgon, Lena');
    await desk.goTo(instantAt('2026-11-23', 19 * 60));
    expect(await words()).toContain('God kväll, Lena');
    expect(wordsOf(await page('/en/oversikt'))).toContain('Good evening, Lena');
  });

  test('says so where nothing waits, whatever waits in another district', async () => {
    await desk.app.db.query(`UPDATE booking SET is_known_sender = false, people_needed = 5`);
    expect(await todo()).toBe(NOTHING);
    await desk.app.db.query(`UPDATE booking SET is_known_sender = true, people_needed = 2`);
  });
});

describe('what waits', () => {
  test('visits that lack people, until somebody goes', async () => {
    const booked = await desk.book('9A');
    await desk.book('9B', { date: '2026-12-09' });
    expect(await todo()).toBe(NOTHING);
    const [{ id }] = await desk.app.db.query<[{ id: string }]>(
      'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1 LIMIT 1',
      [booked.id],
    );
    await desk.world.absent(id, '2026-12-08');
    expect(await todo()).toContain(
      '1 Besök saknar personal tis 8 dec kl. 10.00 Rålambshovsskolan 9A Bemanna',
    );
    expect(await page()).toContain(`href="/bokningar/${booked.reference}"`);
    expect(await numberAndRows('saknar personal')).toEqual([1, 1]);
    await desk.app.db.query('TRUNCATE absence');
    expect(await todo()).toBe(NOTHING);
  });

  test('mails that failed, until one arrives', async () => {
    await desk.book('9A');
    await desk.app.mails();
    await desk.app.db.query(
      `UPDATE owed_mail SET state = 'failed', settled_at = due_at WHERE kind = 'booking.confirmation'`,
    );
    expect(await todo()).toContain('1 Bokningar där ett mejl inte kom fram tis 8 dec');
    expect(await numberAndRows('inte kom fram')).toEqual([1, 1]);
    await desk.goTo(instantAt('2026-12-23', 600));
    expect(await todo()).not.toContain('inte kom fram');
    await desk.goTo(instantAt('2026-11-24', 600));
    await desk.app.db.query(
      `UPDATE owed_mail SET state = 'accepted', attempts = 1, settled_at = $1 WHERE kind = 'booking.reminder5'`,
      [desk.app.clock.now()],
    );
    expect(await todo()).toBe(NOTHING);
  });

  test('preliminary bookings, until they are confirmed', async () => {
    await desk.book('9A', { email: 'karin@mail.example' });
    expect(await todo()).toContain('1 Preliminära bokningar väntar på svar');
    expect(await numberAndRows('Preliminära')).toEqual([1, 1]);
    await desk.app.db.query(
      `UPDATE booking SET status = 'confirmed', confirm_before = NULL WHERE district_id = $1`,
      [desk.world.district.id],
    );
    expect(await todo()).not.toContain('Preliminära');
  });

  test('visits that have been, until it is told how they went', async () => {
    await desk.book('9A');
    await desk.goTo(instantAt('2026-12-08', 11 * 60));
    expect(await todo()).toContain('1 Besök är inte uppföljda');
    expect(await numberAndRows('uppföljda')).toEqual([1, 1]);
    await desk.app.db.query(
      `UPDATE booking SET status = 'held', pupils_present = 20 WHERE class_name = '9A'`,
    );
    expect(await todo()).not.toContain('uppföljda');
  });

  test('three of many are named, and how many more there are', async () => {
    await desk.world.rules({ coming_bookings_per_school_and_term: 20 });
    for (const day of ['07', '08', '09', '10', '11']) await desk.book('9A', { date: `2026-12-${day}` });
    await desk.app.db.query('UPDATE booking SET people_needed = 3 WHERE district_id = $1', [
      desk.world.district.id,
    ]);
    expect(await todo()).toMatch(/^5 Besök saknar personal mån 7 dec .* ons 9 dec .* och 2 till Bemanna/);
  });
});

describe('an unknown sender', () => {
  const SENDER = 'karin@mail.example';
  const accept = (reference: string, visitor = desk.lena) =>
    submit(visitor, '/konto', { bokning: reference }, '/oversikt/godkann-avsandare');
  const known = () =>
    desk.app.db.query<{ name: string; known: boolean }[]>(
      `SELECT class_name AS name, is_known_sender AS known FROM booking WHERE district_id = $1 ORDER BY 1`,
      [desk.world.district.id],
    );

  test('is accepted once: its bookings are known from then on, those to come too, and it is written down', async () => {
    await desk.book('9A', { email: SENDER });
    const other = await desk.book('9B', { date: '2026-12-09', email: 'someone@else.example' });
    await desk.book('9C', { date: '2026-12-15', email: 'Karin@Mail.example' });
    expect(await todo()).toMatch(
      /3 Bokningar från okända avsändare .* Karin Ek, karin@mail.example, Rålamb/i,
    );
    expect(await numberAndRows('okända avsändare')).toEqual([3, 3]);
    const [{ reference }] = await desk.app.db.query<[{ reference: string }]>(
      `SELECT reference FROM booking WHERE class_name = '9A'`,
    );
    const answer = await accept(reference);
    expect(answer.headers.location).toBe('/oversikt?klart=godkand');
    expect(await page('/oversikt?klart=godkand')).toContain('Adressen är godkänd.');
    expect(await known()).toEqual([
      { name: '9A', known: true },
      { name: '9B', known: false },
      { name: '9C', known: true },
    ]);
    const events = await desk.app.db.query<object[]>(
      `SELECT b.class_name AS name, e.actor FROM booking_event e JOIN booking b ON b.id = e.booking_id
        WHERE e.kind = 'senderAccepted' ORDER BY 1`,
    );
    expect(events).toEqual([
      { name: '9A', actor: 'district' },
      { name: '9C', actor: 'district' },
    ]);
    const logged = await desk.app.db.query<{ who: string; after: object }[]>(
      `SELECT account_name AS who, after FROM change_log WHERE act = 'senderAccepted'`,
    );
    expect(logged).toEqual(Array(2).fill({ who: 'Lena Forsberg', after: { isKnownSender: true } }));

    await accept(other.reference);
    expect(await todo()).not.toContain('okända avsändare');
    await desk.book('9D', { date: '2026-12-21', email: SENDER });
    expect((await known()).at(-1)).toEqual({ name: '9D', known: true });
  });

  test('that is accepted still confirms its bookings by the mailed link', async () => {
    const booked = await desk.book('9A', { email: SENDER });
    await accept(booked.reference);
    expect((await desk.book('9B', { date: '2026-12-15', email: SENDER })).status).toBe('preliminary');
  });

  test('of another district is left alone, as one that does not exist', async () => {
    await desk.app.db.query('UPDATE booking SET is_known_sender = false');
    const [{ reference }] = await desk.app.db.query<[{ reference: string }]>('SELECT reference FROM booking');
    const before = await dump(desk.app.db);
    const answers = [await accept(reference), await accept('AAA-AAA'), await accept('')];
    expect(
      new Set(answers.map(({ status, headers }) => `${String(status)} ${headers.location ?? ''}`)).size,
    ).toBe(1);
    expect(await changedSince(before, desk.app.db)).toEqual([]);
    await desk.app.db.query('UPDATE booking SET is_known_sender = true');
  });
});

describe('what is new', () => {
  test('is since Friday on a Monday: made, moved and cancelled, the newest first', async () => {
    await desk.goTo(instantAt('2026-11-19', 900));
    const old = await desk.book('8A');
    const moved = await desk.book('8B', { date: '2026-12-09' });
    const cancelled = await desk.book('8C', { date: '2026-12-10' });
    await desk.goTo(instantAt('2026-11-20', 15 * 60 + 50));
    const write = (id: string, kind: string, details: object = {}) =>
      desk.app.db.query(
        `INSERT INTO booking_event (booking_id, kind, actor, at, details) VALUES ($1, $2, 'school', $3, $4)`,
        [id, kind, desk.app.clock.now(), details],
      );
    await desk.app.db.query(
      `UPDATE booking SET status = 'cancelled', cancelled_by = 'school', cancelled_at = $2 WHERE id = $1`,
      [cancelled.id, desk.app.clock.now()],
    );
    await write(cancelled.id, 'cancelled');
    await desk.goTo(instantAt('2026-11-22', 19 * 60 + 31));
    await desk.app.db.query('UPDATE booking SET version = 2, state_version = 2 WHERE id = $1', [moved.id]);
    await write(moved.id, 'moved', { from: instantAt('2026-12-01', 600).toISOString() });
    await desk.goTo(instantAt('2026-11-23', 8 * 60 + 4));
    await desk.book('9A', { date: '2026-12-14' });
    const text = await words();
    const rows = /Nytt sedan fredag Alla bokningar .*? Läge (.*?) Höstterminen/.exec(text)![1];
    expect(rows).toBe(
      'idag 8.04 Rålambshovsskolan, 9A mån 14 dec kl. 10.00 Cannabis och hjärnan Bekräftad ' +
        'igår 19.31 Rålambshovsskolan, 8B ons 9 dec kl. 10.00 var tis 1 dec kl. 10.00 Cannabis och hjärnan Flyttad ' +
        'fre 15.50 Rålambshovsskolan, 8C tors 10 dec kl. 10.00 Cannabis och hjärnan Avbokad',
    );
    expect(text).not.toContain(old.reference);
  });

  test('is since yesterday on other days, and says so where it is nothing', async () => {
    await desk.goTo(instantAt('2026-11-25', 600));
    expect(await words()).toContain('Nytt sedan igår Alla bokningar Inget har hänt sedan dess.');
  });
});

test('the term in figures: visits held, heads at them and schools, by the day of the visit', async () => {
  const luna = { id: (await desk.world.school('Luna')).id };
  for (const [name, date, school] of [
    ['9A', '2026-12-08', undefined],
    ['9B', '2026-12-09', undefined],
    ['8A', '2026-12-10', luna],
    ['7A', '2027-01-19', luna],
  ] as const)
    await desk.book(name, { date, ...(school && { school, details: { grade: '8' } }) });
  await desk.goTo(instantAt('2027-01-11', 600));
  expect(await words()).toMatch(
    /Höstterminen hittills Genomförda besök 0 Elever som nåtts 0 Skolor som nåtts 0 av \d+/,
  );
  await desk.app.db.query(
    `UPDATE booking SET status = 'held', pupils_present = 1001 WHERE class_name IN ('9A', '9B', '8A')`,
  );
  // Heads of adults are no pupils.
  await desk.app.db.query(`UPDATE booking SET lecture_id = $1 WHERE class_name = '9B' AND district_id = $2`, [
    (await desk.world.lecture('foraldramote')).id,
    desk.world.district.id,
  ]);
  expect(await words()).toContain('Genomförda besök 3 Elever som nåtts 2 002 Skolor som nåtts 2 av 13');
  await desk.goTo(instantAt('2026-12-22', 600));
  const report = wordsOf((await desk.lena.get('/rapporter')).text);
  expect(report).toMatch(/Genomförda besök 3 .* Elever som nåtts 2 002 .* Skolor som nåtts 2 av 13/);
  await desk.goTo(instantAt('2027-01-12', 600));
  expect(await words()).toContain('Vårterminen hittills Genomförda besök 0');
});

test('two weeks ahead say of each day how many visits it has, and lead to them', async () => {
  await desk.world.rules({ lead_time_working_days: 0 });
  await desk.book('9A', { date: '2026-11-24' });
  await desk.book('9B', { date: '2026-11-24', minute: 13 * 60 });
  await desk.book('9C', { date: '2026-12-03' });
  await desk.app.db.query(
    `UPDATE booking SET people_needed = 3 WHERE class_name = '9B' AND district_id = $1`,
    [desk.world.district.id],
  );
  const text = await words();
  expect(text).toContain('Måndag 23 november: inga besök');
  expect(text).toContain('Tisdag 24 november: 2 besök, 1 saknar personal');
  expect(text).toContain('Torsdag 3 december: 1 besök');
  expect((await desk.list('?fran=2026-11-24&till=2026-11-24')).classes).toEqual(['9A', '9B']);
  expect(await page()).toContain('href="/bokningar?fran=2026-11-24&amp;till=2026-11-24"');
});
