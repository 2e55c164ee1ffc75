import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { ListDesk } from '../setup/list-desk.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';

let desk: ListDesk;

beforeAll(async () => {
  desk = await ListDesk.open();
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

describe('a search', () => {
  beforeEach(async () => {
    const base = await desk.world.wish();
    const luna = { id: (await desk.world.school('Luna')).id };
    await desk.book('9A', { contact: { ...base.contact, email: 'karin.ek@edu.stockholm.se' } });
    await desk.book('8B', {
      date: '2026-12-09',
      school: luna,
      details: { grade: '8' },
      contact: {
        name: 'Åsa Öberg',
        role: '',
        email: 'asa@edu.stockholm.se',
        phone: '+46701740699',
        onSite: { name: 'Bo Ceder', phone: '+46701740688' },
      },
    });
  });

  test.each([
    ['Rålambshov', '9A'],
    ['ralamb', '9A'],
    ['RALAMB 9a', '9A'],
    ['luna', '8B'],
    ['8b', '8B'],
    ['asa oberg', '8B'],
    ['Öberg Luna', '8B'],
    ['bo ceder', '8B'],
    ['karin.ek@edu', '9A'],
    ['070-174 06 12', '9A'],
    ['+46701740699', '8B'],
    ['174 06 99', '8B'],
    ['0701740688', '8B'],
  ])('for %s finds %s alone', async (typed, className) => {
    expect((await desk.list(`?sok=${encodeURIComponent(typed)}`)).classes).toEqual([className]);
  });

  test('for a booking number finds it, with and without the hyphen', async () => {
    const [{ reference }] = await desk.app.db.query<[{ reference: string }]>(
      `SELECT reference FROM booking WHERE class_name = '8B'`,
    );
    for (const typed of [reference, reference.toLowerCase().replace('-', '')])
      expect((await desk.list(`?sok=${typed}`)).classes).toEqual(['8B']);
  });

  test.each(['Rålamb 8B', 'x%', '_', '070-174 06 00', '%'])('for %s finds nothing', async typed => {
    expect((await desk.list(`?sok=${encodeURIComponent(typed)}`)).classes).toEqual([]);
  });
});

describe('what has to be done', () => {
  test('a visit that lacks somebody is marked, when a place is empty and when somebody is away', async () => {
    await desk.book('9A', { date: '2026-12-08' });
    const second = await desk.book('9B', { date: '2026-12-09' });
    await desk.book('9C', { date: '2026-12-10' });
    expect((await desk.list('?lage=saknar-personal')).classes).toEqual([]);
    await desk.app.db.query(
      `DELETE FROM occupied_time WHERE id = (SELECT o.id FROM occupied_time o JOIN booking b ON b.id = o.booking_id
        WHERE b.class_name = '9A' LIMIT 1)`,
    );
    const [{ id, name }] = await desk.app.db.query<[{ id: string; name: string }]>(
      `SELECT a.id, a.name FROM occupied_time o JOIN booking b ON b.id = o.booking_id
         JOIN assistant a ON a.id = o.assistant_id WHERE b.id = $1 LIMIT 1`,
      [second.id],
    );
    await desk.world.absent(id, '2026-12-09');
    expect((await desk.list('?lage=saknar-personal')).classes).toEqual(['9A', '9B']);
    const { row: words } = await desk.list('?lage=saknar-personal');
    expect(words.match(/\+1 En saknas/g)).toHaveLength(2);
    expect(words).toContain(`${name}, borta då`);
  });

  test('a preliminary booking waits; an unknown sender is marked as one', async () => {
    await desk.book('9A');
    await desk.book('9B', { date: '2026-12-09', email: 'karin@mail.example' });
    expect((await desk.list('?lage=preliminar')).classes).toEqual(['9B']);
    expect((await desk.list('?lage=okand-avsandare')).classes).toEqual(['9B']);
    expect((await desk.list('?lage=preliminar')).row).toContain('Preliminär Okänd avsändare');
  });

  test('a visit that has been and of which nobody has told is not followed up', async () => {
    await desk.book('9A', { date: '2026-12-08' });
    await desk.book('9B', { date: '2026-12-14' });
    await desk.goTo(instantAt('2026-12-08', 10 * 60 + 59));
    expect((await desk.list('?lage=ej-uppfoljd&period=allt')).classes).toEqual([]);
    await desk.goTo(instantAt('2026-12-08', 11 * 60));
    expect((await desk.list('?lage=ej-uppfoljd&period=allt')).classes).toEqual(['9A']);
    expect((await desk.list('?lage=ej-uppfoljd&period=allt')).row).toContain('Ej uppföljd');
    await desk.app.db.query(
      `UPDATE booking SET status = 'held', pupils_present = 20 WHERE class_name = '9A'`,
    );
    expect((await desk.list('?lage=ej-uppfoljd&period=allt')).classes).toEqual([]);
    expect((await desk.list('?lage=genomford&period=allt')).classes).toEqual(['9A']);
  });

  test('the worst of the mails is told; a failed one until it is made good', async () => {
    await desk.book('9A', { email: 'karin@edu.stockholm.se' });
    const settle = (state: string, kind: string, minutes = 0) =>
      desk.app.db.query(
        `UPDATE owed_mail SET state = $1, attempts = 1, settled_at = CASE WHEN $1 IN ('accepted', 'failed') THEN $3::timestamptz END WHERE kind = $2`,
        [state, kind, new Date(MONDAY_MORNING.getTime() + minutes * 60_000)],
      );
    expect((await desk.list()).row).toContain('På väg');
    await desk.app.mails();
    expect((await desk.list()).row).toContain('Levererat');
    await settle('retry', 'booking.reminder5');
    expect((await desk.list()).row).toContain('Försöker igen');
    await settle('failed', 'booking.confirmation');
    expect((await desk.list()).row).toContain('Misslyckat');
    expect((await desk.list('?lage=mejl-misslyckat')).classes).toEqual(['9A']);
    await settle('accepted', 'booking.reminder5', 5);
    expect((await desk.list()).row).toContain('Levererat');
    expect((await desk.list('?lage=mejl-misslyckat')).classes).toEqual([]);
  });

  test('a failed mail to an address that is no longer the contact’s is nobody’s concern', async () => {
    await desk.book('9A', { email: 'wrong@edu.stockholm.se' });
    await desk.app.mails();
    await desk.app.db.query(
      `UPDATE owed_mail SET state = 'failed', settled_at = due_at WHERE recipient = 'wrong@edu.stockholm.se'`,
    );
    expect((await desk.list('?lage=mejl-misslyckat')).classes).toEqual(['9A']);
    await desk.app.db.query(`UPDATE booking_contact SET email = 'right@edu.stockholm.se'`);
    expect((await desk.list('?lage=mejl-misslyckat')).classes).toEqual([]);
  });
});
