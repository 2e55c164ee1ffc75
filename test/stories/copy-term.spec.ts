import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { wordsOf } from '../setup/post.js';
import { OWN_HOURS, OwnHoursStage } from '../setup/own-hours.js';

const PAGE = `${OWN_HOURS}/kopiera-termin`;

let stage: OwnHoursStage;
let terms: { id: string; starts: string }[];

beforeAll(async () => {
  stage = await OwnHoursStage.open();
  terms = await stage.app.db.query(
    `SELECT id, starts_on::text AS starts FROM term
      WHERE district_id = $1 AND starts_on > '2026-07-01' ORDER BY starts_on`,
    [stage.world.district.id],
  );
});
afterAll(() => stage.app.close());
beforeEach(() => stage.reset());

const copy = (fields: Record<string, string>) => stage.post(fields, PAGE);

test('a term is shown before it is copied, with the visits that then lie outside, and then is what was shown', async () => {
  await stage.app.db.query('DELETE FROM weekly_hours WHERE weekday = 3 AND assistant_id = $1', [
    stage.aminaId,
  ]);
  await stage.app.db.query(
    `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from)
     VALUES ($1, 3, '08:00', '12:00', '2027-01-01')`,
    [stage.aminaId],
  );
  const { reference } = await stage.world.book({ date: '2027-01-20' });
  const [autumn, spring] = terms;
  const shown = await stage.amina.get(PAGE);
  expect(shown.text).toMatch(/<option[^>]* selected[^>]*>Höstterminen 2026</);
  expect(shown.text).toMatch(/<option[^>]* selected[^>]*>Vårterminen 2027</);
  const fields = { fran: autumn!.id, till: spring!.id };
  const asked = await copy(fields);
  const words = wordsOf(asked.text);
  expect(words).toContain('undervisningsveckor får de här tiderna:');
  expect(words).toContain('mån 8.00–12.00 tis 8.00–12.00 tors 8.00–12.00 fre 8.00–12.00');
  expect(words).toContain('Ändringen rör ett besök.');
  expect(asked.text).toContain(`href="/kalender/${reference}"`);
  expect((await stage.hours()).filter(row => row.startsWith('3'))).toHaveLength(1);

  const answer = await copy({ ...fields, steg: 'anda' });
  expect(answer.headers.location).toBe(`${OWN_HOURS}?klart=sparad&besok=1`);
  expect(await stage.canBook(9 * 60, '2027-01-27')).toBe(false);
  expect(await stage.canBook(9 * 60, '2027-01-26')).toBe(true);
});

test('a fault keeps what was chosen and names the field', async () => {
  const [autumn, spring] = terms;
  const answer = await copy({ fran: spring!.id, till: autumn!.id });
  expect(answer.status).toBe(422);
  expect(wordsOf(answer.text)).toContain('Välj en termin som kommer efter den du kopierar.');
  expect(answer.text).toContain('href="#till"');
  expect((await copy({ fran: 'x', till: '' })).status).toBe(422);
});
