import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CancelVisit } from '../../src/bookings/acts/cancel-visit.js';
import { newPress } from '../../src/bookings/acts/undo-windows.js';
import { Undos } from '../../src/bookings/acts/undos.js';
import { MailDelivery } from '../../src/platform/mail/mail-delivery.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { wordsOf } from '../setup/post.js';

// A mail and the undoing of what it tells of meet.

let desk: BookingDesk;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' });
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

test('mail and undoing meet a hundred times: always one of them, never both and never neither', async () => {
  const { app, me, sink } = desk;
  const cancels = app.app.get(CancelVisit);
  const undos = app.app.get(Undos);
  const mails = app.app.get(MailDelivery);
  const now = app.clock.now();
  const ends = { undone: 0, left: 0 };
  for (let round = 0; round < 100; round++) {
    await app.db.query('DELETE FROM booking');
    await app.db.query('DELETE FROM owed_mail');
    const { id } = await desk.world.book();
    await app.db.query(`UPDATE owed_mail SET state = 'accepted', settled_at = $1 WHERE due_at <= $1`, [now]);
    const press = newPress(me);
    await cancels.cancel({ id, version: 1 }, { reason: 'weAreIll', note: '' }, press, now);
    // As a worker sees it whose clock is ahead: the mails are due while the act can still be undone.
    await app.db.query('UPDATE owed_mail SET due_at = $1 WHERE subject_version = 2', [now]);
    sink.deliveries.length = 0;
    const mail = async () => {
      // A little later each time, so that either of them is the first one.
      for (let pause = 0; pause < round % 8; pause++) await app.db.query('SELECT 1');
      await mails.deliverDue();
    };
    await Promise.all([mail(), undos.undo(me, press.batchId, now)]);
    await mails.deliverDue();
    const isUndone = (await desk.statusOf(id)) === 'confirmed';
    expect([round, isUndone, sink.deliveries.length]).toEqual([round, isUndone, isUndone ? 0 : 4]);
    ends[isUndone ? 'undone' : 'left']++;
  }
  expect(Math.min(ends.undone, ends.left)).toBeGreaterThan(0);
}, 180_000);

test('control: once one of the mails has been claimed, there is no undoing', async () => {
  const { id, page } = await desk.told();
  await desk.cancel(page);
  const batch = (await desk.batchOn(page))!;
  await desk.app.db.query(
    `UPDATE owed_mail SET state = 'sending', lease_until = $1 WHERE kind = 'booking.cancelled'`,
    [new Date(desk.app.clock.now().getTime() + 60 * SECOND)],
  );
  const answer = await desk.undo(batch);
  expect([answer.status, wordsOf(answer.text)]).toEqual([
    409,
    expect.stringContaining('Ett av mejlen är redan på väg.'),
  ]);
  expect(await desk.statusOf(id)).toBe('cancelled');
});
