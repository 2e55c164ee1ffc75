import { instantAt } from '../../src/shared/time/swedish-time.js';
import { startApp, type TestApp } from '../setup/app.js';
import { wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';
import { World } from './world.js';

export interface ReportTown {
  app: TestApp;
  /** The coordinator of Kungsholmen, and the one of Skärholmen. */
  lena: Visitor;
  mattias: Visitor;
  analyst: Visitor;
}

/** Two visits have been held, one was not, one was cancelled in the last minute, one is untold and one lies ahead. */
export async function openReportTown(): Promise<ReportTown> {
  const app = await startApp();
  const here = await World.of(app);
  const there = await World.of(app, 'skarholmen');
  await here.hire(
    { name: 'Amina', hours: ['08:00', '16:00'] },
    { name: 'Johan', hours: ['08:00', '16:00'] },
    { name: '=Sara', hours: ['08:10', '12:05'], lectures: [] },
  );
  await there.hire({ name: 'Maria' }, { name: 'Oskar' });
  app.clock.set(instantAt('2026-10-05', 9 * 60));
  const held = await here.book({ date: '2026-11-10', email: 'a@edu.stockholm.se' });
  const alsoHeld = await here.book({
    date: '2026-11-17',
    email: 'b@edu.stockholm.se',
    school: { id: (await here.school('Luna')).id },
  });
  const noShow = await here.book({ date: '2026-11-18', email: 'c@edu.stockholm.se' });
  const late = await here.book({ date: '2026-11-19', email: 'd@edu.stockholm.se' });
  await here.book({ date: '2026-11-24', email: 'e@edu.stockholm.se' });
  await here.book({ date: '2026-12-01', email: 'f@edu.stockholm.se' });
  const told = (id: string, present: number) =>
    app.db.query(`UPDATE booking SET status = 'held', pupils_present = $2 WHERE id = $1`, [id, present]);
  await told(held.id, 1004);
  await told(alsoHeld.id, 24);
  await app.db.query(`UPDATE booking SET status = 'notHeld', not_held_by = 'noShow' WHERE id = $1`, [
    noShow.id,
  ]);
  await app.db.query('DELETE FROM occupied_time WHERE booking_id = $1', [late.id]);
  await app.db.query(
    `UPDATE booking SET status = 'cancelled', cancelled_by = 'school', cancelled_at = $2 WHERE id = $1`,
    [late.id, instantAt('2026-11-18', 16 * 60)],
  );
  app.clock.set(instantAt('2026-11-25', 9 * 60));
  await accountOf(app, { role: 'coordinator', districtId: here.district.id, email: 'lena@x.example' });
  await accountOf(app, { role: 'coordinator', districtId: there.district.id, email: 'mattias@x.example' });
  await accountOf(app, { role: 'analyst', email: 'ana@x.example' });
  return {
    app,
    lena: await signedIn(app, 'lena@x.example'),
    mattias: await signedIn(app, 'mattias@x.example'),
    analyst: await signedIn(app, 'ana@x.example'),
  };
}

/** The cells of the table of figures, row by row, the heading first. */
export function tableIn(html: string): string[][] {
  const table = /<table class="fb-table" data-figures[\s\S]*?<\/table>/.exec(html)![0];
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => wordsOf(cell!).trim()),
  );
}

/** "2 787,8" and "2,787.8" as a number; "8 %" as 8, and "–" as none. */
export const numberIn = (cell: string) =>
  cell === '–' || cell === ''
    ? null
    : Number(
        cell
          .replace(/[\s\u00a0%]/g, '')
          .replace(/,(?=\d{3}(\D|$))/, '')
          .replace(',', '.'),
      );
