import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { BookingDesk, SECOND } from '../setup/booking-desk.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

// Who can be asked to take a visit over, what the desk hears of it, and wishes that nobody answers.

const AMINA = 'amina@kungsholmen.example';
const SARA = 'sara@kungsholmen.example';

let desk: BookingDesk;
let ids: Record<string, string>;
let amina: Visitor;
let reference: string;

beforeAll(async () => {
  desk = await BookingDesk.open({ name: 'Amina' }, { name: 'Johan' }, { name: 'Sara' });
  const rows = await desk.app.db.query<{ name: string; id: string }[]>('SELECT name, id FROM assistant');
  ids = Object.fromEntries(rows.map(row => [row.name, row.id]));
  for (const [name, email] of [
    ['Amina', AMINA],
    ['Sara', SARA],
  ] as const)
    await accountOf(desk.app, {
      role: 'assistant',
      districtId: desk.world.district.id,
      assistantId: ids[name],
      email,
      name,
    });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await desk.app.db.query('UPDATE account SET disabled_at = NULL');
  await desk.app.db.query('UPDATE district_rules SET handover_needs_consent = true');
  reference = (await desk.told()).page.split('/').at(-1)!;
  amina = await signedIn(desk.app, AMINA);
});

const askingPage = () => `/kalender/${reference}/overlamning`;
const askSara = () => submit(amina, '/konto', { kollega: ids.Sara!, ord: '' }, askingPage());
const wordsFor = async (visitor: Visitor, path: string) => wordsOf((await visitor.get(path)).text);
const outcome = async () =>
  (await desk.one<{ outcome: string | null }>('SELECT outcome FROM handover')).outcome;
const sarasDay = async () => wordsFor(await signedIn(desk.app, SARA), '/kalender');

test('a colleague who cannot sign in and answer is not asked, unless nobody has to consent', async () => {
  await desk.app.db.query('UPDATE account SET disabled_at = $2 WHERE email = $1', [
    SARA,
    desk.app.clock.now(),
  ]);
  expect(await wordsFor(amina, askingPage())).toContain('Ingen kollega');
  const { status, text } = await askSara();
  expect([status, wordsOf(text)]).toEqual([422, expect.stringContaining('Kollegan är inte ledig längre.')]);
  await desk.app.db.query('UPDATE district_rules SET handover_needs_consent = false');
  expect(await wordsFor(amina, askingPage())).toContain('Vem tar över? Sara');
});

test('a mail that fails is seen at the desk with the visit, until the colleague has answered', async () => {
  await askSara();
  await desk.app.db.query(
    `UPDATE owed_mail SET state = 'failed', settled_at = due_at, last_answer = '550 unknown' WHERE kind = 'handover.asked'`,
  );
  const failed = 'Bokningar där ett mejl inte kom fram';
  expect(await desk.words('/oversikt')).toContain(`1 ${failed} tis 8 dec kl. 10.00 Rålambshovsskolan 9B`);
  const list = /<tbody>([\s\S]*)<\/tbody>/.exec(
    (await desk.lena.get('/bokningar?lage=mailFailed&period=allt&kolumner=tid,mejl')).text,
  );
  expect(wordsOf(list![1]!)).toContain('8 dec');
  expect(await desk.words(`/bokningar/${reference}`)).toContain(`Fråga om att ta över ${SARA}`);
  await desk.app.db.query(`UPDATE handover SET outcome = 'declined', settled_at = asked_at`);
  expect(await desk.words('/oversikt')).not.toContain(failed);
});

test('a wish that has lapsed is settled by the clock, but not as long as what ended it can be undone', async () => {
  await askSara();
  await desk.app.turn();
  expect(await outcome()).toBeNull();
  await desk.cancel(`/bokningar/${reference}`);
  await desk.app.turn();
  expect(await outcome()).toBeNull();
  await desk.undo((await desk.batchOn(`/bokningar/${reference}`))!);
  expect(await sarasDay()).toContain('kan du ta över');
  await desk.cancel(`/bokningar/${reference}`);
  desk.app.clock.pass(31 * SECOND);
  await desk.app.turn();
  expect(await outcome()).toBe('lapsed');
  expect(await sarasDay()).not.toContain('kan du ta över');
});

test('and so is one of a visit that has begun', async () => {
  await askSara();
  await desk.goTo(instantAt('2026-12-08', 10 * 60));
  await desk.app.turn();
  expect(await outcome()).toBe('lapsed');
});
