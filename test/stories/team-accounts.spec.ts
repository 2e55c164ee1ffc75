import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../setup/app.js';
import { LENA } from '../setup/desk.js';
import { changedSince, dump } from '../setup/dump.js';
import { submit, wordsOf } from '../setup/post.js';
import { accountOf, enter, PASSWORD, signedIn } from '../setup/staff-visitor.js';
import { AMINA, TeamDesk } from '../setup/team-desk.js';

let desk: TeamDesk;
let app: TestApp;

beforeAll(async () => {
  desk = await TeamDesk.open();
  app = desk.app;
});
afterAll(() => desk.close());
beforeEach(() => desk.startOver());

describe('accounts', () => {
  const act = (fields: Record<string, string>) =>
    submit(desk.lena, '/personal/ny', fields, '/personal/konto');

  test('somebody new is invited at once, and signs in by the link of the mail', async () => {
    const lecture = await desk.world.lecture();
    const answer = await submit(desk.lena, '/personal/ny', {
      name: 'Sara Haddad',
      email: 'sara@kungsholmen.example',
      workingShare: '50',
      employedFrom: '2026-11-23',
      employedUntil: '',
      lectures: lecture.id,
      bjudin: 'ja',
    });
    const shown = await desk.lena.get(answer.headers.location!);
    expect(wordsOf(shown.text)).toContain('Fältassistenten är tillagd.');
    expect(wordsOf(shown.text)).toContain('Inbjudan skickad till: från tomt till sara@kungsholmen.example');
    const [mail] = await app.mails();
    const link = /\/valj-losenord\/[\w-]{32}/.exec(mail!.bodyText)![0];
    const sara = app.visitor();
    await sara.get(link);
    await submit(sara, '/valj-losenord', { losenord: PASSWORD });
    expect((await enter(sara, 'sara@kungsholmen.example')).headers.location).toBe('/kalender');
  });

  test('who is switched off is signed out in the same moment, and may come back', async () => {
    await desk.accountOf(desk.aminaId, AMINA);
    const amina = await signedIn(app, AMINA);
    const off = await act({ person: desk.aminaId, gor: 'switchOff' });
    expect(await desk.words(off.headers.location!)).toContain(
      `Kontot ${AMINA} är avstängt och utloggat överallt.`,
    );
    expect((await amina.get('/kalender').redirects(0)).headers.location).toMatch(/^\/logga-in/);
    expect((await enter(amina, AMINA)).status).toBe(422);
    expect((await act({ person: desk.aminaId, gor: 'switchOff' })).status).toBe(422);
    await act({ person: desk.aminaId, gor: 'switchOn' });
    expect((await enter(amina, AMINA)).status).toBe(303);
    expect(await desk.words(desk.aminaPath)).toContain('Kontot är på: från nej till ja');
  });

  test('a coordinator is invited, and never switches off the own account', async () => {
    const sent = await submit(desk.lena, '/personal/samordnare', {
      name: 'Olle Ek',
      email: 'olle@kungsholmen.example',
    });
    expect(await desk.words(sent.headers.location!)).toContain(
      'En inbjudan är på väg till olle@kungsholmen.example.',
    );
    expect((await app.mails()).map(mail => mail.recipient)).toEqual(['olle@kungsholmen.example']);
    const taken = await submit(desk.lena, '/personal/samordnare', { name: 'Olle Ek', email: LENA });
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('value="Olle Ek"')]);
    const own = await act({ konto: desk.me.accountId, gor: 'switchOff' });
    expect([own.status, wordsOf(own.text)]).toEqual([
      422,
      expect.stringContaining('Du kan inte stänga av ditt eget konto.'),
    ]);
  });

  test('of two coordinators who switch each other off at the same time, one remains', async () => {
    const olle = await accountOf(app, {
      role: 'coordinator',
      districtId: desk.world.district.id,
      email: 'olle@kungsholmen.example',
      name: 'Olle Ek',
    });
    const second = await signedIn(app, 'olle@kungsholmen.example');
    await Promise.all([
      act({ konto: olle.id, gor: 'switchOff' }),
      submit(second, '/personal/ny', { konto: desk.me.accountId, gor: 'switchOff' }, '/personal/konto'),
    ]);
    const [row] = await app.db.query<[{ count: number }]>(
      'SELECT count(*)::int FROM account WHERE disabled_at IS NULL',
    );
    expect(row.count).toBe(1);
  });

  test('nobody of another district, no analyst and no administrator can be reached', async () => {
    const foreign = await accountOf(app, {
      role: 'assistant',
      districtId: desk.elsewhere.district.id,
      assistantId: desk.strangerId,
      email: 'stina@skarholmen.example',
    });
    const administrator = await accountOf(app, { role: 'administrator', email: 'root@x.example' });
    const own = await desk.form(desk.aminaPath);
    const before = await dump(app.db);
    for (const id of [desk.strangerId, foreign.id, 'x', '00000000-0000-0000-0000-000000000000']) {
      expect((await desk.lena.get(`/personal/${id}`)).status).toBe(404);
      expect(
        (await submit(desk.lena, '/personal/ny', { ...own, name: 'Bytt' }, `/personal/${id}`)).status,
      ).toBe(404);
    }
    for (const konto of [foreign.id, administrator.id])
      for (const gor of ['invite', 'switchOff', 'switchOn'])
        expect((await act({ konto, gor })).status).toBe(404);
    expect((await act({ person: desk.strangerId, gor: 'invite' })).status).toBe(404);
    const theirs = await desk.elsewhere.lecture();
    await desk.edit(desk.aminaPath, { lectures: theirs.id, employedUntil: '', name: 'Amina', steg: '' });
    expect(await changedSince(before, app.db)).toEqual(
      expect.not.arrayContaining(['account', 'session', 'owed_mail']),
    );
    const [row] = await app.db.query<[{ count: number }]>(
      'SELECT count(*)::int FROM lecture_qualification WHERE assistant_id = $1',
      [desk.aminaId],
    );
    expect(row.count).toBe(0);
  });
});
