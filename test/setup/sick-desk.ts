import { BookingDesk, SECOND } from './booking-desk.js';
import { formIn, type Fields } from './form.js';
import { submit } from './post.js';

/** The day of the illnesses of the stories. */
export const SICK_DAY = '2026-12-08';
export const YOUNGEST_HOLD = 10 * 60 * SECOND;

/** What a coordinator reads and presses where somebody is ill. */
export class SickDesk {
  private constructor(
    readonly desk: BookingDesk,
    /** Of everybody of the team, by name. */
    readonly ids: Record<string, string>,
  ) {}

  static async open(...names: string[]): Promise<SickDesk> {
    const desk = await BookingDesk.open(...names.map(name => ({ name })));
    const rows = await desk.app.db.query<{ name: string; id: string }[]>(
      'SELECT name, id FROM assistant WHERE district_id = $1',
      [desk.world.district.id],
    );
    return new SickDesk(desk, Object.fromEntries(rows.map(row => [row.name, row.id])));
  }

  path = (name: string, rest = '', day = SICK_DAY) =>
    `/sjuk/${this.ids[name]!}${rest}?fran=${day}&till=${day}`;

  /** Names who is ill, as when somebody has rung; answers where it leads. */
  async isIll(name: string, day = SICK_DAY): Promise<string> {
    const fields = { person: this.ids[name]!, fran: day, till: '' };
    const { headers } = await submit(this.desk.lena, '/sjuk', fields);
    return headers.location!;
  }

  /** Presses the one key, with what is proposed or something else; answers the page that tells what was done. */
  async press(name: string, changes: Fields = {}): Promise<string> {
    const page = this.path(name);
    const fields = { ...formIn((await this.desk.lena.get(page)).text), ...changes };
    const { headers } = await submit(this.desk.lena, page, fields, `/sjuk/${this.ids[name]!}`);
    return headers.location!;
  }

  /** Has times kept for the schools, as before they are rung. */
  async keep(name: string): Promise<void> {
    const fields = { fran: SICK_DAY, till: SICK_DAY };
    await submit(this.desk.lena, this.path(name), fields, `/sjuk/${this.ids[name]!}/hall`);
  }

  /** Who goes on a visit, by name. */
  async going(id: string): Promise<string> {
    const { names } = await this.desk.one<{ names: string | null }>(
      `SELECT string_agg(a.name, ', ' ORDER BY a.name) AS names
         FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id WHERE o.booking_id = $1`,
      id,
    );
    return names ?? '';
  }

  /** Times that are kept for schools, in order. */
  async kept(): Promise<Date[]> {
    const rows = await this.desk.app.db.query<{ at: Date }[]>(
      `SELECT DISTINCT lower(lecture) AS at FROM occupied_time WHERE kind = 'offer' AND hold_until > $1 ORDER BY 1`,
      [this.desk.app.clock.now()],
    );
    return rows.map(row => row.at);
  }

  /** Whom the mails reach that leave within a minute, and what they are called. */
  async told(): Promise<[to: string, subject: string][]> {
    this.desk.app.clock.pass(60 * SECOND);
    const mails = await this.desk.mails();
    return mails.map(mail => [mail.to, mail.subject.replaceAll('\u00a0', ' ')]);
  }
}
