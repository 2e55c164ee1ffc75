import type { Page } from 'playwright-core';
import { inLanguage } from '../../../src/shared/language.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** "I am ill today", as the signed-in fältassistent sees it before and after the press. */
export async function* sickPages(
  { app }: Town,
  page: Page,
  goTo: (path: string) => Promise<unknown>,
): AsyncGenerator<string> {
  await app.db.query('DELETE FROM absence');
  await goTo('/franvaro/sjuk');
  yield 'ill today';
  await page.locator('button[value=today]').click();
  yield 'ill today, told';
  await page.locator('button[value=tomorrow]').click();
  yield 'ill today and tomorrow, told';
  await app.db.query('DELETE FROM absence');
}

/** What a coordinator is proposed where somebody is ill, and what was done; everybody else is away then. */
export async function* sickDeskPages(
  { app, world }: Town,
  { page, language }: Teacher,
): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const press = () => page.locator('main form button.ds-button:not([data-variant])').last().click();
  await app.db.query('TRUNCATE booking, absence, owed_mail CASCADE');
  const ids = [];
  for (const [index, minute] of [10 * 60, 13 * 60].entries())
    ids.push((await world.book({ minute, email: `ill${String(index)}@edu.stockholm.se` })).id);
  const [goes] = await app.db.query<{ id: string }[]>(
    'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = ANY($1) GROUP BY 1 HAVING count(*) = 2 LIMIT 1',
    [ids],
  );
  await app.db.query(
    `INSERT INTO absence (assistant_id, kind, period)
     SELECT id, 'training', tstzrange('2026-12-08 12:00+01', '2026-12-08 16:00+01') FROM assistant
      WHERE district_id = $1 AND id <> $2`,
    [world.district.id, goes!.id],
  );
  await goTo('/sjuk');
  yield 'somebody is ill';
  await press();
  yield 'somebody is ill, errors';
  await page.locator(`input[value="${goes!.id}"]`).check({ force: true });
  await page.locator('#fran').fill('2026-12-08');
  await press();
  yield 'somebody is ill, proposals';
  await goTo('/oversikt');
  yield 'overview, somebody is ill';
  await goTo(`/sjuk/${goes!.id}?fran=2026-12-08&till=2026-12-08`);
  await press();
  yield 'somebody is ill, done';
  await goTo(`/sjuk/${goes!.id}?fran=2026-12-08&till=2026-12-08`);
  yield 'somebody is ill, nothing left';
  await goTo('/sjuk');
  yield 'somebody is ill, entered already';
  await goTo(`/sjuk/${goes!.id}?fran=2026-12-08&till=2026-12-08`);
  await page.locator('main form button[data-variant=secondary]').last().click();
  yield 'somebody is ill, taken back';
  await app.db.query('TRUNCATE absence CASCADE');
}
