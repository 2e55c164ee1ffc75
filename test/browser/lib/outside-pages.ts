import { rangeOf } from '../../../src/calendars/span.js';
import { instantAt } from '../../../src/shared/time/swedish-time.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** The calendar outside in every state that it can have; and where else one sees that it is taken, or cannot be read. */
export async function* outsidePages(
  { app }: Town,
  { page }: Teacher,
  goTo: (path: string) => Promise<unknown>,
): AsyncGenerator<string> {
  const PAGE = '/kalender/utifran';
  const button = (index: number) => page.locator('main form button.ds-button').nth(index).click();
  const now = app.clock.now();
  const stands = (columns: string) =>
    app.db.query(`UPDATE outside_calendar SET tried_at = $1, ${columns}`, [now]);
  await goTo(PAGE);
  yield 'outside calendar, none yet';
  await page.locator('#adress').fill('http://10.0.0.1/');
  await button(0);
  yield 'outside calendar, errors';
  await page.locator('#adress').fill('https://kalender.example/k.ics');
  await button(0);
  yield 'outside calendar, waiting';
  await button(0);
  yield 'outside calendar, asked too soon';
  await stands('last_read_at = $1, events_left_out = 2, zones_guessed = 1, is_cut = true');
  await app.db.query(
    'INSERT INTO outside_busy (assistant_id, period) SELECT assistant_id, $1 FROM outside_calendar',
    [
      rangeOf({
        from: instantAt('2026-12-15', 540).getTime(),
        until: instantAt('2026-12-15', 660).getTime(),
      }),
    ],
  );
  await goTo(PAGE);
  yield 'outside calendar, read';
  await goTo('/kalender/vecka?vecka=2026-W51');
  yield 'the week with time taken outside';
  await stands(`broken_since = $1::timestamptz - interval '2 days', fault = 'notShared', failures = 9`);
  await goTo(PAGE);
  yield 'outside calendar, broken';
  await goTo('/kalender');
  yield 'the day, with an outside calendar that is broken';
  await goTo(PAGE);
  await button(1);
  yield 'outside calendar, removed';
}
