import { World } from '../builders/world.js';
import { startApp, type TestApp } from './app.js';
import { submit, type Visitor } from './post.js';
import { accountOf, signedIn } from './staff-visitor.js';
import { MONDAY_MORNING } from './test-clock.js';

export const LENA = 'lena@kungsholmen.example';
export const AMINA = 'amina@kungsholmen.example';
export const JOHAN = 'johan@kungsholmen.example';

export type Fields = Record<string, string | string[]>;

/** Lena coordinates Kungsholmen, where Amina and Johan go on visits; in Skärholmen there is somebody else. */
export class CoordinatorsDesk {
  aminaId = '';
  johanId = '';
  lenaAccountId = '';
  lena!: Visitor;

  private constructor(
    readonly app: TestApp,
    readonly world: World,
    readonly elsewhere: World,
    readonly strangerId: string,
  ) {}

  static async open(): Promise<CoordinatorsDesk> {
    const app = await startApp();
    const world = await World.of(app);
    const elsewhere = await World.of(app, 'skarholmen');
    const [strangerId] = await elsewhere.hire({ name: 'Stina Främling' });
    return new CoordinatorsDesk(app, world, elsewhere, strangerId!);
  }

  /** Monday morning; nothing is booked, and Lena is the only one who has an account. */
  async startOver(): Promise<void> {
    const { app, world } = this;
    app.clock.set(MONDAY_MORNING);
    await app.db.query(
      'TRUNCATE booking, absence, owed_mail, demonstration_mail, account, sign_in_failure CASCADE',
    );
    await app.db.query('DELETE FROM assistant WHERE district_id = $1', [world.district.id]);
    const team = await world.hire(
      { name: 'Amina', email: AMINA, nameIsPublic: true },
      { name: 'Johan', email: JOHAN },
    );
    [this.aminaId, this.johanId] = team as [string, string];
    const account = await accountOf(app, {
      role: 'coordinator',
      districtId: world.district.id,
      email: LENA,
      name: 'Lena Forsman',
    });
    this.lenaAccountId = account.id;
    this.lena = await signedIn(app, LENA);
  }

  accountOf(assistantId: string, email: string) {
    const districtId = this.world.district.id;
    return accountOf(this.app, { role: 'assistant', districtId, assistantId, email, name: 'Amina' });
  }

  /** The form of a page as a browser would send it unchanged, but for its token. */
  async fieldsOf(path: string): Promise<Fields> {
    const { text } = await this.lena.get(path);
    const fields: Record<string, string[]> = {};
    for (const [input] of text.matchAll(/<input [^>]*>/g)) {
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
      const isSent = !/ type="(checkbox|radio)"/.test(input) || input.includes(' checked');
      if (isSent && attribute('name') !== '_csrf')
        (fields[attribute('name')] ??= []).push(attribute('value'));
    }
    return fields;
  }

  async save(path: string, changes: Fields) {
    return submit(this.lena, path, { ...(await this.fieldsOf(path)), ...changes });
  }
}

export const stampIn = (html: string): string => /name="stampel" value="([^"]+)"/.exec(html)?.[1] ?? '';
