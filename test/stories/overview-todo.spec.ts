import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ListDesk } from '../setup/list-desk.js';

const NOTHING = 'Inget väntar på dig just nu.';

let desk: ListDesk;

beforeAll(async () => {
  desk = await ListDesk.open();
});
afterAll(() => desk.close());

const todo = async () => /Att göra(.*?)Nytt sedan/.exec(await desk.words('/oversikt'))![1]!.trim();

describe('a district that nobody can book yet', () => {
  const steps = async () => {
    const [, list] =
      /<h2 id="igang">([\s\S]*?)<\/section>/.exec((await desk.lena.get('/oversikt')).text) ?? [];
    return [...(list ?? '').matchAll(/<a href="([^"]*)"[\s\S]*?\. (Klart|Inte klart)</g)].map(
      ([, to, state]) => `${to!} ${state!}`,
    );
  };
  const inDistrict = (sql: string) => desk.app.db.query(sql, [desk.world.district.id]);

  test('is told what is left to do, with a tick for what is done, until all of it is', async () => {
    const { db } = desk.app;
    expect(await steps()).toEqual([]);
    await inDistrict('UPDATE lecture SET is_published = false WHERE district_id = $1');
    await inDistrict('UPDATE school_year SET confirmed = false WHERE district_id = $1');
    await db.query(`UPDATE weekly_hours SET valid_until = '2026-11-20'`);
    const people = await db.query<{ id: string }[]>(
      `UPDATE assistant SET employed_until = '2026-11-20' WHERE district_id = $1 AND name <> 'Örjan' RETURNING id`,
      [desk.world.district.id],
    );
    expect(people).toHaveLength(2);
    expect(await steps()).toEqual([
      '/skolor Klart',
      '/utbud Inte klart',
      '/personal Inte klart',
      '/personal Inte klart',
      '/installningar/lasar Inte klart',
    ]);
    expect(await desk.words('/oversikt')).not.toContain(NOTHING);
    await inDistrict('UPDATE assistant SET employed_until = NULL WHERE district_id = $1');
    await inDistrict('UPDATE lecture SET is_published = true WHERE district_id = $1');
    await inDistrict('UPDATE school_year SET confirmed = true WHERE district_id = $1');
    expect((await steps()).filter(step => step.endsWith('Inte klart'))).toEqual(['/personal Inte klart']);
    await db.query('UPDATE weekly_hours SET valid_until = NULL');
    expect(await steps()).toEqual([]);
    expect(await desk.words('/oversikt')).toContain(NOTHING);
  });
});

test('a visit is told once: under the illness of whoever stands on it, and not again below', async () => {
  const { id } = await desk.book('9A');
  const other = await desk.book('9B', { date: '2026-12-09' });
  const [person] = await desk.app.db.query<[{ id: string; name: string }]>(
    'SELECT a.id, a.name FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1 LIMIT 1',
    [id],
  );
  await desk.world.absent(person.id, '2026-12-08');
  await desk.app.db.query(`UPDATE absence SET kind = 'illness'`);
  expect(await todo()).toContain(`${person.name} är sjuk`);
  expect((await todo()).match(/Rålambshovsskolan 9A/g)).toHaveLength(1);
  expect(await todo()).not.toContain('saknar personal');
  await desk.app.db.query('UPDATE booking SET people_needed = 3 WHERE id = $1', [other.id]);
  expect(await todo()).toMatch(/1 Fler besök saknar personal ons 9 dec kl\. 10\.00 Rålambshovsskolan 9B/);
});
