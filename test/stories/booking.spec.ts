import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/shared/refusal.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { StaffingReason } from '../../src/calendars/staffing-reason.js';
import { startApp, type TestApp } from '../setup/app.js';
import { World } from '../builders/world.js';

let app: TestApp;
let world: World;
let team: string[];

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  team = await world.hire({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara', workingShare: 0.5 });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE booking, draft, owed_mail, proven_address CASCADE');
});

const staffOf = (bookingId: string) =>
  app.db.query<{ name: string; because: StaffingReason }[]>(
    `SELECT a.name, o.chosen_because AS because FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
      WHERE o.booking_id = $1 ORDER BY a.name`,
    [bookingId],
  );

describe('people', () => {
  test('two of the team are taken, margins included, and the reason is kept with each', async () => {
    const booked = await world.book();
    const staff = await staffOf(booked.id);
    expect(staff).toHaveLength(2);
    expect(staff[0]!.because).toMatchObject({ bookedMinutes: 0, freeAndQualified: 3 });
    const [time] = await app.db.query<{ occupied: string }[]>(
      'SELECT occupied::text FROM occupied_time WHERE booking_id = $1 LIMIT 1',
      [booked.id],
    );
    expect(time!.occupied).toBe('["2026-12-08 08:45:00+00","2026-12-08 10:15:00+00")');
  });

  test('whoever has fewest minutes in proportion to the working share goes next', async () => {
    const first = await staffOf((await world.book({ date: '2026-12-08' })).id);
    const elsewhere = { date: '2026-12-09', email: 'a@edu.stockholm.se', school: await world.school('Luna') };
    const second = await staffOf((await world.book(elsewhere)).id);
    const notInFirst = ['Amina', 'Johan', 'Sara'].filter(name => !first.some(one => one.name === name));
    expect(second.map(one => one.name)).toContain(notInFirst[0]);
    // Ten visits later Sara, at half time, has about half of what each of the others has.
    for (let day = 14; day <= 18; day++) {
      for (const minute of [9 * 60, 13 * 60]) {
        await world.book({
          date: `2026-12-${String(day)}`,
          minute,
          email: `b${String(day)}${String(minute)}@edu.stockholm.se`,
          school: { id: (await world.school('Luna')).id },
        });
        if (day === 16 && minute === 9 * 60)
          await app.db.query('UPDATE district_rules SET coming_bookings_per_school_and_term = 20');
      }
    }
    const loads = await app.db.query<{ name: string; count: number }[]>(
      'SELECT a.name, count(*)::int FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id GROUP BY 1 ORDER BY 1',
    );
    const [amina, johan, sara] = loads.map(one => one.count);
    expect(Math.abs(amina! - johan!)).toBeLessThanOrEqual(1);
    expect(Math.abs(sara! * 2 - amina!)).toBeLessThanOrEqual(2);
    await app.db.query('UPDATE district_rules SET coming_bookings_per_school_and_term = 6');
  });

  test('somebody absent or not qualified is never taken', async () => {
    await world.absent(team[0]!, '2026-12-08');
    const staff = await staffOf((await world.book()).id);
    expect(staff.map(one => one.name)).toEqual(['Johan', 'Sara']);
    await app.db.query('DELETE FROM absence');
  });

  test('an absence that was entered while the booking was on its way wins', async () => {
    // The insert looks at absences itself, under the lock that whoever enters an absence waits for.
    const wish = await world.wish();
    const booking = await app.db.transaction(async manager => {
      await manager.query('SELECT 1 FROM assistant ORDER BY id FOR NO KEY UPDATE');
      const underway = world.tryToBook(wish);
      while (!(await isAnybodyWaiting())) await Promise.resolve();
      for (const id of [team[0], team[1]])
        await manager.query(
          `INSERT INTO absence (assistant_id, kind, period) VALUES ($1, 'illness', '[2026-12-08, 2026-12-09)')`,
          [id],
        );
      return { underway };
    });
    const outcome = await booking.underway;
    expect(isRefusal(outcome) && outcome.refused).toBe('timeTaken');
    await app.db.query('DELETE FROM absence');
  });
});

async function isAnybodyWaiting(): Promise<boolean> {
  const rows = await app.db.query<unknown[]>(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

describe('who is believed', () => {
  test('a school address is confirmed at once, twice; the third waits for a press', async () => {
    const statuses = [];
    for (const date of ['2026-12-08', '2026-12-09', '2026-12-10'])
      statuses.push((await world.book({ date })).status);
    expect(statuses).toEqual(['confirmed', 'confirmed', 'preliminary']);
  });

  test('any other address is preliminary, occupies the time, and is released after the second working day', async () => {
    const booked = await world.book({ email: 'karin@gmail.example' });
    expect(booked.status).toBe('preliminary');
    expect(await staffOf(booked.id)).toHaveLength(2);
    app.clock.set(instantAt('2026-11-25', 23 * 60 + 59));
    await app.turn();
    expect(await staffOf(booked.id)).toHaveLength(2);
    app.clock.set(instantAt('2026-11-26', 1));
    await app.turn();
    expect(await staffOf(booked.id)).toHaveLength(0);
    const [row] = await app.db.query<{ status: string; by: string }[]>(
      'SELECT status, cancelled_by AS by FROM booking',
    );
    expect(row).toEqual({ status: 'cancelled', by: 'lapse' });
    app.clock.set(instantAt('2026-11-23', 9 * 60));
  });

  test('a school that is not in our list is preliminary whatever the address', async () => {
    const booked = await world.book({ school: { unlistedName: 'Nya skolan', unlistedStreet: 'Gatan 1' } });
    expect(booked.status).toBe('preliminary');
  });

  test('preliminary bookings take at most four per school', async () => {
    const outcomes = [];
    for (const day of ['08', '09', '10', '15', '16']) {
      const outcome = await world.tryToBook(
        await world.wish({ date: `2026-12-${day}`, email: `p${day}@gmail.example` }),
      );
      outcomes.push(isRefusal(outcome) ? outcome.refused : outcome.status);
    }
    expect(outcomes).toEqual([
      'preliminary',
      'preliminary',
      'preliminary',
      'preliminary',
      'tooManyPreliminary',
    ]);
  });

  test('one address books at most five times an hour', async () => {
    const outcomes = [];
    for (const day of ['08', '09', '10', '14', '15', '16']) {
      const school = { id: (await world.school(day < '14' ? 'Råla' : 'Luna')).id };
      const outcome = await world.tryToBook(await world.wish({ date: `2026-12-${day}`, school }));
      outcomes.push(isRefusal(outcome) ? outcome.refused : 'booked');
    }
    expect(outcomes).toEqual(['booked', 'booked', 'booked', 'booked', 'booked', 'tooManyFromAddress']);
  });

  test('a school has at most six coming bookings in a term', async () => {
    const outcomes = [];
    for (const day of ['08', '09', '10', '14', '15', '16', '17']) {
      const outcome = await world.tryToBook(
        await world.wish({ date: `2026-12-${day}`, email: `s${day}@edu.stockholm.se` }),
      );
      outcomes.push(isRefusal(outcome) ? outcome.refused : 'booked');
    }
    expect(outcomes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'booked'));
    expect(outcomes[6]).toBe('schoolHasItsShare');
    const inSpring = await world.tryToBook(
      await world.wish({ date: '2027-01-19', email: 'vt@edu.stockholm.se' }),
    );
    expect(isRefusal(inSpring)).toBe(false);
  });
});
