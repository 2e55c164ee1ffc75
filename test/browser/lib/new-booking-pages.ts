import { inLanguage } from '../../../src/shared/language.js';
import { signInCoordinator } from './coordinator.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

async function everybodyAway({ app, world }: Town, date: string): Promise<void> {
  const team = await app.db.query<{ id: string }[]>('SELECT id FROM assistant WHERE district_id = $1', [
    world.district.id,
  ]);
  for (const { id } of team) await world.absent(id, date);
}

/** Leads a coordinator through a new booking, in the browser that was somebody else's. */
export async function* newBookingPages(town: Town, { page, language }: Teacher): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  await signInCoordinator(town, page, language);
  await goTo('/bokningar/ny');
  yield 'new booking';
  await page.locator('main button.ds-button').first().click();
  yield 'new booking, errors';
  await page.locator('#forelasning').selectOption({ index: 1 });
  await page.locator('#skola').selectOption((await town.world.school()).id);
  await page.locator('button[value=visa]').click();
  yield 'new booking, free times';
  await page.locator('#datum').fill('2026-11-25');
  await page.locator('#klockan').fill('7.30');
  await page.locator('#arskurs').selectOption({ index: 2 });
  await page.locator('#klass').fill('1A');
  await page.locator('#antal').fill('60');
  await page.locator('#namn').fill('Karin Ek');
  await page.locator('#epost').fill('karin.ek@edu.stockholm.se');
  await page.locator('#telefon').fill('070-174 06 12');
  await page.locator('main button.ds-button').first().click();
  yield 'new booking, rules to set aside';
  await everybodyAway(town, '2026-11-25');
  await page.locator('#klockan').fill('8.30');
  await page.locator('main button.ds-button').first().click();
  yield 'new booking, nobody can go';
}
