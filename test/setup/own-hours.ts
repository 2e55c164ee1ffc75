import { World } from '../builders/world.js';
import { startApp, type TestApp } from './app.js';
import { submit, type Visitor } from './post.js';
import { Stage } from './stage.js';

/** Where one's own hours are. */
export const OWN_HOURS = '/min-tillganglighet';

/** A Monday, and a Tuesday that can be booked. */
export const TODAY = '2026-11-23';
export const TUESDAY = '2026-12-08';

const AMINA = 'amina@kungsholmen.example';

/** Amina is signed in and the only one who can be booked, Monday to Friday kl. 8–12; Sara is a colleague. */
export class OwnHoursStage extends Stage {
  private constructor(
    app: TestApp,
    world: World,
    readonly aminaId: string,
    readonly saraId: string,
  ) {
    super(app, world);
  }

  static async open(): Promise<OwnHoursStage> {
    const app = await startApp();
    const world = await World.of(app);
    await world.rules({ people_needed: 1 });
    const ids = await world.hire({ name: 'Amina', email: AMINA }, { name: 'Sara', lectures: [] });
    const stage = new OwnHoursStage(app, world, ...(ids as [string, string]));
    await stage.enter({ role: 'assistant', name: 'Amina', email: AMINA, assistantId: stage.aminaId });
    return stage;
  }

  get amina(): Visitor {
    return this.visitor;
  }

  async reset(): Promise<void> {
    await this.app.db.query('TRUNCATE booking, absence, extra_hours, change_log, owed_mail CASCADE');
    await this.app.db.query('DELETE FROM weekly_hours WHERE assistant_id = $1', [this.aminaId]);
    await this.app.db.query(
      `INSERT INTO weekly_hours (assistant_id, weekday, starts_at, ends_at, valid_from)
       SELECT $1, weekday, '08:00', '12:00', '2020-01-01' FROM generate_series(1, 5) AS weekday`,
      [this.aminaId],
    );
  }

  /** "1 08:00:00 12:00:00 2020-01-01 -": weekday, hours, the first and the last day. */
  async hours(id = this.aminaId): Promise<string[]> {
    const rows = await this.app.db.query<{ row: string }[]>(
      `SELECT concat_ws(' ', weekday, starts_at, ends_at, valid_from, coalesce(valid_until::text, '-')) AS row
         FROM weekly_hours WHERE assistant_id = $1 ORDER BY valid_from, weekday, starts_at`,
      [id],
    );
    return rows.map(({ row }) => row);
  }

  extraHours(): Promise<{ id: string }[]> {
    return this.app.db.query('SELECT id FROM extra_hours ORDER BY on_date, starts_at');
  }

  /** Whether a school gets a visit on that minute of a day. */
  async canBook(minute: number, date = TUESDAY): Promise<boolean> {
    const email = `m${String(minute)}@edu.stockholm.se`;
    return !('refused' in (await this.world.tryToBook(await this.world.wish({ date, minute, email }))));
  }

  /** Posts a form of one's own hours as a browser would. */
  post(fields: Record<string, string>, action = OWN_HOURS) {
    return submit(this.amina, OWN_HOURS, fields, action);
  }
}

/** The fields of a weekday's spans. */
export const spans = (day: number, ...times: [string, string][]): Record<string, string> =>
  Object.fromEntries(
    times.flatMap(([from, until], place) => [
      [`d${String(day)}r${String(place)}fran`, from],
      [`d${String(day)}r${String(place)}till`, until],
    ]),
  );
