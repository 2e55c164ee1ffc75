import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Teacher } from './lib/teacher.js';
import { openTown, type Town } from './lib/town.js';

let town: Town;
let page: Page;
let teacher: Teacher;

beforeAll(async () => {
  town = await openTown();
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  await town.startOver();
  page = await town.visitor();
  teacher = new Teacher(page);
});

const bookings = () =>
  town.app.db.query<object[]>('SELECT status, class_name FROM booking ORDER BY created_at');

/** Everything that the visitor sees and has typed on this page. */
const onScreen = () =>
  page.evaluate(() => ({
    title: document.title,
    words: document.querySelector<HTMLElement>('main')!.innerText,
    chosen: document.querySelector<HTMLElement>('[aria-current]')?.innerText,
    typed: [
      ...document.querySelectorAll<HTMLInputElement>('.main :is(input, textarea):not([type="hidden"])'),
    ].map(field => [
      field.id || field.value,
      ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value,
    ]),
  }));

describe('back, forward and reload', () => {
  test('lose nothing at any step', async () => {
    await teacher.fillIn();
    const steps = ['forelasning', 'skola', 'tid', 'klass', 'kontakt', 'granska'];
    const before = new Map<string, unknown>();
    for (const step of steps) {
      await teacher.goTo(step);
      before.set(step, await onScreen());
      await page.reload();
      expect(await onScreen()).toEqual(before.get(step));
    }
    for (const step of steps.slice(0, -1).reverse()) {
      await page.goBack();
      expect(page.url()).toContain(step);
      expect(await onScreen()).toEqual(before.get(step));
    }
    for (const step of steps.slice(1)) {
      await page.goForward();
      expect(await onScreen()).toEqual(before.get(step));
    }
    await teacher.send();
    expect(await teacher.heading()).toBe(teacher.texts.manage.receipt.heading);
  });

  test('what a failed check has kept is there after a reload of its page too', async () => {
    await teacher.fillIn();
    await teacher.goTo('klass');
    await page.locator('#antal').fill('900');
    await page.locator('#sal').fill('aulan');
    await teacher.goOn();
    const refused = await onScreen();
    expect(refused.typed).toContainEqual(['sal', 'aulan']);
    await page.reload();
    expect(await onScreen()).toEqual(refused);
  });

  test('back from the receipt and sent once more: the same receipt', async () => {
    await teacher.fillIn();
    await teacher.send();
    const receipt = page.url();
    await page.goBack();
    await teacher.send();
    expect(page.url()).toBe(receipt);
    expect(await bookings()).toHaveLength(1);
  });
});

test('a double press of the button that sends books once', async () => {
  await teacher.fillIn();
  await page.getByLabel(teacher.texts.journey.checkPage.teacher).check();
  await page.getByRole('button', { name: teacher.texts.journey.checkPage.send }).dblclick();
  await page.waitForURL(/\/bokad$/);
  expect(await bookings()).toEqual([{ status: 'confirmed', class_name: '9B' }]);
});

/** Faults in the words of the page: those of the summary on top, and those that a field is described by. */
async function faultsTold() {
  const inSummary = await page
    .locator('.ds-error-summary a')
    .evaluateAll(links =>
      (links as HTMLAnchorElement[]).map(link => ({ field: link.hash.slice(1), words: link.innerText })),
    );
  const atFields = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.ds-validation-message')].map(message => {
      const field = document.querySelector<HTMLElement>(`[aria-describedby~="${message.id}"]`);
      if (field?.matches('fieldset'))
        return { field: field.querySelector('input')?.id, words: message.innerText };
      const isMarked = field?.getAttribute('aria-invalid') === 'true';
      return { field: isMarked ? field.id : undefined, words: message.innerText };
    }),
  );
  return { inSummary, atFields };
}

describe('a failed check', () => {
  test.each([
    ['klass', { antal: 'många', klass: '' }, ['arskurs', 'klass', 'antal']],
    [
      'kontakt',
      { namn: '', epost: 'karin', telefon: '12', annan_namn: 'Kim' },
      ['namn', 'epost', 'telefon', 'annan_telefon'],
    ],
    ['annan-skola', { skolnamn: 'Skolan på berget' }, ['gata']],
    ['granska', {}, ['larare']],
  ])(
    'on /%s keeps what was typed and says on top and at each field what to mend',
    async (step, typed, fields) => {
      if (step === 'granska') await teacher.fillIn();
      else {
        // Several grades to choose from, or one that goes without saying.
        await teacher.chooseLecture(step === 'klass' ? 'Respekt och Självrespekt' : undefined);
        await teacher.chooseSchool(step === 'klass' ? 'Kungsholmens grundskola' : undefined);
        await teacher.chooseTime();
        if (step === 'kontakt') {
          await teacher.fillInClass();
          await teacher.goOn();
        }
        await teacher.goTo(step);
      }
      for (const [id, value] of Object.entries(typed)) await page.locator(`#${id}`).fill(value);
      const { goOn, checkPage } = teacher.texts.journey;
      await teacher.press(step === 'granska' ? checkPage.send : goOn);

      expect(await page.title()).toMatch(/^Fel: /);
      for (const [id, value] of Object.entries(typed))
        expect(await page.locator(`#${id}`).inputValue()).toBe(value);
      const { inSummary, atFields } = await faultsTold();
      expect(inSummary.map(fault => fault.field)).toEqual(fields);
      expect(atFields).toEqual(inSummary);
      expect(
        await page.locator('.ds-error-summary').evaluate(summary => summary === document.activeElement),
      ).toBe(true);
      const summary = await page.locator('.ds-error-summary').boundingBox();
      const heading = await page.locator('h1').boundingBox();
      expect(summary!.y).toBeLessThan(heading!.y);
      for (const [index, field] of fields.entries()) {
        await page.locator('.ds-error-summary a').nth(index).click();
        expect(await page.evaluate(() => document.activeElement?.id)).toBe(field);
      }
    },
  );
});

describe('a time that is taken after all', () => {
  /** The hold has run out, and another class of the town was faster. */
  async function loseTheTime() {
    town.app.clock.pass(11 * 60_000);
    await town.app.turn();
    await town.world.book({ email: 'snabb@edu.stockholm.se' });
  }

  test('keeps every answer and offers the three nearest free ones; one press, and the booking can be sent', async () => {
    await teacher.fillIn();
    await loseTheTime();
    await teacher.send();
    expect(await teacher.heading()).toBe(teacher.texts.journey.taken.title);
    const times = page.getByRole('button', { name: /kl\.\s\d/ });
    expect(await times.count()).toBe(3);
    const [chosen] = await times.allInnerTexts();
    await times.first().click();
    expect(await teacher.heading()).toBe(teacher.texts.journey.steps.check);
    const { words } = await onScreen();
    for (const answer of [
      '9B',
      '27',
      'sal 214',
      'Karin Ek, mentor',
      '070-174 06 12',
      chosen!.split(/\s/).at(-1)!,
    ])
      expect(words).toContain(answer);
    await teacher.send();
    expect(await teacher.heading()).toBe(teacher.texts.manage.receipt.heading);
    expect(await bookings()).toHaveLength(2);
  });

  test('also where it goes while one is choosing', async () => {
    await teacher.chooseLecture();
    await teacher.chooseSchool();
    await town.world.book({ email: 'snabb@edu.stockholm.se' });
    await teacher.chooseTime();
    expect(await teacher.heading()).toBe(teacher.texts.journey.taken.title);
    await page
      .getByRole('button', { name: /kl\.\s\d/ })
      .first()
      .click();
    expect(await teacher.heading()).toBe(teacher.texts.journey.steps.details);
  });
});

describe('where nothing is free', () => {
  const toTimes = async () => {
    await teacher.chooseLecture();
    await teacher.chooseSchool();
  };

  test('for a long while, the page begins where something is, and says so', async () => {
    const team = await town.app.db.query<{ id: string }[]>('SELECT id FROM assistant');
    for (const { id } of team) {
      for (let day = 24; day <= 30; day++) await town.world.absent(id, `2026-11-${String(day)}`);
      for (let day = 1; day <= 31; day++)
        await town.world.absent(id, `2026-12-${String(day).padStart(2, '0')}`);
    }
    await toTimes();
    expect((await onScreen()).words).toMatch(/Första lediga veckan är vecka\s2\b|vecka\s[23]\b/);
    expect(await page.locator('.fb-time').count()).toBeGreaterThan(0);
    await town.app.db.query('DELETE FROM absence');
  });

  test('that fits what was asked for, the page says when the next one is and leads there', async () => {
    const team = await town.app.db.query<{ id: string }[]>('SELECT id FROM assistant');
    for (const { id } of team)
      for (const date of ['2026-12-04', '2026-12-11', '2026-12-18']) await town.world.absent(id, date);
    await toTimes();
    await teacher.goTo('tid?dag=5');
    expect(await page.locator('.fb-time').count()).toBe(0);
    await teacher.follow(teacher.texts.journey.timePage.showThat);
    expect(await page.locator('.fb-time').first().innerText()).toMatch(/Fredag/i);
    await town.app.db.query('DELETE FROM absence');
  });

  test('at all, the page says so and whom to call', async () => {
    await toTimes();
    await town.app.db.query(`UPDATE assistant SET employed_until = '2026-01-01'`);
    await page.reload();
    expect((await onScreen()).words).toContain(teacher.texts.journey.timePage.nothingFree);
    expect(await page.locator('.main .tel').innerText()).toBe('08-465 004 00');
    await town.app.db.query('UPDATE assistant SET employed_until = NULL');
  });
});
