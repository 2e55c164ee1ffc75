import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Onboarding } from '../../src/onboarding/onboarding.js';
import { Desk } from '../setup/desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { expectFaults, expectStale } from '../setup/edits.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf } from '../setup/post.js';
import { SchoolVisitor } from '../setup/school-visitor.js';
import { MONDAY_MORNING } from '../setup/test-clock.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';

const YEARS = '/installningar/lasar';

let desk: Desk;
let year: string;

beforeAll(async () => {
  desk = await Desk.open({}, {});
  year = `${YEARS}/${await yearId('2026/27')}`;
});
afterAll(() => desk.close());

async function yearId(label: string, slug = 'kungsholmen'): Promise<string> {
  const [row] = await desk.app.db.query<[{ id: string }]>(
    `SELECT y.id FROM school_year y JOIN district d ON d.id = y.district_id WHERE label = $1 AND slug = $2`,
    [label, slug],
  );
  return row.id;
}
const edit = (path: string, changes: Record<string, string>) =>
  desk.edit(path, { steg: 'spara', ...changes });
const isOpen = async (date: string) => {
  const { id } = await desk.world.lecture();
  const { text } = await desk.app.http.get(`/api/v1/lectures/${id}/slots?from=${date}&to=${date}`);
  return text.includes('"start"');
};
const breakPath = async (name: string) => {
  const { text } = await desk.lena.get(year);
  const [, href] = new RegExp(`href="([^"]+/lov/[^"]+)">[^<]*<span[^>]*> ${name}<`).exec(text)!;
  return href!;
};

test('a proposed year is confirmed, and says by whom', async () => {
  expect(await desk.words(year)).toContain('Dagarna är ett förslag.');
  const answer = await edit(year, { springEnds: '2027-06-11', steg: 'faststall' });
  expect(answer.headers.location).toBe(`${year}?klart=sparad`);
  const words = await desk.words(year);
  expect(words).toContain('Läsåret 2026/27 Fastställt');
  expect(words).toContain('Läge: från Förslag till Fastställt');
  expect(words).toContain('Vårterminen slutar: från 2027-06-10 till 2027-06-11');
  expect(words).toContain('Långfredagen Fredag 26 mars 2027');
});

test('terms decide what can be booked, at once', async () => {
  expect(await isOpen('2026-12-21')).toBe(true);
  await edit(year, { autumnEnds: '2026-12-18' });
  expect(await isOpen('2026-12-21')).toBe(false);
});

test('the times of a term are released on a day and at an hour; until then it says so, and nobody can book them', async () => {
  await edit(year, { springReleasedOn: '2026-11-30', springReleasedAt: '9.00' });
  expect(await desk.words(year)).toContain('Vårens tider släpps: från tomt till 2026-11-30');
  expect(await isOpen('2027-02-02')).toBe(false);
  const early = await desk.world.wish({ date: '2027-02-02', email: 'tidig@edu.stockholm.se' });
  expect(await desk.world.tryToBook(early)).toMatchObject({ refused: 'timeNotOffered' });
  const visitor = new SchoolVisitor(desk.app, desk.world);
  await visitor.lecture();
  await visitor.school();
  const { text } = await visitor.get('tid?fran=2027-01-11');
  expect(wordsOf(text)).toMatch(/Tiderna i vecka 2.* släpps måndag 30 november kl\. 9\.00\./);

  await desk.goTo(instantAt('2026-11-30', 9 * 60));
  expect(await isOpen('2027-02-02')).toBe(true);
  expect(await desk.world.tryToBook(early)).toMatchObject({ status: 'confirmed' });
  await desk.goTo(MONDAY_MORNING);
  await expectFaults(desk, year, { springReleasedAt: '' }, ['Fyll i både ”Vårens tider']);
  expect((await edit(year, { springReleasedOn: '', springReleasedAt: '' })).status).toBe(303);
});

test('a new break closes its days; visits on them are told of first, and stay', async () => {
  const booked = await desk.world.book({ date: '2026-12-10' });
  const lov = { nameSv: 'Lovdag', nameEn: 'Day off', startsOn: '2026-12-10', endsOn: '' };
  const before = await dump(desk.app.db);
  const asked = await edit(`${year}/lov/ny`, lov);
  expect(asked.status).toBe(200);
  expect(wordsOf(asked.text)).toContain('Ett bokat besök ligger på en dag som blir stängd. Det står kvar.');
  expect(asked.text).toContain('value="Lovdag"');
  expect(await changedSince(before, desk.app.db)).toEqual([]);

  const answer = await submit(desk.lena, `${year}/lov/ny`, { ...formIn(asked.text), steg: 'anda' });
  expect(answer.headers.location).toBe(`${year}?klart=lov`);
  expect(await isOpen('2026-12-10')).toBe(false);
  expect(await desk.statusOf(booked.id)).toBe('confirmed');
  expect(await desk.words(year)).toContain('Lena Forsberg lade till');
  expect(await desk.words(year)).toContain('Lov: Lovdag (Day off) 2026-12-10');
});

test('terms that end before a visit ask in the same way', async () => {
  await desk.world.book({ date: '2026-12-16' });
  const asked = await edit(year, { autumnEnds: '2026-12-15' });
  expect(wordsOf(asked.text)).toContain('Ett bokat besök ligger på en dag som blir stängd.');
  expect(asked.text).toContain('value="2026-12-15"');
  expect((await edit(year, { autumnEnds: '2026-12-18' })).status).toBe(303);
});

test('a break is changed and removed, and its days open again', async () => {
  const path = await breakPath('Lovdag');
  await edit(path, { startsOn: '2026-12-11', endsOn: '2026-12-11' });
  expect([await isOpen('2026-12-10'), await isOpen('2026-12-11')]).toEqual([true, false]);
  expect(await desk.words(year)).toContain(
    'Lov: från Lovdag (Day off) 2026-12-10 till Lovdag (Day off) 2026-12-11',
  );
  await expectStale(desk, path, {
    meanwhile: () => edit(path, { nameSv: 'Studiedag' }),
    typed: { nameEn: 'Free day' },
    told: 'Namn är nu: Studiedag',
  });

  await submit(desk.lena, path, {}, `${path}/ta-bort`);
  expect(await isOpen('2026-12-11')).toBe(true);
  expect(await desk.words(year)).toContain('Lena Forsberg tog bort');
  expect((await desk.lena.get(path)).status).toBe(404);
});

test('faults are told in words, with everything typed kept, and nothing is written', async () => {
  await expectFaults(desk, year, { autumnStarts: '2026-06-01', springStarts: '2026-12-01', springEnds: '' }, [
    '”Höstterminen börjar” måste ligga inom läsåret, från juli till juni.',
    '”Vårterminen börjar” måste vara mer eller senare än ”Höstterminen slutar”.',
    'Välj en dag i ”Vårterminen slutar”.',
  ]);
  const lov = { nameSv: 'Höstlov', startsOn: '2026-10-26', endsOn: '2026-10-30' };
  await expectFaults(desk, `${year}/lov/ny`, lov, [
    'Fyll i ”Namn på engelska”.',
    '”Från och med” krockar med något som redan finns.',
  ]);
});

test('the next year is added as a proposal, once', async () => {
  const added = await submit(desk.lena, '/installningar/lasar', {});
  expect(await desk.words(added.headers.location!)).toContain('Läsåret 2028/29 Förslag');
});

test('what has been edited is never proposed over, when the district is loaded again or as time goes', async () => {
  await submit(desk.lena, await breakPath('Sportlov'), {}, `${await breakPath('Sportlov')}/ta-bort`);
  const before = await dump(desk.app.db);
  await desk.app.app.get(Onboarding).load('data/districts/kungsholmen.json', desk.app.clock.now());
  await desk.app.turn();
  expect(await changedSince(before, desk.app.db)).toEqual([]);
});

test('another district’s year does not exist, nor does its break under a year of one’s own', async () => {
  const theirs = await yearId('2026/27', 'skarholmen');
  const [lov] = await desk.app.db.query<[{ id: string }]>(
    `SELECT b.id FROM school_break b JOIN district d ON d.id = b.district_id
      WHERE slug = 'skarholmen' AND starts_on = '2026-10-26'`,
  );
  const before = await dump(desk.app.db);
  for (const path of [`${YEARS}/${theirs}`, `${YEARS}/${theirs}/lov/${lov.id}`, `${year}/lov/${lov.id}`]) {
    expect((await desk.lena.get(path)).status).toBe(404);
    expect((await submit(desk.lena, year, await desk.form(year), path)).status).toBe(404);
  }
  expect((await submit(desk.lena, year, {}, `${year}/lov/${lov.id}/ta-bort`)).status).toBe(404);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
});

test('two who save terms that lie over each other at once, in two years: one is told, and keeps what was typed', async () => {
  const [{ id }] = await desk.app.db.query<[{ id: string }]>(
    `INSERT INTO school_year (district_id, label) VALUES ($1, '2026/2027') RETURNING id`,
    [desk.world.district.id],
  );
  const none = { autumnReleasedOn: '', autumnReleasedAt: '', springReleasedOn: '', springReleasedAt: '' };
  const first = { ...none, autumnStarts: '2026-08-18', springStarts: '2027-01-12', springEnds: '2027-03-01' };
  await edit(year, { ...first, autumnEnds: '2026-10-30', steg: 'anda' });
  const other = `${YEARS}/${id}`;
  const second = { ...none, autumnStarts: '2026-11-02', autumnEnds: '2026-12-18' };
  const answers = await Promise.all([
    edit(year, { ...first, autumnEnds: '2026-12-01', steg: 'anda' }),
    edit(other, { ...second, springStarts: '2027-03-02', springEnds: '2027-06-10', steg: 'anda' }),
  ]);
  expect(answers.map(answer => answer.status).sort()).toEqual([303, 422]);
  const refused = answers.find(answer => answer.status === 422)!;
  expect(wordsOf(refused.text)).toContain('krockar med något som redan finns');
  expect(refused.text).toMatch(/value="2026-1[12]-/);
});
