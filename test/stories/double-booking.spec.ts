import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/shared/refusal.js';
import { startApp, type TestApp } from '../setup/app.js';
import { World } from '../builders/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await world.hire({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara', workingShare: 0.5 });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE booking, draft, owed_mail, proven_address CASCADE');
});

const namesOf = async (bookingId: string) =>
  (
    await app.db.query<{ name: string }[]>(
      'SELECT a.name FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1',
      [bookingId],
    )
  ).map(one => one.name);

describe('what must never happen, the database refuses', () => {
  test('a person in two lectures at once, even by hand', async () => {
    const booked = await world.book();
    await expect(
      app.db.query(
        `INSERT INTO occupied_time (district_id, assistant_id, kind, lecture, occupied, booking_id, chosen_because, created_at, overrides_margins,
                                    with_break, place)
         SELECT district_id, assistant_id, kind, lecture, occupied, NULL, '{}', created_at, true, with_break, place FROM occupied_time WHERE booking_id = $1 LIMIT 1`,
        [booked.id],
      ),
    ).rejects.toThrow(/occupied_is_a_hold_or_a_booking|assistant_is_never_in_two_lectures/);
    const other = await world.book({ date: '2026-12-09', email: 'x@edu.stockholm.se' });
    await expect(
      app.db.query(
        `UPDATE occupied_time o SET lecture = b.lecture, occupied = b.occupied, with_break = b.with_break, overrides_margins = true
           FROM occupied_time b WHERE o.booking_id = $1 AND b.booking_id = $2`,
        [other.id, booked.id],
      ),
    ).rejects.toThrow('assistant_is_never_in_two_lectures');
  });

  test('districts that mix: a booking with another district’s lecture, school or person', async () => {
    const skarholmen = await World.of(app, 'skarholmen');
    const [stranger] = await skarholmen.hire({ name: 'Främling' });
    const booked = await world.book();
    const foreignLecture = (await skarholmen.lecture()).id;
    const foreignSchool = (await skarholmen.school('Bredäng')).id;
    await expect(app.db.query('UPDATE booking SET lecture_id = $1', [foreignLecture])).rejects.toThrow(
      'booking_lecture_is_of_the_district',
    );
    await expect(app.db.query('UPDATE booking SET school_id = $1', [foreignSchool])).rejects.toThrow(
      'booking_school_is_of_the_district',
    );
    await expect(
      app.db.query(
        'UPDATE occupied_time SET assistant_id = $1 WHERE id = (SELECT min(id::text)::uuid FROM occupied_time WHERE booking_id = $2)',
        [stranger, booked.id],
      ),
    ).rejects.toThrow('occupied_assistant_is_of_the_district');
    const outcome = await world.tryToBook(await world.wish({ date: '2026-12-09' }));
    if (isRefusal(outcome)) throw new Error('refused');
    expect(await namesOf(outcome.id)).not.toContain('Främling');
  });
});

describe('many at once', () => {
  const crowd = async (count: number) => {
    const wishes = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        world.wish({ email: `crowd${String(index)}@edu.stockholm.se` }),
      ),
    );
    return Promise.all(wishes.map(wish => world.tryToBook(wish)));
  };
  const overlaps = async () => {
    const [row] = await app.db.query<{ count: number }[]>(
      `SELECT count(*)::int FROM occupied_time a JOIN occupied_time b
          ON a.assistant_id = b.assistant_id AND a.id < b.id AND a.occupied && b.occupied`,
    );
    return row!.count;
  };

  test('forty for one time of a team of three: one is booked, the others get the nearest times', async () => {
    const outcomes = await crowd(40);
    const refused = outcomes.filter(isRefusal);
    expect(outcomes.length - refused.length).toBe(1);
    expect(refused.every(one => one.refused === 'timeTaken' && one.details.alternatives.length === 3)).toBe(
      true,
    );
    expect(await overlaps()).toBe(0);
  });

  test('control: without the constraints the same crowd is double booked', async () => {
    const definitions = await app.db.query<{ name: string; definition: string }[]>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
        WHERE conrelid = 'occupied_time'::regclass AND contype = 'x'`,
    );
    for (const { name } of definitions)
      await app.db.query(`ALTER TABLE occupied_time DROP CONSTRAINT ${name}`);
    const outcomes = await crowd(40);
    expect(outcomes.filter(one => !isRefusal(one)).length).toBeGreaterThan(1);
    expect(await overlaps()).toBeGreaterThan(0);
    await app.db.query('TRUNCATE booking CASCADE');
    for (const { name, definition } of definitions)
      await app.db.query(`ALTER TABLE occupied_time ADD CONSTRAINT ${name} ${definition}`);
  });

  test('the same request ten times at once gives one booking', async () => {
    const wish = await world.wish();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => world.tryToBook(wish, 'the same key')),
    );
    const references = new Set(outcomes.map(one => (isRefusal(one) ? one.refused : one.reference)));
    expect(references.size).toBe(1);
    const [row] = await app.db.query<{ count: number }[]>('SELECT count(*)::int FROM booking');
    expect(row!.count).toBe(1);
  });

  test('the same key with another content is refused', async () => {
    await world.book({}, 'key');
    const outcome = await world.tryToBook(await world.wish({ minute: 13 * 60 }), 'key');
    expect(isRefusal(outcome) && outcome.refused).toBe('requestReused');
  });
});
