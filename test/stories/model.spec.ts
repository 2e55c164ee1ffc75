import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { Crowd } from '../model/crowd.js';
import { Product } from '../model/product.js';
import { Reference, startOf, type Person, type Place } from '../model/reference.js';
import { Walk, type Cast } from '../model/walk.js';
import { startApp, type TestApp } from '../setup/app.js';
import { MONDAY_MORNING, TestClock } from '../setup/test-clock.js';

// Random acts of schools, fältassistenter and coordinators, one after the other, against a reference that says what has
// to come of each. `npm run model` walks 10,000 steps.

const STEPS = Number(process.env.MODEL_STEPS ?? 400);
const CLIENTS = Number(process.env.MODEL_CLIENTS ?? 30);
const ACTS_OF_EACH = 12;
/** Run by the command: tells what happened. */
const IS_FIGURE = process.env.MODEL_STEPS !== undefined;
const LONG = 30 * 60_000;
const SEED = process.env.MODEL_SEED ?? 'a walk';

let app: TestApp;
let clock: TestClock;
let world: World;
let people: Person[];

const LECTURES = ['cannabis-och-hjarnan', 'spel-om-pengar'];

beforeAll(async () => {
  clock = new TestClock();
  app = await startApp({}, clock);
  world = await World.of(app);
  const ids = await world.hire(
    {},
    { workingShare: 0.5 },
    { hours: ['09:00', '15:00'] },
    { workingShare: 0.8, lectures: [LECTURES[0]!] },
  );
  const lectures = await Promise.all(LECTURES.map(slug => world.lecture(slug)));
  const both = lectures.map(lecture => lecture.id);
  people = [
    { id: ids[0]!, share: 1, from: 480, until: 960, lectures: both },
    { id: ids[1]!, share: 0.5, from: 480, until: 960, lectures: both },
    { id: ids[2]!, share: 1, from: 540, until: 900, lectures: both },
    { id: ids[3]!, share: 0.8, from: 480, until: 960, lectures: [both[0]!] },
  ];
});
afterAll(() => app.close());

async function place(): Promise<Place> {
  const spans = (table: string) =>
    app.db.query<Place['terms']>(
      `SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM ${table} WHERE district_id = $1`,
      [world.district.id],
    );
  return { terms: await spans('term'), breaks: await spans('school_break'), people };
}

async function cast(): Promise<Cast> {
  const lectures = await Promise.all(LECTURES.map(slug => world.lecture(slug)));
  const schools = await app.db.query<{ id: string }[]>(
    `SELECT s.id FROM school s JOIN school_district d ON d.school_id = s.id
      WHERE d.district_id = $1 AND s.is_active AND s.grades && $2 ORDER BY s.id`,
    [world.district.id, ['9']],
  );
  return {
    lectures: lectures.map(lecture => ({
      id: lecture.id,
      minutes: lecture.minutes,
      grade: lecture.grades[0]!,
    })),
    schools: schools.map(school => school.id),
    people,
  };
}

/** The database as it was before the first act. */
async function startOver(): Promise<void> {
  await app.db.query('TRUNCATE booking, absence, owed_mail, proven_address CASCADE');
  clock.set(MONDAY_MORNING);
}

async function walk(steps: number, known: Person[]): Promise<string | undefined> {
  await startOver();
  const town = new Reference({ ...(await place()), people: known });
  const product = new Product(app, world.district.id);
  const path = new Walk(SEED, town, product, clock, await cast());
  for (let step = 1; step <= steps; step++) {
    const difference = (await path.next()) ?? (step % 200 === 0 ? await path.compare() : undefined);
    if (difference) return difference;
  }
  expect(await product.brokenInvariants()).toEqual({});
  if (IS_FIGURE) console.log(path.counts);
  return path.compare();
}

test(
  `${String(STEPS)} random steps end as the reference says`,
  async () => {
    expect(await walk(STEPS, people)).toBeUndefined();
  },
  LONG,
);

test('a reference that is wrong about one person’s hours is found out', async () => {
  const wrong = people.map((person, index) => (index === 0 ? { ...person, until: 840 } : person));
  expect(await walk(STEPS, wrong)).toMatch(/^step \d+/);
});

async function rush(): Promise<{ fault: string | undefined; product: Product; town: Reference }> {
  await startOver();
  const town = new Reference(await place());
  town.now = clock.now().getTime();
  const product = new Product(app, world.district.id);
  const crowd = new Crowd(SEED, town, product, app.db, await cast());
  await crowd.rush(CLIENTS, ACTS_OF_EACH);
  if (IS_FIGURE) console.log(crowd.answers);
  const fault = await crowd.replay();
  return { fault, product, town };
}

test(
  `${String(CLIENTS)} clients at once leave what their acts leave one after the other, in the order of their commits`,
  async () => {
    const { fault, product, town } = await rush();
    expect(fault).toBeUndefined();
    expect(await product.brokenInvariants()).toEqual({});
    const end = town.visits
      .map(visit => ({
        id: visit.id,
        status: visit.status,
        startsAt: new Date(startOf(visit)),
        people: [...visit.people].sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await product.rows()).toEqual(end);
  },
  LONG,
);

test(
  'without the constraints of the database, people are found in two places',
  async () => {
    await app.db.query(`DROP TABLE commit_log; DROP FUNCTION log_commit_of_booking CASCADE;
      DROP FUNCTION log_commit_of_absence CASCADE;
      ALTER TABLE occupied_time DROP CONSTRAINT assistant_is_never_in_two_lectures,
                                DROP CONSTRAINT assistant_keeps_the_margins`);
    expect((await rush()).fault).toMatch(/is not free/);
  },
  LONG,
);
