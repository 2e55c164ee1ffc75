import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';
import { expectFaults, expectStale } from '../setup/edits.js';
import { formIn, type Fields } from '../setup/form.js';
import { submit, wordsOf } from '../setup/post.js';
import { TeamDesk } from '../setup/team-desk.js';

const UNLISTED = { unlistedName: 'Nya skolan', unlistedStreet: 'Nygatan 1' };

let desk: TeamDesk;
let app: TestApp;
let path: string;
let theirs: string;

beforeAll(async () => {
  desk = await TeamDesk.open();
  app = desk.app;
  path = `/skolor/${(await desk.world.school()).id}`;
  const [school] = await app.db.query<{ id: string }[]>(
    'SELECT school_id AS id FROM school_district WHERE district_id = $1',
    [desk.elsewhere.district.id],
  );
  theirs = school!.id;
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.startOver();
  await app.db.query('TRUNCATE school_closed_days');
  await app.db.query(
    `UPDATE school SET display_name = 'Rålambshovsskolan', is_active = true WHERE '/skolor/' || id = $1`,
    [path],
  );
});

const save = (changes: Fields) => desk.edit(path, changes);
const act = (address: string, fields: Record<string, string>) =>
  submit(desk.lena, '/skolor/ny', fields, address);
const found = async (typed: string) => {
  const { text } = await app
    .visitor()
    .get(`/api/v1/districts/kungsholmen/schools?q=${encodeURIComponent(typed)}`);
  return (JSON.parse(text) as { schools: { name: string }[] }).schools.map(school => school.name);
};

describe('the list', () => {
  test('shows the schools of the own district with their coming visits, found without regard to accents', async () => {
    await desk.world.book();
    const words = await desk.words('/skolor?sok=ralambs');
    expect(words).toMatch(/En skola .*Rålambshovsskolan Kommunal åk .* 1 Kan boka/);
    expect(await desk.words('/skolor?sok=%25')).toContain('Ingen skola heter så.');
    const [row] = await app.db.query<{ name: string }[]>(
      'SELECT display_name AS name FROM school WHERE id = $1',
      [theirs],
    );
    expect(await desk.words('/skolor')).not.toContain(row!.name);
  });
});

describe('a school', () => {
  test('is changed; the public search knows at once, and the name of the register stays', async () => {
    const answer = await save({
      displayName: 'Rålis',
      pupilCount: '1 234',
      officeEmail: 'rektor@ralis.example',
    });
    const words = await desk.words(answer.headers.location!);
    expect(words).toContain('Ändringarna är sparade.');
    expect(words).toContain('Namn som visas: från Rålambshovsskolan till Rålis');
    expect(words).toMatch(/Antal elever: från \S+ till 1234/);
    expect(words).toMatch(/Namn i registret Rålambshovsskolan/);
    expect(await found('rålis')).toEqual(['Rålis']);
  });

  test('that is switched off can no longer be booked, and its visits stay', async () => {
    const booked = await desk.world.book();
    await save({ isActive: [] });
    expect(await found('Rålambshov')).toEqual([]);
    expect(await desk.words('/skolor?sok=ralambs')).toContain('1 Visas inte');
    expect(await desk.statusOf(booked.id)).toBe('confirmed');
    const link = /\/bokning\/l\/[\w-]{32}/.exec((await app.mails())[0]!.bodyText)![0];
    const teacher = app.visitor();
    await teacher.get(link);
    expect((await teacher.get(`/bokning/${booked.reference}`)).text).toContain('Rålambshovsskolan');
    await save({ isActive: 'yes' });
    expect(await found('Rålambshov')).toEqual(['Rålambshovsskolan']);
  });

  test('every fault is named at its field, and what was typed is kept', async () => {
    await expectFaults(
      desk,
      path,
      {
        displayName: '',
        organizerType: [],
        grades: [],
        postalCode: '12',
        pupilCount: 'många',
        officeEmail: 'rektor',
      },
      [
        'Skriv skolans namn.',
        'Välj huvudman.',
        'Välj minst en årskurs.',
        'Skriv fem siffror, eller lämna tomt.',
        'Skriv ett tal, eller lämna tomt.',
        'Skriv hela e-postadressen, eller lämna tomt.',
      ],
    );
    const luna = await desk.world.school('Luna');
    await expectFaults(desk, path, { displayName: luna.displayName.toUpperCase() }, [
      'En annan skola heter redan så.',
    ]);
  });

  test('whoever saves an older page is told what has changed, and loses nothing', async () => {
    const stale = await expectStale(desk, path, {
      meanwhile: () => save({ pupilCount: '600' }),
      typed: { city: 'Solna', pupilCount: '601' },
      told: 'Antal elever är nu: 600',
    });
    expect((await submit(desk.lena, path, formIn(stale.text))).status).toBe(303);
    expect(await desk.words(path)).toContain('Antal elever: från 600 till 601');
  });

  test('that is changed by somebody of another district, whose school it is too, is not written over', async () => {
    const id = path.replace('/skolor/', '');
    await expectStale(desk, path, {
      meanwhile: () => app.db.query('UPDATE school SET is_active = false WHERE id = $1', [id]),
      typed: { city: 'Solna' },
      told: 'Skolan kan boka är nu: nej',
    });
  });

  test('that is new has no code, and can be booked at once', async () => {
    const answer = await act('/skolor/ny', {
      displayName: 'Helt nya skolan',
      organizerType: 'independent',
      grades: '9',
      isActive: 'yes',
    });
    const words = await desk.words(answer.headers.location!);
    expect(words).toContain('Skolan är tillagd och kan boka.');
    expect(words).toContain('Skolenhetskod utan verifierad kod');
    expect(await found('helt nya')).toEqual(['Helt nya skolan']);
    const id = /\/skolor\/([^?]+)/.exec(answer.headers.location!)![1]!;
    expect(await desk.world.tryToBook(await desk.world.wish({ school: { id } }))).toMatchObject({
      status: 'confirmed',
    });
  });

  test('keeps days for itself: no times then, and visits that fall on them are counted and stay', async () => {
    const booked = await desk.world.book({ date: '2026-12-08' });
    await act(`${path}/stangt`, { fran: '2026-12-08', till: '2026-12-09', dagnamn: 'Studiedagar' });
    const { text } = await desk.lena.get(path);
    expect(wordsOf(text)).toContain('8–9 december 2026 Studiedagar (Ett besök står kvar)');
    expect(wordsOf(text)).toContain('Stängda dagar: 2026-12-08–2026-12-09 Studiedagar');
    expect(await desk.statusOf(booked.id)).toBe('confirmed');
    const wish = await desk.world.wish({ date: '2026-12-09' });
    expect(await desk.world.tryToBook(wish)).toMatchObject({ refused: 'timeNotOffered' });
    const twice = await act(`${path}/stangt`, {
      fran: '2026-12-08',
      till: '2026-12-09',
      dagnamn: 'Studiedagar',
    });
    expect([twice.status, wordsOf(twice.text)]).toEqual([
      422,
      expect.stringContaining('De dagarna är redan inlagda.'),
    ]);
    const [, dagar] = /name="dagar" value="([^"]+)"/.exec(text)!;
    await act(`${path}/stangt/ta-bort`, { dagar: dagar! });
    expect(await desk.world.tryToBook(wish)).toMatchObject({ status: 'confirmed' });
  });

  test('of another district does not exist', async () => {
    const own = await desk.form(path);
    const [days] = await app.db.query<{ id: string }[]>(
      `INSERT INTO school_closed_days (school_id, starts_on, ends_on, name_sv, name_en)
       VALUES ($1, '2027-01-20', '2027-01-20', 'Studiedag', 'Study day') RETURNING id`,
      [theirs],
    );
    const before = await dump(app.db);
    for (const id of [theirs, 'x', '00000000-0000-0000-0000-000000000000']) {
      const there = `/skolor/${id}`;
      expect((await desk.lena.get(there)).status).toBe(404);
      expect((await submit(desk.lena, '/skolor/ny', own, there)).status).toBe(404);
      expect((await act(`${there}/stangt`, { fran: '2027-01-21', dagnamn: 'Studiedag' })).status).toBe(404);
      expect((await act(`${there}/stangt/ta-bort`, { dagar: days!.id })).status).toBe(404);
    }
    await act(`${path}/stangt/ta-bort`, { dagar: days!.id });
    expect(await changedSince(before, app.db)).toEqual([]);
  });
});

describe('a booking of a school that was not in the list', () => {
  test('is tied to one of them, and counts as its', async () => {
    const booked = await desk.world.book({ school: UNLISTED });
    const shown = await desk.words('/skolor/olistade');
    expect(shown).toContain('Nya skolan Nygatan 1, 9B, tisdag 8 december kl. 10.00');
    const none = await act('/skolor/olistade', { bokning: booked.reference, skola: '' });
    expect([none.status, wordsOf(none.text)]).toEqual([
      422,
      expect.stringContaining('Välj en skola i listan.'),
    ]);
    const foreign = await act('/skolor/olistade', { bokning: booked.reference, skola: theirs });
    expect(foreign.status).toBe(422);
    const skola = path.replace('/skolor/', '');
    const answer = await act('/skolor/olistade', { bokning: booked.reference, skola });
    expect(await desk.words(answer.headers.location!)).toContain('Alla bokningar hör till en skola');
    expect(
      await app.db.query('SELECT school_id, unlisted_school_name, version FROM booking WHERE id = $1', [
        booked.id,
      ]),
    ).toEqual([{ school_id: skola, unlisted_school_name: null, version: 2 }]);
    const events = await app.db.query<{ kind: string }[]>(
      'SELECT kind FROM booking_event WHERE booking_id = $1 ORDER BY id',
      [booked.id],
    );
    expect(events.map(event => event.kind)).toEqual(['booked', 'schoolTied']);
    expect(await desk.words('/skolor?sok=ralambs')).toContain('1 Kan boka');
    expect((await act('/skolor/olistade', { bokning: booked.reference, skola })).status).toBe(422);
  });

  test('of another district is neither shown nor tied', async () => {
    await desk.elsewhere.hire({ name: 'Sven' });
    const booked = await desk.elsewhere.book({ school: UNLISTED, email: 'nya@skolan.example' });
    const before = await dump(app.db);
    expect(await desk.words('/skolor/olistade')).not.toContain('Nya skolan');
    await act('/skolor/olistade', { bokning: booked.reference, skola: path.replace('/skolor/', '') });
    expect(await changedSince(before, app.db)).toEqual([]);
  });
});

describe('domains', () => {
  const book = (email: string) => desk.world.book({ email });

  test('of staff let their addresses book with a confirmation at once', async () => {
    expect(await book('eva@skolan.example')).toMatchObject({ status: 'preliminary' });
    await app.db.query('TRUNCATE booking CASCADE');
    const added = await act('/skolor/domaner', { doman: '@Skolan.example', vems: 'staff' });
    const words = await desk.words(added.headers.location!);
    expect(words).toContain('Domänen är tillagd.');
    expect(words).toContain('Personal: skolan.example');
    expect(await book('eva@skolan.example')).toMatchObject({ status: 'confirmed' });
    await app.db.query('TRUNCATE booking CASCADE');
    expect((await act('/skolor/domaner', { doman: 'skolan.example', vems: 'pupils' })).status).toBe(422);
    await act('/skolor/domaner/ta-bort', { doman: 'skolan.example' });
    expect(await book('eva@skolan.example')).toMatchObject({ status: 'preliminary' });
  });

  test('that are everybody’s are refused, and another district’s are left alone', async () => {
    const before = await dump(app.db);
    const refused = await act('/skolor/domaner', { doman: 'gmail.com', vems: 'staff' });
    expect([refused.status, wordsOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Där kan vem som helst skaffa en adress.'),
    ]);
    await app.db.query(`INSERT INTO school_email_domain VALUES ($1, 'bara.deras.example', 'staff')`, [
      desk.elsewhere.district.id,
    ]);
    await act('/skolor/domaner/ta-bort', { doman: 'bara.deras.example' });
    expect(await changedSince(before, app.db)).toEqual(['school_email_domain']);
    expect(await desk.words('/skolor/domaner')).not.toContain('bara.deras');
  });
});
