import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/shared/refusal.js';
import { instantAt, isoWithOffset } from '../../src/shared/time/swedish-time.js';
import { BookingDesk } from '../setup/booking-desk.js';
import { submit, wordsOf } from '../setup/post.js';

// How much one person gets: two people go on each visit, so that what is enough for one is enough for all, until Sara comes.

let desk: BookingDesk;
let ids: string[];

const TUESDAY = '2026-12-08';
const WEDNESDAY = '2026-12-09';
const NEXT_MONDAY = '2026-12-14';
const KL_9 = 9 * 60;
const KL_13 = 13 * 60;
const KL_18 = 18 * 60;
const NO_CAPS = {
  most_visits_per_person_and_day: null,
  most_visits_per_person_and_week: null,
  most_evenings_per_person_and_week: null,
};

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina', hours: ['08:00', '21:00'] });
  await desk.world.hire({ name: 'Johan', hours: ['08:00', '21:00'] });
  const rows = await desk.app.db.query<{ id: string }[]>('SELECT id FROM assistant ORDER BY name');
  ids = rows.map(row => row.id);
});
afterAll(() => desk.close());
afterEach(async () => {
  await desk.startOver();
  await desk.world.rules(NO_CAPS);
});

let senders = 0;
const tryAt = async (date: string, minute: number, school = 'Rålambshovsskolan') =>
  desk.world.tryToBook(
    await desk.world.wish({
      date,
      minute,
      school: { id: (await desk.world.school(school)).id },
      email: `sender${String(senders++)}@edu.stockholm.se`,
    }),
  );
const outcomeAt = async (date: string, minute: number) => {
  const outcome = await tryAt(date, minute);
  return isRefusal(outcome) ? outcome.refused : outcome.status;
};
const parentsAt = async (date: string, minute: number) => {
  const lectureId = (await desk.world.lecture('foraldramote')).id;
  const details = { grade: null, className: 'Föräldrar', pupils: 30, room: '', needs: [], message: '' };
  const email = `sender${String(senders++)}@edu.stockholm.se`;
  const outcome = await desk.world.tryToBook(
    await desk.world.wish({ lectureId, date, minute, details, email }),
  );
  return isRefusal(outcome) ? outcome.refused : outcome.status;
};

describe('a school is offered', () => {
  test('no more on a day, and the next day again', async () => {
    await desk.world.rules({ most_visits_per_person_and_day: 1 });
    expect(await outcomeAt(TUESDAY, KL_9)).toBe('confirmed');
    expect(await outcomeAt(TUESDAY, KL_13)).toBe('timeTaken');
    expect(await outcomeAt(WEDNESDAY, KL_13)).toBe('confirmed');
  });

  test('no more in a week, also where only its last days are looked at, and the next week again', async () => {
    await desk.world.rules({ most_visits_per_person_and_week: 1 });
    expect(await outcomeAt(TUESDAY, KL_9)).toBe('confirmed');
    const { id } = await desk.world.lecture();
    const slotsOn = async (date: string) => {
      const { text } = await desk.lena.get(`/api/v1/lectures/${id}/slots?from=${date}&to=${date}`);
      return (JSON.parse(text) as { slots: unknown[] }).slots.length;
    };
    expect(await slotsOn('2026-12-11')).toBe(0);
    expect(await slotsOn(NEXT_MONDAY)).toBeGreaterThan(0);
    expect(await outcomeAt('2026-12-11', KL_9)).toBe('timeTaken');
    expect(await outcomeAt(NEXT_MONDAY, KL_9)).toBe('confirmed');
  });

  test('no more evenings, and still the day', async () => {
    await desk.world.rules({ most_evenings_per_person_and_week: 1 });
    expect(await parentsAt(TUESDAY, KL_18)).toBe('confirmed');
    expect(await parentsAt(WEDNESDAY, KL_18)).toBe('timeTaken');
    expect(await outcomeAt(WEDNESDAY, KL_9)).toBe('confirmed');
  });
});

test('what is kept for the undoing of an act is no visit', async () => {
  await desk.world.rules({ most_visits_per_person_and_day: 1 });
  const { page } = await desk.told({ date: TUESDAY, minute: KL_9 });
  await desk.cancel(page);
  expect(await outcomeAt(TUESDAY, KL_13)).toBe('confirmed');
});

test('a visit that is moved does not stand in its own way', async () => {
  await desk.world.rules({ most_visits_per_person_and_day: 1, most_visits_per_person_and_week: 1 });
  const { page } = await desk.told({ date: TUESDAY, minute: KL_9 });
  const tid = isoWithOffset(instantAt(WEDNESDAY, KL_13));
  const to = `${page}/flytta/till?tid=${encodeURIComponent(tid)}`;
  const answer = await submit(desk.lena, to, { sedd: await desk.seen(to), tid, mer: '' }, `${page}/flytta`);
  expect(answer.status).toBe(303);
  expect(await outcomeAt(TUESDAY, KL_9)).toBe('timeTaken');
});

test('a coordinator gives somebody more for a reason, which is marked and told', async () => {
  const { id, page } = await desk.told({ date: TUESDAY, minute: KL_9 });
  await desk.told({ date: TUESDAY, minute: KL_13, email: 'b@edu.stockholm.se' });
  await desk.app.db.query('DELETE FROM occupied_time WHERE booking_id = $1 AND assistant_id = $2', [
    id,
    ids[0],
  ]);
  await desk.world.rules({ most_visits_per_person_and_day: 1 });
  const path = `${page}/bemanning`;
  expect(wordsOf((await desk.lena.get(path)).text)).toContain('Amina Har nått gränsen');
  const choose = async (skal: string) =>
    submit(desk.lena, path, { sedd: await desk.seen(path), person: ids, skal });
  expect((await choose('')).status).toBe(422);
  expect((await choose('Klassen har väntat länge.')).status).toBe(303);
  const words = wordsOf((await desk.lena.get(page)).text);
  expect(words).toContain('med fler besök än gränsen');
  expect(words).toContain('som redan har så många besök som gränsen');
  expect(
    await desk.app.db.query(
      'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1 AND overrides_caps',
      [id],
    ),
  ).toEqual([{ id: ids[0] }]);
});

describe.each([
  ['day', 'most_visits_per_person_and_day', [TUESDAY, TUESDAY]],
  ['week', 'most_visits_per_person_and_week', [TUESDAY, WEDNESDAY]],
])('many at once, for the last place of a %s at two hours and two schools', (_, cap, [first, second]) => {
  /** Answers how many visits there are afterwards. */
  const rush = async () => {
    await desk.world.rules({ [cap]: 1 });
    await desk.app.db.query('TRUNCATE booking, owed_mail CASCADE');
    const wishes = Array.from({ length: 12 }, (__, index) =>
      index % 2 === 0 ? tryAt(first!, KL_9) : tryAt(second!, KL_13, 'Konradsbergsskolan'),
    );
    return (await Promise.all(wishes)).filter(one => !isRefusal(one)).length;
  };

  test('one is booked', async () => {
    for (let round = 0; round < 4; round++) expect(await rush()).toBe(1);
  });

  test('control: without the lock, people get more', async () => {
    const [{ definition }] = await desk.app.db.query<[{ definition: string }]>(
      `SELECT pg_get_functiondef('has_had_enough'::regproc) AS definition`,
    );
    await desk.app.db.query(definition.replace(/PERFORM pg_advisory_xact_lock\([^;]*;/, ''));
    let most = 0;
    for (let round = 0; round < 20 && most < 2; round++) most = Math.max(most, await rush());
    await desk.app.db.query(definition);
    expect(most).toBe(2);
  });
});
