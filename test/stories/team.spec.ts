import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../setup/app.js';
import { expectFaults, expectStale } from '../setup/edits.js';
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
  test('has an absence to come that a coordinator sees, and what has been and what is another’s is not there', async () => {
    const kindsOf = async () =>
      /Frånvaro och uppdrag framåt (.*?) Fältassistenten lägger in/.exec(
        await desk.words(desk.aminaPath),
      )![1];
    expect(await kindsOf()).toBe('Inget är inlagt.');
    await desk.world.absent(desk.aminaId, '2026-11-20');
    await desk.world.absent(desk.aminaId, DAY, 13 * 60, 15 * 60);
    const johan = await desk.one<{ id: string }>(`SELECT id FROM assistant WHERE name = 'Johan'`);
    await desk.world.absent(johan.id, '2026-12-09');
    expect(await kindsOf()).toBe('Semester tisdag 8 december 13.00–15.00');
    await app.db.query(`UPDATE absence SET kind = 'illness' WHERE assistant_id = $1`, [desk.aminaId]);
    expect(await kindsOf()).toContain('Sjuk');
    for (const day of [14, 15, 16, 17, 18, 21])
      await desk.world.absent(desk.aminaId, `2026-12-${String(day)}`);
    expect(await kindsOf()).toContain('Semester torsdag 17 december Visa 2 till Semester fredag 18 december');
    await app.db.query('TRUNCATE absence');
  });

  test('is changed, with everything in the history, and is offered to schools by it at once', async () => {
    const lecture = await desk.world.lecture();
    const others = ((await desk.form(desk.aminaPath)).lectures as string[]).filter(id => id !== lecture.id);
    const answer = await desk.edit(desk.aminaPath, {
      name: 'Amina Lindqvist',
      workingShare: '75 %',
      lectures: others,
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
    await desk.edit(desk.aminaPath, { workingShare: '80' });
    expect(await isPublic(desk.aminaId)).toBe(true);
    await desk.edit(desk.aminaPath, { dolj: 'ja' });
    expect(await isPublic(desk.aminaId)).toBe(false);
    expect((await desk.lena.get(desk.aminaPath)).text).not.toContain('name="dolj"');
    await desk.edit(desk.aminaPath, { dolj: 'nej', namnet_visas: 'ja', nameIsPublic: 'yes' });
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
    await expectFaults(
      desk,
      desk.aminaPath,
      { name: ' ', email: 'amina', workingShare: '200', employedFrom: '', employedUntil: 'snart' },
      [
        'Skriv namnet.',
        'Skriv hela e-postadressen, till exempel namn@kommunen.se.',
        'Skriv ett helt tal från 1 till 100.',
        'Välj en dag, eller lämna tomt.',
      ],
    );
    await expectFaults(desk, desk.aminaPath, { email: JOHAN }, ['Adressen används redan av någon annan.']);
    expect((await desk.edit(desk.aminaPath, { name: '' })).text).toContain('<title>Fel: Amina');
  });

  test('whoever saves an older page is told what has changed, and loses nothing', async () => {
    const stale = await expectStale(desk, desk.aminaPath, {
      meanwhile: () => desk.edit(desk.aminaPath, { workingShare: '75' }),
      typed: { name: 'Amina L' },
      told: 'Tjänstgöringsgrad i procent är nu: 75',
    });
    expect((await submit(desk.lena, desk.aminaPath, formIn(stale.text))).status).toBe(303);
    expect(
      await app.db.query('SELECT name, working_share FROM assistant WHERE id = $1', [desk.aminaId]),
    ).toEqual([{ name: 'Amina L', working_share: '1.00' }]);
  });

  test('what they may hold is part of what was shown, and is told by its title', async () => {
    const { id, texts } = await desk.world.lecture();
    const { lectures } = await desk.form(desk.aminaPath);
    await expectStale(desk, desk.aminaPath, {
      meanwhile: () => desk.edit(desk.aminaPath, { lectures: [id] }),
      typed: { name: 'Amina L', lectures: lectures! },
      told: `Får hålla är nu: ${texts.sv.title}`,
    });
  });

  test('who hides the name while the page is open is not shown again', async () => {
    await desk.accountOf(desk.aminaId, AMINA);
    const amina = await signedIn(app, AMINA);
    const stale = await expectStale(desk, desk.aminaPath, {
      meanwhile: () => submit(amina, '/konto', { visa: 'nej' }, '/konto/namn'),
      typed: { name: 'Amina L' },
      told: 'Namnet visas för skolor är nu: nej',
    });
    await submit(desk.lena, desk.aminaPath, { ...formIn(stale.text), nameIsPublic: 'yes' });
    expect(
      await app.db.query('SELECT name, name_is_public FROM assistant WHERE id = $1', [desk.aminaId]),
    ).toEqual([{ name: 'Amina L', name_is_public: false }]);
  });

  test('who changes the address signs in with it, and is invited to visits there', async () => {
    await desk.accountOf(desk.aminaId, AMINA);
    await desk.world.book({ date: DAY });
    await desk.edit(desk.aminaPath, { email: 'amina.l@kungsholmen.example' });
    expect((await enter(app.visitor(), AMINA)).status).toBe(422);
    expect((await enter(app.visitor(), 'amina.l@kungsholmen.example')).status).toBe(303);
    const to = (await app.mails()).filter(mail => mail.subject.includes('Rålambshovsskolan'));
    expect(to.map(mail => mail.recipient)).toContain('amina.l@kungsholmen.example');
    expect(to.map(mail => mail.recipient)).not.toContain(AMINA);
  });
});
