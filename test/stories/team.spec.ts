import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { formIn } from '../setup/form.js';
import { submit, wordsOf } from '../setup/post.js';
import { enter, signedIn } from '../setup/staff-visitor.js';
import { AMINA, JOHAN, TeamDesk } from '../setup/team-desk.js';

const DAY = '2026-12-08';

let desk: TeamDesk;
let app: TestApp;

beforeAll(async () => {
  desk = await TeamDesk.open();
  app = desk.app;
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

test('the team is listed with what matters of each, and only that of the own district', async () => {
  await desk.accountOf(desk.aminaId, AMINA);
  const words = await desk.words('/personal');
  expect(words).toContain(`Amina ${AMINA} 100 % från 1 januari 2020 40 h Kan logga in Aldrig`);
  expect(words).toContain(
    'Johan johan@kungsholmen.example 100 % från 1 januari 2020 40 h Inget konto Aldrig',
  );
  expect(words).toContain('Lena Forsberg (du)');
  expect(words).not.toContain('Stina');
  await signedIn(app, AMINA);
  expect(await desk.words('/personal')).toContain('Kan logga in måndag 23 november kl. 9.00');
});

describe('somebody of the team', () => {
  test('is changed, with everything in the history, and is offered to schools by it at once', async () => {
    const lecture = await desk.world.lecture();
    const others = ((await desk.form(desk.aminaPath)).forelasning as string[]).filter(
      id => id !== lecture.id,
    );
    const answer = await desk.edit(desk.aminaPath, {
      namn: 'Amina Lindqvist',
      tjanst: '75 %',
      forelasning: others,
    });
    expect(answer.headers.location).toBe(`/personal/${desk.aminaId}?klart=sparat&besok=0`);
    const words = await desk.words(answer.headers.location!);
    expect(words).toContain('Ändringarna är sparade.');
    expect(words).toContain('Namn: från Amina till Amina Lindqvist');
    expect(words).toContain('Tjänstgöringsgrad: från 100 % till 75 %');
    expect(words).toMatch(
      /Lena Forsberg ändrade 23 november 2026 kl\. 9\.00 .*Får hålla: .*Cannabis och hjärnan/,
    );
    // Two are needed, and only Johan may hold it now.
    expect(await desk.world.tryToBook(await desk.world.wish())).toMatchObject({ refused: 'timeTaken' });
  });

  test('keeps a public name until a coordinator hides it, and gets none from a coordinator', async () => {
    const isPublic = async (id: string) =>
      (
        await app.db.query<{ is: boolean }[]>('SELECT name_is_public AS is FROM assistant WHERE id = $1', [
          id,
        ])
      )[0]!.is;
    await desk.edit(desk.aminaPath, { tjanst: '80' });
    expect(await isPublic(desk.aminaId)).toBe(true);
    await desk.edit(desk.aminaPath, { dolj: 'ja' });
    expect(await isPublic(desk.aminaId)).toBe(false);
    expect((await desk.lena.get(desk.aminaPath)).text).not.toContain('name="dolj"');
    await desk.edit(desk.aminaPath, { dolj: 'nej', namnet_visas: 'ja', nameIsPublic: 'true' });
    expect(await isPublic(desk.aminaId)).toBe(false);
  });

  test('has a public name by nobody’s word but their own', async () => {
    await desk.accountOf(desk.johanId, JOHAN);
    const johan = await signedIn(app, JOHAN);
    expect(wordsOf((await johan.get('/konto')).text)).toContain('Skolor ser inte ditt namn');
    const answer = await submit(johan, '/konto', { visa: 'ja' }, '/konto/namn');
    expect(wordsOf((await johan.get(answer.headers.location!)).text)).toContain(
      'Skolor som du besöker ser ditt namn.',
    );
    const words = await desk.words(`/personal/${desk.johanId}`);
    expect(words).toContain('Namnet visas för skolor: från nej till ja');
    expect(words).toContain('Sluta visa namnet för skolor');
    expect((await desk.lena.get('/konto')).text).not.toContain('/konto/namn');
  });

  test('every fault is named at its field, and what was typed is kept', async () => {
    const before = await dump(app.db);
    const answer = await desk.edit(desk.aminaPath, {
      namn: ' ',
      epost: 'amina',
      tjanst: '200',
      fran: '',
      till: 'snart',
    });
    expect(answer.status).toBe(422);
    const words = wordsOf(answer.text);
    for (const sentence of [
      'Skriv namnet.',
      'Skriv hela e-postadressen, till exempel namn@kommunen.se.',
      'Skriv ett helt tal från 1 till 100.',
      'Välj en dag, eller lämna tomt.',
    ])
      expect(words).toContain(sentence);
    expect(answer.text).toContain('value="200"');
    expect(answer.text).toContain('<title>Fel: Amina');
    const taken = await desk.edit(desk.aminaPath, { epost: JOHAN });
    expect([taken.status, wordsOf(taken.text)]).toEqual([
      422,
      expect.stringContaining('Adressen används redan av någon annan.'),
    ]);
    expect(await changedSince(before, app.db)).toEqual([]);
  });

  test('whoever saves an older page is told what has changed, and loses nothing', async () => {
    const opened = await desk.form(desk.aminaPath);
    await desk.edit(desk.aminaPath, { tjanst: '75' });
    const stale = await submit(desk.lena, desk.aminaPath, { ...opened, namn: 'Amina L' });
    expect(stale.status).toBe(409);
    expect(wordsOf(stale.text)).toContain('Någon annan har ändrat här sedan du öppnade sidan');
    expect(wordsOf(stale.text)).toContain('Tjänstgöringsgrad: 75');
    expect(stale.text).toContain('value="Amina L"');
    const again = await submit(desk.lena, desk.aminaPath, formIn(stale.text));
    expect(again.status).toBe(303);
    expect(
      await app.db.query('SELECT name, working_share FROM assistant WHERE id = $1', [desk.aminaId]),
    ).toEqual([{ name: 'Amina L', working_share: '1.00' }]);
  });

  test('who changes the address signs in with it, and is invited to visits there', async () => {
    await desk.accountOf(desk.aminaId, AMINA);
    await desk.world.book({ date: DAY });
    await desk.edit(desk.aminaPath, { epost: 'amina.l@kungsholmen.example' });
    expect((await enter(app.visitor(), AMINA)).status).toBe(422);
    expect((await enter(app.visitor(), 'amina.l@kungsholmen.example')).status).toBe(303);
    const to = (await app.mails()).filter(mail => mail.subject.includes('Rålambshovsskolan'));
    expect(to.map(mail => mail.recipient)).toContain('amina.l@kungsholmen.example');
    expect(to.map(mail => mail.recipient)).not.toContain(AMINA);
  });
});
