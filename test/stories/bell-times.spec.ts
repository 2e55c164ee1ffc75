import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/shared/refusal.js';
import { Desk } from '../setup/desk.js';
import { expectFaults, expectStale } from '../setup/edits.js';

let desk: Desk;
let school: string;
let page: string;

const WEDNESDAY = '2026-12-09';
const THURSDAY = '2026-12-10';

beforeAll(async () => {
  desk = await Desk.open({}, {});
  school = (await desk.world.school()).id;
  page = `/skolor/${school}/starttider`;
});
afterAll(() => desk.close());

const startsOn = async (date: string, at = school) => {
  const { id } = await desk.world.lecture();
  const { text } = await desk.app.http.get(
    `/api/v1/lectures/${id}/slots?from=${date}&to=${date}&school=${at}`,
  );
  return [...text.matchAll(/"start":"\d{4}-\d\d-\d\dT(\d\d:\d\d)/g)].map(match => match[1]!);
};

test('a school that has told when its lessons begin is offered those times, on each day by its own', async () => {
  const other = (await desk.world.school('Konradsbergsskolan')).id;
  const usual = await startsOn(THURSDAY, other);
  expect(await startsOn(THURSDAY)).toEqual(usual);
  const answer = await desk.edit(page, { everyDay: '8.20 9.25, 10.35', wednesday: '9.05' });
  expect(answer.headers.location).toBe(`${page}?klart=sparat`);
  expect(await startsOn(THURSDAY)).toEqual(['08:20', '09:25', '10:35']);
  expect(await startsOn(WEDNESDAY)).toEqual(['09:05']);
  expect(await startsOn(THURSDAY, other)).toEqual(usual);
  const words = await desk.words(page);
  expect(words).toContain('Alla dagar: från tomt till 8.20, 9.25, 10.35');
});

test('it books those times and no others', async () => {
  const at = async (minute: number) => {
    const wish = await desk.world.wish({ date: THURSDAY, minute });
    const outcome = await desk.world.tryToBook(wish);
    return isRefusal(outcome) ? outcome.refused : outcome.status;
  };
  expect(await at(9 * 60)).toBe('timeNotOffered');
  expect(await at(9 * 60 + 25)).toBe('confirmed');
  expect(await at(9 * 60 + 25)).toBe('timeTaken');
});

test('without times it follows the grid of the district again', async () => {
  await desk.edit(page, { everyDay: '', wednesday: '' });
  expect(await startsOn(WEDNESDAY)).toContain('09:30');
});

test('faults are told, an edit that was overtaken is refused, and another district has no such page', async () => {
  await expectFaults(desk, page, { monday: 'åtta' }, [
    'Skriv ”Måndag” som ett klockslag, till exempel 8.10.',
  ]);
  await expectStale(desk, page, {
    meanwhile: () =>
      desk.app.db.query(
        `INSERT INTO school_bell_time (school_id, weekday, starts_at) VALUES ($1, 5, '8:30')`,
        [school],
      ),
    typed: { monday: '8.10' },
    told: 'Fredag är nu: 8.30',
  });
  const foreign = (await desk.elsewhere.school('Bredäng')).id;
  expect((await desk.lena.get(`/skolor/${foreign}/starttider`)).status).toBe(404);
});
