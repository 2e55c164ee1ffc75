import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** A visit that is handed over, as both see it. */
export async function* handoverPages(
  { app }: Town,
  { page }: Teacher,
  goTo: (path: string) => Promise<unknown>,
): AsyncGenerator<string> {
  const press = () => page.locator('main form button.ds-button').last().click();
  const [visit] = await app.db.query<[{ id: string; reference: string }]>(
    `SELECT id, reference FROM booking WHERE starts_at > $1 AND status = 'confirmed' ORDER BY starts_at LIMIT 1`,
    [app.clock.now()],
  );
  const form = `/kalender/${visit.reference}/overlamning`;
  const whoDoesNotGo = `id NOT IN (SELECT assistant_id FROM occupied_time WHERE booking_id = '${visit.id}')`;
  await app.db.query(`UPDATE assistant SET employed_until = '2026-01-01' WHERE ${whoDoesNotGo}`);
  await goTo(form);
  yield 'handing over, nobody is free';
  await app.db.query('UPDATE assistant SET employed_until = NULL');
  // Only whoever can sign in is asked.
  const account = 'handover@kungsholmen.example';
  await app.db.query(
    `INSERT INTO account (district_id, role, assistant_id, name, email, created_at)
     SELECT district_id, 'assistant', id, name, $1, $2 FROM assistant WHERE ${whoDoesNotGo} LIMIT 1`,
    [account, app.clock.now()],
  );
  await goTo(form);
  yield 'handing over';
  await press();
  yield 'handing over, errors';
  await page.locator('#kollega').check({ force: true });
  await page.locator('#ord').fill('Jag har tandläkaren då. Kan du?');
  await press();
  await app.db.query('DELETE FROM account WHERE email = $1', [account]);
  yield 'a visit, a colleague is asked';
  await app.db.query(`UPDATE handover SET outcome = 'declined', settled_at = asked_at`);
  await goTo(`/kalender/${visit.reference}`);
  yield 'a visit, the colleague said no';
  await app.db.query(
    `INSERT INTO handover (booking_id, district_id, giver_id, receiver_id, words, starts_at, asked_at)
     SELECT h.booking_id, h.district_id, o.assistant_id, h.giver_id, h.words, h.starts_at, h.asked_at
       FROM handover h JOIN occupied_time o ON o.booking_id = h.booking_id AND o.assistant_id <> h.giver_id`,
  );
  const takeOver = () => page.locator('form[action$="/ta-over"] button').click();
  await goTo('/kalender');
  yield 'the day, a colleague asks';
  await takeOver();
  yield 'taking over, not free';
  await goTo('/kalender');
  await app.db.query(
    `UPDATE handover SET outcome = 'takenBack', settled_at = asked_at WHERE outcome IS NULL`,
  );
  await takeOver();
  yield 'taking over, too late';
}
