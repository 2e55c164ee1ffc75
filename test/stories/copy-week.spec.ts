import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { OWN_HOURS, OwnHoursStage, spans, TUESDAY } from '../setup/own-hours.js';
import { wordsOf } from '../setup/post.js';

let stage: OwnHoursStage;

beforeAll(async () => {
  stage = await OwnHoursStage.open();
});
afterAll(() => stage.app.close());
beforeEach(() => stage.reset());

const copy = (fields: Record<string, string>) => stage.post(fields, `${OWN_HOURS}/kopiera`);
/** The week of Tuesday 8 December, with an afternoon of its own, for week 3 and 4. */
const FIELDS = { vecka: TUESDAY, till: '2027-01-20', tillochmed: '2027-01-25' };

beforeEach(async () => {
  await stage.post({ datum: TUESDAY, fran: '12', till: '15.30' }, `${OWN_HOURS}/extra`);
});

test('is shown before it is saved; then the weeks are like it, and no others', async () => {
  const asked = await copy(FIELDS);
  expect(wordsOf(asked.text)).toContain(
    'Vecka 3 till vecka 4, 18–31 januari 2027, får de här tiderna: mån 8.00–12.00 tis 8.00–15.30 ons 8.00–12.00',
  );
  expect(await stage.hours()).toHaveLength(5);
  const answer = await copy({ ...FIELDS, steg: 'anda' });
  expect(answer.headers.location).toBe(`${OWN_HOURS}?klart=sparad&besok=0`);
  for (const [date, can] of [
    ['2027-01-19', true],
    ['2027-01-26', true],
    ['2027-02-02', false],
    ['2027-01-20', false],
  ] as const)
    expect([date, await stage.canBook(13 * 60, date)]).toEqual([date, can]);
  expect(wordsOf((await stage.amina.get(OWN_HOURS)).text)).toContain(
    '18–31 januari 2027 mån 8.00–12.00 tis 8.00–15.30',
  );
});

test('with fewer hours writes them, and shows the visits that they no longer reach', async () => {
  await stage.post({ fran: '2026-12-14', till: '2026-12-20', steg: 'spara', ...spans(1, ['8', '12']) });
  const { reference } = await stage.world.book({ date: '2027-01-20' });
  const fields = { vecka: '2026-12-16', till: '2027-01-20', tillochmed: '' };
  const asked = await copy(fields);
  expect(wordsOf(asked.text)).toContain('Ändringen rör ett besök.');
  expect(asked.text).toContain(`/kalender/${reference}`);
  const answer = await copy({ ...fields, steg: 'anda' });
  expect(answer.headers.location).toBe(`${OWN_HOURS}?klart=sparad&besok=1`);
  expect(await stage.hours()).toContain('1 08:00:00 12:00:00 2027-01-18 2027-01-24');
  expect(await stage.canBook(9 * 60, '2027-01-21')).toBe(false);
  expect(await stage.canBook(9 * 60, '2027-01-28')).toBe(true);
  expect(wordsOf((await stage.amina.get(`/kalender/${reference}`)).text)).toContain('Rålambshovsskolan, 9B');
});

test('that cannot be understood keeps what was typed', async () => {
  const answer = await copy({ vecka: '', till: '2026-11-23', tillochmed: '2026-11-01', steg: 'anda' });
  expect(answer.status).toBe(422);
  const words = wordsOf(answer.text);
  for (const sentence of ['Välj en dag.', 'Sista veckan måste ligga efter den första.'])
    expect(words).toContain(sentence);
  expect(answer.text).toContain('value="2026-11-01"');
  expect(await stage.hours()).toHaveLength(5);
});
