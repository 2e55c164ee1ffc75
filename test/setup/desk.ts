import type supertest from 'supertest';
import { World, type Person } from '../builders/world.js';
import { startApp, type TestApp } from './app.js';
import { formIn, type Fields } from './form.js';
import { submit, wordsOf, type Visitor } from './post.js';
import { Stage } from './stage.js';
import { MONDAY_MORNING } from './test-clock.js';

export const LENA = 'lena@kungsholmen.example';

/** The desk of Lena, who coordinates Kungsholmen. Of Skärholmen she must never see anything. */
export class Desk extends Stage {
  protected constructor(
    app: TestApp,
    world: World,
    readonly elsewhere: World,
  ) {
    super(app, world);
  }

  /** A desk in a town with such a team. */
  static async open(...team: Person[]): Promise<Desk> {
    const desk = new Desk(...(await twoDistricts()));
    await desk.world.hire(...team);
    await desk.enterLena();
    return desk;
  }

  protected enterLena(): Promise<void> {
    return this.enter({ role: 'coordinator', name: 'Lena Forsberg', email: LENA });
  }

  get lena(): Visitor {
    return this.visitor;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Monday morning, and nobody has booked anything here. */
  async startOver(): Promise<void> {
    await this.app.db.query('DELETE FROM booking WHERE district_id = $1', [this.world.district.id]);
    await this.app.db.query('TRUNCATE owed_mail, absence, proven_address');
    await this.goTo(MONDAY_MORNING);
  }

  /** The words of one of her pages. */
  async words(path: string): Promise<string> {
    return wordsOf((await this.lena.get(path)).text);
  }

  /** What the form of a page would send as it stands. */
  async form(path: string): Promise<Fields> {
    return formIn((await this.lena.get(path)).text);
  }

  /** Opens the page, changes what is said and saves the rest as it stands. */
  async edit(path: string, changes: Fields, who = this.lena): Promise<supertest.Response> {
    return submit(who, path, { ...formIn((await who.get(path)).text), ...changes });
  }

  async one<Row>(sql: string, ...values: unknown[]): Promise<Row> {
    const [row] = await this.app.db.query<[Row]>(sql, values);
    return row;
  }

  async statusOf(id: string): Promise<string> {
    const row = await this.one<{ status: string }>('SELECT status FROM booking WHERE id = $1', id);
    return row.status;
  }
}

/** Whatever a desk stands in. */
export async function twoDistricts(
  settings: Parameters<typeof startApp>[0] = {},
): Promise<[app: TestApp, world: World, elsewhere: World]> {
  const app = await startApp(settings);
  return [app, await World.of(app), await World.of(app, 'skarholmen')];
}
