import type { Page } from 'playwright-core';
import { inLanguage, type Language } from '../../../src/shared/language.js';
import { Accounts } from '../../../src/staff/sign-in/accounts.js';
import { accountOf, PASSWORD } from '../../setup/staff-visitor.js';
import type { Town } from './town.js';

const COORDINATOR = 'lena@kungsholmen.example';

/** Signs the town's coordinator in, in a browser that may have been somebody else's. */
export async function signInCoordinator(
  { app, world }: Pick<Town, 'app' | 'world'>,
  page: Page,
  language: Language,
): Promise<void> {
  if (!(await app.app.get(Accounts, { strict: false }).byEmail(COORDINATOR)))
    await accountOf(app, {
      role: 'coordinator',
      districtId: world.district.id,
      email: COORDINATOR,
      name: 'Lena Forsberg',
    });
  await page.context().clearCookies();
  await page.goto(inLanguage(language, '/logga-in'));
  await page.locator('#epost').fill(COORDINATOR);
  await page.locator('#losenord').fill(PASSWORD);
  await page.locator('main form button.ds-button').last().click();
}
