import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/shared/refusal.js';
import { BookingDesk } from '../setup/booking-desk.js';
import { submit, wordsOf } from '../setup/post.js';

// How many visits one person has without a break, and how many the team takes on. Four people, of whom two go on each visit.

let desk: BookingDesk;

const TUESDAY = '2026-12-08';
const WEDNESDAY = '2026-12-09';
const NEXT_MONDAY = '2026-12-14';
const NEXT_TERM = '2027-01-20';
const KL_9 = 9 * 60;
const KL_10_30 = 10.5 * 60;
const KL_13 = 13 * 60;
const NO_CAPS = {
  most_visits_in_a_row: null,
  most_visits_per_team_and_day: null,
  most_visits_per_team_and_week: null,
};

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' });
  for (const name of ['Johan', 'Sara', 'Mika']) await desk.world.hire({ name });
});
afterAll(() => desk.close());
afterEach(async () => {
  await desk.startOver();
  await desk.world.rules(NO_CAPS);
  await capLecture('most_per_week', null);
  await capLecture('most_per_term', null);
});

const capLecture = (column: string, most: number | null) =>
  desk.app.db.query(`UPDATE lecture SET ${column} = $1 WHERE slug = 'cannabis-och-hjarnan'`, [most]);

let senders = 0;
const tryAt = async (date: string, minute: number, school = 'Rålambshovsskolan', changes = {}) =>
  desk.world.tryToBook(
    await desk.world.wish({
      date,
      minute,
      school: { id: (await desk.world.school(school)).id },
      email: `sender${String(senders++)}@edu.stockholm.se`,
      ...changes,
    }),
  );
const outcomeAt = async (...wish: Parameters<typeof tryAt>) => {
  const outcome = await tryAt(...wish);
  return isRefusal(outcome) ? outcome.refused : outcome.status;
};

describe('a school is offered', () => {
  test('no more on a day that the team has enough of, which is called full, and the next day again', async () => {
    await desk.world.rules({ most_visits_per_team_and_day: 1 });
    expect(await outcomeAt(TUESDAY, KL_9)).toBe('confirmed');
    expect(await outcomeAt(TUESDAY, KL_13)).toBe('timeTaken');
    expect(await outcomeAt(WEDNESDAY, KL_9)).toBe('confirmed');
  });

  test('no more in a week, and the next week again', async () => {
    await desk.world.rules({ most_visits_per_team_and_week: 1 });
    expect(await outcomeAt(TUESDAY, KL_9)).toBe('confirmed');
    expect(await outcomeAt('2026-12-11', KL_9)).toBe('timeTaken');
    expect(await outcomeAt(NEXT_MONDAY, KL_9)).toBe('confirmed');
  });

  test('no more of a lecture in a week, and others all the same', async () => {
    await capLecture('most_per_week', 1);
    expect(await outcomeAt(TUESDAY, KL_9)).toBe('confirmed');
    expect(await outcomeAt(WEDNESDAY, KL_9)).toBe('timeTaken');
    const other = { lectureId: (await desk.world.lecture('respekt-och-sjalvrespekt')).id };
    expect(await outcomeAt(WEDNESDAY, KL_9, 'Rålambshovsskolan', other)).toBe('confirmed');
    expect(await outcomeAt(NEXT_MONDAY, KL_9)).toBe('confirmed');
  });

  test('no more of a lecture in a term, and again in the next', async () => {
    await capLecture('most_per_term', 1);
    expect(await outcomeAt(TUESDAY, KL_9)).toBe('confirmed');
    expect(await outcomeAt(NEXT_MONDAY, KL_9)).toBe('timeTaken');
    expect(await outcomeAt(NEXT_TERM, KL_9)).toBe('confirmed');
  });
});

test('a coordinator gives the team one more for a reason, which is marked', async () => {
  const { page } = await desk.told({ date: TUESDAY, minute: KL_9 });
  await desk.told({ date: TUESDAY, minute: KL_13, email: 'b@edu.stockholm.se' });
  await desk.world.rules({ most_visits_per_team_and_day: 1 });
  const path = `${page}/bemanning`;
  const people = (
    await desk.app.db.query<{ id: string }[]>('SELECT id FROM assistant ORDER BY name DESC LIMIT 2')
  ).map(one => one.id);
  const choose = async (skal: string) =>
    submit(desk.lena, path, { sedd: await desk.seen(path), person: people, skal });
  expect((await choose('')).status).toBe(422);
  expect((await choose('Klassen har väntat länge.')).status).toBe(303);
  expect(wordsOf((await desk.lena.get(page)).text)).toContain('med fler besök än gränsen');
});

/** Twelve wishes at once, for half past ten and for one o'clock; answers how many visits there are afterwards. */
async function rush([first, second]: [string, string]): Promise<number> {
  await desk.app.db.query('TRUNCATE booking, owed_mail CASCADE');
  const wishes = Array.from({ length: 12 }, (_, index) =>
    index % 2 === 0 ? tryAt(first, KL_10_30) : tryAt(second, KL_13, 'Konradsbergsskolan'),
  );
  return (await Promise.all(wishes)).filter(one => !isRefusal(one)).length;
}

/** The most visits of some rushes once a function of the database takes no locks. */
async function rushWithoutLock(name: string, days: [string, string]): Promise<number> {
  const [{ definition }] = await desk.app.db.query<[{ definition: string }]>(
    'SELECT pg_get_functiondef($1::regproc) AS definition',
    [name],
  );
  await desk.app.db.query(definition.replace(/PERFORM pg_advisory_xact_lock\([^;]*;/, ''));
  let most = 0;
  for (let round = 0; round < 20 && most < 2; round++) most = Math.max(most, await rush(days));
  await desk.app.db.query(definition);
  return most;
}

describe.each<[string, () => Promise<unknown>, [string, string]]>([
  ['day of the team', () => desk.world.rules({ most_visits_per_team_and_day: 1 }), [TUESDAY, TUESDAY]],
  ['week of the team', () => desk.world.rules({ most_visits_per_team_and_week: 1 }), [TUESDAY, WEDNESDAY]],
  ['week of a lecture', () => capLecture('most_per_week', 1), [TUESDAY, WEDNESDAY]],
  ['term of a lecture', () => capLecture('most_per_term', 1), [TUESDAY, NEXT_MONDAY]],
])('many at once, for the last place of a %s at two hours and two schools', (_, cap, days) => {
  beforeEach(cap);

  test('one is booked', async () => {
    for (let round = 0; round < 3; round++) expect(await rush(days)).toBe(1);
  });

  test('control: without the lock, the team gets more', async () => {
    expect(await rushWithoutLock('team_has_had_enough', days)).toBeGreaterThanOrEqual(2);
  });
});

describe('two people, who are to have a break after each visit,', () => {
  const employUntil = (date: string | null) =>
    desk.app.db.query(`UPDATE assistant SET employed_until = $1 WHERE name IN ('Sara', 'Mika')`, [date]);
  beforeAll(() => employUntil('2026-12-01'));
  afterAll(() => employUntil(null));
  beforeEach(() => desk.world.rules({ most_visits_in_a_row: 1, break_minutes: 120 }));

  test('are not offered before it is over', async () => {
    expect(await outcomeAt(TUESDAY, KL_9)).toBe('confirmed');
    expect(await outcomeAt(TUESDAY, KL_10_30)).toBe('timeTaken');
    expect(await outcomeAt(TUESDAY, KL_13)).toBe('confirmed');
  });

  test('are given one of two visits that many book at once', async () => {
    for (let round = 0; round < 3; round++) expect(await rush([TUESDAY, TUESDAY])).toBe(1);
  });

  test('control: without the lock, they are given both', async () => {
    expect(await rushWithoutLock('has_had_enough', [TUESDAY, TUESDAY])).toBe(2);
  });
});
