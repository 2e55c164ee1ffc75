import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { swedishDateOf } from '../../src/shared/time/swedish-time.js';
import { wordsOf } from '../setup/post.js';
import { SICK_DAY, SickDesk } from '../setup/sick-desk.js';

// Somebody is ill in a district in which nobody gets more than two visits a day: what is proposed for one visit counts for
// the next, so that one press saves all of it.

const [AT_9, AT_13, AT_14_30] = [9 * 60, 13 * 60, 14 * 60 + 30];

let sick: SickDesk;

beforeAll(async () => {
  sick = await SickDesk.open('Amina', 'Johan', 'Sara', 'Ville');
});
afterAll(() => sick.desk.close());
beforeEach(async () => {
  await sick.desk.startOver();
  await sick.desk.world.rules({ most_visits_per_person_and_day: null });
});

/** A visit on which Amina goes, and somebody else. */
async function withAmina(minute: number, other: string, email: string): Promise<string> {
  const { id } = await sick.desk.told({ date: SICK_DAY, minute, email: `${email}@edu.stockholm.se` });
  await sick.desk.app.db.query(
    `UPDATE occupied_time o SET assistant_id = new.id
       FROM unnest($2::uuid[]) WITH ORDINALITY AS new(id, number),
            (SELECT id, row_number() OVER (ORDER BY id) AS number FROM occupied_time WHERE booking_id = $1) AS old
      WHERE o.id = old.id AND old.number = new.number`,
    [id, [sick.ids.Amina!, sick.ids[other]!]],
  );
  return id;
}

test('the substitutes of three visits share them, and one press saves all three', async () => {
  const visits = [
    await withAmina(AT_9, 'Johan', 'a'),
    await withAmina(AT_13, 'Johan', 'b'),
    await withAmina(AT_14_30, 'Sara', 'c'),
  ];
  await sick.desk.world.rules({ most_visits_per_person_and_day: 2 });
  await sick.isIll('Amina');
  const done = wordsOf((await sick.desk.lena.get(await sick.press('Amina'))).text);
  expect(done).not.toContain('Gjordes inte');
  const going = await Promise.all(visits.map(id => sick.going(id)));
  expect(going.slice(0, 2).sort()).toEqual(['Johan, Sara', 'Johan, Ville']);
  expect(going[2]).toBe('Sara, Ville');
});

test('no time is kept for a school with somebody whom the plan gives another visit then', async () => {
  const first = await withAmina(AT_9, 'Johan', 'a');
  const second = await withAmina(AT_13, 'Johan', 'b');
  // Sara and Ville can go in the morning: one of them instead of Amina, or both at another time for the second school.
  for (const name of ['Sara', 'Ville'])
    await sick.desk.world.absent(sick.ids[name]!, SICK_DAY, 11 * 60, 16 * 60);
  await sick.isIll('Amina');
  const kept = await sick.kept();
  expect(kept).toHaveLength(3);
  expect(kept.map(swedishDateOf)).not.toContain(SICK_DAY);
  const done = wordsOf((await sick.desk.lena.get(await sick.press('Amina'))).text);
  expect(done).not.toContain('Gjordes inte');
  expect(await sick.going(first)).toMatch(/^Johan, (Sara|Ville)$/);
  const moved = 'SELECT starts_at AS at FROM booking WHERE id = $1';
  expect(kept).toContainEqual((await sick.desk.one<{ at: Date }>(moved, second)).at);
});
