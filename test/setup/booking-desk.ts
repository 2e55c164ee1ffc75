import type supertest from 'supertest';
import type { SignedIn } from '../../src/staff/roles.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from './app.js';
import { openMailSink, type MailSink } from './mail-sink.js';
import { sendDue } from './mail-room.js';
import { submit, type Visitor } from './post.js';
import { accountOf, enter, signedIn } from './staff-visitor.js';
import { MONDAY_MORNING } from './test-clock.js';

export const SECOND = 1000;

/** The desk of a coordinator: a town with a small team, a mailbox, and the presses on the page of a booking. */
export class Desk {
  private constructor(
    readonly app: TestApp,
    readonly sink: MailSink,
    readonly world: World,
    readonly lena: Visitor,
    readonly me: SignedIn,
  ) {}

  static async open(...team: Parameters<World['hire']>): Promise<Desk> {
    const sink = await openMailSink();
    const app = await startApp({ smtpUrl: sink.url });
    const world = await World.of(app);
    await world.hire(...team);
    const email = 'lena@kungsholmen.example';
    const districtId = world.district.id;
    const account = await accountOf(app, { role: 'coordinator', districtId, email, name: 'Lena' });
    const me: SignedIn = {
      accountId: account.id,
      sessionId: '',
      role: 'coordinator',
      name: 'Lena',
      email,
      districtId,
      assistantId: null,
    };
    return new Desk(app, sink, world, await signedIn(app, email), me);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.sink.close();
  }

  async clear(): Promise<void> {
    this.app.clock.set(MONDAY_MORNING);
    await this.app.db.query('TRUNCATE booking, absence, owed_mail, proven_address CASCADE');
  }

  /** Again, where the clock has gone past the end of the session. */
  async signIn(): Promise<void> {
    await enter(this.lena, this.me.email);
  }

  /** A booking whose first mails have left, and the address of its page. */
  async told(changes: Parameters<World['book']>[0] = {}): Promise<{ id: string; page: string }> {
    const { id, reference } = await this.world.book(changes);
    await this.mails();
    return { id, page: `/bokningar/${reference}` };
  }

  /** Sends what is due. */
  mails = () => sendDue(this.app, this.sink);

  /** What the page of an act says that it has seen of the booking. */
  async seen(page: string): Promise<string> {
    const { text } = await this.lena.get(page);
    return /name="sedd" value="([^"]+)"/.exec(text)![1]!;
  }

  async cancel(page: string, fields: Record<string, string> = {}): Promise<supertest.Response> {
    const sedd = await this.seen(`${page}/stall-in`);
    return submit(this.lena, `${page}/stall-in`, { sedd, orsak: 'weAreIll', mer: '', ...fields });
  }

  /** What the undo bar of a page would undo; undefined where there is none. */
  async batchOn(page: string, visitor = this.lena): Promise<string | undefined> {
    return /name="omgang" value="([^"]+)"/.exec((await visitor.get(page)).text)?.[1];
  }

  undo(omgang: string, visitor = this.lena): Promise<supertest.Response> {
    return submit(visitor, '/konto', { omgang }, '/bokningar/angra');
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
