import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../../src/shared/refusal.js';
import { World } from '../builders/world.js';
import type { TestApp } from '../setup/app.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { owedMails } from '../setup/mail-room.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';

// A visit is called off by its coordinator, and not after all.

let desk: BookingDesk;
let app: TestApp;
let world: World;
let lena: Visitor;
let eva: Visitor;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' });
  ({ app, world, lena } = desk);
  const districtId = world.district.id;
  await accountOf(app, { role: 'coordinator', districtId, email: 'eva@kungsholmen.example', name: 'Eva' });
  eva = await signedIn(app, 'eva@kungsholmen.example');
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

test('says what will happen, and the mails leave half a minute later: why, new times, and word to those who were to go', async () => {
  const { id, page } = await desk.told();
  const shown = wordsOf((await lena.get(`${page}/stall-in`)).text);
  for (const sentence of [
    'Skolan får ett mejl till karin.ek@edu.stockholm.se med orsaken',
    'Amina, Johan får veta att de inte ska gå',
    'De närmaste lediga tiderna är måndag 7 december',
  ])
    expect(shown).toContain(sentence);
  const answer = await desk.cancel(page, { mer: 'Ring oss gärna.' });
  expect([answer.status, answer.headers.location]).toEqual([303, page]);
  expect(wordsOf((await lena.get(page)).text)).toContain(
    'Ställde in Rålambshovsskolan, 9B. Mejlen skickas kl. 9.00.30.',
  );
  expect(await desk.statusOf(id)).toBe('cancelled');

  app.clock.pass(29 * SECOND);
  expect(await desk.mails()).toEqual([]);
  app.clock.pass(SECOND);
  const mails = await desk.mails();
  expect(mails.map(mail => mail.to)).toEqual([
    'amina@kungsholmen.example',
    world.district.email,
    'johan@kungsholmen.example',
    'karin.ek@edu.stockholm.se',
  ]);
  const letter = mails.at(-1)!.text.replaceAll('\u00a0', ' ');
  for (const sentence of ['Orsak: sjukdom hos oss.', 'Ring oss gärna.', '- måndag 7 december kl. '])
    expect(letter).toContain(sentence);
  expect(letter).not.toContain('- tisdag 8 december');
  expect((await owedMails(app)).filter(mail => mail.state === 'pending')).toEqual([]);
  expect(wordsOf((await lena.get(page)).text)).toContain(
    'Ställdes in: sjukdom hos oss. Måndag 23 november kl. 9.00, Lena',
  );
});

test('undone within the half minute, nothing is left of it but its history: no mail, nobody’s time, no word', async () => {
  const { id, page } = await desk.told();
  const before = await dump(app.db);
  const [{ version }] = await app.db.query<[{ version: number }]>('SELECT version FROM booking');
  await desk.cancel(page, { mer: 'Ring oss gärna.' });
  app.clock.pass(20 * SECOND);
  expect(await desk.mails()).toEqual([]);
  const answer = await desk.undo((await desk.batchOn(page))!);
  expect(answer.headers.location).toBe(`${page}?klart=angrat`);

  // Of the booking only the number of its version has gone on, of the mails only those of the act are left, unsent.
  await app.db.query('UPDATE booking SET version = $1 WHERE id = $2', [version, id]);
  const [, left] = await app.db.query<[unknown, number]>(
    `DELETE FROM owed_mail WHERE subject_version = $1 AND state = 'suppressed' AND last_answer = 'undone'`,
    [version + 1],
  );
  expect(left).toBe(4);
  const events = await app.db.query<{ kind: string }[]>(
    'SELECT kind FROM booking_event ORDER BY id DESC LIMIT 2',
  );
  expect(events.map(event => event.kind)).toEqual(['undone', 'cancelled']);
  await app.db.query(`DELETE FROM booking_event WHERE kind IN ('undone', 'cancelled')`);
  expect(await changedSince(before, app.db)).toEqual([]);

  app.clock.pass(3600 * SECOND);
  await app.turn();
  expect(await desk.mails()).toEqual([]);
  // The reminders are owed as before.
  expect((await owedMails(app, 'booking.reminder%')).map(mail => mail.state)).toEqual(['pending', 'pending']);
  const again = await desk.undo('0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d');
  expect([again.status, wordsOf(again.text).includes('Det har redan ångrats')]).toEqual([409, true]);
});

test('cancelled before anybody was told, and undone: the first mails leave as if nothing had been', async () => {
  const { reference } = await world.book();
  const page = `/bokningar/${reference}`;
  await desk.cancel(page);
  expect(await desk.mails()).toEqual([]);
  await desk.undo((await desk.batchOn(page))!);
  expect((await desk.mails()).map(mail => mail.subject.split(':')[0])).toEqual([
    expect.stringContaining('Cannabis'),
    'Ny bokning',
    expect.stringContaining('Cannabis'),
    'Bokat',
  ]);
});

test('the time stays kept for the half minute, and is free for others after it', async () => {
  const { page } = await desk.told();
  await desk.cancel(page);
  const other = await world.wish({ email: 'b@edu.stockholm.se' });
  app.clock.pass(29 * SECOND);
  expect(await world.tryToBook(other)).toMatchObject({ refused: 'timeTaken' });
  app.clock.pass(SECOND);
  expect(isRefusal(await world.tryToBook(other))).toBe(false);
  const rows = await app.db.query<{ kind: string }[]>('SELECT kind FROM occupied_time');
  expect(rows.map(row => row.kind)).toEqual(['confirmed', 'confirmed']);
});

test('what is kept for the undoing shows nobody as going, and is no load', async () => {
  const { id, page } = await desk.told();
  await desk.cancel(page);
  const going = await app.db.query<object[]>('SELECT 1 FROM occupied_time WHERE booking_id = $1', [id]);
  expect(going).toEqual([]);
  expect(wordsOf((await lena.get('/kalender')).text)).not.toContain('Rålambshovsskolan');
  const booked = await world.book({ date: '2026-12-09', email: 'b@edu.stockholm.se' });
  const because = await app.db.query<{ minutes: number }[]>(
    `SELECT (chosen_because->>'bookedMinutes')::int AS minutes FROM occupied_time WHERE booking_id = $1`,
    [booked.id],
  );
  expect(because).toEqual([{ minutes: 0 }, { minutes: 0 }]);
});

test('after the half minute, by somebody else, or once something else has happened it is refused, in words', async () => {
  const { id, page } = await desk.told();
  await desk.cancel(page);
  const batch = (await desk.batchOn(page))!;
  expect(await desk.batchOn(page, eva)).toBeUndefined();
  const says = async (visitor: Visitor) => {
    const answer = await desk.undo(batch, visitor);
    return [answer.status, wordsOf(answer.text)];
  };
  expect(await says(eva)).toEqual([409, expect.stringContaining('Bara den som gjorde det kan ångra.')]);
  app.clock.pass(30 * SECOND);
  expect(await says(lena)).toEqual([409, expect.stringContaining('De 30 sekunderna har gått')]);
  expect(await desk.statusOf(id)).toBe('cancelled');
  app.clock.set(MONDAY_MORNING);
  await app.db.query('UPDATE booking SET version = version + 1');
  expect(await says(lena)).toEqual([409, expect.stringContaining('Bokningen har ändrats igen sedan dess.')]);
});

test('in another district there is nothing to undo', async () => {
  const { id, page } = await desk.told();
  await desk.cancel(page);
  const batch = (await desk.batchOn(page))!;
  const there = await World.of(app, 'skarholmen');
  await accountOf(app, {
    role: 'coordinator',
    districtId: there.district.id,
    email: 'siv@skarholmen.example',
  });
  const siv = await signedIn(app, 'siv@skarholmen.example');
  const answer = await desk.undo(batch, siv);
  expect([answer.status, answer.text.includes('Rålambshovsskolan')]).toEqual([409, false]);
  expect(await desk.statusOf(id)).toBe('cancelled');
});

test('who is at fault and what is missing is said, with everything typed kept', async () => {
  const { id, page } = await desk.told();
  const answer = await desk.cancel(page, { orsak: 'other', mer: ' ' });
  expect([
    answer.status,
    wordsOf(answer.text).includes('Skriv till skolan varför besöket ställs in.'),
  ]).toEqual([422, true]);
  const number = await desk.cancel(page, { mer: '20100203-2389 var sjuk' });
  expect([number.status, number.text.includes('>20100203-2389 var sjuk</textarea>')]).toEqual([422, true]);
  expect(await desk.statusOf(id)).toBe('confirmed');
});

test('a page that is no longer true says what is different, keeps what was typed, and a second press does it', async () => {
  const { id, page } = await desk.told();
  const sedd = await desk.seen(`${page}/stall-in`);
  await app.db.query('UPDATE booking SET version = version + 1');
  await app.db.query(
    `INSERT INTO booking_event (booking_id, kind, actor, at) VALUES ($1, 'detailsChanged', 'school', $2)`,
    [id, app.clock.now()],
  );
  const answer = await submit(lena, `${page}/stall-in`, { sedd, orsak: 'weAreIll', mer: 'Ring oss.' });
  expect(answer.status).toBe(409);
  const words = wordsOf(answer.text);
  expect(words).toContain('Bokningen ändrades medan du arbetade');
  expect(words).toContain('Uppgifter ändrades. Måndag 23 november kl. 9.00, Skolan');
  expect(words).not.toContain('Bokades');
  expect(answer.text).toContain('>Ring oss.</textarea>');
  expect(await desk.statusOf(id)).toBe('confirmed');
  await desk.cancel(page);
  expect(await desk.statusOf(id)).toBe('cancelled');
  const over = await lena.get(`${page}/stall-in`).redirects(0);
  expect(over.headers.location).toBe(`${page}?klart=forsent`);
});
