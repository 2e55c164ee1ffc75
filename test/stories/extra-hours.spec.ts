import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { wordsOf } from '../setup/post.js';
import { OWN_HOURS, OwnHoursStage, TUESDAY } from '../setup/own-hours.js';

let stage: OwnHoursStage;

beforeAll(async () => {
  stage = await OwnHoursStage.open();
});
afterAll(() => stage.app.close());
beforeEach(() => stage.reset());

describe('extra hours', () => {
  const enter = (fields: Record<string, string>) => stage.post(fields, `${OWN_HOURS}/extra`);
  const remove = (fields: Record<string, string>) => stage.post(fields, `${OWN_HOURS}/extra/ta-bort`);
  const afternoon = { datum: TUESDAY, fran: '12', till: '15.30' };

  test('can be booked by a school, on that date alone, and not once they are taken away', async () => {
    expect(await stage.canBook(13 * 60)).toBe(false);
    const answer = await enter(afternoon);
    expect(answer.headers.location).toBe(`${OWN_HOURS}?klart=extra`);
    const { text } = await stage.amina.get(answer.headers.location!);
    expect(wordsOf(text)).toContain('Tisdag 8 december 12.00–15.30 Ta bort');
    expect(await stage.canBook(13 * 60, '2026-12-15')).toBe(false);
    expect(await stage.canBook(12 * 60 + 30)).toBe(true);

    const [{ id }] = (await stage.extraHours()) as [{ id: string }];
    const asked = await remove({ extra: id });
    expect(wordsOf(asked.text)).toContain('Ändringen rör ett besök.');
    expect(await stage.extraHours()).toHaveLength(1);
    expect((await remove({ extra: id, steg: 'anda' })).headers.location).toBe(
      `${OWN_HOURS}?klart=extra-borttagen`,
    );
    await stage.app.db.query('TRUNCATE booking CASCADE');
    expect(await stage.canBook(12 * 60 + 30)).toBe(false);
    const log = await stage.app.db.query<{ after: object }[]>(
      'SELECT before, after FROM change_log ORDER BY id',
    );
    expect(log).toEqual([
      { before: { extra: [] }, after: { extra: [{ date: TUESDAY, from: 720, until: 930 }] } },
      { before: { extra: [{ date: TUESDAY, from: 720, until: 930 }] }, after: { extra: [] } },
    ]);
  });

  test('do not open a day on which schools are closed', async () => {
    await enter({ datum: '2027-03-02', fran: '12', till: '15.30' });
    expect(await stage.extraHours()).toHaveLength(1);
    expect(await stage.canBook(13 * 60, '2027-03-02')).toBe(false);
  });

  test('are refused with a reason at the field, and keep what was typed', async () => {
    const answer = await enter({ datum: '', fran: 'tolv', till: '' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="tolv"');
    expect(wordsOf(answer.text)).toContain('Rätta tre fält');
    expect(wordsOf((await enter({ ...afternoon, fran: '8', till: '12' })).text)).toContain(
      'Då går du redan att boka.',
    );
    const empty = wordsOf((await enter({ ...afternoon, fran: '', till: '' })).text);
    expect(empty).toContain('Från klockan: skriv ett klockslag. Till klockan: skriv ett klockslag.');
    expect(await stage.extraHours()).toEqual([]);
  });

  test('of a colleague, or of a day that has been, stay as they are', async () => {
    await stage.app.db.query(
      `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at)
       VALUES ($1, $3, '12:00', '13:00'), ($2, '2026-11-20', '12:00', '13:00')`,
      [stage.saraId, stage.aminaId, TUESDAY],
    );
    for (const { id } of await stage.extraHours())
      expect((await remove({ extra: id, steg: 'anda' })).headers.location).toBe(OWN_HOURS);
    expect(await stage.extraHours()).toHaveLength(2);
    expect(wordsOf((await stage.amina.get(OWN_HOURS)).text)).toContain('Du har ingen extra tid inlagd.');
  });
});
