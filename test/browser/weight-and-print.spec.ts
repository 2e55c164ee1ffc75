import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/shared/language.js';
import { Teacher } from './lib/teacher.js';
import { openTown, type Town } from './lib/town.js';

let town: Town;

beforeAll(async () => {
  town = await openTown();
}, 60_000);
afterAll(() => town.close());
beforeEach(() => town.startOver());

/**
 * Bytes that come over the line, headers and all, until the page is complete: as somebody's first visit. Stylesheet and
 * fonts are compressed once, when they are built; the page itself comes as it is, and a proxy may compress it further.
 */
async function bytesOf(path: string): Promise<number> {
  const page = await town.visitor();
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.context().close();
  return bytes;
}

describe('weight', () => {
  test.each(['/boka/kungsholmen', '/en/boka/kungsholmen', '/boka/kungsholmen/forelasning'])(
    'a first visit to %s takes at most 100 kB',
    async path => {
      const bytes = await bytesOf(path);
      expect(bytes).toBeGreaterThan(40_000);
      expect(bytes).toBeLessThan(100_000);
    },
  );
});

describe('cookies', () => {
  test('none for looking, and only those that a booking cannot do without, out of reach of scripts', async () => {
    const page = await town.visitor();
    const teacher = new Teacher(page);
    await teacher.goTo('');
    await teacher.goTo('utbud/cannabis-och-hjarnan');
    await page.goto('/kakor');
    const looking = (await page.context().cookies()).map(cookie => cookie.name);
    expect(looking.filter(name => name !== 'csrf')).toEqual([]);
    await teacher.fillIn();
    await teacher.send();
    const cookies = await page.context().cookies();
    const names = cookies.map(cookie => cookie.name.replace(/\w{3}-\w{3}$/, '…'));
    expect(names.sort()).toEqual(['bokning-…', 'csrf', 'utkast']);
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });
});

const pagesWhenPrinted = async (page: Page) =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

describe.each<Language>(['sv', 'en'])('print, in %s', language => {
  test('the receipt takes one page of A4', async () => {
    const page = await town.visitor();
    const teacher = new Teacher(page, language);
    await teacher.fillIn();
    await teacher.send();
    expect(await page.getByRole('button', { name: teacher.texts.manage.receipt.print }).isVisible()).toBe(
      true,
    );
    expect(await pagesWhenPrinted(page)).toBe(1);
  });

  test('so does the one of a booking that has to be confirmed', async () => {
    const page = await town.visitor();
    const teacher = new Teacher(page, language);
    await teacher.fillIn();
    await teacher.goTo('kontakt');
    await page.locator('#epost').fill('karin@mail.example');
    await teacher.goOn();
    await teacher.send();
    expect(await teacher.heading()).toBe(teacher.texts.manage.receipt.preliminaryHeading);
    expect(await pagesWhenPrinted(page)).toBe(1);
  });
});
