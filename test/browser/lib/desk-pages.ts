import type { Page } from 'playwright-core';
import { inLanguage, type Language } from '../../../src/shared/language.js';
import { instantAt } from '../../../src/shared/time/swedish-time.js';
import { MONDAY_MORNING } from '../../setup/test-clock.js';
import type { TestApp } from '../../setup/app.js';
import { signInCoordinator } from './coordinator.js';
import type { Town } from './town.js';

/** Leads a coordinator through the overview and the list of bookings, with everything that can wait there. */
export async function* deskPages(
  town: Town,
  { page, language }: { page: Page; language: Language },
): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  await furnishDesk(town);
  await signInCoordinator(town, page, language);
  yield 'overview';
  await page.locator('.senders button').first().click();
  yield 'overview, a sender accepted';
  await withoutHours(town);
  await goTo('/oversikt/risker');
  yield 'risks ahead';
  await page.locator('main form button.ds-button').last().click();
  yield 'risks ahead, people reminded';
  await theyAreGone(town);
  await goTo('/bokningar');
  yield 'bookings';
  await goTo(
    '/bokningar?period=allt&kolumner=tid,v,bemanning,lage,mejl,kontakt,bokad,nummer&ordning=-nummer',
  );
  await page.locator('details summary').click();
  yield 'bookings, other columns';
  await goTo('/bokningar?sok=finns-inte&fran=2026-12-01&till=2026-12-31');
  yield 'bookings, nothing found';
  await town.app.db.query('TRUNCATE booking, owed_mail, accepted_sender, outside_calendar CASCADE');
  await goTo('/oversikt');
  yield 'overview, getting started';
  await town.app.db.query('UPDATE school_year SET confirmed = true');
  await goTo('/oversikt');
  yield 'overview, nothing waits';
  await town.app.db.query('UPDATE school_year SET confirmed = false');
  await goTo('/oversikt/risker');
  yield 'risks ahead, no visit in danger';
  town.app.clock.set(MONDAY_MORNING);
}

/** One that has been, one that lacks somebody, one whose mail failed, and two from unknown senders. */
async function furnishDesk({ app, world }: Town): Promise<void> {
  await app.db.query('TRUNCATE booking, absence, owed_mail, proven_address CASCADE');
  app.clock.set(MONDAY_MORNING);
  await world.book({ date: '2026-12-08', email: 'a@edu.stockholm.se' });
  const short = await world.book({ date: '2026-12-10', email: 'b@edu.stockholm.se' });
  await app.mails();
  await world.book({ date: '2026-12-14', email: 'stranger@mail.example' });
  await world.book({ date: '2026-12-21', email: 'someone.with.a.long.address@another-long.mail.example' });
  const people = `assistant_id IN (SELECT assistant_id FROM occupied_time WHERE booking_id = $1 LIMIT 1)`;
  await app.db.query(`DELETE FROM occupied_time WHERE booking_id = $1 AND ${people}`, [short.id]);
  const [{ id }] = await app.db.query<[{ id: string }]>(
    'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1',
    [short.id],
  );
  await world.absent(id, '2026-12-10');
  await app.db.query(
    `UPDATE owed_mail SET state = 'failed', settled_at = due_at WHERE recipient = 'b@edu.stockholm.se' AND kind = 'booking.confirmation'`,
  );
  await elsewhereThen(app, '2026-12-14');
  app.clock.set(instantAt('2026-12-09', 9 * 60));
}

/** Two who have no hours for the spring term, one of them with an account: only that one can be reminded. */
async function withoutHours({ app, world }: Town): Promise<void> {
  const ids = await world.hire({ name: 'Nils Åkerö', lectures: [] }, { name: 'Åsa Lind', lectures: [] });
  await app.db.query('DELETE FROM weekly_hours WHERE assistant_id = ANY($1)', [ids]);
  await app.db.query(
    `INSERT INTO account (district_id, role, assistant_id, name, email, created_at)
     SELECT district_id, 'assistant', id, name, email, $2 FROM assistant WHERE id = $1`,
    [ids[0], app.clock.now()],
  );
}

async function theyAreGone({ app }: Town): Promise<void> {
  const names = [['Nils Åkerö', 'Åsa Lind']];
  await app.db.query('DELETE FROM account WHERE name = ANY($1)', names);
  await app.db.query('DELETE FROM assistant WHERE name = ANY($1)', names);
}

/** Whoever goes on the visits of a day has something in a calendar of their own then. */
async function elsewhereThen(app: TestApp, date: string): Promise<void> {
  const at = [instantAt(date, 0), instantAt(date, 24 * 60)];
  await app.db.query(
    `INSERT INTO outside_calendar (assistant_id, sealed_address, host, entered_at, asked_at, next_try_at, last_read_at)
     SELECT DISTINCT assistant_id, 'sealed'::bytea, 'outlook.example', $1::timestamptz, $1::timestamptz, $1::timestamptz, $1::timestamptz
       FROM occupied_time WHERE lecture && tstzrange($1, $2)`,
    at,
  );
  await app.db.query(
    `INSERT INTO outside_busy (assistant_id, period)
     SELECT assistant_id, tstzrange($1, $2) FROM outside_calendar`,
    at,
  );
}
