import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accountOf, PASSWORD } from '../setup/staff-visitor.js';
import { openTown, type Town } from './lib/town.js';

let town: Town;
let page: Page;

beforeAll(async () => {
  town = await openTown();
  const districtId = town.world.district.id;
  await accountOf(town.app, { role: 'coordinator', districtId, email: 'lena@kungsholmen.example' });
  for (const [index, className] of ['9A', '9B', '9C'].entries()) {
    const { details } = await town.world.wish();
    const email = `${className}@edu.stockholm.se`;
    await town.world.book({
      date: `2026-12-0${String(index + 7)}`,
      email,
      details: { ...details, className },
    });
  }
  page = await town.visitor({ javaScriptEnabled: false });
  await page.goto('/logga-in');
  await page.locator('#epost').fill('lena@kungsholmen.example');
  await page.locator('#losenord').fill(PASSWORD);
  await page.locator('main form button.ds-button').last().click();
}, 60_000);
afterAll(() => town.close());

const classes = () => page.locator('tbody td:nth-child(6)').allInnerTexts();

describe('the list of bookings, without script', () => {
  test('is searched, ordered and given other columns by its forms and links, one after the other', async () => {
    await page.goto('/bokningar');
    expect(await classes()).toEqual(['9A', '9B', '9C']);
    await page.getByRole('link', { name: 'Klass' }).click();
    await page.getByRole('link', { name: 'Klass' }).click();
    expect(await classes()).toEqual(['9C', '9B', '9A']);
    await page.locator('#arskurs').selectOption('7-9');
    await page.getByRole('button', { name: 'Filtrera' }).click();
    expect(new URL(page.url()).searchParams.get('ordning')).toBe('-klass');
    expect(await classes()).toEqual(['9C', '9B', '9A']);
    await page.locator('summary').click();
    await page.locator('#fran').fill('2026-12-08');
    await page.getByRole('button', { name: 'Visa datumen' }).click();
    expect(await classes()).toEqual(['9C', '9B']);
    expect(await page.locator('#period').inputValue()).toBe('datum');
    await page.locator('summary').click();
    await page.getByLabel('Nummer').check({ force: true });
    await page.getByRole('button', { name: 'Visa kolumnerna' }).click();
    expect(await classes()).toEqual(['9C', '9B']);
    expect(await page.locator('thead th').last().innerText()).toBe('Nummer');
    await page.locator('#sok').fill('9b');
    await page.locator('#sok').press('Enter');
    expect(await classes()).toEqual(['9B']);
    const copied = await town.visitor({ javaScriptEnabled: false });
    await copied.context().addCookies(await page.context().cookies());
    await copied.goto(page.url());
    expect(await copied.locator('tbody').innerText()).toBe(await page.locator('tbody').innerText());
  });

  test('what is ticked is sent by the bar at its foot, and marked', async () => {
    await page.goto('/bokningar');
    const ticks = page.locator('[name=bokning]');
    await page.getByRole('checkbox', { name: /^Välj Rålambshovsskolan 9A mån/ }).check();
    await ticks.nth(2).check();
    const chosen = await ticks.evaluateAll(all =>
      all.map(one => one as HTMLInputElement).flatMap(one => (one.checked ? [one.value] : [])),
    );
    const [sent] = await Promise.all([
      page.waitForRequest(request => request.method() === 'POST'),
      page.getByRole('group', { name: 'Valda bokningar' }).getByRole('button', { name: 'Bemanna' }).click(),
    ]);
    const fields = new URLSearchParams(sent.postData() ?? '');
    expect([new URL(sent.url()).pathname, fields.getAll('bokning'), fields.get('gor')]).toEqual([
      '/bokningar/flera',
      chosen,
      'bemanna',
    ]);
    expect(chosen).toHaveLength(2);
  });

  test('at 320 px scrolls in a frame of its own, which has a name and takes the focus', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/bokningar');
    const frame = page.getByRole('region', { name: 'Bokningar' });
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    expect(await frame.evaluate(element => element.scrollWidth > element.clientWidth)).toBe(true);
    expect(await frame.evaluate(element => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/bokningar');
    expect(await frame.evaluate(element => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  });
});
