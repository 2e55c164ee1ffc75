import type supertest from 'supertest';
import type { Person, World } from '../builders/world.js';
import type { TestApp } from './app.js';
import { Desk, twoDistricts } from './desk.js';
import { openMailSink, type MailSink } from './mail-sink.js';
import { sendDue } from './mail-room.js';
import { submit } from './post.js';

export const SECOND = 1000;

/** A desk with a mailbox, and the presses on the page of a booking. */
export class BookingDesk extends Desk {
  private constructor(
    app: TestApp,
    world: World,
    elsewhere: World,
    readonly sink: MailSink,
  ) {
    super(app, world, elsewhere);
  }

  static override async open(...team: Person[]): Promise<BookingDesk> {
    const sink = await openMailSink();
    const desk = new BookingDesk(...(await twoDistricts({ smtpUrl: sink.url })), sink);
    await desk.world.hire(...team);
    await desk.enterLena();
    return desk;
  }

  override async close(): Promise<void> {
    await super.close();
    await this.sink.close();
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
}
