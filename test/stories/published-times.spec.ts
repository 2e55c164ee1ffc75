import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BookingChanges } from '../../src/bookings/booking-changes.js';
import { BookingMove } from '../../src/bookings/booking-move.js';
import { OccupiedTimeStore } from '../../src/calendars/occupied-time.store.js';
import { PublishedTimeStore } from '../../src/calendars/published-time.store.js';
import { isRefusal } from '../../src/shared/refusal.js';
import { instantAt, isoWithOffset } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import type { TestApp } from '../setup/app.js';
import { BookingDesk } from '../setup/booking-desk.js';
import { wordsOf } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';

// Schools book times that a coordinator has published, and the people on them.
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
  await app.db.query('DELETE FROM draft');
  await world.timesFrom('published');
});

const startsOn = async (date = DAY, school = '', lecture = 'cannabis-och-hjarnan') => {
  const { id } = await world.lecture(lecture);
  const { text } = await app.http.get(`/api/v1/lectures/${id}/slots?from=${date}&to=${date}${school}`);
  return [...text.matchAll(/"start":"\d{4}-\d\d-\d\dT(\d\d:\d\d)/g)].map(match => match[1]!);
};
const goingTo = (bookingId: string) =>
  app.db.query<{ name: string; decidedBy: string }[]>(
    `SELECT a.name, o.chosen_because->>'decidedBy' AS "decidedBy" FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
      WHERE o.booking_id = $1 ORDER BY a.name`,
    [bookingId],
  );
const tryAt = async (date: string, minute: number, email?: string) => {
  const outcome = await world.tryToBook(await world.wish({ date, minute, ...(email && { email }) }));
  return isRefusal(outcome) ? outcome.refused : outcome.status;
};

test('a lecture with published times alone offers those, in the evening too, and its people go', async () => {
  await world.publish(DAY, EVENING, [amina, johan]);
  expect(await startsOn()).toEqual(['18:00']);
  expect(await tryAt(DAY, 10 * 60)).toBe('timeNotOffered');
  const { id } = await world.book({ date: DAY, minute: EVENING });
  expect(await goingTo(id)).toEqual([
    { name: 'Amina', decidedBy: 'published' },
    { name: 'Johan', decidedBy: 'published' },
  ]);
  expect(await startsOn()).toEqual([]);
  expect(await tryAt(DAY, EVENING, 'other@edu.stockholm.se')).toBe('timeTaken');
  const page = `/bokningar/${(await desk.one<{ reference: string }>('SELECT reference FROM booking WHERE id = $1', id)).reference}`;
  expect(await desk.words(page)).toContain('Står på den publicerade tiden.');
});

test('a teacher books it like any other time, through the form, while it is held for nobody else', async () => {
  await world.publish(DAY, EVENING, [amina, johan]);
  const teacher = new SchoolVisitor(app, world);
  await teacher.lecture();
  await teacher.school();
  expect(wordsOf((await teacher.get('tid')).text)).toContain('18.00');
  await teacher.time(DAY, EVENING);
  expect(await startsOn()).toEqual([]);
  expect(await tryAt(DAY, EVENING, 'other@edu.stockholm.se')).toBe('timeTaken');
  await teacher.details();
  await teacher.contact();
  expect((await teacher.send()).headers.location).toContain('/bokad');
  expect(
    await desk.one('SELECT count(*)::int AS booked FROM booking WHERE published_time_id IS NOT NULL'),
  ).toEqual({
    booked: 1,
  });
});

test('is there again when it is cancelled, or moved to another', async () => {
  await world.publish(DAY, EVENING, [amina, johan]);
  await world.publish('2026-12-10', EVENING, [amina, johan]);
  const { id } = await world.book({ date: DAY, minute: EVENING });
  const now = app.clock.now();
  const moved = { bookingId: id, startsAt: instantAt('2026-12-10', EVENING), now };
  expect(await app.app.get(BookingMove).move(moved)).toBe(true);
  expect(await startsOn()).toEqual(['18:00']);
  expect(await startsOn('2026-12-10')).toEqual([]);
  await app.app.get(BookingChanges).cancel(id, { by: 'school', reason: 'other', note: '' }, now);
  expect(await startsOn('2026-12-10')).toEqual(['18:00']);
});

test('cancelled by the district it is there again once that can be undone no longer; undone it is booked as before', async () => {
  await world.publish(DAY, EVENING, [amina, johan]);
  const { id, page } = await desk.told({ date: DAY, minute: EVENING });
  await desk.cancel(page);
  expect(await desk.statusOf(id)).toBe('cancelled');
  expect(await startsOn()).toEqual([]);
  await desk.undo((await desk.batchOn(page))!);
  expect(await desk.statusOf(id)).toBe('confirmed');
  expect(await startsOn()).toEqual([]);
  expect(
    await desk.one('SELECT published_time_id IS NOT NULL AS "isOnIt" FROM booking WHERE id = $1', id),
  ).toEqual({
    isOnIt: true,
  });
  await desk.cancel(page);
  app.clock.pass(31_000);
  expect(await startsOn()).toEqual(['18:00']);
});

describe('what is kept of somebody’s time', () => {
  test('stands in the way of computed times of every lecture, until it is booked or withdrawn', async () => {
    const other = 'spel-om-pengar';
    await world.publish(DAY, 10 * 60, [amina, johan]);
    await world.publish(DAY, 10 * 60, [sara]);
    const withKept = await startsOn(DAY, '', other);
    expect(withKept).not.toContain('10:00');
    expect(withKept).toContain('12:30');
    const rows = await app.db.query<{ id: string }[]>('SELECT id FROM published_time');
    const store = app.app.get(PublishedTimeStore);
    await store.withdraw(
      app.db.manager,
      world.district.id,
      rows.map(row => row.id),
    );
    expect(await startsOn(DAY, '', other)).toContain('10:00');
  });

  test('is refused to others by the database itself', async () => {
    await world.publish(DAY, 10 * 60, [amina]);
    const [{ id: draftId }] = await app.db.query<[{ id: string }]>(
      `INSERT INTO draft (secret_hash, district_id, network_key, created_at, expires_at)
       VALUES ('x', $1, 'x', now(), now() + interval '1 day') RETURNING id`,
      [world.district.id],
    );
    const take = (
      person: string,
      minute: number,
      publishedTimeId: string | null = null,
      overridesMargins = false,
    ) => {
      const lecture = {
        from: instantAt(DAY, minute).getTime(),
        until: instantAt(DAY, minute + 60).getTime(),
      };
      return app.db.transaction(async manager => {
        const isTaken = await app.app
          .get(OccupiedTimeStore)
          .take(
            manager,
            world.district.id,
            [{ assistantId: person, because: {} as never, overridesMargins }],
            { lecture, occupied: lecture, withBreak: lecture, place: null, publishedTimeId },
            { kind: 'hold', draftId, until: instantAt('2027-01-01', 0) },
            app.clock.now(),
          );
        await manager.query('DELETE FROM occupied_time');
        return isTaken;
      });
    };
    const [{ id }] = await app.db.query<[{ id: string }]>('SELECT id FROM published_time');
    expect(await take(amina, 10 * 60)).toBe(false);
    expect(await take(amina, 11 * 60 + 10)).toBe(false);
    expect(await take(amina, 11 * 60 + 10, null, true)).toBe(true);
    expect(await take(amina, 11 * 60 + 15)).toBe(true);
    expect(await take(johan, 10 * 60)).toBe(true);
    expect(await take(amina, 10 * 60, id)).toBe(true);
    expect(await take(johan, 10 * 60, '00000000-0000-0000-0000-000000000000')).toBe(false);
  });

  test('two times of one person, too close together, cannot stand beside each other', async () => {
    await world.publish(DAY, 10 * 60, [amina]);
    await expect(world.publish(DAY, 11 * 60 + 20, [amina])).rejects.toThrow(
      'published_person_is_kept_for_one_time',
    );
  });
});

test('many want one time of nobody in particular at once: one has it, though there are people for two', async () => {
  await world.publish(DAY, 10 * 60);
  const wishes = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      world.wish({ date: DAY, minute: 10 * 60, email: `t${String(index)}@edu.stockholm.se` }),
    ),
  );
  const outcomes = await Promise.all(wishes.map(wish => world.tryToBook(wish)));
  const words = outcomes.map(outcome => (isRefusal(outcome) ? outcome.refused : outcome.status)).sort();
  expect(words).toEqual(['confirmed', ...Array<string>(7).fill('timeTaken')]);
  expect(
    await desk.one('SELECT count(*)::int AS people FROM occupied_time WHERE published_time_id IS NOT NULL'),
  ).toEqual({ people: 2 });
});

test('two times at one moment are booked by two, each with its people', async () => {
  await world.publish(DAY, EVENING, [amina, johan]);
  const villes = (await desk.one<{ id: string }>(`SELECT id FROM assistant WHERE name = 'Ville'`)).id;
  await world.publish(DAY, EVENING, [sara, villes]);
  expect(await startsOn()).toEqual(['18:00']);
  expect(await tryAt(DAY, EVENING, 'a@edu.stockholm.se')).toBe('confirmed');
  expect(await startsOn()).toEqual(['18:00']);
  expect(await tryAt(DAY, EVENING, 'b@edu.stockholm.se')).toBe('confirmed');
  expect(await startsOn()).toEqual([]);
});

test('with both kinds, computed and published stand side by side', async () => {
  await world.timesFrom('both');
  await world.publish(DAY, 8 * 60 + 17);
  const starts = await startsOn();
  expect(starts).toContain('08:17');
  expect(starts).toContain('09:30');
  expect(isoWithOffset(instantAt(DAY, 8 * 60 + 17))).toContain('08:17');
  expect(await tryAt(DAY, 8 * 60 + 17)).toBe('confirmed');
});
