import type { Chance } from './chance.ts';
import { DAY_MS, FIRST, LENGTH, NOW, one, type Ask, type RandomDistrict } from './random-ground.ts';

const STATUSES = [
  'held',
  'held',
  'held',
  'confirmed',
  'confirmed',
  'preliminary',
  'notHeld',
  'cancelled',
  'cancelled',
];

export async function addVisits(
  ask: Ask,
  chance: Chance,
  id: string,
  people: string[],
  seed: number,
): Promise<void> {
  const schools: string[] = [];
  for (const organizer of ['municipal', 'independent', 'otherPublic', 'municipal', 'independent']) {
    const school = await one(
      ask,
      `INSERT INTO school (register_name, display_name, organizer_type, grades, is_active)
       VALUES ('Skola', 'Skola', $1, $2, $3) RETURNING id`,
      [organizer, chance.pick(['{8,9}', '{9}', '{7}']), !chance.once(4)],
    );
    await ask('INSERT INTO school_district (school_id, district_id) VALUES ($1, $2)', [school, id]);
    schools.push(school);
  }
  const lectures: string[] = [];
  for (const [slug, audience] of [
    ['ett', 'students'],
    ['tva', 'students'],
    ['tre', 'guardians'],
  ])
    lectures.push(
      await one(
        ask,
        `INSERT INTO lecture (district_id, slug, audience, grades, minutes, texts)
         VALUES ($1, $2, $3, '{9}', 60, '{}') RETURNING id`,
        [id, slug, audience],
      ),
    );
  for (let number = chance.between(0, 150); number > 0; number--)
    await addVisit(ask, chance, {
      id,
      people,
      schools,
      lectures,
      reference: `${String(seed)}-${String(number)}`,
    });
}

async function addVisit(
  ask: Ask,
  chance: Chance,
  where: RandomDistrict & { schools: string[]; lectures: string[]; reference: string },
): Promise<void> {
  const start = Date.parse(FIRST) + chance.between(-2 * 288, LENGTH * 288) * 300_000;
  const end = start + chance.between(1, 30) * 300_000;
  const drawn = chance.pick(STATUSES);
  const status =
    drawn !== 'cancelled' && start > NOW.getTime() ? chance.pick(['confirmed', 'preliminary']) : drawn;
  const isCancelled = status === 'cancelled';
  const isListed = !chance.once(6);
  const bookingId = await one(
    ask,
    `INSERT INTO booking (reference, district_id, lecture_id, school_id, unlisted_school_name, starts_at, ends_at,
       people_needed, grade, class_name, pupils, status, is_known_sender, language, created_at, confirm_before,
       confirmed_at, cancelled_at, cancelled_by, pupils_present, not_held_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 2, $8, '9A', 20, $9, true, 'sv', $10, $11, $12, $13, $14, $15, $16) RETURNING id`,
    [
      where.reference,
      where.id,
      chance.pick(where.lectures),
      isListed ? chance.pick(where.schools) : null,
      isListed ? null : 'Annan skola',
      new Date(start),
      new Date(end),
      chance.pick(['8', '9', null]),
      status,
      new Date(start - 60 * DAY_MS),
      status === 'preliminary' ? new Date(start) : null,
      status === 'preliminary' || chance.once(5) ? null : new Date(start - 59 * DAY_MS),
      isCancelled ? new Date(start - chance.between(-300, 14 * 1440) * 60_000) : null,
      isCancelled ? chance.pick(['school', 'school', 'district', 'lapse']) : null,
      status === 'held' ? chance.between(0, 40) : null,
      status === 'notHeld' ? chance.pick(['school', 'district', 'noShow']) : null,
    ],
  );
  if (!isCancelled) await occupy(ask, chance, where, bookingId, start, end);
}

async function occupy(
  ask: Ask,
  chance: Chance,
  { id, people }: RandomDistrict,
  bookingId: string,
  start: number,
  end: number,
): Promise<void> {
  const [before, after] = [chance.between(0, 12), chance.between(0, 12)].map(fives => fives * 300_000) as [
    number,
    number,
  ];
  const overrides = chance.once(3);
  const goes = people.filter(() => !chance.once(3));
  for (const person of goes)
    await ask(
      `INSERT INTO occupied_time (district_id, assistant_id, kind, lecture, occupied, overrides_margins, booking_id,
         chosen_because, created_at, with_break, place)
       SELECT $1, $2, CASE status WHEN 'preliminary' THEN 'preliminary' ELSE 'confirmed' END, tstzrange($3, $4),
              tstzrange($5, $6), $7, $8, '{}', $3, tstzrange($3, $4), id FROM booking WHERE id = $8 ON CONFLICT DO NOTHING`,
      [
        id,
        person,
        new Date(start),
        new Date(end),
        new Date(start - before),
        new Date(end + after),
        overrides,
        bookingId,
      ],
    );
  // Moved by a week where nothing is in the way: everything counts at the new time only.
  if (chance.once(8))
    await ask(
      `WITH moved AS (
         UPDATE booking SET starts_at = starts_at + interval '168 h', ends_at = ends_at + interval '168 h', version = 2
          WHERE id = $1 AND NOT EXISTS (
            SELECT 1 FROM occupied_time mine JOIN occupied_time other
                ON other.assistant_id = mine.assistant_id
               AND other.occupied && tstzrange(lower(mine.occupied) + interval '168 h', upper(mine.occupied) + interval '168 h')
             WHERE mine.booking_id = $1) RETURNING id)
       UPDATE occupied_time SET lecture = tstzrange(lower(lecture) + interval '168 h', upper(lecture) + interval '168 h'),
              occupied = tstzrange(lower(occupied) + interval '168 h', upper(occupied) + interval '168 h'),
              with_break = tstzrange(lower(with_break) + interval '168 h', upper(with_break) + interval '168 h')
         FROM moved WHERE booking_id = moved.id`,
      [bookingId],
    );
}
