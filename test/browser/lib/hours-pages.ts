import type { Page } from 'playwright-core';

/** A fältassistent's own hours: the week, what a change touches, extra hours. Tomorrow she goes on a visit. */
export async function* hoursPages(
  page: Page,
  goTo: (path: string) => Promise<unknown>,
  press: () => Promise<void>,
): AsyncGenerator<string> {
  const save = () => page.locator('main .fb-form button.ds-button[value=spara]').click();
  await goTo('/min-tillganglighet');
  yield 'my availability';
  await page.locator('#laggtill4').click();
  yield 'my availability, a row more';
  await page.locator('#d4r1fran').fill('nio');
  await page.locator('#d1r0till').fill('7');
  await save();
  yield 'my availability, errors';
  await goTo('/min-tillganglighet');
  await page.locator('#d3r0till').fill('8.30');
  await save();
  yield 'my availability, a visit outside the hours';
  await page.locator('button[value=anda]').click();
  yield 'my availability, saved';
  await page.locator('#fran').fill('2027-02-01');
  await page.locator('#d2r0till').fill('11');
  await save();
  await goTo('/min-tillganglighet?andra=2027-02-01');
  yield 'my availability, a coming week is changed';
  await page.locator('button[name=period]').first().click();
  yield 'my availability, a coming week is taken away';
  await goTo('/min-tillganglighet/extra');
  yield 'extra hours';
  await press();
  yield 'extra hours, errors';
  await page.locator('#datum').fill('2026-12-10');
  await page.locator('#fran').fill('17');
  await page.locator('#till').fill('19.30');
  await press();
  yield 'extra hours, entered';
  await goTo('/min-tillganglighet/kopiera');
  yield 'copy a week';
  await press();
  yield 'copy a week, errors';
  await page.locator('#till').fill('2027-01-18');
  await page.locator('#tillochmed').fill('2027-02-12');
  await page.locator('main button.ds-button').first().click();
  yield 'copy a week, what it gives';
  await goTo('/min-tillganglighet');
  await page.locator('main details.fb-more summary').first().click();
  await page.locator('#varje').selectOption('2');
  await page.locator('button[value=rytm]').click();
  yield 'my availability, weeks in turns';
  await page.locator('#v2d2r0till').fill('sju');
  await save();
  yield 'my availability, weeks in turns, errors';
  await page.locator('#v2d2r0till').fill('19');
  await save();
  yield 'my availability, weeks in turns, saved';
  await goTo('/min-tillganglighet/kopiera-termin');
  yield 'copy a term';
  await page.locator('#till').selectOption('');
  await press();
  yield 'copy a term, errors';
  await page.locator('#till').selectOption({ index: 1 });
  await press();
  yield 'copy a term, what it gives';
  await goTo('/franvaro');
  await page.locator('summary').first().click();
  yield 'absence, recurrence';
  await page.locator('input[value=training]').check({ force: true });
  await page.locator('#fran').fill('2027-01-19');
  await page.locator('input[name=varje][value="2"]').check({ force: true });
  await press();
  yield 'absence, recurrence, errors';
  await page.locator('#sista').fill('2027-03-30');
  await press();
  await page.locator('details.fb-more summary').first().click();
  yield 'absence that recurs, entered';
  await page.locator('.fb-facts button[name=franvaro]').last().click();
  yield 'absence that recurs, removal';
}
