import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Publishing } from '../../src/desk/published/publishing.js';
import type { PublishingWish } from '../../src/desk/published/publishing-form.js';
import { isRefusal } from '../../src/shared/refusal.js';
import type { SignedIn } from '../../src/staff/roles.js';
import type { World } from '../builders/world.js';
import type { TestApp } from '../setup/app.js';
import { BookingDesk } from '../setup/booking-desk.js';
import { submit } from '../setup/post.js';

// What a coordinator does with bookings and people where times are published.
const EVENING = 18 * 60;
const DAY = '2026-12-08';

let desk: BookingDesk;
let app: TestApp;
let world: World;
let amina: string;
let johan: string;
let sara: string;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara' }, { name: 'Ville' });
  ({ app, world } = desk);
  const rows = await app.db.query<{ id: string }[]>('SELECT id FROM assistant ORDER BY name');
  [amina, johan, sara] = rows.map(row => row.id) as [string, string, string];
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await app.db.query('DELETE FROM published_time');
  await world.timesFrom('published');
});

const goingTo = (bookingId: string) =>
  app.db.query<{ name: string; decidedBy: string }[]>(
    `SELECT a.name, o.chosen_because->>'decidedBy' AS "decidedBy" FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
      WHERE o.booking_id = $1 ORDER BY a.name`,
    [bookingId],
  );

test('a coordinator who books in the name of a school gives it the time and its people, with no rule set aside', async () => {
  await world.publish(DAY, EVENING, [amina, johan]);
  const answer = await submit(desk.lena, '/bokningar/ny', {
    nyckel: 'one',
    forelasning: (await world.lecture()).id,
    skola: (await world.school()).id,
    datum: DAY,
    klockan: '18',
    arskurs: '9',
    klass: '9B',
    antal: '27',
    namn: 'Karin Ek',
    epost: 'karin.ek@edu.stockholm.se',
    telefon: '070-174 06 12',
    sprak: 'sv',
  });
  expect(answer.headers.location).toMatch(/klart=bokad$/);
  const booked = await desk.one<{ id: string; rules: string[] }>(
    'SELECT id, overridden_rules AS rules FROM booking WHERE published_time_id IS NOT NULL',
  );
  expect(booked.rules).toEqual([]);
  expect(await goingTo(booked.id)).toEqual([
    { name: 'Amina', decidedBy: 'published' },
    { name: 'Johan', decidedBy: 'published' },
  ]);
});

test('published and booked in one moment, the time of the same people is given once', async () => {
  const me = await desk.one<SignedIn>(
    'SELECT id AS "accountId", name, district_id AS "districtId" FROM account LIMIT 1',
  );
  const other = await world.lecture('spel-om-pengar');
  await app.db.query(
    `INSERT INTO absence (assistant_id, kind, period)
     SELECT id, 'holiday', '[2026-12-01, 2027-02-01)' FROM assistant WHERE id <> ALL($1)`,
    [[amina, johan]],
  );
  for (const date of ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14', '2026-12-15']) {
    const wish: PublishingWish = {
      kind: 'ny',
      date,
      lectureId: null,
      minutes: [10 * 60],
      people: [amina, johan],
    };
    const asked = await world.wish({ date, lectureId: other.id, email: `${date}@edu.stockholm.se` });
    const [outcome, booked] = await Promise.all([
      app.app.get(Publishing).publish(me, wish, [`${date}.600`], app.clock.now()),
      world.tryToBook(asked),
    ]);
    expect([date, outcome.published === 1]).toEqual([date, isRefusal(booked)]);
  }
});

test('whoever is named and kept cannot be sent elsewhere; another may take the place of one who goes', async () => {
  await world.publish(DAY, EVENING, [amina, johan]);
  const { id } = await world.book({ date: DAY, minute: EVENING });
  const { reference } = await desk.one<{ reference: string }>(
    'SELECT reference FROM booking WHERE id = $1',
    id,
  );
  await app.db.query(
    `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at) VALUES ($1, $2, '17:00', '20:00')`,
    [sara, DAY],
  );
  const page = `/bokningar/${reference}/bemanning`;
  const answer = await submit(desk.lena, page, {
    sedd: await desk.seen(page),
    person: [sara, johan],
    skal: '',
  });
  expect(answer.status).toBe(303);
  expect((await goingTo(id)).map(one => one.name)).toEqual(['Johan', 'Sara']);

  await world.publish('2026-12-09', 10 * 60, [amina]);
  await world.timesFrom('computed', await world.lecture('spel-om-pengar'));
  const other = await world.book({
    lectureId: (await world.lecture('spel-om-pengar')).id,
    date: '2026-12-09',
    email: 'other@edu.stockholm.se',
  });
  expect((await goingTo(other.id)).map(one => one.name)).not.toContain('Amina');
  const elsewhere = await desk.one<{ reference: string }>(
    'SELECT reference FROM booking WHERE id = $1',
    other.id,
  );
  expect(await desk.words(`/bokningar/${elsewhere.reference}/bemanning`)).toContain(
    'står på en publicerad tid kl. 10.00–11.00',
  );
});
