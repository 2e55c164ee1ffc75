import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newBookingTexts } from '../../src/desk/new-booking/new-booking-texts.js';
import { Keyboard } from './lib/keyboard.js';
import { signInCoordinator } from './lib/coordinator.js';
import { openTown, type Town } from './lib/town.js';

let town: Town;

beforeAll(async () => {
  town = await openTown();
}, 60_000);
afterAll(() => town.close());

test('a coordinator books with the keyboard alone, on one page', async () => {
  const page = await town.visitor();
  const keyboard = new Keyboard(page);
  const t = newBookingTexts.sv;
  await signInCoordinator(town, page, 'sv');
  await page.goto('/bokningar/ny');
  await keyboard.tabTo(t.lecture);
  await keyboard.type('Cannabis');
  await keyboard.tabTo(t.school);
  await keyboard.type('Rålamb');
  await keyboard.tabTo(t.time);
  await keyboard.type('10');
  await page.locator('#datum').fill('2026-12-08');
  await keyboard.tabTo(t.grade);
  await keyboard.type('9');
  await keyboard.tabTo(t.className);
  await keyboard.type('9B');
  await keyboard.tabTo(t.pupils);
  await keyboard.type('27');
  await keyboard.tabTo(t.name);
  await keyboard.type('Karin Ek');
  await keyboard.tabTo(t.email);
  await keyboard.type('karin.ek@edu.stockholm.se');
  await keyboard.tabTo(t.phone);
  await keyboard.type('0701740612');
  await keyboard.press('Enter');
  await page.waitForURL(/klart=bokad$/);
  const [row] = await town.app.db.query<{ title: string; school: string; class: string; status: string }[]>(
    `SELECT l.slug AS title, s.display_name AS school, b.class_name AS class, b.status
       FROM booking b JOIN lecture l ON l.id = b.lecture_id JOIN school s ON s.id = b.school_id`,
  );
  expect(row).toEqual({
    title: 'cannabis-och-hjarnan',
    school: 'Rålambshovsskolan',
    class: '9B',
    status: 'confirmed',
  });
});
