import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { ListDesk } from '../setup/list-desk.js';
import { wordsOf } from '../setup/post.js';

let desk: ListDesk;

beforeAll(async () => {
  desk = await ListDesk.open();
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

describe('the list', () => {
  test('shows the coming visits of the own district alone, in their order', async () => {
    await desk.book('9B', { date: '2026-12-09' });
    await desk.book('9A', { date: '2026-12-08' });
    const { classes, count, text } = await desk.list();
    expect(classes).toEqual(['9A', '9B']);
    expect(count).toBe('2 bokningar');
    expect(text).not.toContain('Bredängsskolan');
    expect((await desk.list('?period=allt&sok=bredang')).classes).toEqual([]);
  });

  test('says of each when, where, who goes, how it stands and how the mails went', async () => {
    const booked = await desk.book('9B');
    await desk.app.mails();
    expect((await desk.list()).row).toBe(
      'tis 8 dec 10.00–11.00 50 Rålambshovsskolan Kommunal 9B 27 Cannabis och hjärnan ' +
        `${await goers()}Bekräftad Levererat`,
    );
    expect((await desk.list()).text).toContain(`href="/bokningar/${booked.reference}"`);
    expect((await desk.list('?kolumner=kontakt,nummer,bokad')).row).toBe(
      `Rålambshovsskolan Karin Ek 070-174 06 12 23 nov 2026 ${booked.reference}`,
    );
  });

  test('is there in English too', async () => {
    await desk.book('9B');
    const words = wordsOf((await desk.lena.get('/en/bokningar')).text);
    expect(words).toContain('1 booking');
    expect(words).toContain('Tue 8 Dec 10:00–11:00 50 Rålambshovsskolan Municipal 9B 27');
  });

  test('says so where there is nothing, and leads to all times where something was looked for', async () => {
    await desk.book('9B', { date: '2026-12-08' });
    await desk.goTo(instantAt('2026-12-09', 600));
    const { classes, count, text } = await desk.list('?sok=9b');
    expect([classes, count]).toEqual([[], '0 bokningar']);
    expect(text).toContain('href="/bokningar?sok=9b&amp;period=allt"');
    expect((await desk.list('?sok=9b&period=allt')).classes).toEqual(['9B']);
  });

  /** "AH Amina Haddad, JL Jonas Lindqvist, " of those who go to the only visit. */
  async function goers(): Promise<string> {
    const rows = await desk.app.db.query<{ name: string }[]>(
      'SELECT a.name FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.district_id = $1 ORDER BY 1',
      [desk.world.district.id],
    );
    const signs: Record<string, string> = { 'Amina Haddad': 'AH', 'Jonas Lindqvist': 'JL', Örjan: 'Ö' };
    return rows.map(({ name }) => `${signs[name]!} ${name}, `).join('');
  }
});

describe('the choice', () => {
  beforeEach(async () => {
    await desk.world.rules({ coming_bookings_per_school_and_term: 20, lead_time_working_days: 0 });
    const luna = { id: (await desk.world.school('Luna')).id };
    await desk.book('9A', { date: '2026-11-24' });
    await desk.book('8B', {
      date: '2026-12-08',
      minute: 13 * 60,
      school: luna,
      details: { grade: '8', pupils: 20 },
    });
    await desk.book('7C', {
      date: '2027-01-19',
      lectureId: (await desk.world.lecture('spel-om-pengar')).id,
      details: { grade: '7', pupils: 12 },
    });
  });

  test.each([
    ['?period=allt', ['9A', '8B', '7C'], '3 bokningar'],
    ['?period=2026v48-50', ['9A', '8B'], '2 bokningar'],
    ['?period=ht2026', ['9A', '8B'], '2 bokningar'],
    ['?period=vt2027', ['7C'], '1 bokning'],
    ['?fran=2026-11-25', ['8B', '7C'], '2 bokningar'],
    ['?till=2026-12-08', ['9A', '8B'], '2 bokningar'],
    ['?fran=2026-12-08&till=2026-12-08', ['8B'], '1 bokning'],
    ['?arskurs=8', ['8B'], '1 bokning av 3'],
    ['?arskurs=7-9', ['9A', '8B', '7C'], '3 bokningar'],
    ['?arskurs=gymnasiet', [], '0 bokningar av 3'],
    ['?forelasning=spel-om-pengar', ['7C'], '1 bokning av 3'],
    ['?huvudman=fristaende', ['8B'], '1 bokning av 3'],
    ['?huvudman=kommunal', ['9A', '7C'], '2 bokningar av 3'],
    ['?huvudman=kommunal&period=ht2026', ['9A'], '1 bokning av 2'],
    ['?lage=bekraftad', ['9A', '8B', '7C'], '3 bokningar'],
    ['?lage=avbokad', [], '0 bokningar av 3'],
  ])('%s', async (query, classes, count) => {
    expect(await desk.list(query)).toMatchObject({ classes, count, status: 200 });
  });

  test.each([
    ['tid', ['9A', '8B', '7C']],
    ['-tid', ['7C', '8B', '9A']],
    ['v', ['9A', '8B', '7C']],
    ['skola', ['8B', '9A', '7C']],
    ['-skola', ['7C', '9A', '8B']],
    ['huvudman', ['9A', '7C', '8B']],
    ['klass', ['7C', '8B', '9A']],
    ['elever', ['7C', '8B', '9A']],
    ['-elever', ['9A', '8B', '7C']],
    ['forelasning', ['9A', '8B', '7C']],
    ['bokad', ['9A', '8B', '7C']],
    ['lage', ['9A', '8B', '7C']],
    ['kontakt', ['9A', '8B', '7C']],
  ])('in order of %s', async (order, classes) => {
    expect((await desk.list(`?ordning=${order}`)).classes).toEqual(classes);
  });

  test('says in the head of the table by what it is in order, and how to turn it', async () => {
    const { text } = await desk.list('?ordning=skola&arskurs=7-9');
    expect(text).toContain(
      '<th scope="col" aria-sort="ascending"><a href="/bokningar?arskurs=7-9&amp;ordning=-skola">',
    );
    expect((await desk.list('?ordning=-skola')).text).toContain(
      'aria-sort="descending"><a href="/bokningar?ordning=skola">',
    );
  });

  test.each(['?period=x&arskurs=99&lage=x&ordning=x&sida=x', '?sida=99', "?sok='%25_\\", '?kolumner=x'])(
    'what makes no sense (%s) is no fault',
    async query => {
      expect((await desk.list(query)).status).toBe(200);
    },
  );

  test('a page beyond the last is the last', async () => {
    expect((await desk.list('?sida=99')).classes).toEqual(['9A', '8B', '7C']);
  });
});

test('fifty bookings are a page, and the next page goes on with the same choice', async () => {
  const { id } = await desk.book('9A');
  await desk.app.db.query(
    `INSERT INTO booking (reference, district_id, lecture_id, school_id, starts_at, ends_at, people_needed, grade,
                          class_name, pupils, status, is_known_sender, language, created_at)
     SELECT 'AAA-' || n, district_id, lecture_id, school_id, starts_at + n * interval '1 hour',
            ends_at + n * interval '1 hour', people_needed, grade, '9B', pupils, 'confirmed', true, 'sv', created_at
       FROM booking, generate_series(100, 160) AS n WHERE id = $1`,
    [id],
  );
  const first = await desk.list('?arskurs=9&ordning=-nummer');
  expect([first.classes.length, first.count]).toEqual([50, '62 bokningar']);
  expect(first.text).toContain('href="/bokningar?arskurs=9&amp;ordning=-nummer&amp;sida=2"');
  const second = await desk.list('?arskurs=9&ordning=-nummer&sida=2');
  expect(second.classes).toHaveLength(12);
  const references = [first, second].flatMap(
    ({ text }) => text.match(/href="\/bokningar\/\w{3}-\w{3}"/g) ?? [],
  );
  expect(new Set(references).size).toBe(62);
  expect(second.text).toContain('<title>Bokningar, sida 2 – Fältbokning</title>');
});
