import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/shared/language.js';
import { CONTACT } from '../setup/school-visitor.js';
import { LECTURE, Teacher } from './lib/teacher.js';
import { openTown, type Town } from './lib/town.js';

let town: Town;

beforeAll(async () => {
  town = await openTown();
}, 60_000);
afterAll(() => town.close());

const WEDNESDAY_AT_NINE = { sv: /^Onsdag 9\sdecember kl\. 9\.00–/, en: /^Wednesday 9\sDecember at 0?9:00–/ };
const words = {
  sv: { tuesday: 'tisdag', wednesday: 'Onsdag 9 december', subject: /^Bokat: / },
  en: { tuesday: 'Tuesday', wednesday: 'Wednesday 9 December', subject: /^Booked: / },
};

const textOf = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

/** The start of the visit in a calendar file that a link lets one download. */
async function startInCalendarFile(page: Page, link: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')) as unknown[]);
  return String(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('dtstart'));
}

/** Opens the newest mail to an address and presses its button, on a computer that has never been here. */
async function openBookingFromMail(subject: RegExp, recipient: string): Promise<Page> {
  await town.app.mails();
  const page = await town.visitor({ javaScriptEnabled: false });
  await page.goto('/dev/inbox');
  const mail = page.getByRole('listitem').filter({ hasText: recipient }).getByRole('link', { name: subject });
  await mail.first().click();
  await page.frameLocator('iframe').locator('a[href*="/bokning/l/"]').first().click();
  await page.waitForURL(/\/bokning\/\w{3}-\w{3}$/);
  return page;
}

describe.each<Language>(['sv', 'en'])('the whole way without JavaScript, in %s', language => {
  test('from the offer to the receipt, and by the link in the mail to another time and off again', async () => {
    const page = await town.visitor({ javaScriptEnabled: false });
    const teacher = new Teacher(page, language);
    const { journey, manage, offer } = teacher.texts;

    await teacher.goTo('');
    expect(await teacher.heading()).toBe(offer.heading);
    await teacher.follow(LECTURE[language]);
    expect(await teacher.heading()).toBe(LECTURE[language]);
    await teacher.press(offer.lecture.book);
    expect(await teacher.heading()).toBe(journey.steps.school);
    await teacher.findSchool();
    expect(await page.locator('.fb-picks li').count()).toBe(1);
    await teacher.chooseSchool();
    expect(await teacher.heading()).toBe(journey.steps.time);
    await teacher.chooseTime();
    expect(await teacher.heading()).toBe(journey.steps.details);
    await teacher.fillInClass();
    await teacher.goOn();
    expect(await teacher.heading()).toBe(journey.steps.contact);
    await teacher.fillInContact();
    await teacher.goOn();
    expect(await teacher.heading()).toBe(journey.steps.check);
    expect(await textOf(page)).toContain(`${CONTACT.namn}, ${CONTACT.roll}`);
    await teacher.send();

    expect(await teacher.heading()).toBe(manage.receipt.heading);
    const receipt = await textOf(page);
    expect(receipt).toContain(words[language].tuesday);
    expect(receipt).toMatch(/\w{3}-\w{3}/);
    await page.reload();
    expect(await textOf(page)).toBe(receipt);
    expect(await startInCalendarFile(page, manage.receipt.addToCalendar)).toBe('2026-12-08T09:00:00Z');

    const atHome = await openBookingFromMail(words[language].subject, CONTACT.epost);
    const later = new Teacher(atHome, language);
    expect(await later.heading()).toBe(manage.title);
    await later.follow(manage.actions.move);
    await later.follow(WEDNESDAY_AT_NINE[language]);
    await later.press(manage.movePage.confirm);
    expect(await textOf(atHome)).toContain(manage.movePage.moved);
    expect(await textOf(atHome)).toContain(words[language].wednesday);

    await later.follow(manage.actions.cancel);
    await atHome.getByLabel(manage.cancelPage.reasons.illness).check();
    await later.press(manage.cancelPage.cancel);
    expect(await textOf(atHome)).toContain(manage.cancelPage.cancelled);
    expect(await textOf(atHome)).toContain(manage.status.cancelledBySchool);

    const bookings = await town.app.db.query<object[]>(
      'SELECT status, language FROM booking WHERE language = $1',
      [language],
    );
    expect(bookings).toEqual([{ status: 'cancelled', language }]);
  });
});
