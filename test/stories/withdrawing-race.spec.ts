import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CancelVisit } from '../../src/bookings/acts/cancel-visit.js';
import { newPress } from '../../src/bookings/acts/undo-windows.js';
import { Undos } from '../../src/bookings/acts/undos.js';
import { Publishing } from '../../src/desk/published/publishing.js';
import { BookingDesk } from '../setup/booking-desk.js';

// A published time is withdrawn while a visit that stands on it is called off.

const DAY = '2026-12-08';
const MORNING = 10 * 60;
let desk: BookingDesk;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' });
});
afterAll(() => desk.close());

const waiting = async () => {
  const [{ count }] = await desk.app.db.query<[{ count: number }]>(
    `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return count;
};
async function untilWaiting(count: number): Promise<void> {
  while ((await waiting()) < count);
}

test('what was done away from a time that is being withdrawn cannot be undone afterwards', async () => {
  const { app, me, world } = desk;
  await world.timesFrom('published');
  await world.publish(DAY, MORNING);
  const { id } = await world.book({ date: DAY, minute: MORNING });
  const [published] = await app.db.query<[{ id: string }]>('SELECT id FROM published_time');
  const now = app.clock.now();
  const press = newPress(me);

  const other = app.db.createQueryRunner();
  await other.startTransaction();
  await other.query('SELECT 1 FROM occupied_time WHERE booking_id = $1 FOR UPDATE', [id]);
  const called = app.app
    .get(CancelVisit)
    .cancel({ id, version: 1 }, { reason: 'weAreIll', note: '' }, press, now);
  await untilWaiting(1);
  const withdrawn = app.app.get(Publishing).withdraw(me, [published.id], now);
  await untilWaiting(2);
  await other.commitTransaction();
  await other.release();

  expect(await called).toBe(true);
  expect(await withdrawn).toBe(1);
  expect(await app.app.get(Undos).undo(me, press.batchId, now)).toEqual([]);
  expect(await desk.statusOf(id)).toBe('cancelled');
});
