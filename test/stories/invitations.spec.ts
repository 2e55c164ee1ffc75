import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt, isoWithOffset } from '../../src/shared/time/swedish-time.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import type { ReadEvent } from '../setup/calendar.js';
import { submit } from '../setup/post.js';

// What a calendar program makes of the invitations that it is mailed: whatever is done to a visit, the entries of those
// who go are the visit as it stands, and whoever does not go any longer has none.

let desk: BookingDesk;
let ids: Record<string, string>;
/** The entry of each person, as their program keeps it: the one with the highest number, of one UID. */
let entries: Map<string, ReadEvent>;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara' });
  const rows = await desk.app.db.query<{ name: string; id: string }[]>('SELECT name, id FROM assistant');
  ids = Object.fromEntries(rows.map(row => [row.name, row.id]));
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  entries = new Map();
});

/** Half a minute passes; what has been mailed is taken over by the programs of the team, in the order in which it came. */
async function mailed(): Promise<void> {
  desk.app.clock.pass(31 * SECOND);
  for (const { to, event } of await desk.mails()) {
    const isTeam = Object.keys(ids).some(name => to === `${name.toLowerCase()}@kungsholmen.example`);
    if (!isTeam || !event) continue;
    const known = entries.get(to);
    expect(known?.uid ?? event.uid).toBe(event.uid);
    // A program leaves aside what is not newer than what it has.
    expect(event.sequence).toBeGreaterThan(known?.sequence ?? -1);
    if (event.method === 'REQUEST')
      expect([event.status, event.partstat, event.attendees]).toEqual([
        'CONFIRMED',
        'ACCEPTED',
        [`mailto:${to}`],
      ]);
    else expect([event.method, event.status]).toEqual(['CANCEL', 'CANCELLED']);
    entries.set(to, event);
  }
}

const shown = () =>
  [...entries]
    .filter(([, event]) => event.method === 'REQUEST')
    .map(([to, { startsAt, endsAt }]) => [to, startsAt, endsAt])
    .sort();

const booked = async (id: string) => {
  const rows = await desk.app.db.query<{ email: string; startsAt: Date; endsAt: Date }[]>(
    `SELECT a.email, b.starts_at AS "startsAt", b.ends_at AS "endsAt"
       FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id JOIN booking b ON b.id = o.booking_id
      WHERE b.id = $1 AND b.status = 'confirmed' ORDER BY a.email`,
    [id],
  );
  return rows.map(row => [row.email, row.startsAt, row.endsAt]);
};

async function book() {
  const { id, reference } = await desk.world.book();
  await mailed();
  expect(shown()).toEqual(await booked(id));
  expect(entries.size).toBe(2);
  return { id, page: `/bokningar/${reference}` };
}
const staff = async (page: string, ...people: string[]) => {
  const path = `${page}/bemanning`;
  const sedd = await desk.seen(path);
  return submit(desk.lena, path, { sedd, person: people.map(name => ids[name]!), skal: '' });
};
const move = async (page: string, date: string) => {
  const tid = isoWithOffset(instantAt(date, 600));
  const to = `${page}/flytta/till?tid=${encodeURIComponent(tid)}`;
  return submit(desk.lena, to, { sedd: await desk.seen(to), tid, mer: '' }, `${page}/flytta`);
};
const undo = async (page: string) => desk.undo((await desk.batchOn(page))!);

test.each<[string, ((page: string) => Promise<unknown>)[]]>([
  ['moved', [page => move(page, '2026-12-15')]],
  ['moved twice', [page => move(page, '2026-12-15'), page => move(page, '2026-12-16')]],
  ['moved, and not after all', [page => move(page, '2026-12-15'), undo]],
  ['given to others', [page => staff(page, 'Amina', 'Sara')]],
  ['given to others and back', [page => staff(page, 'Sara'), page => staff(page, 'Amina', 'Johan')]],
  ['given to others, and not after all', [page => staff(page, 'Sara'), undo]],
  ['called off', [page => desk.cancel(page)]],
  ['called off, and not after all', [page => desk.cancel(page), undo]],
  [
    'given to others, moved and called off',
    [page => staff(page, 'Sara', 'Johan'), page => move(page, '2026-12-15'), page => desk.cancel(page)],
  ],
  [
    'held by somebody who falls ill, and given to somebody else',
    [() => desk.world.absent(ids.Johan!, '2026-12-08'), page => staff(page, 'Amina', 'Sara')],
  ],
])('a visit that is %s', async (_what, acts) => {
  for (const isToldBetween of [true, false]) {
    await desk.startOver();
    entries = new Map();
    const { id, page } = await book();
    for (const [index, act] of acts.entries()) {
      await act(page);
      // Undoing is for half a minute, before anybody is told.
      if (isToldBetween && acts[index + 1] !== undo) await mailed();
    }
    await mailed();
    expect(shown()).toEqual(await booked(id));
  }
});
