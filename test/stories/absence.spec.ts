import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

const AMINA = 'amina@kungsholmen.example';
const DAY = '2026-12-08';

let app: TestApp;
let world: World;
let aminaId: string;
let amina: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  const ids = await world.hire({ name: 'Amina', email: AMINA }, { name: 'Johan' });
  aminaId = ids[0]!;
  await accountOf(app, {
    role: 'assistant',
    districtId: world.district.id,
    assistantId: aminaId,
    email: AMINA,
    name: 'Amina',
  });
  amina = await signedIn(app, AMINA);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE booking, absence, owed_mail, demonstration_mail CASCADE');
});

const absences = () =>
  app.db.query<{ kind: string; from: Date; until: Date }[]>(
    'SELECT kind, lower(period) AS "from", upper(period) AS until FROM absence ORDER BY period',
  );
const enter = (fields: Record<string, string>) => submit(amina, '/franvaro', fields);

test('what hits no visit is entered at once, is not bookable from then on, and can be taken back', async () => {
  const answer = await enter({ varfor: 'training', fran: DAY, till: '', klfran: '9.00', kltill: '12' });
  expect(answer.headers.location).toBe('/franvaro?klart=inlagd&besok=0');
  expect(await absences()).toEqual([
    { kind: 'training', from: instantAt(DAY, 9 * 60), until: instantAt(DAY, 12 * 60) },
  ]);
  const refused = await world.tryToBook(await world.wish({ date: DAY, minute: 10 * 60 }));
  expect(refused).toMatchObject({ refused: 'timeTaken' });
  const { text } = await amina.get('/franvaro');
  expect(wordsOf(text)).toContain('Utbildning tisdag 8 december 9.00–12.00');
  expect(text).toMatch(/<a [^>]*href="#lagg-in".*id="lagg-in"/s);
  const [, id] = /name="franvaro" value="([^"]+)"/.exec(text)!;
  await submit(amina, '/franvaro', { franvaro: id! }, '/franvaro/ta-bort');
  expect(await absences()).toEqual([]);
});

test('what hits a visit shows it first; entered all the same, the team’s mailbox is told', async () => {
  const booked = await world.book({ date: DAY });
  await app.mails();
  await app.db.query('TRUNCATE demonstration_mail');
  const fields = { varfor: 'illness', fran: DAY, till: '', klfran: '', kltill: '' };
  const asked = await enter(fields);
  expect([asked.status, await absences()]).toEqual([200, []]);
  expect(wordsOf(asked.text)).toContain('Du har ett besök då');
  expect(wordsOf(asked.text)).toContain('Tisdag 8 december kl. 10.00 Rålambshovsskolan, 9B');
  const changed = await enter({ ...fields, steg: 'andra' });
  expect(changed.text).toContain(`value="${DAY}"`);
  expect(await absences()).toEqual([]);

  const answer = await enter({ ...fields, steg: 'anda' });
  expect(answer.headers.location).toBe('/franvaro?klart=inlagd&besok=1');
  const mails = await app.mails();
  expect(mails.map(mail => [mail.recipient, mail.subject.replaceAll('\u00a0', ' ')])).toEqual([
    [world.district.email, 'Frånvaro krockar: Rålambshovsskolan, tisdag 8 december kl. 10.00'],
  ]);
  expect(mails[0]!.bodyText).toContain('Borta då: Amina');
  const events = await app.db.query<{ kind: string }[]>(
    'SELECT kind FROM booking_event WHERE booking_id = $1 ORDER BY id',
    [booked.id],
  );
  expect(events.map(event => event.kind)).toEqual(['booked', 'staffAway']);
  const agenda = wordsOf((await amina.get('/kalender')).text);
  expect(agenda).toContain('Rålambshovsskolan, 9B');
});

test('each of two who fall ill is told of, and nobody is once the absence has been taken back', async () => {
  await world.book({ date: DAY });
  await app.mails();
  await app.db.query('TRUNCATE demonstration_mail');
  const fields = { varfor: 'illness', fran: DAY, till: '', klfran: '', kltill: '', steg: 'anda' };
  await enter(fields);
  await enter(fields);
  await app.db.query('DELETE FROM absence');
  expect(await app.mails()).toEqual([]);
  await enter(fields);
  expect(await app.mails()).toHaveLength(1);
});

test('a fault keeps what was typed and names each field', async () => {
  const answer = await enter({ varfor: '', fran: '2026-11-01', till: 'x', klfran: '25', kltill: '' });
  expect(answer.status).toBe(422);
  const words = wordsOf(answer.text);
  for (const sentence of [
    'Välj vad det gäller.',
    'Välj idag eller en dag som kommer.',
    'Från klockan: skriv klockslaget som 13.00.',
  ])
    expect(words).toContain(sentence);
  expect(answer.text).toContain('value="25"');
  expect(await absences()).toEqual([]);
});

test('is one’s own: another’s is not taken back, and a coordinator has no such page', async () => {
  await world.absent((await world.hire({ name: 'Sara' }))[0]!, DAY);
  const [row] = await app.db.query<{ id: string }[]>('SELECT id FROM absence');
  await submit(amina, '/franvaro', { franvaro: row!.id }, '/franvaro/ta-bort');
  expect(await absences()).toHaveLength(1);
  await accountOf(app, {
    role: 'coordinator',
    districtId: world.district.id,
    email: 'lena@kungsholmen.example',
  });
  const lena = await signedIn(app, 'lena@kungsholmen.example');
  expect((await lena.get('/franvaro')).status).toBe(404);
});
