import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Desk } from '../setup/desk.js';
import { expectFaults, expectStale } from '../setup/edits.js';

let desk: Desk;
let here: string;
let there: string;
let page: string;

const pageOf = (school: string) => `/skolor/${school}/restider`;
const field = (school: string) => `till-${school}`;

beforeAll(async () => {
  desk = await Desk.open({}, {});
  here = (await desk.world.school('Rålambshovsskolan')).id;
  there = (await desk.world.school('Konradsbergsskolan')).id;
  page = pageOf(here);
});
afterAll(() => desk.close());

const minutesFrom = async (from: string, to: string) => (await desk.form(pageOf(from)))[field(to)] as string;

test('ways are estimated from the map, and those of which nothing is known are empty', async () => {
  expect(Number(await minutesFrom(here, there))).toBeGreaterThan(0);
  expect(await minutesFrom(here, there)).toBe(await minutesFrom(there, here));
  const unmapped = (await desk.world.school('Eiraskolan')).id;
  expect(await minutesFrom(here, unmapped)).toBe('');
  expect(await desk.words(page)).toContain('Inte känd. Marginalerna gäller.');
});

test('a way that is written counts for the way back as well, until that one is written', async () => {
  const before = await minutesFrom(here, there);
  const answer = await desk.edit(page, { [field(there)]: '45' });
  expect(answer.headers.location).toBe(`${page}?klart=sparat`);
  expect(await desk.words(page)).toContain(`Konradsbergsskolan: från ${before} till 45`);
  expect(await minutesFrom(there, here)).toBe('45');
  await desk.edit(pageOf(there), { [field(here)]: '50' });
  expect([await minutesFrom(here, there), await minutesFrom(there, here)]).toEqual(['45', '50']);
  await desk.edit(page, { [field(there)]: '' });
  expect([await minutesFrom(here, there), await minutesFrom(there, here)]).toEqual(['', '50']);
  await desk.edit(page, { [field(there)]: '45' });
});

test('it counts at once for what a school is offered', async () => {
  const startsAt = async (school: string) => {
    const { id } = await desk.world.lecture();
    const answer = await desk.app.http.get(
      `/api/v1/lectures/${id}/slots?from=2026-12-08&to=2026-12-08&school=${school}`,
    );
    return [...answer.text.matchAll(/"start":"\d{4}-\d\d-\d\dT(\d\d:\d\d)/g)].map(match => match[1]!);
  };
  await desk.world.book({ school: { id: here }, minute: 9 * 60 });
  // The lecture is over at kl. 10; it is 45 minutes to the other school.
  expect(await startsAt(there)).not.toContain('10:30');
  await desk.edit(page, { [field(there)]: '20' });
  expect(await startsAt(there)).toContain('10:30');
});

test('faults are told, an edit that was overtaken is refused, and another district has no such page', async () => {
  await expectFaults(desk, page, { [field(there)]: '181' }, [
    'Skriv ”Konradsbergsskolan” som ett helt tal från 0 till 180.',
  ]);
  await expectStale(desk, page, {
    meanwhile: () => desk.app.db.query('UPDATE travel_time SET minutes = 33 WHERE from_school = $1', [here]),
    typed: { [field(there)]: '40' },
    told: 'Konradsbergsskolan är nu: 33',
  });
  const foreign = (await desk.elsewhere.school('Bredäng')).id;
  expect((await desk.lena.get(pageOf(foreign))).status).toBe(404);
});
