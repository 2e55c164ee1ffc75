import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BookingMove } from '../../src/bookings/booking-move.js';
import { instantAt, isoWithOffset } from '../../src/shared/time/swedish-time.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, wordsOf } from '../setup/post.js';

// A coordinator moves a visit, and not after all.

let desk: BookingDesk;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' });
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

const at = (date: string, minute = 600) => isoWithOffset(instantAt(date, minute));

async function move(page: string, tid: string, mer = '') {
  const to = `${page}/flytta/till?tid=${encodeURIComponent(tid)}`;
  return submit(desk.lena, to, { sedd: await desk.seen(to), tid, mer }, `${page}/flytta`);
}

const startOf = async (id: string) =>
  isoWithOffset((await desk.one<{ at: Date }>('SELECT starts_at AS at FROM booking WHERE id = $1', id)).at);

test('the list is the school’s own; the move is told half a minute later, with our own words', async () => {
  const { id, page } = await desk.told();
  const { text } = await desk.lena.get(`${page}/flytta?fran=2026-12-14`);
  expect(text).toContain(`${page}/flytta/till?tid=${encodeURIComponent(at('2026-12-15'))}`);
  const answer = await move(page, at('2026-12-15'), 'Vi har en utbildning.');
  expect([answer.status, answer.headers.location]).toEqual([303, page]);
  expect(await startOf(id)).toBe(at('2026-12-15'));
  expect(wordsOf((await desk.lena.get(page)).text)).toContain(
    'Flyttade Rålambshovsskolan, 9B till tisdag 15 december kl. 10.00. Mejlen skickas kl. 9.00.30.',
  );
  expect(await desk.mails()).toEqual([]);
  desk.app.clock.pass(30 * SECOND);
  const mails = await desk.mails();
  expect(mails).toHaveLength(4);
  const toSchool = mails
    .find(mail => mail.to === 'karin.ek@edu.stockholm.se')!
    .text.replaceAll('\u00a0', ' ');
  expect(toSchool).toContain('Vi har en utbildning.');
  expect(toSchool).toContain('Tidigare tid: tisdag 8 december kl. 10.00');
  expect(wordsOf((await desk.lena.get(page)).text)).toContain(
    'Flyttades från tisdag 8 december kl. 10.00 till tisdag 15 december kl. 10.00, Amina, Johan går. Måndag 23 november kl. 9.00, Lena',
  );
});

test('the school’s limit for changes does not bind the coordinator', async () => {
  const { id, page } = await desk.told();
  await desk.goTo(instantAt('2026-12-08', 9 * 60));
  expect((await move(page, at('2027-01-19'))).status).toBe(303);
  expect(await startOf(id)).toBe(at('2027-01-19'));
});

test.each([
  ['to another day', at('2026-12-15')],
  ['to a time that overlaps the old one', at('2026-12-08', 630)],
])('undone after a move %s, everything is as before', async (_, tid) => {
  const { id, page } = await desk.told();
  const before = await dump(desk.app.db);
  expect((await move(page, tid, 'Utbildning.')).status).toBe(303);
  desk.app.clock.pass(10 * SECOND);
  const answer = await desk.undo((await desk.batchOn(page))!);
  expect(answer.headers.location).toBe(`${page}?klart=angrat`);
  await desk.app.db.query('UPDATE booking SET version = 1 WHERE id = $1', [id]);
  await desk.app.db.query(`DELETE FROM owed_mail WHERE subject_version = 2 AND state = 'suppressed'`);
  await desk.app.db.query(`DELETE FROM booking_event WHERE kind IN ('undone', 'moved')`);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
  desk.app.clock.pass(60 * SECOND);
  expect(await desk.mails()).toEqual([]);
});

test('what is new tells of a move, and no longer once it is undone', async () => {
  const { page } = await desk.told();
  const latest = async () =>
    /Nytt sedan (.*?) Höstterminen/.exec(wordsOf((await desk.lena.get('/oversikt')).text))![1]!;
  await move(page, at('2026-12-15'));
  expect(await latest()).toMatch(/9B tis 15 dec kl\. 10\.00 var tis 8 dec kl\. 10\.00 .* Flyttad/);
  await desk.undo((await desk.batchOn(page))!);
  expect(await latest()).toMatch(/9B tis 8 dec kl\. 10\.00 Cannabis och hjärnan Bekräftad/);
  await move(page, at('2026-12-16'));
  expect(await latest()).toMatch(/9B ons 16 dec kl\. 10\.00 var tis 8 dec kl\. 10\.00 .* Flyttad/);
});

test('the old time is kept meanwhile, and what is left of it where old and new overlap', async () => {
  const { page } = await desk.told();
  await move(page, at('2026-12-08', 630));
  const early = await desk.world.wish({ email: 'b@edu.stockholm.se', date: '2026-12-08', minute: 9 * 60 });
  expect(await desk.world.tryToBook(early)).toMatchObject({ refused: 'timeTaken' });
  desk.app.clock.pass(30 * SECOND);
  expect(await desk.world.tryToBook(early)).toMatchObject({ status: 'confirmed' });
});

test('where somebody was faster and has a part of the old time, the undoing is refused and changes nothing', async () => {
  const { id, page } = await desk.told();
  await move(page, at('2026-12-15'));
  const batch = (await desk.batchOn(page))!;
  await desk.app.db.query(`DELETE FROM occupied_time WHERE kind = 'undo'`);
  await desk.world.book({ email: 'b@edu.stockholm.se' });
  const answer = await desk.undo(batch);
  expect([answer.status, wordsOf(answer.text)]).toEqual([
    409,
    expect.stringContaining('Någon annan hann ta en del av den gamla tiden.'),
  ]);
  expect(await startOf(id)).toBe(at('2026-12-15'));
});

test('the school itself can have its old time back within the half minute, and others the new one', async () => {
  const { id, page } = await desk.told();
  await move(page, at('2026-12-15'));
  const batch = (await desk.batchOn(page))!;
  const startsAt = instantAt('2026-12-08', 600);
  const now = desk.app.clock.now();
  expect(await desk.app.app.get(BookingMove).move({ bookingId: id, startsAt, now })).toBe(true);
  expect(await startOf(id)).toBe(at('2026-12-08'));
  await desk.world.book({ email: 'b@edu.stockholm.se', date: '2026-12-15' });
  expect(wordsOf((await desk.undo(batch)).text)).toContain('Bokningen har ändrats igen sedan dess.');
});

test('moved twice in half a minute, the school hears once: from the time that it knows to the last one', async () => {
  const { page } = await desk.told();
  await move(page, at('2026-12-15'));
  await move(page, at('2026-12-16'));
  desk.app.clock.pass(30 * SECOND);
  const mails = await desk.mails();
  expect(mails).toHaveLength(4);
  const toSchool = mails
    .find(mail => mail.to === 'karin.ek@edu.stockholm.se')!
    .text.replaceAll('\u00a0', ' ');
  expect(toSchool).toContain('onsdag 16 december');
  expect(toSchool).toContain('Tidigare tid: tisdag 8 december kl. 10.00');
});

test('a time that is gone is refused with the nearest free ones, and words that are too long are kept', async () => {
  const { id, page } = await desk.told();
  await desk.world.book({ email: 'b@edu.stockholm.se', date: '2026-12-15' });
  const gone = await move(page, at('2026-12-15'));
  expect([gone.status, wordsOf(gone.text)]).toEqual([409, expect.stringContaining('är inte ledig längre')]);
  const long = await move(page, at('2026-12-16'), 'x'.repeat(501));
  expect([long.status, long.text.includes('x'.repeat(501))]).toEqual([422, true]);
  expect(await startOf(id)).toBe(at('2026-12-08'));
});

test('on a page that is no longer true nothing is moved, and it says what is different', async () => {
  const { id, page } = await desk.told();
  const to = `${page}/flytta/till?tid=${encodeURIComponent(at('2026-12-15'))}`;
  const sedd = await desk.seen(to);
  await desk.cancel(page);
  const answer = await submit(desk.lena, page, { sedd, tid: at('2026-12-15') }, `${page}/flytta`);
  expect([answer.status, wordsOf(answer.text)]).toEqual([
    409,
    expect.stringContaining('Ställdes in: sjukdom hos oss'),
  ]);
  expect(await desk.statusOf(id)).toBe('cancelled');
});

describe('who is away', () => {
  const going = async (id: string) =>
    (
      await desk.one<{ names: string }>(
        `SELECT string_agg(a.name, ', ' ORDER BY a.name) AS names
           FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1`,
        id,
      )
    ).names;
  const amina = () => desk.one<{ id: string }>(`SELECT id FROM assistant WHERE name = 'Amina'`);
  const sara = async () => (await desk.world.hire({ name: 'Sara' }))[0]!;

  test('on the new day does not stay on the visit', async () => {
    const { id, page } = await desk.told();
    await desk.world.absent((await amina()).id, '2026-12-15');
    const saraId = await sara();
    await move(page, at('2026-12-15'));
    expect(await going(id)).toBe('Johan, Sara');
    await desk.app.db.query('DELETE FROM booking');
    await desk.app.db.query('DELETE FROM assistant WHERE id = $1', [saraId]);
  });

  test('on the old day alone stays on it, and the page says so before the press', async () => {
    const { id, page } = await desk.told();
    const { id: aminaId } = await amina();
    await desk.world.absent(aminaId, '2026-12-08');
    await desk.app.db.query(`UPDATE absence SET kind = 'illness'`);
    const saraId = await sara();
    const asked = `${page}/flytta/till?tid=${encodeURIComponent(at('2026-12-15'))}`;
    expect(await desk.words(asked)).toContain(
      'Amina är borta på den gamla tiden men står kvar på besöket, om den nya går.',
    );
    await move(page, at('2026-12-15'));
    expect(await going(id)).toBe('Amina, Johan');
    expect(await desk.words('/oversikt')).not.toContain('Amina är sjuk');
    await desk.app.db.query('DELETE FROM booking');
    await desk.app.db.query('DELETE FROM assistant WHERE id = $1', [saraId]);
  });
});
