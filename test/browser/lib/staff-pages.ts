import { inLanguage } from '../../../src/shared/language.js';
import { instantAt } from '../../../src/shared/time/swedish-time.js';
import { Accounts } from '../../../src/staff/sign-in/accounts.js';
import { accountOf, PASSWORD } from '../../setup/staff-visitor.js';
import { MONDAY_MORNING } from '../../setup/test-clock.js';
import { deskPages } from './desk-pages.js';
import { newBookingPages } from './new-booking-pages.js';
import { handoverPages } from './handover-pages.js';
import { outsidePages } from './outside-pages.js';
import { peoplePages } from './people-pages.js';
import { publishedPages } from './published-pages.js';
import { hoursPages } from './hours-pages.js';
import { sickDeskPages, sickPages } from './sick-pages.js';
import { settingsPages } from './settings-pages.js';
import { actsPages } from './acts-pages.js';
import { reportPages } from './report-pages.js';
import { fairnessPages, ownSharePages } from './fairness-pages.js';
import type { Teacher } from './teacher.js';
import { weekPages } from './week-pages.js';
import type { Town } from './town.js';

const STAFF = 'amina@kungsholmen.example';

/** Leads a fältassistent through every page of the staff, in the browser that was the teacher's. */
export async function* staffPages(town: Town, teacher: Teacher): AsyncGenerator<string> {
  const { app } = town;
  const { page, language } = teacher;
  const { accountId, reference } = await furnishStaff(town);
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const press = () => page.locator('main form button.ds-button').last().click();

  await goTo('/glomt-losenordet');
  yield 'forgotten password';
  await press();
  yield 'forgotten password, errors';
  await page.locator('#epost').fill(STAFF);
  await press();
  yield 'forgotten password, sent';
  const token = await app.app.get(Accounts, { strict: false }).makeLink(accountId, 'reset', app.clock.now());
  await goTo(`/valj-losenord/${token}`);
  yield 'choose a password';
  await page.locator('#losenord').fill('kort');
  await press();
  yield 'choose a password, errors';
  await goTo('/valj-losenord/used-up');
  yield 'choose a password, used link';
  await goTo('/logga-in');
  yield 'sign in';
  await press();
  yield 'sign in, errors';
  await page.locator('#epost').fill(STAFF);
  await page.locator('#losenord').fill(PASSWORD);
  await press();
  yield 'the day';
  await goTo('/kalender?vems=teamet');
  yield 'the team';
  yield* weekPages(goTo, press);
  yield* ownSharePages(teacher);
  yield* outsidePages(town, teacher, goTo);
  await goTo(`/kalender/${reference}`);
  yield 'a visit';
  await goTo(`/kalender/${reference}/uppfoljning`);
  yield 'follow-up';
  await page.locator('#antal').fill('många');
  await press();
  yield 'follow-up, errors';
  yield* handoverPages(town, teacher, goTo);
  await goTo('/franvaro');
  yield 'absence';
  await press();
  yield 'absence, errors';
  await page.locator('input[value=illness]').check({ force: true });
  await page.locator('#fran').fill('2026-12-09');
  await press();
  yield 'absence, visits that it hits';
  await page.locator('button[value=anda]').click();
  yield 'absence, entered';
  yield* sickPages(town, page, goTo);
  yield* hoursPages(page, goTo, press);
  await goTo('/konto');
  yield 'account';
  await press();
  yield 'account, errors';
  yield* peoplePages(town, { page, language });
  yield* settingsPages(town, teacher);
  yield* deskPages(town, { page, language });
  app.clock.set(MONDAY_MORNING);
  yield* newBookingPages(town, teacher);
  yield* deskPages(town, teacher);
  yield* publishedPages(town, teacher);
  yield* actsPages(town, teacher);
  yield* sickDeskPages(town, teacher);
  yield* fairnessPages(teacher);
  yield* reportPages(town, teacher);
}

/** A Tuesday on which one visit has been and another lies ahead. */
async function furnishStaff({ app, world }: Town): Promise<{ accountId: string; reference: string }> {
  await app.db.query('TRUNCATE booking, absence CASCADE');
  const booked = await world.book({ date: '2026-12-08' });
  const [goes] = await app.db.query<{ id: string }[]>(
    'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1 LIMIT 1',
    [booked.id],
  );
  // The third of the team is away, so that the same two go on the next visit.
  await app.db.query(
    `UPDATE assistant SET employed_until = '2026-01-01'
      WHERE id NOT IN (SELECT assistant_id FROM occupied_time WHERE booking_id = $1)`,
    [booked.id],
  );
  await world.book({ date: '2026-12-09' });
  await app.db.query('UPDATE assistant SET employed_until = NULL');
  const account = await accountOf(app, {
    role: 'assistant',
    districtId: world.district.id,
    assistantId: goes!.id,
    email: STAFF,
    name: 'Amina Lindqvist',
  });
  await world.absent(goes!.id, '2026-12-16');
  app.clock.set(instantAt('2026-12-08', 12 * 60));
  return { accountId: account.id, reference: booked.reference };
}
