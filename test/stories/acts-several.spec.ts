import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { submit, wordsOf } from '../setup/post.js';

// A coordinator does the same to several bookings at once.

let desk: BookingDesk;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara' });
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

const post = (fields: Record<string, string | string[]>) =>
  submit(desk.lena, '/konto', fields, '/bokningar/flera');

const book = async (day: string, email = `k${day}@edu.stockholm.se`) => {
  const { id, page } = await desk.told({ date: `2026-12-${day}`, email });
  return { id, reference: page.replace('/bokningar/', '') };
};

/** The rows that the page of an act holds, and sends with the press. */
const rowsOf = (html: string) => /name="bokningar" value="([^"]+)"/.exec(html)![1]!;

async function press(gor: string, references: string[], fields: Record<string, string> = {}) {
  const asked = await post({ gor, bokning: references });
  return { asked, done: await post({ gor, bokningar: rowsOf(asked.text), steg: 'gor', ...fields }) };
}

test('called off with one reason, by one press, and undone by one', async () => {
  const all = [await book('08'), await book('09')];
  const { asked, done } = await press(
    'stall-in',
    all.map(one => one.reference),
    { orsak: 'weAreTooFew', mer: '' },
  );
  expect([asked.status, wordsOf(asked.text)]).toEqual([200, expect.stringContaining('Ställ in 2 besök')]);
  const page = done.headers.location!;
  const { text } = await desk.lena.get(page);
  expect(wordsOf(text)).toContain('Ställde in 2 besök. Mejlen skickas kl. 9.00.30.');
  for (const { id } of all) expect(await desk.statusOf(id)).toBe('cancelled');

  const undone = await desk.undo((await desk.batchOn(page))!);
  expect(wordsOf((await desk.lena.get(undone.headers.location!)).text)).toContain(
    'Allt är som förut, och inget mejl har gått ut.',
  );
  for (const { id } of all) expect(await desk.statusOf(id)).toBe('confirmed');
  desk.app.clock.pass(60 * SECOND);
  expect(await desk.mails()).toEqual([]);
});

test('what cannot be done is said, and the rest is done: changed meanwhile, or of another district', async () => {
  const [one, other] = [await book('08'), await book('09')];
  const there = await World.of(desk.app, 'skarholmen');
  await there.hire(
    { name: 'A', email: 'a@skarholmen.example' },
    { name: 'B', email: 'b@skarholmen.example' },
  );
  const strange = await there.book({
    date: '2026-12-10',
    school: { unlistedName: 'Fjärran skola', unlistedStreet: 'Bortgatan 1' },
  });
  const asked = await post({ gor: 'stall-in', bokning: [one.reference, other.reference, strange.reference] });
  expect(asked.text).not.toContain('Fjärran');
  await desk.app.db.query('UPDATE booking SET version = version + 1 WHERE id = $1', [other.id]);
  const rows = `${rowsOf(asked.text)} ${strange.reference}.1`;
  const done = await post({ gor: 'stall-in', steg: 'gor', bokningar: rows, orsak: 'weAreIll', mer: '' });
  const words = wordsOf((await desk.lena.get(done.headers.location!)).text);
  expect(words).toContain('Gjordes inte: någon ändrade bokningen medan du arbetade');
  expect(words).not.toContain('Fjärran');
  expect([await desk.statusOf(one.id), await desk.statusOf(other.id)]).toEqual(['cancelled', 'confirmed']);
  expect(await desk.statusOf(strange.id)).toBe('preliminary');
});

test('lacking places are filled with the best who are free, and those who are away replaced', async () => {
  const [one, full] = [await book('08'), await book('09')];
  const [{ id: away }] = await desk.app.db.query<[{ id: string }]>(
    'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1 LIMIT 1',
    [one.id],
  );
  await desk.world.absent(away, '2026-12-08');
  const { asked, done } = await press('bemanna', [one.reference, full.reference]);
  const words = wordsOf(asked.text);
  expect(words).toContain('1 saknas, fylls om någon är ledig');
  expect(words).toContain('Ingen saknas, lämnas som den är');
  const after = wordsOf((await desk.lena.get(done.headers.location!)).text);
  expect(after).toContain('Gjordes inte: ingen saknas, eller ingen är ledig');
  const rows = await desk.app.db.query<{ id: string }[]>(
    'SELECT assistant_id AS id FROM occupied_time WHERE booking_id = $1',
    [one.id],
  );
  expect(rows).toHaveLength(2);
  expect(rows.map(row => row.id)).not.toContain(away);
});

test('visits that have been are followed up as planned, others are left', async () => {
  const [past, coming] = [await book('08'), await book('15')];
  await desk.goTo(instantAt('2026-12-08', 12 * 60));
  const { done } = await press('folj-upp', [past.reference, coming.reference]);
  expect(wordsOf((await desk.lena.get(done.headers.location!)).text)).toContain(
    'Gjordes inte: besöket har inte varit än',
  );
  expect([await desk.statusOf(past.id), await desk.statusOf(coming.id)]).toEqual(['held', 'confirmed']);
});

test('nothing chosen, an unknown act, or no reason changes nothing', async () => {
  const { id, reference } = await book('08');
  expect((await post({ gor: 'stall-in' })).headers.location).toBe('/bokningar/flera');
  expect((await post({ gor: 'bränn', bokning: reference })).headers.location).toBe('/bokningar/flera');
  const { done } = await press('stall-in', [reference]);
  expect([done.status, wordsOf(done.text)]).toEqual([
    422,
    expect.stringContaining('Välj varför besöket ställs in.'),
  ]);
  expect(await desk.statusOf(id)).toBe('confirmed');
});
