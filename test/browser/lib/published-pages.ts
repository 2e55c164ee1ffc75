import { inLanguage } from '../../../src/shared/language.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** Published times of a week in every state, and what publishes more, as the signed-in coordinator sees them. */
export async function* publishedPages(
  { app, world }: Town,
  { page, language }: Teacher,
): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const press = () => page.locator('main form button.ds-button').first().click();
  await app.db.query('TRUNCATE booking, absence, owed_mail CASCADE');
  await goTo('/publicerade-tider');
  yield 'published times, of no lecture';
  await goTo('/publicerade-tider/kopiera');
  yield 'published times, nothing to copy';
  await world.timesFrom('both');
  const [amina, johan] = await app.db.query<{ id: string }[]>(
    'SELECT id FROM assistant WHERE district_id = $1 ORDER BY id',
    [world.district.id],
  );
  for (const minute of [9 * 60, 18 * 60]) await world.publish('2026-12-08', minute, [amina!.id, johan!.id]);
  await world.publish('2026-12-09', 18 * 60, [amina!.id]);
  await world.publish('2026-12-10', 18 * 60);
  await world.absent(amina!.id, '2026-12-09');
  await world.book({ date: '2026-12-08', minute: 18 * 60 });
  await goTo('/publicerade-tider?vecka=2026-W50');
  yield 'published times of a week';
  await page.locator('.fb-bulk button').click();
  yield 'published times of a week, nothing ticked';
  await page.locator('input[name=tid]').last().check();
  await page.locator('.fb-bulk button').click();
  yield 'published times of a week, one withdrawn';
  for (const form of ['ny', 'kopiera', 'termin']) {
    await goTo(`/publicerade-tider/${form}`);
    yield `publishing, ${form}`;
    await press();
    yield `publishing, ${form}, errors`;
  }
  await page.locator('#forelasning').selectOption({ index: 1 });
  await page.locator('input[name=termin]').first().check({ force: true });
  await page.locator('input[name=veckodag]').nth(1).check({ force: true });
  await page.locator('input[name=veckodag]').nth(3).check({ force: true });
  await page.locator('#tider').fill('9.00 12.30');
  await page.locator('input[name=person]').first().check({ force: true });
  await press();
  yield 'publishing, what it becomes';
  for (const tick of await page.locator('input[name=tid]').all()) await tick.uncheck();
  await press();
  yield 'publishing, nothing ticked';
  await page.locator('input[name=tid]').first().check();
  await press();
  yield 'publishing, done';
  await world.timesFrom('computed');
  await app.db.query('TRUNCATE booking, absence CASCADE');
  await app.db.query('DELETE FROM published_time');
}
