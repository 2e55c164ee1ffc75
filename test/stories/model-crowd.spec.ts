import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { END_COMMIT_LOG } from '../model/commit-log.js';
import { Crowd } from '../model/crowd.js';
import type { Place } from '../model/place.js';
import { Reference } from '../model/reference.js';
import { Replay } from '../model/replay.js';
import {
  Forgetful,
  Hurried,
  IS_FIGURE,
  LONG,
  NO_CAPS,
  NO_TEAM_CAPS,
  SEED,
  TownOfModel,
} from '../model/town-of-model.js';
import { shown, Walk } from '../model/walk.js';

// Many clients at once, replayed in the order in which the database has committed what they did. `npm run model` lets
// 100 of them in.

const CLIENTS = Number(process.env.MODEL_CLIENTS ?? 30);
const ACTS_OF_EACH = 12;

let town: TownOfModel;

beforeAll(async () => {
  town = await TownOfModel.open();
});
afterAll(() => town.close());

async function rush(changes: Partial<Place> = {}) {
  await town.startOver();
  const known = { ...(await town.place()), ...changes };
  const towns = { reference: new Hurried(known), forgetful: new Forgetful(known) };
  for (const one of Object.values(towns)) one.now = town.clock.now().getTime();
  const product = town.product();
  const cast = await town.cast();
  const crowd = new Crowd(SEED, towns.reference, product, town.app.db, cast);
  await crowd.rush(CLIENTS, ACTS_OF_EACH);
  if (IS_FIGURE) console.log(crowd.answers);
  const log = await crowd.log();
  await town.app.db.query(END_COMMIT_LOG);
  const replay = (by: Reference) => new Replay(by, crowd.wishes, cast.lectures).faultOf(log);
  return { ...towns, product, replay };
}

test(
  `${String(CLIENTS)} clients at once leave what their acts leave one after the other, in the order of their commits`,
  async () => {
    const { reference, forgetful, product, replay } = await rush();
    expect(replay(reference)).toBeUndefined();
    expect(await product.brokenInvariants()).toEqual({});
    expect(await product.rows()).toEqual(reference.visits.map(shown).sort((a, b) => (a.id < b.id ? -1 : 1)));
    // What is kept stands in the way of what it has to, and of nothing once it has lapsed.
    const known = await town.cast();
    // What is offered afterwards looks at all that somebody has.
    const unhurried: Reference = Object.assign(new Reference(reference.place), reference);
    const walkBy = (by: Reference) => new Walk(SEED, by, product, town.clock, known);
    expect(await walkBy(reference).compareBesides()).toBeUndefined();
    expect(await walkBy(reference).comparePublished()).toBeUndefined();
    expect(await walkBy(unhurried).compareOffers()).toBeUndefined();
    replay(forgetful);
    expect(await walkBy(forgetful).compareBesides()).toMatch(/the product alone has/);
    expect(await walkBy(new Reference(reference.place)).compareOffers()).toMatch(/alone offers/);
    town.clock.pass(31_000);
    expect(await walkBy(unhurried).compareOffers()).toBeUndefined();
  },
  LONG,
);

test(
  'a wish that stays open though a colleague has answered it is found out',
  async () => {
    await town.app.db.query(`
      CREATE FUNCTION stay_open() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
      CREATE TRIGGER stays_open BEFORE UPDATE ON handover FOR EACH ROW EXECUTE FUNCTION stay_open()`);
    const { product } = await rush();
    for (const { id, receiver } of await product.handingOver.open())
      await product.handingOver.end(id, 'declined', receiver);
    await town.app.db.query('DROP FUNCTION stay_open CASCADE');
    expect(await product.brokenInvariants()).toHaveProperty('told otherwise of a handing over');
  },
  LONG,
);

test(
  'without the constraints of the database, people are found in two places',
  async () => {
    await town.app.db.query(`ALTER TABLE occupied_time DROP CONSTRAINT assistant_is_never_in_two_lectures,
                                                  DROP CONSTRAINT assistant_keeps_the_margins,
                                                  DROP CONSTRAINT assistant_has_a_break_at_one_place`);
    // Nor with caps, whose lock lets most of them wait for each other.
    await town.world.rules({
      most_visits_per_person_and_day: null,
      most_visits_per_person_and_week: null,
      most_evenings_per_person_and_week: null,
      most_visits_in_a_row: null,
      most_visits_per_team_and_day: null,
      most_visits_per_team_and_week: null,
    });
    await town.app.db.query('UPDATE lecture SET most_per_week = NULL');
    const { reference, replay } = await rush({ caps: NO_CAPS, teamCaps: NO_TEAM_CAPS });
    expect(replay(reference)).toMatch(/is not free/);
  },
  LONG,
);
