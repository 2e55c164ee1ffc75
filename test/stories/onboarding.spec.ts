import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMMANDS } from '../../src/commands/commands.js';
import { SETTINGS } from '../../src/platform/config/config.module.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { changedSince, dump } from '../setup/dump.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await World.of(app);
  await World.of(app, 'skarholmen');
});
afterAll(() => app.close());

/** `npm run cli -- name words…` */
const cli = (name: string, ...words: string[]) =>
  COMMANDS[name]!.run(app.app, words, app.app.get<Settings>(SETTINGS));

const keyOf = async (sql: string) => (await app.db.query<{ key: string }[]>(sql))[0]!.key;

const load = async () => {
  for (const slug of ['kungsholmen', 'skarholmen']) await cli('load-district', `data/districts/${slug}.json`);
};

test('loading a district again changes nothing', async () => {
  const before = await dump(app.db);
  await load();
  expect(await changedSince(before, app.db)).toEqual([]);
});

test('what has been edited or removed by hand stays as it is, however often a district is loaded', async () => {
  const { id } = world.district;
  const school = await keyOf(`SELECT id AS key FROM school WHERE school_unit_code = '61686233'`);
  const moved = await keyOf(`SELECT id AS key FROM school WHERE school_unit_code = '67731691'`);
  const other = await keyOf(`SELECT id AS key FROM district WHERE slug = 'skarholmen'`);
  const lecture = (slug: string) =>
    keyOf(`SELECT id AS key FROM lecture WHERE district_id = '${id}' AND slug = '${slug}'`);
  const lov = await keyOf(
    `SELECT id AS key FROM school_break WHERE district_id = '${id}' AND starts_on = '2027-05-07'`,
  );
  const term = await keyOf(
    `SELECT id AS key FROM term WHERE district_id = '${id}' AND starts_on = '2026-08-18'`,
  );
  const year = await keyOf(
    `SELECT id AS key FROM school_year WHERE district_id = '${id}' AND label = '2026/27'`,
  );
  const acts: [string, ...string[]][] = [
    ['set', 'district', 'kungsholmen', 'phone=+46850800000', 'name=Kungsholmen och Essingeöarna'],
    ['set', 'district_rules', id, 'lead_time_working_days=5', 'margin_before_minutes=20'],
    ['set', 'bookable_hours', `${id}/students`, 'closes_at=16:30', 'no_start_from=', 'no_start_until='],
    ['remove', 'bookable_hours', `${id}/schoolLeaders`],
    ['remove', 'school_email_domain', `${id}/edu.stockholm.se`],
    ['add', 'school_email_domain', `district_id=${id}`, 'domain=skola.example', 'holder=staff'],
    ['set', 'school', school, 'display_name=Rålis', 'is_active=false'],
    ['set', 'school_district', moved, `district_id=${other}`],
    ['set', 'lecture', await lecture('cannabis-och-hjarnan'), 'minutes=75', 'is_published=false'],
    ['remove', 'lecture', await lecture('dopning-och-traning')],
    ['set', 'term', term, 'ends_on=2026-12-18'],
    ['remove', 'school_break', lov],
    ['set', 'school_year', year, 'confirmed=true'],
  ];
  for (const [name, ...words] of acts) expect(await cli(name, ...words)).toMatch(/^(Changed|Removed|Added)/);

  const before = await dump(app.db);
  await load();
  await load();
  expect(await changedSince(before, app.db)).toEqual([]);
});

test('a command says what the database refuses, and changes nothing', async () => {
  const before = await dump(app.db);
  const { id } = world.district;
  await expect(cli('set', 'district_rules', id, 'lead_time_working_days=-1')).rejects.toThrow(
    /The database refuses: .*lead_time_is_sane/,
  );
  await expect(cli('set', 'booking', id, 'status=cancelled')).rejects.toThrow(/^Say which table/);
  await expect(cli('set', 'district', 'kungsholmen', 'name"; --=x')).rejects.toThrow('is not column=value');
  expect(await cli('set', 'district', 'norrmalm', 'name=Norrmalm')).toBe('No row norrmalm in district.');
  expect(await changedSince(before, app.db)).toEqual([]);
});

test('all of it is there after a restart, and what prepares a start leaves it alone', async () => {
  await World.of(app, 'kungsholmen').then(async town => {
    await town.hire({}, {});
    await town.db.query(`UPDATE lecture SET is_published = true`);
    await town.book({ school: { id: (await town.school('Kungsholmens grundskola')).id } });
  });
  const before = await dump(app.db);
  const { databaseUrl } = app.app.get<Settings>(SETTINGS);
  await app.app.close();
  const again = await startApp({ databaseUrl }, app.clock);
  await COMMANDS.prepare!.run(again.app, [], again.app.get<Settings>(SETTINGS));
  expect(await changedSince(before, again.db)).toEqual([]);
  expect((await again.http.get('/boka/kungsholmen')).text).toContain('Kungsholmen och Essingeöarna');
  await again.close();
});
