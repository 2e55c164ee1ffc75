// Rows of a district as they could be and as they hardly ever are: hours that overlap and change, absence across days,
// visits in every state, moved ones, margins that were overridden, both changes of clocks.
import { Chance } from './chance.ts';
import { day, FIRST, LENGTH, one, type Ask, type RandomDistrict } from './random-ground.ts';
import { addVisits } from './random-visits.ts';

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `seed` names it, too. */
export async function makeDistrict(ask: Ask, seed: number): Promise<RandomDistrict> {
  const chance = new Chance(seed);
  const name = `slump-${String(seed)}`;
  const id = await one(
    ask,
    `INSERT INTO district (slug, name, office_name_sv, office_name_en, board_name, phone, phone_hours_sv, phone_hours_en,
       email, concern_report_url) VALUES ($1, $1, $1, $1, $1, '+4681', '', '', $1, '') RETURNING id`,
    [name],
  );
  await ask('INSERT INTO district_rules (district_id, change_cutoff_working_days) VALUES ($1, $2)', [
    id,
    chance.between(0, 6),
  ]);
  await addCalendar(ask, chance, id);
  const people: string[] = [];
  for (let number = chance.between(1, 4); number > 0; number--)
    people.push(await addPerson(ask, chance, id, number));
  await addVisits(ask, chance, id, people, seed);
  return { id, people };
}

async function addCalendar(ask: Ask, chance: Chance, id: string): Promise<void> {
  const year = await one(
    ask,
    `INSERT INTO school_year (district_id, label) VALUES ($1, '2026/27') RETURNING id`,
    [id],
  );
  const autumnEnd = chance.between(60, 85);
  for (const [season, from, to] of [
    ['autumn', chance.between(-20, 10), autumnEnd],
    ['spring', autumnEnd + chance.between(5, 30), chance.between(200, LENGTH)],
  ] as const)
    await ask(
      `INSERT INTO term (district_id, school_year_id, season, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)`,
      [id, year, season, day(from), day(to)],
    );
  for (let count = chance.between(0, 4); count > 0; count--) {
    const from = chance.between(0, LENGTH);
    await ask(
      `INSERT INTO school_break (district_id, name_sv, name_en, starts_on, ends_on) VALUES ($1, 'Lov', 'Break', $2, $3)
       ON CONFLICT DO NOTHING`,
      [id, day(from), day(from + chance.between(0, 9))],
    );
  }
  for (const audience of ['students', 'guardians', 'schoolStaff']) {
    if (chance.once(5)) continue;
    const opens = chance.between(85, 200) * 5;
    await ask(
      'INSERT INTO bookable_hours (district_id, audience, opens_at, closes_at) VALUES ($1, $2, $3, $4)',
      [id, audience, clock(opens), clock(opens + chance.between(6, 80) * 5)],
    );
  }
}

async function addPerson(ask: Ask, chance: Chance, districtId: string, number: number): Promise<string> {
  const id = await one(
    ask,
    `INSERT INTO assistant (district_id, name, email, employed_from, employed_until)
     VALUES ($1, $2, $2, $3, $4) RETURNING id`,
    [
      districtId,
      `person ${String(number)}`,
      day(chance.pick([-300, -300, chance.between(0, 90)])),
      chance.once(4) ? day(chance.between(91, LENGTH)) : null,
    ],
  );
  for (let count = chance.between(0, 14); count > 0; count--) {
    const from = chance.between(0, 1400);
    const since = chance.pick([-400, chance.between(-30, 200)]);
    const every = chance.pick([1, 1, chance.between(2, 4)]);
    await ask(
      `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from, valid_until, every_weeks, turn)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [
        id,
        chance.between(1, 7),
        clock(from),
        clock(Math.min(1440, from + chance.between(1, 500))),
        day(since),
        chance.once(3) ? day(Math.max(since, -30) + chance.between(0, 150)) : null,
        every,
        chance.between(0, every - 1),
      ],
    );
  }
  for (let count = chance.between(0, 8); count > 0; count--) {
    const from = chance.between(0, 1400);
    await ask(
      `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [id, day(chance.between(0, LENGTH)), clock(from), clock(Math.min(1440, from + chance.between(1, 400)))],
    );
  }
  for (let count = chance.between(0, 10); count > 0; count--) {
    const from = Date.parse(FIRST) + chance.between(-2000, LENGTH * 1440) * 60_000;
    const minutes = chance.pick([chance.between(1, 300), chance.between(1, 20_000)]);
    await ask(`INSERT INTO absence (assistant_id, kind, period) VALUES ($1, 'holiday', tstzrange($2, $3))`, [
      id,
      new Date(from),
      new Date(from + minutes * 60_000),
    ]);
  }
  return id;
}
