import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { accountOf, PASSWORD } from '../setup/staff-visitor.js';
import { signInCoordinator } from './lib/coordinator.js';
import { openTown, type Town } from './lib/town.js';

// From "ill, 7.10 in the morning" until everybody knows who has to know: four visits, counted presses, exact mails.

const DAY = '2026-12-08';
const ILL = 'person.1@kungsholmen.example';
const COLLEAGUE = 'person.2@kungsholmen.example';
const SARA = 'sara@kungsholmen.example';

let town: Town;
let presses = 0;

beforeAll(async () => {
  town = await openTown(2);
  const { app, world } = town;
  for (const [index, minute] of [510, 630, 780, 870].entries()) {
    const { details } = await world.wish();
    const className = `9${'ABCD'[index]!}`;
    const email = `${className}@edu.stockholm.se`;
    await world.book({ date: DAY, minute, email, details: { ...details, className } });
  }
  // She works in the morning alone: for the two visits of the afternoon nobody is free.
  await world.hire({ name: 'Sara', email: SARA, hours: ['08:00', '12:00'] });
  const [ill] = await app.db.query<{ id: string }[]>('SELECT id FROM assistant WHERE email = $1', [ILL]);
  const districtId = world.district.id;
  await accountOf(app, { role: 'assistant', districtId, assistantId: ill!.id, email: ILL });
  app.clock.set(instantAt(DAY, 7 * 60 + 10));
  await app.mails();
}, 60_000);
afterAll(() => town.close());

const press = async (what: Locator) => {
  presses++;
  await what.click();
};

/** Whom mails have reached since the last time, and of which kind. */
async function told(): Promise<string[]> {
  const { app } = town;
  await app.db.query(`UPDATE owed_mail SET last_answer = 'before' WHERE state = 'accepted'`);
  app.clock.pass(60_000);
  await app.mails();
  const rows = await app.db.query<{ recipient: string; kind: string }[]>(
    `SELECT recipient, kind FROM owed_mail WHERE state = 'accepted' AND last_answer IS DISTINCT FROM 'before'`,
  );
  return rows.map(row => `${row.recipient} ${row.kind.replace('booking.', '')}`).sort();
}

test('two presses on a phone, three at the desk, and nobody is mailed who need not know', async () => {
  const phone = await town.visitor({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  await phone.goto('/logga-in');
  await phone.locator('#epost').fill(ILL);
  await phone.locator('#losenord').fill(PASSWORD);
  await phone.locator('main form button.ds-button').last().click();
  const link = phone.getByRole('link', { name: 'Jag är sjuk idag' });
  expect((await link.boundingBox())!.y).toBeLessThan(640);
  await press(link);
  const key = phone.getByRole('button', { name: 'Jag är sjuk idag', exact: true });
  const box = (await key.boundingBox())!;
  expect([box.y + box.height < 640, box.height >= 44]).toEqual([true, true]);
  await press(key);
  expect(presses).toBe(2);
  expect(await phone.locator('[role=status]').innerText()).toContain('Krya på dig!');
  const mailbox = town.world.district.email;
  expect(await told()).toEqual(Array<string>(4).fill(`${mailbox} noticeAbsence`));

  const desk = await town.visitor({ javaScriptEnabled: false });
  await signInCoordinator(town, desk, 'sv');
  presses = 0;
  expect(await desk.locator('.fb-todo > li').first().innerText()).toContain(
    'Person 1 är sjuk idag: 4 besök behöver någon annan',
  );
  await press(desk.locator('.fb-todo .solve button'));
  const visits = desk.locator('.fb-sick-visit');
  const chosen = () =>
    visits.locator('input:checked + label').evaluateAll(all => all.map(one => one.textContent));
  expect(await chosen()).toEqual([
    'Sara går i stället',
    'Sara går i stället',
    expect.stringContaining('Ring skolan: flytta till'),
    expect.stringContaining('Ring skolan: flytta till'),
  ]);
  await press(visits.last().getByText('Ställ in och erbjud nya tider'));
  await press(desk.getByRole('button', { name: 'Gör detta' }));
  expect(await desk.locator('.fb-people .fb-status').allInnerTexts()).toEqual(Array<string>(4).fill('Gjort'));
  expect(await desk.locator('.fb-undo').innerText()).toContain('Ändrade 4 besök.');
  expect(presses).toBe(3);

  expect(await told()).toEqual(
    [
      // The two of the morning: Sara comes, whoever is ill is called off.
      `${SARA} invitation`,
      `${SARA} invitation`,
      `${ILL} invitationCancelled`,
      `${ILL} invitationCancelled`,
      // The one that moves: the same two go to the new time.
      '9C@edu.stockholm.se moved',
      `${ILL} invitation`,
      `${COLLEAGUE} invitation`,
      `${mailbox} noticeMoved`,
      // The one that is called off.
      '9D@edu.stockholm.se cancelled',
      `${ILL} invitationCancelled`,
      `${COLLEAGUE} invitationCancelled`,
      `${mailbox} noticeCancelled`,
    ].sort(),
  );
  await desk.goto('/oversikt');
  expect(await desk.locator('.fb-todo').count()).toBe(0);
}, 60_000);
