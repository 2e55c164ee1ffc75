import { World } from '../builders/world.js';
import { startApp, type TestApp } from './app.js';
import { wordsOf, type Visitor } from './post.js';
import { accountOf, signedIn } from './staff-visitor.js';
import { MONDAY_MORNING } from './test-clock.js';

const LENA = 'lena@kungsholmen.example';
const NAMES = ['Amina Haddad', 'Jonas Lindqvist', 'Örjan'];

type Wish = NonNullable<Parameters<World['book']>[0]>;

/** A coordinator's desk on Kungsholmen, and a booking in another district that must never be seen there. */
export class Desk {
  private addresses = 0;

  private constructor(
    readonly app: TestApp,
    readonly world: World,
    readonly other: World,
    /** Who goes on visits, by their names. */
    readonly team: Record<string, string>,
    public lena: Visitor,
  ) {}

  static async open(): Promise<Desk> {
    const app = await startApp();
    const world = await World.of(app);
    const other = await World.of(app, 'skarholmen');
    const ids = await world.hire(...NAMES.map(name => ({ name })));
    await other.hire({}, {});
    await accountOf(app, {
      role: 'coordinator',
      districtId: world.district.id,
      email: LENA,
      name: 'Lena Forsberg',
    });
    const school = { id: (await other.school('Bredängsskolan')).id };
    await other.book({ lectureId: (await other.lecture()).id, school, email: 'x@edu.stockholm.se' });
    const team = Object.fromEntries(NAMES.map((name, index) => [name, ids[index]!]));
    return new Desk(app, world, other, team, await signedIn(app, LENA));
  }

  /** Monday morning, and nobody has booked anything here. */
  async startOver(): Promise<void> {
    await this.goTo(MONDAY_MORNING);
    await this.app.db.query('DELETE FROM booking WHERE district_id = $1', [this.world.district.id]);
    await this.app.db.query('TRUNCATE owed_mail, absence, proven_address');
  }

  /** Another time, at which the coordinator signs in anew. */
  async goTo(instant: Date): Promise<void> {
    this.app.clock.set(instant);
    this.lena = await signedIn(this.app, LENA);
  }

  /** Books a class under its name, from an address of its own, so that no limit is met. */
  async book(className: string, changes: Omit<Wish, 'details'> & { details?: object } = {}) {
    const { details, ...rest } = changes;
    const base = await this.world.wish();
    return this.world.book({
      email: `teacher${String(this.addresses++)}@edu.stockholm.se`,
      ...rest,
      details: { ...base.details, className, ...details },
    });
  }

  /** The list: classes of its rows in their order, the sentence above them, and the words of the rows. */
  async list(query = '') {
    const { text, status } = await this.lena.get(`/bokningar${query}`);
    const body = /<tbody>([\s\S]*)<\/tbody>/.exec(text)?.[1] ?? '';
    const rows = [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) => wordsOf(row!).trim());
    const classes = rows.map(row => /\b[6-9][A-F]\b/.exec(row)?.[0] ?? '?');
    const count = wordsOf(/<p role="status">([\s\S]*?)<\/p>/.exec(text)?.[1] ?? '').trim();
    return { status, text, classes, count, row: rows.join(' ') };
  }
}
