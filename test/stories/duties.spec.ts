import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, wordsOf, type Visitor } from '../setup/post.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';

/** A Friday, and the Tuesday before it. */
const FRIDAY = '2026-12-11';
const TUESDAY = '2026-12-08';

let app: TestApp;
let world: World;
let amina: Visitor;
let johan: Visitor;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  const ids = await world.hire({ name: 'Amina' }, { name: 'Johan' });
  const enter = async (assistantId: string, name: string) => {
    const email = `${name.toLowerCase()}@kungsholmen.example`;
    await accountOf(app, { role: 'assistant', districtId: world.district.id, assistantId, email, name });
    return signedIn(app, email);
  };
  amina = await enter(ids[0]!, 'Amina');
  johan = await enter(ids[1]!, 'Johan');
});
afterAll(() => app.close());
beforeEach(() => app.db.query('TRUNCATE booking, absence CASCADE'));

const duties = () =>
  app.db.query<{ kind: string; from: Date; until: Date }[]>(
    'SELECT kind, lower(period) AS "from", upper(period) AS until FROM absence ORDER BY period',
  );
const enter = (fields: Record<string, string>) => submit(amina, '/franvaro', fields);

test('a shift over midnight is entered as one, stands on both days, and colleagues see what it is', async () => {
  const fields = { varfor: 'fielding', fran: FRIDAY, till: '', klfran: '18', kltill: '01' };
  const answer = await enter(fields);
  expect(answer.headers.location).toBe('/franvaro?klart=inlagd&besok=0');
  expect(await duties()).toEqual([
    { kind: 'fielding', from: instantAt(FRIDAY, 18 * 60), until: instantAt('2026-12-12', 60) },
  ]);
  expect(wordsOf((await amina.get('/franvaro')).text)).toContain('Fältpass fredag 11 december 18.00–1.00');
  for (const who of [amina, johan]) {
    const { text } = await who.get(`/kalender/vecka?vecka=2026-W50&vems=teamet`);
    expect(text).toContain('data-kind="duty"');
    expect(wordsOf(text)).toContain('Fältpass 18.00–24.00');
  }
  const holiday = await enter({ ...fields, varfor: 'holiday' });
  expect(holiday.status).toBe(422);
  expect(wordsOf(holiday.text)).toContain('Slutet måste ligga efter början.');
});

test('a meeting every sixth week takes the time each time', async () => {
  const fields = { fran: TUESDAY, till: '', klfran: '13', kltill: '15', varje: '6', sista: '2027-06-01' };
  expect((await enter({ varfor: 'otherDuty', ...fields })).status).toBe(303);
  const days = (await duties()).map(({ from }) => from.toISOString().slice(0, 10));
  expect(days).toEqual([TUESDAY, '2027-01-19', '2027-03-02', '2027-04-13', '2027-05-25']);
  const taken = await world.tryToBook(await world.wish({ date: '2027-01-19', minute: 13 * 60 }));
  expect(taken).toMatchObject({ refused: 'timeTaken' });
  const { text } = await amina.get('/kalender/vecka?vecka=2027-W03');
  expect(wordsOf(text)).toContain('Annat uppdrag 13.00–15.00');
});

test('what lies over something that is entered already is entered, and the page says over what', async () => {
  await enter({ varfor: 'holiday', fran: FRIDAY, till: '' });
  await enter({ varfor: 'training', fran: TUESDAY, till: '', klfran: '9', kltill: '10' });
  const answer = await enter({ varfor: 'fielding', fran: FRIDAY, till: '', klfran: '18', kltill: '21' });
  const { text } = await amina.get(answer.headers.location!);
  expect(wordsOf(text)).toContain(
    'Tiden är inlagd. Det går över något som du redan har lagt in: Semester, fredag 11 december. Ta bort',
  );
  expect(await duties()).toHaveLength(3);
  const beside = await enter({ varfor: 'fielding', fran: TUESDAY, till: '', klfran: '10', kltill: '11' });
  expect(beside.headers.location).toBe('/franvaro?klart=inlagd&besok=0');
  const others = await johan.get(answer.headers.location!);
  expect(wordsOf(others.text)).not.toContain('redan har lagt in');
});

test('of what recurs the first time that is overlapped is named', async () => {
  await enter({
    varfor: 'otherDuty',
    fran: TUESDAY,
    till: '',
    klfran: '13',
    kltill: '15',
    varje: '1',
    sista: '2027-01-19',
  });
  const answer = await enter({ varfor: 'holiday', fran: FRIDAY, till: '2026-12-31' });
  const words = wordsOf((await amina.get(answer.headers.location!)).text);
  expect(words).toContain(
    'redan har lagt in: SSPF eller annat uppdrag, tisdag 15 december 13.00–15.00. Ta bort',
  );
});
