import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, wordsOf } from '../setup/post.js';

// A coordinator changes who goes on a visit, and not after all.

let desk: BookingDesk;
let ids: Record<string, string>;

beforeAll(async () => {
  desk = await BookingDesk.open(
    { name: 'Amina' },
    { name: 'Johan' },
    { name: 'Sara' },
    { name: 'Kvällsali', hours: ['16:00', '21:00'] },
    { name: 'Nils', lectures: [] },
  );
  const rows = await desk.app.db.query<{ name: string; id: string }[]>('SELECT name, id FROM assistant');
  ids = Object.fromEntries(rows.map(row => [row.name, row.id]));
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

async function choose(page: string, people: string[], skal = '') {
  const path = `${page}/bemanning`;
  return submit(desk.lena, path, {
    sedd: await desk.seen(path),
    person: people.map(name => ids[name]!),
    skal,
  });
}

const going = async (id: string): Promise<string> => {
  const row = await desk.one<{ names: string }>(
    `SELECT string_agg(a.name, ', ' ORDER BY a.name) AS names
       FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1`,
    id,
  );
  return row.names;
};

test('shows who could, ranked and in plain words, and who cannot', async () => {
  const { id, page } = await desk.told();
  expect(await going(id)).toBe('Amina, Johan');
  const words = wordsOf((await desk.lena.get(`${page}/bemanning`)).text);
  for (const sentence of [
    'Amina Ledig Går nu, 60 bokade minuter i terminen vid 100 %. Med besöket 60 min belastning, +',
    'Sara Ledig',
    'Kvällsali Utanför arbetstiden',
    'Nils Håller inte föreläsningen',
  ])
    expect(words).toContain(sentence);
});

test('says what goes before the turn, and who is first of those who do not go', async () => {
  await desk.told({ date: '2026-12-09' });
  const { page } = await desk.told();
  await choose(page, ['Amina', 'Sara']);
  const words = wordsOf((await desk.lena.get(`${page}/bemanning`)).text);
  expect(words).toContain('Amina Ledig Går nu, har varit på skolan förut, ');
  expect(words).toContain('Johan Ledig Först i tur, har varit på skolan förut, ');
  expect(words).not.toContain('Sara Ledig Går nu, har varit');
});

test('one comes and one leaves: each is told half a minute later, and the school is not', async () => {
  const { id, page } = await desk.told();
  expect((await choose(page, ['Amina', 'Sara'])).headers.location).toBe(page);
  expect(await going(id)).toBe('Amina, Sara');
  expect(wordsOf((await desk.lena.get(page)).text)).toContain(
    'Ändrade bemanningen för Rålambshovsskolan, 9B.',
  );
  expect(await desk.mails()).toEqual([]);
  desk.app.clock.pass(30 * SECOND);
  expect((await desk.mails()).map(mail => [mail.to, mail.event?.method])).toEqual([
    ['johan@kungsholmen.example', 'CANCEL'],
    ['sara@kungsholmen.example', 'REQUEST'],
  ]);
  const words = wordsOf((await desk.lena.get(page)).text);
  expect(words).toContain(
    'Bemanningen ändrades: Sara går, Johan går inte längre. Måndag 23 november kl. 9.00, Lena',
  );
  expect(words).toContain('Sara Vald av en samordnare.');
});

test('undone, everything is as before and nobody hears of it', async () => {
  const { id, page } = await desk.told();
  const before = await dump(desk.app.db);
  await choose(page, ['Sara']);
  expect(await going(id)).toBe('Sara');
  expect((await desk.undo((await desk.batchOn(page))!)).headers.location).toBe(`${page}?klart=angrat`);
  await desk.app.db.query('UPDATE booking SET version = 1 WHERE id = $1', [id]);
  await desk.app.db.query(`DELETE FROM owed_mail WHERE subject_version = 2 AND state = 'suppressed'`);
  await desk.app.db.query(`DELETE FROM booking_event WHERE kind IN ('undone', 'restaffed')`);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
  desk.app.clock.pass(60 * SECOND);
  expect(await desk.mails()).toEqual([]);
});

test('whoever had not been told yet is not called off, and is invited after an undoing', async () => {
  const { id, reference } = await desk.world.book();
  const page = `/bokningar/${reference}`;
  await choose(page, ['Amina', 'Sara']);
  const invited = async () =>
    (await desk.mails()).filter(mail => mail.event?.method === 'REQUEST').map(mail => mail.to);
  expect(await invited()).toEqual(['amina@kungsholmen.example']);
  await desk.undo((await desk.batchOn(page))!);
  expect(await invited()).toEqual(['johan@kungsholmen.example']);
  expect(await going(id)).toBe('Amina, Johan');
});

test('whoever is to be called off already is not called off once more by the next change', async () => {
  const { page } = await desk.told();
  await choose(page, ['Amina', 'Sara']);
  await choose(page, ['Sara']);
  desk.app.clock.pass(30 * SECOND);
  const calledOff = (await desk.mails()).filter(mail => mail.event?.method === 'CANCEL');
  expect(calledOff.map(mail => mail.to).sort()).toEqual([
    'amina@kungsholmen.example',
    'johan@kungsholmen.example',
  ]);
});

test('somebody who is away is replaced, and a lacking place filled', async () => {
  const { id, page } = await desk.told();
  await desk.world.absent(ids.Johan!, '2026-12-08');
  await desk.app.db.query('DELETE FROM occupied_time WHERE assistant_id = $1', [ids.Amina]);
  expect(wordsOf((await desk.lena.get(`${page}/bemanning`)).text)).toContain('Johan Borta då Går nu');
  await choose(page, ['Amina', 'Sara']);
  expect(await going(id)).toBe('Amina, Sara');
});

test('hours give way to a reason, which is kept as a note', async () => {
  const { id, page } = await desk.told();
  const bare = await choose(page, ['Amina', 'Kvällsali']);
  expect([bare.status, wordsOf(bare.text)]).toEqual([
    422,
    expect.stringContaining('Skriv skälet till undantaget.'),
  ]);
  await choose(page, ['Amina', 'Kvällsali'], 'Ali har lovat att komma.');
  expect(await going(id)).toBe('Amina, Kvällsali');
  const words = wordsOf((await desk.lena.get(page)).text);
  expect(words).toContain('Ali har lovat att komma. Lena Forsberg, måndag 23 november kl. 9.00');
  expect(words).toContain('utanför arbetstiden');
});

test('margins give way to a reason, and the row is marked; an overlap of lectures is a wall', async () => {
  const { id, page } = await desk.told();
  // Sara is at another school until 9.50: her margin reaches into that of the visit at 10.
  const near = await desk.world.book({ email: 'b@edu.stockholm.se', date: '2026-12-09' });
  const takeSara = (lecture: string) =>
    desk.app.db.query(
      `UPDATE occupied_time SET assistant_id = $1, lecture = $3, occupied = $3, with_break = $3, place = booking_id
        WHERE id = (SELECT id FROM occupied_time WHERE booking_id = $2 ORDER BY (assistant_id = $1) DESC LIMIT 1)`,
      [ids.Sara, near.id, lecture],
    );
  await desk.app.db.query('DELETE FROM occupied_time WHERE booking_id = $1 AND assistant_id = $2', [
    near.id,
    ids.Sara,
  ]);
  await takeSara('[2026-12-08 07:55+00,2026-12-08 08:50+00)');
  expect(wordsOf((await desk.lena.get(`${page}/bemanning`)).text)).toContain('Sara Kort marginal');
  expect((await choose(page, ['Amina', 'Sara'])).status).toBe(422);
  await choose(page, ['Amina', 'Sara'], 'Skolorna är grannar.');
  expect(await going(id)).toBe('Amina, Sara');
  const row = await desk.one<{ marked: boolean }>(
    'SELECT overrides_margins AS marked FROM occupied_time WHERE booking_id = $1 AND assistant_id = $2',
    id,
    ids.Sara,
  );
  expect(row.marked).toBe(true);
  expect(wordsOf((await desk.lena.get(page)).text)).toContain('Med kortare marginal.');

  await choose(page, ['Amina', 'Johan']);
  desk.app.clock.pass(30 * SECOND);
  await desk.app.turn();
  await takeSara('[2026-12-08 08:30+00,2026-12-08 09:30+00)');
  const wall = await choose(page, ['Amina', 'Sara'], 'Ändå.');
  expect([wall.status, await going(id)]).toEqual([422, 'Amina, Johan']);
  expect(wordsOf(wall.text)).toContain('Sara Upptagen');
});

test('an absence that reaches into the margins alone gives way to a reason as well', async () => {
  const { id, page } = await desk.told();
  await desk.world.absent(ids.Sara!, '2026-12-08', 11 * 60, 12 * 60);
  expect(wordsOf((await desk.lena.get(`${page}/bemanning`)).text)).toContain('Sara Kort marginal');
  await choose(page, ['Amina', 'Sara'], 'Sara hinner till sin utbildning.');
  expect(await going(id)).toBe('Amina, Sara');
});

test.each([
  [[], 'Kryssa för minst en som ska gå.'],
  [['Amina', 'Johan', 'Sara'], 'Kryssa för högst två.'],
  [['Amina', 'Nils'], 'Någon av dem kan inte längre.'],
])('%j: %s', async (people, sentence) => {
  const { id, page } = await desk.told();
  const answer = await choose(page, people);
  expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(sentence)]);
  expect(await going(id)).toBe('Amina, Johan');
});

test('on a page that is no longer true nobody is changed, and it says who was', async () => {
  const { page } = await desk.told();
  const path = `${page}/bemanning`;
  const sedd = await desk.seen(path);
  await choose(page, ['Sara']);
  const stale = await submit(desk.lena, path, { sedd, person: [ids.Sara!, ids.Amina!], skal: '' });
  expect([stale.status, wordsOf(stale.text)]).toEqual([
    409,
    expect.stringContaining('Bemanningen ändrades: Sara går'),
  ]);
});
