import type { World } from '../builders/world.js';
import { Desk, twoDistricts } from './desk.js';
import { wordsOf } from './post.js';

const NAMES = ['Amina Haddad', 'Jonas Lindqvist', 'Örjan'];

type Wish = NonNullable<Parameters<World['book']>[0]>;

/** A desk with the list of bookings, and a booking in the other district that must never be in it. */
export class ListDesk extends Desk {
  /** Who goes on visits, by their names. */
  team: Record<string, string> = {};
  private addresses = 0;

  static override async open(): Promise<ListDesk> {
    const desk = new ListDesk(...(await twoDistricts()));
    const { world, elsewhere } = desk;
    const ids = await world.hire(...NAMES.map(name => ({ name })));
    desk.team = Object.fromEntries(NAMES.map((name, index) => [name, ids[index]!]));
    await desk.app.db.query('UPDATE school_year SET confirmed = true');
    await desk.enterLena();
    await elsewhere.hire({}, {});
    const school = { id: (await elsewhere.school('Bredängsskolan')).id };
    await elsewhere.book({
      lectureId: (await elsewhere.lecture()).id,
      school,
      email: 'x@edu.stockholm.se',
    });
    return desk;
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
