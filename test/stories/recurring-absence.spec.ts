import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { OwnHoursStage, TUESDAY } from '../setup/own-hours.js';
import { submit, wordsOf } from '../setup/post.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';

let stage: OwnHoursStage;

beforeAll(async () => {
  stage = await OwnHoursStage.open();
});
afterAll(() => stage.app.close());
beforeEach(async () => {
  await stage.goTo(MONDAY_MORNING);
  await stage.reset();
  await stage.app.db.query('TRUNCATE demonstration_mail');
});

const enter = (fields: Record<string, string> = {}) =>
  submit(stage.amina, '/franvaro', {
    varfor: 'training',
    fran: TUESDAY,
    till: '',
    klfran: '9',
    kltill: '12',
    varje: '1',
    sista: '2027-01-26',
    ...fields,
  });
const remove = (id: string, omfattning = '') =>
  submit(stage.amina, '/franvaro', { franvaro: id, omfattning }, '/franvaro/ta-bort');
const rows = () =>
  stage.app.db.query<{ id: string; series: string | null; from: Date }[]>(
    'SELECT id, series_id AS series, lower(period) AS "from" FROM absence ORDER BY period',
  );

test('is one row for each time, all of one series, and none of them can be booked', async () => {
  expect((await enter()).headers.location).toBe('/franvaro?klart=inlagd&besok=0');
  const entered = await rows();
  expect(entered.map(one => one.from)).toEqual(
    ['12-08', '12-15', '12-22', '12-29', '01-05', '01-12', '01-19', '01-26'].map((day, index) =>
      instantAt(`${index < 4 ? '2026' : '2027'}-${day}`, 9 * 60),
    ),
  );
  expect(new Set(entered.map(one => one.series)).size).toBe(1);
  expect(entered[0]!.series).not.toBeNull();
  expect(await stage.canBook(10 * 60, '2027-01-19')).toBe(false);
  expect(await stage.canBook(10 * 60, '2027-01-20')).toBe(true);
  expect(wordsOf((await stage.amina.get('/franvaro')).text)).toContain(
    'Utbildning tisdag 8 december 9.00–12.00 Ta bort : tisdag 8 december 9.00–12.00 Kommer igen, 8 gånger till och med 26 januari 2027',
  );
});

test('shows the visits of all its times first, and tells of each once', async () => {
  await stage.world.book({ date: TUESDAY });
  await stage.world.book({ date: '2026-12-15', email: 'b@edu.stockholm.se' });
  await stage.app.mails();
  await stage.app.db.query('TRUNCATE demonstration_mail');
  const asked = await enter();
  expect(asked.status).toBe(200);
  const words = wordsOf(asked.text);
  expect(words).toContain('Du har 2 besök då');
  expect(words).toContain('Tisdag 8 december kl. 10.00');
  expect(words).toContain('Tisdag 15 december kl. 10.00');
  expect(asked.text).toContain('name="sista" value="2027-01-26"');
  expect(await rows()).toEqual([]);
  await enter({ steg: 'anda' });
  expect(await stage.app.mails()).toHaveLength(2);
  const events = await stage.app.db.query<object[]>(`SELECT 1 FROM booking_event WHERE kind = 'staffAway'`);
  expect(events).toHaveLength(2);
});

test.each([
  ['en', [0, 1, 2, 4, 5, 6, 7]],
  ['senare', [0, 1, 2]],
  ['alla', [0, 1]],
] as const)('is taken back as far as is said: %s; what has been stays', async (scope, left) => {
  await enter();
  const entered = await rows();
  await stage.goTo(instantAt('2026-12-16', 12 * 60));
  const chosen = entered[3]!.id;
  const asked = await remove(chosen);
  expect(wordsOf(asked.text)).toContain('Bara den här Den här och senare Alla kommande');
  expect(await rows()).toHaveLength(8);
  await remove(chosen, scope);
  expect((await rows()).map(one => one.id)).toEqual(left.map(index => entered[index]!.id));
  await remove(entered[0]!.id, 'alla');
  expect(await rows()).toHaveLength(left.length);
});

test('of a colleague is not taken back', async () => {
  await enter();
  await stage.app.db.query('UPDATE absence SET assistant_id = $1', [stage.saraId]);
  await remove((await rows())[3]!.id, 'alla');
  expect(await rows()).toHaveLength(8);
});

test('a fault keeps what was typed, with the fields in sight', async () => {
  const answer = await enter({ varje: '2', sista: '2026-12-10' });
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(/<details[^>]* open/);
  expect(wordsOf(answer.text)).toContain('Till dess kommer det bara en gång.');
  expect(answer.text).toMatch(/id="sista"[^>]*value="2026-12-10"/);
  expect(await rows()).toEqual([]);
});
