// The district that the model walks in: a small team, few schools, ways, caps and evenings that stand in the way at times.
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { OutsideServer, TestReach } from '../setup/outside-server.js';
import { accountOf } from '../setup/staff-visitor.js';
import { MONDAY_MORNING, TestClock } from '../setup/test-clock.js';
import type { Cast } from './choices.js';
import { Product } from './product.js';
import type { Published } from './published.js';
import type { Person, Place, Way } from './place.js';
import { Reference } from './reference.js';

/** So few that they stand in the way at times. */
const CAPS = { onDay: 3, inWeek: 6, eveningsInWeek: 2, inRow: 2, breakMinutes: 60 };
const TEAM_CAPS = { onDay: 4, inWeek: 7, ofLectureInWeek: 4 };
export const NO_CAPS = {
  onDay: Infinity,
  inWeek: Infinity,
  eveningsInWeek: Infinity,
  inRow: Infinity,
  breakMinutes: 0,
};
export const NO_TEAM_CAPS = { onDay: Infinity, inWeek: Infinity, ofLectureInWeek: Infinity };
export const NO_ROWS = { ...CAPS, inRow: Infinity };
const EVENING_PERCENT = 200;
/** So many that a morning is lost after an evening. */
const REST_HOURS = 14;
/** Monday, Wednesday and Friday: on the mornings after, a rest stands in the way. */
const EVENINGS = [1, 3, 5];
/** In the middle of the spring term. */
const NEWCOMER_SINCE = '2027-02-01';
const LECTURES = ['cannabis-och-hjarnan', 'spel-om-pengar'];

/** Run by the command: tells what happened. */
export const IS_FIGURE = process.env.MODEL_STEPS !== undefined;
export const SEED = process.env.MODEL_SEED ?? 'a walk';
export const LONG = 30 * 60_000;

export class TownOfModel {
  private constructor(
    readonly app: TestApp,
    private readonly server: OutsideServer,
    readonly clock: TestClock,
    readonly world: World,
    readonly people: Person[],
  ) {}

  static async open(): Promise<TownOfModel> {
    const clock = new TestClock();
    const server = await OutsideServer.start();
    const app = await startApp({}, clock, { reach: new TestReach(server.port) });
    const world = await World.of(app);
    const ids = await world.hire(
      { hours: ['08:00', '20:00'] },
      { workingShare: 0.5, hours: ['08:00', '20:00'] },
      { hours: ['09:00', '15:00'] },
      { workingShare: 0.8, lectures: [LECTURES[0]!] },
      { workingShare: 0.6, hours: ['08:00', '20:00'], employedFrom: NEWCOMER_SINCE },
    );
    // Whoever cannot sign in could not answer a wish.
    for (const assistantId of ids)
      await accountOf(app, {
        role: 'assistant',
        districtId: world.district.id,
        assistantId,
        email: `${assistantId}@kungsholmen.example`,
      });
    const lectures = await Promise.all(LECTURES.map(slug => world.lecture(slug)));
    const both = lectures.map(lecture => lecture.id);
    // Ways that are longer than the margins, there longer than back.
    await app.db.query(
      `UPDATE travel_time SET minutes = CASE WHEN from_school < to_school THEN 55 ELSE 40 END, source = 'edited'
        WHERE 'Konradsbergsskolan' IN (SELECT display_name FROM school WHERE id IN (from_school, to_school))`,
    );
    await app.db.query(
      `UPDATE weekly_hours SET ends_at = '17:00' WHERE assistant_id = ANY($1) AND weekday <> ALL($2)`,
      [ids.slice(0, 2), EVENINGS],
    );
    const people: Person[] = [
      { id: ids[0]!, share: 1, from: 480, until: 1200, eveningsOn: EVENINGS, lectures: both },
      { id: ids[1]!, share: 0.5, from: 480, until: 1200, eveningsOn: EVENINGS, lectures: both },
      { id: ids[2]!, share: 1, from: 540, until: 900, lectures: both },
      { id: ids[3]!, share: 0.8, from: 480, until: 960, lectures: [both[0]!] },
      { id: ids[4]!, share: 0.6, from: 480, until: 1200, lectures: both, since: NEWCOMER_SINCE },
    ];
    await world.rules({
      most_visits_per_person_and_day: CAPS.onDay,
      most_visits_per_person_and_week: CAPS.inWeek,
      most_evenings_per_person_and_week: CAPS.eveningsInWeek,
      most_visits_in_a_row: CAPS.inRow,
      break_minutes: CAPS.breakMinutes,
      most_visits_per_team_and_day: TEAM_CAPS.onDay,
      most_visits_per_team_and_week: TEAM_CAPS.inWeek,
      rest_after_late_work_hours: REST_HOURS,
      evening_load_percent: EVENING_PERCENT,
    });
    await app.db.query('UPDATE lecture SET most_per_week = $1', [TEAM_CAPS.ofLectureInWeek]);
    await app.db.query(`UPDATE lecture SET times_from = 'both' WHERE slug = ANY($1)`, [LECTURES]);
    await app.db.query(`UPDATE bookable_hours SET closes_at = '19:00' WHERE audience = 'students'`);
    const town = new TownOfModel(app, server, clock, world, people);
    await town.appoint(await town.place());
    return town;
  }

  async place(): Promise<Place> {
    const spans = (table: string) =>
      this.app.db.query<Place['terms']>(
        `SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM ${table} WHERE district_id = $1`,
        [this.world.district.id],
      );
    const [first] = this.people[0]!.lectures;
    const [{ longest }] = await this.app.db.query<[{ longest: number }]>(
      'SELECT max(minutes) AS longest FROM lecture WHERE district_id = $1',
      [this.world.district.id],
    );
    const leads = { [first!]: this.people[2]!.id };
    const { schools } = await this.cast();
    const kept = Object.fromEntries(schools.map((school, index) => [school, [this.people[index % 5]!.id]]));
    const ways = await this.app.db.query<Way[]>(
      'SELECT from_school AS from, to_school AS to, minutes FROM travel_time WHERE district_id = $1',
      [this.world.district.id],
    );
    return {
      terms: await spans('term'),
      breaks: await spans('school_break'),
      people: this.people,
      leads,
      kept,
      longest,
      caps: CAPS,
      teamCaps: TEAM_CAPS,
      eveningPercent: EVENING_PERCENT,
      restHours: REST_HOURS,
      ways,
    };
  }

  async cast(): Promise<Cast> {
    const lectures = await Promise.all(LECTURES.map(slug => this.world.lecture(slug)));
    const schools = await this.app.db.query<{ id: string }[]>(
      `SELECT s.id FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE d.district_id = $1 AND s.is_active AND s.grades && $2 ORDER BY s.id`,
      [this.world.district.id, ['9']],
    );
    return {
      lectures: lectures.map(lecture => ({ id: lecture.id, minutes: lecture.minutes })),
      schools: schools.map(school => school.id),
      people: this.people,
    };
  }

  /** Who leads a lecture and who is kept for a school, in the product too. */
  private async appoint({ leads, kept }: Place): Promise<void> {
    for (const [lecture, person] of Object.entries(leads))
      await this.app.db.query('UPDATE lecture SET lead_assistant_id = $2 WHERE id = $1', [lecture, person]);
    for (const [school, people] of Object.entries(kept))
      for (const person of people)
        await this.app.db.query(
          `INSERT INTO school_preference (assistant_id, school_id, district_id) VALUES ($1, $2, $3)`,
          [person, school, this.world.district.id],
        );
  }

  /** The database as it was before the first act. */
  async startOver(): Promise<void> {
    await this.app.db.query(
      'TRUNCATE booking, published_time, absence, extra_hours, owed_mail, proven_address, outside_calendar CASCADE',
    );
    await this.app.db.query('UPDATE district_rules SET handover_needs_consent = true');
    await this.app.db.query('UPDATE lecture SET most_per_term = NULL');
    this.clock.set(MONDAY_MORNING);
  }

  product(): Product {
    return new Product(this.app, this.world.district.id, this.server);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.server.close();
  }
}

/** Time that is kept does not count here. */
export class Forgetful extends Reference {
  override keep(): void {
    return undefined;
  }
}

/** What stands in an outside calendar is nobody's time here. */
export class Unaware extends Reference {
  override isElsewhere(): boolean {
    return false;
  }
}

/** Whatever the team has been given already, it takes on more here. */
export class Tireless extends Reference {
  override teamsLimit(): undefined {
    return undefined;
  }
}

/** Whoever is named on a published time is free for everything else here. */
export class Unkept extends Reference {
  override keptBeside(): Published[] {
    return [];
  }
}

/** What is kept for published times stands in the way, and is nothing that somebody has: so much the database asks. */
export class Hurried extends Reference {
  override keptAsVisits(): Published[] {
    return [];
  }
}
