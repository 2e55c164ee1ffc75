import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { submit, wordsOf } from '../setup/post.js';
import { SICK_DAY, SickDesk } from '../setup/sick-desk.js';

// The wrong person was named as ill, or somebody is well again: the desk sees who is entered, and takes it back.

let sick: SickDesk;

beforeAll(async () => {
  sick = await SickDesk.open('Amina', 'Johan', 'Sara');
});
afterAll(() => sick.desk.close());
beforeEach(async () => {
  await sick.desk.startOver();
  await sick.desk.app.db.query('TRUNCATE change_log');
});

const words = async (path: string) => wordsOf((await sick.desk.lena.get(path)).text);
const takeBack = (name: string, day = SICK_DAY) =>
  submit(
    sick.desk.lena,
    sick.path(name, '', day),
    { fran: day, till: day },
    `/sjuk/${sick.ids[name]!}/ta-bort`,
  );
const illness = async () =>
  (
    await sick.desk.app.db.query<{ period: string }[]>(
      `SELECT to_char(lower(period), 'YYYY-MM-DD') || ' ' || to_char(upper(period), 'YYYY-MM-DD') AS period
         FROM (SELECT tsrange(lower(period) AT TIME ZONE 'Europe/Stockholm', upper(period) AT TIME ZONE 'Europe/Stockholm') AS period
                 FROM absence WHERE kind = 'illness') AS a ORDER BY 1`,
    )
  ).map(row => row.period);

describe('an illness that was entered at the desk', () => {
  test('is told where no visit is hit, and stands on the page on which somebody is named', async () => {
    const page = await sick.isIll('Sara');
    expect(await words(page)).toContain('Frånvaron är inlagd. Inget besök behöver någon annan de dagarna.');
    expect(await words('/sjuk')).toContain('Redan inlagda som sjuka Sara är sjuk tis 8 dec');
  });

  test('is taken back, which is written down; nobody is ill then', async () => {
    const visit = await sick.desk.told({ date: SICK_DAY, minute: 600, email: 'a@edu.stockholm.se' });
    await sick.isIll('Amina');
    expect(await words('/oversikt')).toContain('Amina är sjuk');
    const { headers } = await takeBack('Amina');
    expect(await words(headers.location!)).toContain('Frånvaron är borttagen.');
    expect(await illness()).toEqual([]);
    expect(await words('/oversikt')).not.toContain('Amina är sjuk');
    expect(await words('/sjuk')).not.toContain('Redan inlagda');
    expect(await words(sick.path('Amina'))).not.toContain('Frånvaron är inlagd');
    expect(await sick.going(visit.id)).toBe('Amina, Johan');
    expect(
      await sick.desk.one(
        `SELECT account_name AS by, act, before ->> 'kind' AS kind FROM change_log ORDER BY at DESC, id DESC LIMIT 1`,
      ),
    ).toEqual({ by: 'Lena Forsberg', act: 'removed', kind: 'illness' });
  });

  test('is taken back for the days of the page, and stays on the others', async () => {
    await submit(sick.desk.lena, '/sjuk', {
      person: sick.ids.Amina!,
      fran: '2026-12-08',
      till: '2026-12-10',
    });
    await takeBack('Amina', '2026-12-09');
    expect(await illness()).toEqual(['2026-12-08 2026-12-09', '2026-12-10 2026-12-11']);
  });

  test('leaves other absence and other people alone', async () => {
    await sick.desk.world.absent(sick.ids.Amina!, SICK_DAY);
    await sick.isIll('Johan');
    const kinds = () => sick.desk.app.db.query<{ kind: string }[]>('SELECT kind FROM absence ORDER BY kind');
    await takeBack('Amina');
    expect(await kinds()).toEqual([{ kind: 'holiday' }, { kind: 'illness' }]);
  });
});

test('a team without people says so instead of asking who is ill', async () => {
  await sick.desk.app.db.query('UPDATE assistant SET employed_until = $1', ['2026-01-01']);
  expect(await words('/sjuk')).toContain('Teamet har inga fältassistenter än. Till personalen');
  expect(await words('/sjuk')).not.toContain('Vem är sjuk?');
});
