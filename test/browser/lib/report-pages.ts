import { inLanguage } from '../../../src/shared/language.js';
import { instantAt } from '../../../src/shared/time/swedish-time.js';
import { accountOf, PASSWORD } from '../../setup/staff-visitor.js';
import { MONDAY_MORNING } from '../../setup/test-clock.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** Leads a coordinator, and then somebody who follows the whole city, through the capacity report. */
export async function* reportPages(
  { app, world }: Town,
  { page, language }: Teacher,
): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const signIn = async (email: string) => {
    await page.context().clearCookies();
    await goTo('/logga-in');
    await page.locator('#epost').fill(email);
    await page.locator('#losenord').fill(PASSWORD);
    await page.locator('main form button.ds-button').last().click();
    await page.waitForURL(url => !url.pathname.endsWith('/logga-in'));
  };
  await accountOf(app, {
    role: 'coordinator',
    districtId: world.district.id,
    email: 'report@kungsholmen.example',
  });
  await accountOf(app, { role: 'analyst', email: 'report@staden.example' });
  app.clock.set(instantAt('2026-12-08', 16 * 60));
  await app.db.query(
    `UPDATE booking SET status = 'held', pupils_present = 27, version = version + 1
      WHERE status = 'confirmed' AND ends_at <= $1`,
    [app.clock.now()],
  );
  await signIn('report@kungsholmen.example');
  await goTo('/rapporter');
  yield 'capacity by week';
  await goTo('/rapporter?period=lasar2026');
  yield 'capacity by month';
  await goTo('/rapporter?visa=person');
  yield 'capacity by person';
  await goTo('/rapporter?visa=skola');
  yield 'capacity by school';
  await goTo('/rapporter?period=man2026-11');
  yield 'capacity of a month that is over';
  await page.locator('#faststall button').click();
  yield 'capacity, closed';
  await app.db.query(`UPDATE booking SET pupils_present = 29 WHERE status = 'held'`);
  await goTo('/rapporter?period=man2026-11');
  yield 'capacity, changed since it was closed';
  await goTo('/rapporter?period=t1-2030');
  yield 'capacity, nothing there';
  await goTo('/rapporter?period=egen&fran=2026-11-16&till=2026-11-02');
  yield 'capacity, errors';
  await signIn('report@staden.example');
  await goTo('/rapporter?visa=stadsdel');
  yield 'capacity by district';
  app.clock.set(MONDAY_MORNING);
}
