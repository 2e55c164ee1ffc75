import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { lockAssistants } from '../../src/bookings/locks.js';
import { OccupiedTimeStore } from '../../src/calendars/occupied-time.store.js';
import { isRefusal } from '../../src/shared/refusal.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { BookingDesk } from '../setup/booking-desk.js';
import { submit, wordsOf } from '../setup/post.js';

// The rest after late work: one person goes on each visit, Amina kl. 8–16, on Tuesdays until 22.

let desk: BookingDesk;
let aminaId: string;

const TUESDAY = '2026-12-08';
const WEDNESDAY = '2026-12-09';
const KL_9 = 9 * 60;
const KL_10 = 10 * 60;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina', hours: ['08:00', '16:00'] });
  await desk.world.rules({ people_needed: 1 });
  const [row] = await desk.app.db.query<[{ id: string }]>('SELECT id FROM assistant');
  aminaId = row.id;
});
afterAll(() => desk.close());
afterEach(async () => {
  await desk.startOver();
  await desk.app.db.query('TRUNCATE absence, extra_hours');
  await desk.app.db.query('DELETE FROM published_time');
  await desk.world.rules({ rest_after_late_work_hours: 11 });
});

let senders = 0;
const outcomeAt = async (date: string, minute: number) => {
  const email = `sender${String(senders++)}@edu.stockholm.se`;
  const outcome = await desk.world.tryToBook(await desk.world.wish({ date, minute, email }));
  return isRefusal(outcome) ? outcome.refused : outcome.status;
};
const extraEvening = () =>
  desk.app.db.query(
    `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at) VALUES ($1, $2, '17:00', '22:00')`,
    [aminaId, TUESDAY],
  );
const shiftUntil = (date: string, minute: number) =>
  desk.app.db.query(
    `INSERT INTO absence (assistant_id, kind, period) VALUES ($1, 'fielding', tstzrange($2, $3))`,
    [aminaId, instantAt(TUESDAY, 18 * 60), instantAt(date, minute)],
  );
const slotsOn = async (date: string) => {
  const { id } = await desk.world.lecture();
  const { text } = await desk.lena.get(`/api/v1/lectures/${id}/slots?from=${date}&to=${date}`);
  return (JSON.parse(text) as { slots: { start: string }[] }).slots.map(slot => slot.start.slice(11, 16));
};

test('a school is offered nothing before the rest after an evening is over, where the district says so', async () => {
  await extraEvening();
  expect((await slotsOn(WEDNESDAY))[0]).toBe('09:30');
  expect(await outcomeAt(WEDNESDAY, KL_9)).toBe('timeTaken');
  expect(await outcomeAt(WEDNESDAY, 9 * 60 + 30)).toBe('confirmed');
  await desk.startOver();
  await desk.world.rules({ rest_after_late_work_hours: null });
  expect((await slotsOn(WEDNESDAY))[0]).toBe('08:30');
  expect(await outcomeAt(WEDNESDAY, KL_9)).toBe('confirmed');
});

test('nor after a field shift over midnight', async () => {
  await shiftUntil(WEDNESDAY, 60);
  expect(await outcomeAt(WEDNESDAY, KL_10)).toBe('timeTaken');
  expect((await slotsOn(WEDNESDAY))[0]).toBe('12:30');
  expect(await outcomeAt(WEDNESDAY, 13 * 60)).toBe('confirmed');
});

/** Takes the time of a visit at the store, as whoever has looked before others were there. */
async function take(
  date: string,
  minute: number,
  overridesMargins = false,
  publishedTimeId: string | null = null,
): Promise<boolean> {
  const sender = senders++;
  const { id } = await desk.world.book({
    // Two that are made at once do not want one time.
    date: sender % 2 === 0 ? '2026-12-15' : '2026-12-16',
    email: `s${String(sender)}@edu.stockholm.se`,
  });
  await desk.app.db.query('DELETE FROM occupied_time WHERE booking_id = $1', [id]);
  const at = (from: number, until: number) => ({
    from: instantAt(date, from).getTime(),
    until: instantAt(date, until).getTime(),
  });
  const time = {
    lecture: at(minute, minute + 60),
    occupied: at(minute - 15, minute + 75),
    withBreak: at(minute, minute + 70),
    place: (await desk.world.school()).id,
    publishedTimeId,
  };
  const because = { place: 1, freeAndQualified: 1, bookedMinutes: 0, workingShare: 1, lastBookedAt: null };
  const chosen = [{ assistantId: aminaId, because, overridesMargins }];
  return desk.app.db.transaction(async manager => {
    await lockAssistants(manager, chosen);
    const now = desk.app.clock.now();
    return desk.app.app
      .get(OccupiedTimeStore)
      .take(manager, desk.world.district.id, chosen, time, { kind: 'confirmed', bookingId: id }, now);
  });
}

describe('the database takes no time that costs somebody the rest', () => {
  test('after an evening of hours, a shift or a visit', async () => {
    await extraEvening();
    expect(await take(WEDNESDAY, KL_9)).toBe(false);
    expect(await take(WEDNESDAY, 9 * 60 + 15)).toBe(true);
    await desk.startOver();
    await desk.app.db.query('TRUNCATE extra_hours');
    await shiftUntil(WEDNESDAY, 60);
    expect(await take(WEDNESDAY, 12 * 60)).toBe(false);
    expect(await take(WEDNESDAY, 12 * 60 + 15)).toBe(true);
    await desk.startOver();
    await desk.app.db.query('TRUNCATE absence');
    expect(await take(TUESDAY, 20 * 60 + 30)).toBe(true);
    expect(await take(WEDNESDAY, 8 * 60 + 45)).toBe(false);
    expect(await take(WEDNESDAY, KL_9)).toBe(true);
  });

  test('before a visit or a shift of the next day', async () => {
    expect(await take(WEDNESDAY, KL_9)).toBe(true);
    expect(await take(TUESDAY, 21 * 60)).toBe(false);
    expect(await take(TUESDAY, 20 * 60 + 30)).toBe(true);
  });

  test('but for whom a coordinator sets it aside', async () => {
    await extraEvening();
    expect(await take(WEDNESDAY, KL_9, true)).toBe(true);
  });

  test('but for whoever is named on a published time, and not for who goes beside them', async () => {
    await extraEvening();
    const publish = async (people: string[]): Promise<string> => {
      await desk.app.db.query('DELETE FROM published_time');
      await desk.world.publish(WEDNESDAY, KL_9, people);
      const [{ id }] = await desk.app.db.query<[{ id: string }]>('SELECT id FROM published_time');
      return id;
    };
    expect(await take(WEDNESDAY, KL_9, false, await publish([]))).toBe(false);
    expect(await take(WEDNESDAY, KL_9, false, await publish([aminaId]))).toBe(true);
  });
});

test('a coordinator who sends somebody all the same is told, and gives a reason', async () => {
  const { page } = await desk.told({ date: WEDNESDAY, minute: KL_9 });
  await desk.app.db.query('DELETE FROM occupied_time');
  await extraEvening();
  const path = `${page}/bemanning`;
  const words = wordsOf((await desk.lena.get(path)).text);
  expect(words).toContain('Amina Kort marginal');
  expect(words).toContain('får inte hela vilan efter ett sent pass');
  const choose = async (skal: string) =>
    submit(desk.lena, path, { sedd: await desk.seen(path), person: [aminaId], skal });
  expect((await choose('')).status).toBe(422);
  expect((await choose('Amina har bett om det.')).status).toBe(303);
});

describe('an evening outside the hours and the morning after it, taken at once', () => {
  const rush = async () => {
    await desk.startOver();
    const taken = await Promise.all([take(TUESDAY, 21 * 60), take(WEDNESDAY, KL_9)]);
    return taken.filter(Boolean).length;
  };

  test('one is taken', async () => {
    for (let round = 0; round < 10; round++) expect(await rush()).toBe(1);
  });

  test('control: without the lock, both are at times', async () => {
    const [{ definition }] = await desk.app.db.query<[{ definition: string }]>(
      `SELECT pg_get_functiondef('keeps_rest'::regproc) AS definition`,
    );
    await desk.app.db.query(definition.replace(/PERFORM 1 FROM assistant a [^;]*;/, 'NULL;'));
    let most = 0;
    for (let round = 0; round < 60 && most < 2; round++) most = Math.max(most, await rush());
    await desk.app.db.query(definition);
    expect(most).toBe(2);
  });
});
