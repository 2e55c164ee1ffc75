import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountOf, PASSWORD } from '../setup/staff-visitor.js';
import { openTown, type Town } from './lib/town.js';

let town: Town;
let page: Page;

beforeAll(async () => {
  town = await openTown();
  const { app, world } = town;
  await world.book({ date: '2026-12-08' });
  await accountOf(app, { role: 'coordinator', districtId: world.district.id, email: 'lena@x.example' });
  page = await town.visitor();
  await page.goto('/logga-in');
  await page.locator('#epost').fill('lena@x.example');
  await page.locator('#losenord').fill(PASSWORD);
  await page.locator('main form button.ds-button').last().click();
  await page.waitForURL(url => !url.pathname.endsWith('/logga-in'));
}, 60_000);
afterAll(() => town.close());

const pages = async () =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test.each([
  '/rapporter?period=ht2026',
  '/en/rapporter?period=ht2026',
  '/rapporter?period=lasar2026&visa=manad',
  '/rapporter?period=lasar2026&visa=vecka',
  '/rapporter?period=ht2026&visa=skola',
])('%s takes at most two pages of A4, without menu, choices or buttons, and no row is cut', async path => {
  await page.goto(path);
  expect(await pages()).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    shown: [...document.querySelectorAll('nav, form, .ds-button')].filter(one => one.checkVisibility())
      .length,
    cut: [...document.querySelectorAll('.fb-table tr, .fb-chart, .fb-figs > div')].filter(
      one => getComputedStyle(one).breakInside !== 'avoid',
    ).length,
    rows: document.querySelectorAll('.fb-table tr').length,
  }));
  await page.emulateMedia({ media: null });
  expect(seen).toMatchObject({ shown: 0, cut: 0 });
  expect(seen.rows).toBeGreaterThan(5);
});
