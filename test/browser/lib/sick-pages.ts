import type { Page } from 'playwright-core';
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
