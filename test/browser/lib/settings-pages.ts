import { inLanguage } from '../../../src/shared/language.js';
import { signInCoordinator } from './coordinator.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** Leads a coordinator through the pages on which a district edits its own. */
export async function* settingsPages(
  { app, world }: Town,
  { page, language }: Teacher,
): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const save = () => page.locator('button[value=spara]').click();
  await signInCoordinator({ app, world }, page, language);
  const { id } = await world.lecture();

  await goTo('/utbud');
  yield 'what is offered';
  await goTo('/utbud/ny');
  yield 'a new lecture';
  await save();
  yield 'a new lecture, errors';
  await goTo(`/utbud/${id}`);
  yield 'a lecture to edit';
  await app.db.query('UPDATE lecture SET minutes = 61 WHERE id = $1', [id]);
  await page.locator('#titleEn').fill('Cannabis and the young brain');
  await save();
  yield 'a lecture to edit, changed by somebody else';
  await save();
  yield 'a lecture to edit, saved';

  await goTo('/installningar');
  yield 'settings';
  await goTo('/installningar/regler');
  yield 'rules';
  await page.locator('#peopleNeeded').fill('många');
  await page.locator('#studentsLunchUntil').fill('');
  await save();
  yield 'rules, errors';

  await goTo('/installningar/lasar');
  yield 'school years';
  await page.locator('.fb-years a').nth(1).click();
  yield 'a school year';
  await page.locator('#springEnds').fill('2027-07-02');
  await save();
  yield 'a school year, errors';
  await page.locator('a[href$="/lov/ny"]').click();
  await page.locator('#nameSv').fill('Lovdag');
  await page.locator('#nameEn').fill('Day off');
  await page.locator('#startsOn').fill('2026-12-09');
  yield 'a new break';
  await save();
  yield 'a new break, visits that it hits';
  await page.locator('button[value=anda]').click();
  yield 'a school year, a break added';
  await page.locator('.fb-facts a').first().click();
  yield 'a break';

  await goTo('/installningar/texter');
  await page.locator('#prepareSv').fill('bänkar i en ring');
  await page.locator('#phone').fill('växeln');
  await save();
  yield 'texts, errors';
  await page.locator('#prepareEn').fill('benches in a circle');
  await page.locator('#phone').fill('08-465 004 00');
  await save();
  yield 'texts, saved';
}
