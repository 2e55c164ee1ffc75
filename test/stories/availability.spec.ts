import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { wordsOf } from '../setup/post.js';
import { OWN_HOURS, OwnHoursStage, spans, TODAY, TUESDAY } from '../setup/own-hours.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

let stage: OwnHoursStage;

beforeAll(async () => {
  stage = await OwnHoursStage.open();
});
afterAll(() => stage.app.close());
beforeEach(() => stage.reset());

const save = (fields: Record<string, string>) => stage.post({ steg: 'spara', ...fields });

describe('the weekly hours', () => {
  test('are shown as they hold now, with what part of full time one works', async () => {
    await stage.app.db.query('UPDATE assistant SET working_share = 0.75 WHERE id = $1', [stage.aminaId]);
    const { text } = await stage.amina.get(OWN_HOURS);
    expect(text).toContain(`id="fran" name="fran" type="date" value="${TODAY}"`);
    expect(text).toMatch(/id="d5r0till"[^>]*value="12\.00"/);
    const words = wordsOf(text);
    expect(words).toContain('Du arbetar 75 procent.');
    expect(words).toContain('Från 1 januari 2020 tills vidare (gäller nu) mån 8.00–12.00');
    expect(words).toContain('v. 9, 1–5 mars 2027 Sportlov, skolorna är stängda');
    expect(words).not.toContain('Sportlov, skolorna är stängda Tills');
  });

  test('change from a date: schools can book by them, and what held before is kept', async () => {
    expect(await stage.canBook(13 * 60)).toBe(false);
    const answer = await save({
      fran: '2026-12-07',
      till: '',
      ...spans(2, ['815', '11.30'], ['12:30', '16']),
    });
    expect(answer.headers.location).toBe(`${OWN_HOURS}?klart=sparad&besok=0`);
    expect(await stage.hours()).toEqual([
      ...[1, 2, 3, 4, 5].map(day => `${String(day)} 08:00:00 12:00:00 2020-01-01 2026-12-06`),
      '2 08:15:00 11:30:00 2026-12-07 -',
      '2 12:30:00 16:00:00 2026-12-07 -',
    ]);
    expect(await stage.canBook(13 * 60)).toBe(true);
    expect(await stage.canBook(13 * 60, '2026-12-09')).toBe(false);
    const [logged] =
      await stage.app.db.query<{ subject_id: string; before: object; after: object }[]>(
        'SELECT * FROM change_log',
      );
    expect(logged).toMatchObject({
      subject_id: stage.aminaId,
      account_name: 'Amina',
      before: { weeks: [{ validFrom: '2020-01-01', validUntil: null }] },
      after: { weeks: [{ validUntil: '2026-12-06' }, { validFrom: '2026-12-07', validUntil: null }] },
    });
  });

  test('show the visits that they no longer reach, before they are saved; the visits stay', async () => {
    const { reference } = await stage.world.book({ date: TUESDAY, minute: 10 * 60 });
    const fields = { fran: TODAY, till: '', ...spans(1, ['8', '12']) };
    const asked = await save(fields);
    expect([asked.status, (await stage.hours()).length]).toEqual([200, 5]);
    expect(wordsOf(asked.text)).toContain('Ändringen rör ett besök.');
    expect(asked.text).toContain(`href="/kalender/${reference}"`);
    expect(asked.text).toMatch(/name="d1r0fran" value="8"/);
    const again = await save({ ...fields, steg: 'andra' });
    expect(again.text).toMatch(/id="d1r0fran"[^>]*value="8"/);
    expect(await stage.hours()).toHaveLength(5);

    const answer = await save({ ...fields, steg: 'anda' });
    expect(answer.headers.location).toBe(`${OWN_HOURS}?klart=sparad&besok=1`);
    expect((await stage.hours()).at(-1)).toBe('1 08:00:00 12:00:00 2026-11-23 -');
    expect(wordsOf((await stage.amina.get(answer.headers.location!)).text)).toContain(
      'Ett besök ligger utanför dem',
    );
    expect(wordsOf((await stage.amina.get('/kalender')).text)).toContain('Rålambshovsskolan, 9B');
  });

  test('gain and lose rows by buttons, with all kept that was typed', async () => {
    const more = await save({ fran: 'x', till: '', ...spans(1, ['8', 'tolv']), steg: 'till:1' });
    expect(more.status).toBe(200);
    expect(more.text).toMatch(/id="d1r0till"[^>]*value="tolv"/);
    expect(more.text).toMatch(/id="d1r1fran"[^>]* autofocus/);
    const fewer = await save({
      fran: TODAY,
      till: '',
      ...spans(1, ['8', '9'], ['10', '11']),
      steg: 'bort:1:0',
    });
    expect(fewer.text).toMatch(/id="d1r0fran"[^>]*value="10"/);
    expect(fewer.text).not.toContain('d1r1fran');
    expect(await stage.hours()).toHaveLength(5);
  });

  test('have each fault told at its field', async () => {
    const answer = await save({
      fran: '2026-11-01',
      till: '',
      ...spans(1, ['8', '12'], ['11', '13']),
      ...spans(4, ['9', '8']),
      ...spans(5, ['nio', '']),
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Fel: Min tillgänglighet');
    const words = wordsOf(answer.text);
    expect(words).toContain('Rätta fem fält för att gå vidare');
    expect(words).toContain('Fredag från: skriv klockslaget som 8.15.');
    expect(words).toContain('Fredag till: skriv ett klockslag, eller ta bort raden.');
    expect(words).toContain('Torsdag: sluttiden måste vara efter starttiden.');
    expect(words).toContain('Måndag: tiden krockar med en annan tid samma dag.');
    for (const field of ['fran', 'd1r1fran', 'd4r0till']) {
      expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toContain(`id="${field}-fel"`);
    }
    expect(await stage.hours()).toHaveLength(5);
  });

  test('may come in turns, counted on over New Year, and are offered so', async () => {
    const fields = { fran: '2026-12-07', till: '', varje: '2' };
    const asked = await save({ ...fields, ...spans(2, ['8', '12']) });
    expect(asked.status).toBe(200);
    expect(asked.text).toMatch(/id="v2d2r0fran"[^>]*value="8"/);
    expect(wordsOf(asked.text)).toContain('Vecka 2 av 2 v. 51, 53, 2, 4 …');
    expect(await stage.hours()).toHaveLength(5);

    const week2 = { v2d3r0fran: '13', v2d3r0till: '16' };
    const weeks = { ankare: '2026-12-07', veckor: '2', ...spans(2, ['8', '12']), ...week2 };
    expect((await save({ ...fields, ...weeks })).status).toBe(303);
    const { text } = await stage.amina.get(OWN_HOURS);
    expect(wordsOf(text)).toContain(
      'Från 7 december 2026 tills vidare Varannan vecka, från v. 50: tis 8.00–12.00 Varannan vecka, från v. 51: ons 13.00–16.00',
    );
    expect(await stage.canBook(9 * 60, '2026-12-08')).toBe(true);
    expect(await stage.canBook(9 * 60, '2026-12-15')).toBe(false);
    expect(await stage.canBook(14 * 60, '2026-12-16')).toBe(true);
    // Weeks 53, 1 and 2: the turns go on as they are.
    expect(await stage.canBook(14 * 60, '2027-01-13')).toBe(true);
    expect(await stage.canBook(14 * 60, '2027-01-20')).toBe(false);
    expect(await stage.canBook(9 * 60, '2027-01-19')).toBe(true);

    const odd = await save({
      ...fields,
      ...weeks,
      v2d3r0till: 'x',
      fran: '2027-01-11',
      till: '2027-06-01',
      ankare: '2027-01-11',
    });
    expect(wordsOf(odd.text)).toContain('Onsdag, udda veckor till: skriv klockslaget som 8.15.');
  });

  test('to come can be changed and taken away; those that have begun cannot', async () => {
    await save({ fran: '2027-01-11', till: '', ...spans(1, ['8', '16']) });
    const shown = await stage.amina.get(`${OWN_HOURS}?andra=2027-01-11`);
    expect(wordsOf(shown.text)).toContain('Du ändrar tiderna som gäller från 11 januari 2027 tills vidare.');
    await save({ fran: '2027-01-18', till: '', andrar: '2027-01-11', ...spans(1, ['9', '15']) });
    expect(wordsOf((await stage.amina.get(OWN_HOURS)).text)).toContain(
      '1 januari 2020–17 januari 2027 (gäller nu) mån 8.00–12.00 tis 8.00–12.00 ons 8.00–12.00 tors 8.00–12.00 fre 8.00–12.00 Från 18 januari 2027 tills vidare mån 9.00–15.00 Ändra',
    );
    const remove = (fields: Record<string, string>) => stage.post(fields, `${OWN_HOURS}/ta-bort`);
    const asked = await remove({ period: '2027-01-18' });
    expect(wordsOf(asked.text)).toContain('Då gäller i stället: mån 8.00–12.00');
    expect((await stage.hours()).at(-1)).toBe('1 09:00:00 15:00:00 2027-01-18 -');
    await remove({ period: '2027-01-18', steg: 'anda' });
    expect(wordsOf((await stage.amina.get(OWN_HOURS)).text)).toContain(
      'Från 1 januari 2020 tills vidare (gäller nu)',
    );
    for (const period of ['2020-01-01', '2027-02-01', 'x'])
      expect((await remove({ period, steg: 'anda' })).headers.location).toBe(OWN_HOURS);
    expect((await stage.amina.get(`${OWN_HOURS}?andra=2020-01-01`)).status).toBe(404);
  });

  test('tell of coming ones whose place they take', async () => {
    await save({ fran: '2027-01-11', till: '2027-01-17', ...spans(1, ['8', '16']) });
    const fields = { fran: TODAY, till: '', ...spans(2, ['8', '16']) };
    const asked = await save(fields);
    expect(wordsOf(asked.text)).toContain('De ersätts, helt eller delvis: 11–17 januari 2027 mån 8.00–16.00');
    await save({ ...fields, steg: 'anda' });
    expect((await stage.hours()).at(-1)).toBe('2 08:00:00 16:00:00 2026-11-23 -');
  });

  test('saved twice in the same instant end as one of the two', async () => {
    const both = [spans(1, ['8', '16']), spans(1, ['9', '15'])];
    const answers = await Promise.all(
      both.map(fields => save({ fran: '2026-12-07', till: '', ...fields, steg: 'anda' })),
    );
    expect(answers.map(answer => answer.status)).toEqual([303, 303]);
    expect((await stage.hours()).filter(row => row.endsWith('-'))).toHaveLength(1);
  });

  test('are one’s own: a colleague’s do not change, and the database takes none that overlap', async () => {
    const before = await stage.hours(stage.saraId);
    await save({ fran: TODAY, till: '' });
    expect(await stage.hours(stage.saraId)).toEqual(before);
    const overlapping = stage.app.db.query(
      `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from)
       VALUES ($1, 1, '15:59', '17:00', '2026-12-01')`,
      [stage.saraId],
    );
    await expect(overlapping).rejects.toThrow('weekly_hours_are_apart');
  });

  test('in turns overlap where there is a week in which they meet, and else do not', async () => {
    const insert = (every: number, turn: number) =>
      stage.app.db.query(
        `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from, every_weeks, turn)
         VALUES ($1, 6, '10:00', '12:00', '2026-12-01', $2, $3)`,
        [stage.aminaId, every, turn],
      );
    await insert(2, 0);
    await insert(4, 1);
    for (const [every, turn] of [
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 2],
    ] as const)
      await expect(insert(every, turn)).rejects.toThrow('weekly_hours_are_apart');
    await insert(4, 3);
    await expect(insert(2, 2)).rejects.toThrow('turn_is_one_of_the_weeks');
    await expect(insert(5, 0)).rejects.toThrow('hours_come_every_few_weeks');
  });
});

test('a coordinator has no such pages, and the English ones are complete', async () => {
  await accountOf(stage.app, {
    role: 'coordinator',
    districtId: stage.world.district.id,
    email: 'lena@kungsholmen.example',
  });
  const lena = await signedIn(stage.app, 'lena@kungsholmen.example');
  for (const page of [OWN_HOURS, `${OWN_HOURS}/extra`]) expect((await lena.get(page)).status).toBe(404);
  const words = wordsOf((await stage.amina.get(`/en${OWN_HOURS}`)).text);
  expect(words).toContain('Winter break, schools are closed');
  expect(words).toContain('Mon 8:00–12:00');
});
