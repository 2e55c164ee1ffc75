import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { frameTexts } from '../../src/platform/web/texts.js';
import { CONTACT, DETAILS } from '../setup/school-visitor.js';
import { Keyboard } from './lib/keyboard.js';
import { LECTURE, SCHOOL, Teacher } from './lib/teacher.js';
import { openTown, type Town } from './lib/town.js';

let town: Town;
let page: Page;
let teacher: Teacher;
let keyboard: Keyboard;

beforeAll(async () => {
  town = await openTown();
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  await town.startOver();
  page = await town.visitor();
  teacher = new Teacher(page);
  keyboard = new Keyboard(page);
});

describe('with the keyboard alone', () => {
  test('a lecture is booked, and the focus is seen wherever it rests', async () => {
    const { journey, manage, offer } = teacher.texts;
    await teacher.goTo('');
    await keyboard.tabTo(offer.book);
    await keyboard.pressTo('Enter', journey.steps.lecture);
    await keyboard.tabTo(new RegExp(LECTURE.sv));
    await keyboard.pressTo('Enter', journey.steps.school);
    await keyboard.tabTo(journey.schoolPage.search);
    await keyboard.type(SCHOOL.slice(0, 5));
    await keyboard.press('Enter');
    await page.waitForURL(/namn=/);
    await keyboard.tabTo(new RegExp(SCHOOL));
    await keyboard.pressTo('Space', journey.steps.time);
    await keyboard.tabTo(/^Tisdag 8 december kl\. 10\.00/);
    await keyboard.pressTo('Enter', journey.steps.details);
    await keyboard.tabTo(/^åk/);
    await keyboard.press('Space');
    await keyboard.tabTo(journey.detailsPage.className);
    await keyboard.type('7B');
    await keyboard.tabTo(journey.detailsPage.pupils);
    await keyboard.type(DETAILS.antal);
    await keyboard.tabTo(journey.goOn);
    await keyboard.pressTo('Enter', journey.steps.contact);
    await keyboard.tabTo(journey.contactPage.name);
    await keyboard.type(CONTACT.namn);
    await keyboard.tabTo(journey.contactPage.email);
    await keyboard.type(CONTACT.epost);
    await keyboard.tabTo(journey.contactPage.phone);
    await keyboard.type(CONTACT.telefon);
    await keyboard.tabTo(journey.goOn);
    await keyboard.pressTo('Space', journey.steps.check);
    await keyboard.tabTo(journey.checkPage.teacher);
    await keyboard.press('Space');
    await keyboard.tabTo(journey.checkPage.send);
    await keyboard.pressTo('Enter', manage.receipt.heading);
    expect(keyboard.faults).toEqual([]);
    const bookings = await town.app.db.query<object[]>('SELECT class_name, status FROM booking');
    expect(bookings).toEqual([{ class_name: '7B', status: 'confirmed' }]);
  });

  test('the first tab shows the way past the head of the page, and that way works', async () => {
    await teacher.goTo('');
    const skip = await keyboard.tab();
    expect(skip).toMatchObject({ name: frameTexts.sv.skip, faults: [] });
    await keyboard.press('Enter');
    expect((await keyboard.tab())?.name).toBe(teacher.texts.offer.book);
  });

  test('a fault is told at once, and leads to the field', async () => {
    await teacher.chooseLecture();
    await teacher.goTo('annan-skola');
    await keyboard.tabTo(teacher.texts.journey.goOn);
    await keyboard.press('Enter');
    await page.locator('.ds-error-summary:focus').waitFor();
    const { nameMissing } = teacher.texts.journey.otherSchoolPage;
    expect((await keyboard.tab())?.name).toBe(nameMissing);
    await keyboard.press('Enter');
    await page.locator('#skolnamn:focus').waitFor();
    await keyboard.type('Skolan på berget');
    expect(await page.locator('#skolnamn').inputValue()).toBe('Skolan på berget');
  });
});

const STEPS = [
  '',
  'utbud/cannabis-och-hjarnan',
  'forelasning',
  'skola',
  'tid',
  'klass',
  'kontakt',
  'granska',
];

test('every place of a page is reached once, from top to bottom, and the way ends', async () => {
  await teacher.fillIn();
  for (const step of STEPS) {
    await teacher.goTo(step);
    const places = await page.evaluate(placesToReach);
    const stops = await keyboard.walkThrough();
    expect({ step, stops: stops.length }).toEqual({ step, stops: places });
    const ofForm = stops.filter(stop => stop.isInForm);
    const upwards = ofForm.filter((stop, index) => index > 0 && stop.bottom <= ofForm[index - 1]!.top);
    expect({ step, upwards }).toEqual({ step, upwards: [] });
  }
  expect(keyboard.faults).toEqual([]);
});

/** How many there are: one for a group of radio buttons, four for a date with its calendar. Runs in the browser. */
function placesToReach(): number {
  const all = document.querySelectorAll<HTMLElement>('a[href], button, input:not([type="hidden"]), textarea');
  const radios = new Set<string>();
  const dates = document.querySelectorAll('input[type="date"]');
  const places = [...all].filter(element => {
    if (element.tabIndex < 0 || !element.checkVisibility()) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const isFirst = !radios.has(element.name);
    radios.add(element.name);
    return isFirst;
  });
  return places.length + 3 * dates.length;
}
