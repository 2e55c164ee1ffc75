import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { END_COMMIT_LOG } from '../model/commit-log.js';
import { Crowd } from '../model/crowd.js';
import { Product } from '../model/product.js';
import type { Cast } from '../model/choices.js';
import { unseen } from '../model/outcomes.js';
import { Reference, type Person, type Place, type Way } from '../model/reference.js';
import { Replay } from '../model/replay.js';
import { shown, Walk } from '../model/walk.js';
import { startApp, type TestApp } from '../setup/app.js';
import { MONDAY_MORNING, TestClock } from '../setup/test-clock.js';

// Random acts of schools, fältassistenter and coordinators, one after the other, against a reference that says what has
// to come of each. `npm run model` walks 10,000 steps.

const STEPS = Number(process.env.MODEL_STEPS ?? 400);
const CLIENTS = Number(process.env.MODEL_CLIENTS ?? 30);
const ACTS_OF_EACH = 12;
/** Of a walk on which everything has to be met that can be. */
const ENOUGH_STEPS = 10_000;
/** Run by the command: tells what happened. */
const IS_FIGURE = process.env.MODEL_STEPS !== undefined;
const LONG = 30 * 60_000;
const SEED = process.env.MODEL_SEED ?? 'a walk';

let app: TestApp;
let clock: TestClock;
let world: World;
let people: Person[];

/** So few that they stand in the way at times. */
const CAPS = { onDay: 2, inWeek: 6, eveningsInWeek: 2 };
const NO_CAPS = { onDay: Infinity, inWeek: Infinity, eveningsInWeek: Infinity };
const EVENING_PERCENT = 150;
/** In the middle of the spring term. */
const NEWCOMER_SINCE = '2027-02-01';
const LECTURES = ['cannabis-och-hjarnan', 'spel-om-pengar'];

beforeAll(async () => {
  clock = new TestClock();
  app = await startApp({}, clock);
  world = await World.of(app);
  const ids = await world.hire(
    { hours: ['08:00', '20:00'] },
    { workingShare: 0.5, hours: ['08:00', '20:00'] },
    { hours: ['09:00', '15:00'] },
    { workingShare: 0.8, lectures: [LECTURES[0]!] },
    { workingShare: 0.6, hours: ['08:00', '20:00'], employedFrom: NEWCOMER_SINCE },
  );
  const lectures = await Promise.all(LECTURES.map(slug => world.lecture(slug)));
  const both = lectures.map(lecture => lecture.id);
  // Ways that are longer than the margins, there longer than back.
  await app.db.query(
    `UPDATE travel_time SET minutes = CASE WHEN from_school < to_school THEN 55 ELSE 40 END, source = 'edited'
      WHERE 'Konradsbergsskolan' IN (SELECT display_name FROM school WHERE id IN (from_school, to_school))`,
  );
  people = [
    { id: ids[0]!, share: 1, from: 480, until: 1200, lectures: both },
    { id: ids[1]!, share: 0.5, from: 480, until: 1200, lectures: both },
    { id: ids[2]!, share: 1, from: 540, until: 900, lectures: both },
    { id: ids[3]!, share: 0.8, from: 480, until: 960, lectures: [both[0]!] },
    { id: ids[4]!, share: 0.6, from: 480, until: 1200, lectures: both, since: NEWCOMER_SINCE },
  ];
  await world.rules({
    most_visits_per_person_and_day: CAPS.onDay,
    most_visits_per_person_and_week: CAPS.inWeek,
    most_evenings_per_person_and_week: CAPS.eveningsInWeek,
    // The reference knows no rest: test/stories/rest.spec.ts does.
    rest_after_late_work_hours: null,
    evening_load_percent: EVENING_PERCENT,
  });
  await app.db.query(`UPDATE bookable_hours SET closes_at = '19:00' WHERE audience = 'students'`);
  await appoint(await place());
});
afterAll(() => app.close());

async function place(): Promise<Place> {
  const spans = (table: string) =>
    app.db.query<Place['terms']>(
      `SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM ${table} WHERE district_id = $1`,
      [world.district.id],
    );
  const [first] = people[0]!.lectures;
  const [{ longest }] = await app.db.query<[{ longest: number }]>(
    'SELECT max(minutes) AS longest FROM lecture WHERE district_id = $1',
    [world.district.id],
  );
  const leads = { [first!]: people[2]!.id };
  const { schools } = await cast();
  const kept = Object.fromEntries(schools.map((school, index) => [school, [people[index % 5]!.id]]));
  const ways = await app.db.query<Way[]>(
    'SELECT from_school AS from, to_school AS to, minutes FROM travel_time WHERE district_id = $1',
    [world.district.id],
  );
  return {
    terms: await spans('term'),
    breaks: await spans('school_break'),
    people,
    leads,
    kept,
    longest,
    caps: CAPS,
    eveningPercent: EVENING_PERCENT,
    ways,
  };
}

async function cast(): Promise<Cast> {
  const lectures = await Promise.all(LECTURES.map(slug => world.lecture(slug)));
  const schools = await app.db.query<{ id: string }[]>(
    `SELECT s.id FROM school s JOIN school_district d ON d.school_id = s.id
      WHERE d.district_id = $1 AND s.is_active AND s.grades && $2 ORDER BY s.id`,
    [world.district.id, ['9']],
  );
  return {
    lectures: lectures.map(lecture => ({ id: lecture.id, minutes: lecture.minutes })),
    schools: schools.map(school => school.id),
    people,
  };
}

/** Who leads a lecture and who is kept for a school, in the product too. */
async function appoint({ leads, kept }: Place): Promise<void> {
  for (const [lecture, person] of Object.entries(leads))
    await app.db.query('UPDATE lecture SET lead_assistant_id = $2 WHERE id = $1', [lecture, person]);
  for (const [school, people] of Object.entries(kept))
    for (const person of people)
      await app.db.query(
        `INSERT INTO school_preference (assistant_id, school_id, district_id) VALUES ($1, $2, $3)`,
        [person, school, world.district.id],
      );
}

/** The database as it was before the first act. */
async function startOver(): Promise<void> {
  await app.db.query('TRUNCATE booking, absence, extra_hours, owed_mail, proven_address CASCADE');
  clock.set(MONDAY_MORNING);
}

/** Time that is kept for an undoing does not count here. */
class Forgetful extends Reference {
  override keep(): void {
    return undefined;
  }
}

/** Answers the first difference, or undefined. */
async function walk(town: Reference): Promise<string | undefined> {
  await startOver();
  const product = new Product(app, world.district.id);
  const path = new Walk(SEED, town, product, clock, await cast());
  const compareAll = async () =>
    (await path.compare()) ?? (await path.compareBesides()) ?? (await path.compareOffers());
  for (let step = 1; step <= STEPS; step++) {
    const difference = (await path.next()) ?? (step % 200 === 0 ? await compareAll() : undefined);
    if (difference) return difference;
  }
  expect(await product.brokenInvariants()).toEqual({});
  if (IS_FIGURE) console.log(path.counts);
  if (STEPS >= ENOUGH_STEPS) expect(unseen(path.counts)).toEqual([]);
  return compareAll();
}

test(
  `${String(STEPS)} random steps end as the reference says`,
  async () => {
    expect(await walk(new Reference(await place()))).toBeUndefined();
  },
  LONG,
);

test('a reference that is wrong about one person’s hours is found out', async () => {
  const wrong = people.map((person, index) => (index === 0 ? { ...person, until: 840 } : person));
  expect(await walk(new Reference({ ...(await place()), people: wrong }))).toMatch(/^step \d+/);
});

test.each([
  ['leads', { leads: {} }],
  ['is kept for a school', { kept: {} }],
  ['would come too far ahead', { longest: 0 }],
  ['has gone in the evening', { eveningPercent: 100 }],
])(
  'a reference that forgets who %s is found out',
  async (_, wrong) => {
    expect(await walk(new Reference({ ...(await place()), ...wrong }))).toMatch(/^step \d+/);
  },
  LONG,
);

test('a reference that knows no ways between schools is found out', async () => {
  expect(await walk(new Reference({ ...(await place()), ways: [] }))).toMatch(/^step \d+/);
});

test('a reference that knows no caps is found out', async () => {
  expect(await walk(new Reference({ ...(await place()), caps: NO_CAPS }))).toMatch(/^step \d+/);
});

test('a reference that forgets the time that is kept for an undoing is found out', async () => {
  expect(await walk(new Forgetful(await place()))).toMatch(/^step \d+/);
});

async function rush(caps = CAPS) {
  await startOver();
  const known = { ...(await place()), caps };
  const towns = { town: new Reference(known), forgetful: new Forgetful(known) };
  for (const town of Object.values(towns)) town.now = clock.now().getTime();
  const product = new Product(app, world.district.id);
  const crowd = new Crowd(SEED, towns.town, product, app.db, await cast());
  await crowd.rush(CLIENTS, ACTS_OF_EACH);
  if (IS_FIGURE) console.log(crowd.answers);
  const log = await crowd.log();
  await app.db.query(END_COMMIT_LOG);
  const replay = (town: Reference) => new Replay(town, crowd.wishes).faultOf(log);
  return { ...towns, product, replay };
}

test(
  `${String(CLIENTS)} clients at once leave what their acts leave one after the other, in the order of their commits`,
  async () => {
    const { town, forgetful, product, replay } = await rush();
    expect(replay(town)).toBeUndefined();
    expect(await product.brokenInvariants()).toEqual({});
    expect(await product.rows()).toEqual(town.visits.map(shown).sort((a, b) => (a.id < b.id ? -1 : 1)));
    // What is kept stands in the way of what it has to, and of nothing once it has lapsed.
    const known = await cast();
    const walkBy = (by: Reference) => new Walk(SEED, by, product, clock, known);
    expect(await walkBy(town).compareBesides()).toBeUndefined();
    expect(await walkBy(town).compareOffers()).toBeUndefined();
    replay(forgetful);
    expect(await walkBy(forgetful).compareBesides()).toMatch(/the product alone has/);
    expect(await walkBy(new Reference(town.place)).compareOffers()).toMatch(/the reference alone offers/);
    clock.pass(31_000);
    expect(await walkBy(town).compareOffers()).toBeUndefined();
  },
  LONG,
);

test(
  'without the constraints of the database, people are found in two places',
  async () => {
    await app.db.query(`ALTER TABLE occupied_time DROP CONSTRAINT assistant_is_never_in_two_lectures,
                                                  DROP CONSTRAINT assistant_keeps_the_margins,
                                                  DROP CONSTRAINT assistant_has_a_break_at_one_place`);
    // Nor with caps, whose lock lets most of them wait for each other.
    await world.rules({
      most_visits_per_person_and_day: null,
      most_visits_per_person_and_week: null,
      most_evenings_per_person_and_week: null,
    });
    const { town, replay } = await rush(NO_CAPS);
    expect(replay(town)).toMatch(/is not free/);
  },
  LONG,
);
