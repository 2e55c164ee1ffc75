import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openReportTown, tableIn } from '../builders/report-town.js';
import type { TestApp } from '../setup/app.js';
import { wordsOf, type Visitor } from '../setup/post.js';
import { enter } from '../setup/staff-visitor.js';

let app: TestApp;
let lena: Visitor;
let mattias: Visitor;
let analyst: Visitor;

const AUTUMN = '/rapporter?period=ht2026';

beforeAll(async () => {
  ({ app, lena, mattias, analyst } = await openReportTown());
});
afterAll(() => app.close());

const htmlOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).text;
const shown = async (visitor: Visitor, path: string) => wordsOf(await htmlOf(visitor, path));

describe('the report of a term', () => {
  test('says what was there, what was booked, and what came of it', async () => {
    const words = await shown(lena, AUTUMN);
    expect(words).toContain('Höstterminen 2026, 1 juli–31 december 2026, hämtad 25 november 2026 Kapacitet');
    expect(words).toContain('Genomförda besök 2 1 kommunala, 1 fristående');
    expect(words).toContain('Elever som nåtts 1 028 1 004 kommunala, 24 fristående');
    expect(words).toContain('Förlorade besök 2 1 avbokade sent av skolan, 1 där klassen inte var på plats');
    // Two of the team for an hour and two margins of a quarter: three hours each visit.
    const [heading, ...rows] = tableIn(await htmlOf(lena, AUTUMN));
    const row = (name: string) =>
      Object.fromEntries(
        rows.find(cells => cells[0]!.startsWith(name))!.map((cell, at) => [heading![at]!, cell]),
      );
    expect(row('v. 46')).toMatchObject({
      'Bokade timmar': '3,0',
      'varav genomförda': '3,0',
      'Genomförda besök': '1',
      Elever: '1 004',
    });
    expect(row('v. 47')).toMatchObject({ 'Bokade timmar': '3,0', 'Förlorade besök': '2' });
    expect(row('v. 48')).toMatchObject({ 'varav att följa upp': '3,0', 'varav framåt': '0,0' });
    expect(row('v. 49')).toMatchObject({ 'varav framåt': '3,0', 'Genomförda besök': '0' });
    // Five days of two times eight hours and one of 3 h 55 min: 99.58 hours.
    expect(row('v. 46')['Tillgängliga timmar']).toMatch(/^99,[56]$/);
    expect(row('v. 44')).toMatchObject({ 'Tillgängliga timmar': '0,0', Beläggning: '–' });
  });

  test('has sentences ready to paste, in both languages', async () => {
    expect(await shown(lena, AUTUMN)).toMatch(
      /Under höstterminen 2026 har fältassistenterna till och med den 24 november genomfört 2 föreläsningar vid 2 av stadsdelens \d+ skolor, en kommunal och en fristående\. Föreläsningarna hade sammanlagt 1 028 deltagande elever; en elev som har deltagit två gånger räknas två gånger\./,
    );
    expect(await shown(lena, `/en${AUTUMN}`)).toMatch(
      /In autumn term 2026 the youth field workers have until 24 November held 2 lectures at 2 of the district’s \d+ schools, one municipal and one independent\./,
    );
  });

  test('without anything held says so', async () => {
    expect(await shown(lena, '/rapporter?period=t1-2027')).toContain(
      'Inga genomförda föreläsningar i tertial 1 2027. Välj en annan period eller ta bort ett filter.',
    );
  });
});

describe('what is chosen', () => {
  test('stands in the address: a filter takes the visits of others away, not the team’s time', async () => {
    const all = tableIn(await htmlOf(lena, `${AUTUMN}&visa=manad`)).at(-1)!;
    const some = tableIn(await htmlOf(lena, `${AUTUMN}&visa=manad&huvudman=fristaende`)).at(-1)!;
    expect(some[1]).toBe(all[1]);
    expect([all.at(-2), some.at(-2)]).toEqual(['1 028', '24']);
  });

  test('dates of one’s own; a fault is told, and what was typed is kept', async () => {
    const own = await htmlOf(lena, '/rapporter?period=egen&fran=2026-11-16&till=2026-11-22');
    expect(wordsOf(own)).toContain('Genomförda besök 1');
    const faulty = await lena.get('/rapporter?period=egen&fran=2026-11-16&till=2026-11-02');
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('<title>Fel: Kapacitet');
    expect(faulty.text).toContain('value="2026-11-02"');
    expect(wordsOf(faulty.text)).toContain('Slutet måste ligga efter början.');
  });

  test.each([
    'period=x&visa=y&huvudman=z&forelasning=%27&arskurs=99&malgrupp=1&stadsdel=skarholmen',
    'period[]=a',
  ])('nonsense is passed over: %s', async query => {
    const answer = await lena.get(`/rapporter?${query}`);
    expect([answer.status, wordsOf(answer.text).includes('1 028')]).toEqual([200, true]);
  });
});

describe('whose figures', () => {
  test('a coordinator of another district sees that one’s', async () => {
    const words = await shown(mattias, AUTUMN);
    expect(words).toContain('Genomförda besök 0');
    expect(words).not.toMatch(/Rålambshovsskolan|Amina/);
    expect(await shown(mattias, `${AUTUMN}&visa=person`)).toMatch(/Maria.*Oskar/);
  });

  test('those who see the whole city have every district, and each; never a person', async () => {
    expect(
      tableIn(await htmlOf(analyst, `${AUTUMN}&visa=stadsdel`)).map(row => [row[0], row.at(-2)]),
    ).toEqual([
      ['Stadsdelsområde', 'Elever'],
      ['Kungsholmen', '1 028'],
      ['Skärholmen', '0'],
      ['Hela perioden', '1 028'],
    ]);
    expect(await shown(analyst, `${AUTUMN}&stadsdel=kungsholmen&visa=skola`)).toContain('Rålambshovsskolan');
    for (const path of [`${AUTUMN}&visa=person`, `${AUTUMN}&stadsdel=kungsholmen&visa=person`]) {
      expect(await shown(analyst, path)).not.toMatch(/Amina|Johan|Sara|Maria|Fältassistent /);
      const file = await analyst.get(path.replace('/rapporter', '/rapporter/kapacitet.csv'));
      expect(file.text).not.toMatch(/Amina|Johan|Sara|Maria/);
    }
  });

  test('an analyst who signs in lands on the report', async () => {
    expect((await enter(app.visitor(), 'ana@x.example')).headers.location).toBe('/rapporter');
  });
});
