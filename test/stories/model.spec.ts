import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unseen } from '../model/outcomes.js';
import type { Place } from '../model/place.js';
import { Reference } from '../model/reference.js';
import {
  Forgetful,
  IS_FIGURE,
  LONG,
  NO_CAPS,
  NO_ROWS,
  SEED,
  Tireless,
  TownOfModel,
  Unaware,
  Unkept,
} from '../model/town-of-model.js';
import { Walk } from '../model/walk.js';

// Random acts of schools, fältassistenter and coordinators, one after the other, against a reference that says what has
// to come of each. `npm run model` walks 10,000 steps.

const STEPS = Number(process.env.MODEL_STEPS ?? 400);
/** Of a walk on which everything has to be met that can be. */
const ENOUGH_STEPS = 10_000;

let town: TownOfModel;

beforeAll(async () => {
  town = await TownOfModel.open();
});
afterAll(() => town.close());

/** The first difference that a reference that is wrong meets on one of a few walks, or undefined. */
async function foundOut(wrong: Partial<Place>, Wrong = Reference): Promise<string | undefined> {
  for (const seed of ['', ' 2', ' 3', ' 4', ' 5', ' 6']) {
    const difference = await walk(new Wrong({ ...(await town.place()), ...wrong }), SEED + seed);
    if (difference) return difference;
  }
  return undefined;
}

/** Answers the first difference, or undefined. */
async function walk(reference: Reference, seed = SEED): Promise<string | undefined> {
  await town.startOver();
  const product = town.product();
  const path = new Walk(seed, reference, product, town.clock, await town.cast());
  const compareAll = async () =>
    (await path.compare()) ??
    (await path.compareBesides()) ??
    (await path.compareWishes()) ??
    (await path.comparePublished()) ??
    (await path.compareOffers());
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
    expect(await walk(new Reference(await town.place()))).toBeUndefined();
  },
  LONG,
);

test(
  'a reference that is wrong about one person’s hours is found out',
  async () => {
    const wrong = town.people.map((person, index) => (index === 0 ? { ...person, until: 840 } : person));
    expect(await foundOut({ people: wrong })).toMatch(/^step \d+/);
  },
  LONG,
);

test.each([
  ['leads', { leads: {} }],
  ['is kept for a school', { kept: {} }],
  ['would come too far ahead', { longest: 0 }],
  ['has gone in the evening', { eveningPercent: 100 }],
  ['is on the way between schools', { ways: [] }],
  ['has had enough', { caps: NO_CAPS }],
  ['has been given a row without a break', { caps: NO_ROWS }],
  ['has worked late', { restHours: null }],
])(
  'a reference that forgets who %s is found out',
  async (_, wrong) => {
    expect(await foundOut(wrong)).toMatch(/^step \d+/);
  },
  LONG,
);

test(
  'a reference that forgets the time that is kept for an undoing, or for a school, is found out',
  async () => {
    expect(await foundOut({}, Forgetful)).toMatch(/^step \d+/);
  },
  LONG,
);

test(
  'a reference that forgets what the whole team takes on is found out',
  async () => {
    expect(await foundOut({}, Tireless)).toMatch(/^step \d+/);
  },
  LONG,
);

test(
  'a reference that forgets whose time is kept for published times is found out',
  async () => {
    expect(await foundOut({}, Unkept)).toMatch(/^step \d+/);
  },
  LONG,
);

test(
  'a reference that sees nobody busy elsewhere is found out',
  async () => {
    expect(await foundOut({}, Unaware)).toMatch(/^step \d+/);
  },
  LONG,
);
