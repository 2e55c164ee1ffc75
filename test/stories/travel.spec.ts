import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/shared/refusal.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';

let app: TestApp;
let world: World;
/** From the one school to the other it is an hour, whatever the map says. */
let here: string;
let far: string;

const FAR_MINUTES = 60;
const KL_9 = 9 * 60;
/** Half an hour after a lecture of an hour from kl. 9: enough for the margins, not for the way. */
const KL_1030 = 10 * 60 + 30;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({ name: 'Amina' }, { name: 'Johan' });
  here = (await world.school('Rålambshovsskolan')).id;
  far = (await world.school('Konradsbergsskolan')).id;
  await app.db.query(
    `UPDATE travel_time SET minutes = $1, source = 'edited'
      WHERE (from_school, to_school) IN (($2::uuid, $3::uuid), ($3::uuid, $2::uuid))`,
    [FAR_MINUTES, here, far],
  );
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE booking, draft, owed_mail, proven_address CASCADE'));

let senders = 0;
const tryAt = async (school: string, minute: number) =>
  world.tryToBook(
    await world.wish({
      school: { id: school },
      minute,
      email: `sender${String(senders++)}@edu.stockholm.se`,
    }),
  );
const outcomeAt = async (school: string, minute: number) => {
  const outcome = await tryAt(school, minute);
  return isRefusal(outcome) ? outcome.refused : outcome.status;
};

describe('between two visits of the same people', () => {
  test('lies the way where it is longer than the margins', async () => {
    expect(await outcomeAt(here, KL_9)).toBe('confirmed');
    expect(await outcomeAt(far, KL_1030)).toBe('timeTaken');
    expect(await outcomeAt(far, 12 * 60 + 30)).toBe('confirmed');
  });

  test('lie the margins where the way is short, or not known', async () => {
    const near = (await world.school('Kungsholmens grundskola')).id;
    const unmapped = (await world.school('Eiraskolan')).id;
    expect(await outcomeAt(near, KL_9)).toBe('confirmed');
    expect(await outcomeAt(here, 10 * 60)).toBe('timeTaken');
    expect(await outcomeAt(unmapped, KL_1030)).toBe('confirmed');
  });

  test('lies the short break alone at the same school', async () => {
    await world.rules({ start_grid_minutes: 10 });
    expect(await outcomeAt(here, KL_9)).toBe('confirmed');
    expect(await outcomeAt(here, 10 * 60)).toBe('timeTaken');
    expect(await outcomeAt(here, 10 * 60 + 10)).toBe('confirmed');
    await world.rules({ start_grid_minutes: 30 });
  });
});

describe('what must never happen, the database refuses', () => {
  const shift = (bookingId: string, minutes: number) =>
    app.db.query(
      `UPDATE occupied_time SET lecture = moved(lecture), occupied = moved(occupied), with_break = moved(with_break)
        WHERE booking_id = $1`.replaceAll(
        /moved\((\w+)\)/g,
        `tstzrange(lower($1) + interval '${String(minutes)} min', upper($1) + interval '${String(minutes)} min')`,
      ),
      [bookingId],
    );

  test('two visits at one school without a break, and at two schools within the margins', async () => {
    const first = await world.book({ school: { id: here }, minute: KL_9 });
    const second = await world.book({ school: { id: here }, minute: KL_1030, email: 'b@edu.stockholm.se' });
    await expect(shift(second.id, -25)).rejects.toThrow('assistant_has_a_break_at_one_place');
    await shift(second.id, -20);
    await expect(
      app.db.query('UPDATE occupied_time SET place = $1 WHERE booking_id = $2', [far, first.id]),
    ).rejects.toThrow('assistant_keeps_the_margins');
  });
});

describe('many at once, at two schools far apart', () => {
  /** Answers how many visits there are afterwards: one, as two people cannot do both. */
  const rush = async () => {
    await app.db.query('TRUNCATE booking, owed_mail CASCADE');
    const wishes = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? tryAt(here, KL_9) : tryAt(far, KL_1030),
    );
    const outcomes = await Promise.all(wishes);
    return outcomes.filter(one => !isRefusal(one)).length;
  };

  test('one is booked', async () => {
    for (let round = 0; round < 4; round++) expect(await rush()).toBe(1);
  });

  test('control: without the lock, people are booked who cannot come', async () => {
    const [{ definition }] = await app.db.query<[{ definition: string }]>(
      `SELECT pg_get_functiondef('can_travel'::regproc) AS definition`,
    );
    await app.db.query(definition.replace(/PERFORM pg_advisory_xact_lock\([^;]*;/, ''));
    let most = 0;
    for (let round = 0; round < 20 && most < 2; round++) most = Math.max(most, await rush());
    await app.db.query(definition);
    expect(most).toBe(2);
  });
});
