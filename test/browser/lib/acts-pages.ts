import { inLanguage } from '../../../src/shared/language.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** Leads a coordinator, who is signed in, through the pages of one booking and of what can be done to it. */
export async function* actsPages(town: Town, { page, language }: Teacher): AsyncGenerator<string> {
  const { app, world } = town;
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const { reference } = await world.book({ date: '2027-01-19', email: 'karin@gmail.example' });
  await app.mails();

  const path = `/bokningar/${reference}`;
  await goTo(path);
  yield 'booking of the desk, preliminary';
  await page.locator('form[action$=anteckning] button').click();
  yield 'booking of the desk, errors';
  await page.locator('#anteckning').fill('Rektor ringde och undrade om salen.');
  await page.locator('form[action$=anteckning] button').click();
  await page.locator('form[action$=bekrafta] button').click();
  yield 'booking of the desk, confirmed';
}
