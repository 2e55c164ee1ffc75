import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { ListDesk } from '../setup/list-desk.js';
import { wordsOf } from '../setup/post.js';

const PAGE = '/oversikt/risker';

let desk: ListDesk;

beforeAll(async () => {
  desk = await ListDesk.open();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await desk.app.db.query('TRUNCATE outside_calendar CASCADE');
  await desk.app.db.query(`UPDATE assistant SET employed_until = NULL`);
  await desk.app.db.query(`UPDATE district_rules SET lead_time_working_days = 1`);
});

const risks = async () => /nästa vecka(.*?)Lediga tider/.exec(await desk.words(PAGE))![1]!.trim();
const todo = async () => /Att göra(.*?)Nytt sedan/.exec(await desk.words('/oversikt'))![1]!.trim();
const NO_VISITS = 'Inga besök är bokade.';
const NONE = 'Alla besök har så många som behövs, och de kan komma.';

/** Ids and names of those who go, by name. */
const going = (id: string) =>
  desk.app.db.query<[{ id: string; name: string }, { id: string; name: string }]>(
    `SELECT a.id, a.name FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1 ORDER BY a.name`,
    [id],
  );

/** Something in somebody's own calendar, entered there after all that is booked. */
async function elsewhere(assistantId: string, from: Date, until: Date): Promise<void> {
  await desk.app.db.query(
    `INSERT INTO outside_calendar (assistant_id, sealed_address, host, entered_at, asked_at, next_try_at)
     VALUES ($1, 'sealed', 'outlook.example', $2, $2, $2)`,
    [assistantId, from],
  );
  await desk.app.db.query(`INSERT INTO outside_busy VALUES ($1, tstzrange($2, $3))`, [
    assistantId,
    from,
    until,
  ]);
}

describe('visits of this and next week', () => {
  test('are in danger where places are empty or somebody is away, and lead to the page that finds others', async () => {
    await desk.book('9B', { date: '2026-12-07' });
    expect(await risks()).toBe(NO_VISITS);
    const { id, reference } = await desk.book('9A', { date: '2026-12-01' });
    expect(await risks()).toBe(NONE);
    const [first, second] = await going(id);
    await desk.world.absent(first.id, '2026-12-01');
    await desk.app.db.query('DELETE FROM occupied_time WHERE assistant_id = $1', [second.id]);
    expect(await risks()).toBe(
      `2 tis 1 dec kl. 10.00 Rålambshovsskolan 9A 1 av 2 saknas ${first.name} är borta då Bemanna : tis 1 dec kl. 10.00 Rålambshovsskolan 9A`,
    );
    const { text } = await desk.lena.get(PAGE);
    expect(text).toContain(`href="/bokningar/${reference}/bemanning"`);
    await desk.app.db.query(`UPDATE absence SET kind = 'illness'`);
    expect(await risks()).toContain(`${first.name} är sjuk då`);
    expect(wordsOf((await desk.lena.get(`/en${PAGE}`)).text)).toContain(`${first.name} is ill then`);
    await desk.goTo(instantAt('2026-12-01', 11 * 60));
    expect(await risks()).not.toContain('9A');
  });

  test('are doubtful where somebody has something else, has left or is closed out: only this page and the overview say so', async () => {
    const { id } = await desk.book('9A', { date: '2026-12-01' });
    const [first, second] = await going(id);
    expect(await todo()).toBe('Inget väntar på dig just nu.');
    await elsewhere(first.id, instantAt('2026-12-01', 10.5 * 60), instantAt('2026-12-01', 12 * 60));
    const said = `${first.name} har något annat i sin egen kalender då`;
    expect(await risks()).toContain(said);
    expect(await todo()).toContain(
      `1 Besök där någon kanske inte kan komma tis 1 dec kl. 10.00 Rålambshovsskolan 9A : ${said} Gå igenom`,
    );
    await desk.app.db.query(`UPDATE outside_busy SET period = tstzrange($1, $2)`, [
      instantAt('2026-12-01', 11 * 60),
      instantAt('2026-12-01', 12 * 60),
    ]);
    expect(await risks()).toBe(NONE);
    await desk.app.db.query(`UPDATE assistant SET employed_until = '2026-11-30' WHERE id = $1`, [second.id]);
    expect(await risks()).toContain(`${second.name} arbetar inte kvar då`);
  });

  test('are those of the own district', async () => {
    await desk.app.db.query('UPDATE booking SET people_needed = 5, starts_at = $1, ends_at = $2', [
      instantAt('2026-12-01', 600),
      instantAt('2026-12-01', 660),
    ]);
    expect(await risks()).toBe(NO_VISITS);
    await desk.app.db.query('UPDATE booking SET people_needed = 2');
  });
});

describe('free times', () => {
  const cells = async (lecture: string) => {
    const { text } = await desk.lena.get(PAGE);
    const row = text.split('<tr>').find(part => part.includes(`<th scope="row">${lecture}`))!;
    return [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => wordsOf(cell!).trim());
  };

  test('are counted lecture by lecture as the offer has them, and lead to a new booking', async () => {
    const words = await desk.words(PAGE);
    expect(words).toContain('Föreläsning v. 48 v. 49 v. 50 v. 51 v. 52 v. 53–1 ingen skola v. 2');
    const [first, second] = await cells('Cannabis och hjärnan');
    expect(first).toMatch(
      /^\d+ \. Ny bokning av Cannabis och hjärnan, första lediga tid tis 24 nov kl\. 8\.30$/,
    );
    const { text } = await desk.lena.get(PAGE);
    const to = /href="(\/bokningar\/ny\?[^"]*datum=2026-11-24[^"]*)"/
      .exec(text)![1]!
      .replaceAll('&amp;', '&');
    const form = (await desk.lena.get(to)).text;
    expect(form).toContain('value="2026-11-24"');
    expect(form).toContain('value="8.30"');
    const number = (cell: string | undefined) => Number(/^\d+/.exec(cell!)![0]);
    await desk.book('9A', { date: '2026-12-01' });
    await desk.world.absent(desk.team['Örjan']!, '2026-12-01');
    expect(number((await cells('Cannabis och hjärnan'))[1])).toBeLessThan(number(second));
  });

  test('are none for a reason, and lead to where times are published', async () => {
    const TO_PUBLISH = '<a href="/publicerade-tider">Publicera egna tider</a>';
    expect((await cells('Föräldramöte'))[1]).toBe('inga för få arbetar de timmar då den kan hållas');
    await desk.app.db.query(`UPDATE assistant SET employed_until = '2026-11-20'`);
    expect((await cells('Cannabis och hjärnan'))[1]).toBe('inga ingen får hålla den');
    const { text } = await desk.lena.get(PAGE);
    expect(text).toContain(TO_PUBLISH);
    expect(wordsOf((await desk.lena.get(`/en${PAGE}`)).text)).toContain('none nobody may hold it');
  });

  test('are told as none or few, or from when they are released', async () => {
    for (const id of Object.values(desk.team)) await desk.world.absent(id, '2026-11-30', 0, 5 * 24 * 60);
    expect((await cells('Cannabis och hjärnan'))[1]).toBe('inga');
    await desk.app.db.query(
      `UPDATE term SET released_at = $1 WHERE starts_on > '2027-01-01' AND starts_on < '2027-02-01'`,
      [instantAt('2026-12-15', 480)],
    );
    expect((await cells('Cannabis och hjärnan')).slice(-2)).toEqual(['– ingen skola', 'släpps 15 dec']);
    await desk.app.db.query('UPDATE term SET released_at = NULL');
  });
});
