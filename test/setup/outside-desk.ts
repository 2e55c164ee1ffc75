import { instantAt } from '../../src/shared/time/swedish-time.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from './app.js';
import { OutsideServer, TestReach } from './outside-server.js';
import { submit, wordsOf, type Visitor } from './post.js';
import { accountOf, signedIn } from './staff-visitor.js';

export const PAGE = '/kalender/utifran';
export const ADDRESS = 'https://kalender.example/owa/calendar/hemlig-nyckel/calendar.ics';
/** A Tuesday. */
export const NOW = instantAt('2026-11-24', 8 * 60);

/** A calendar as Exchange publishes it. */
export const file = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');

export function event(date: string, from: string, until: string, uid = `${date}${from}@outlook`): string {
  const at = (time: string) =>
    `TZID=W. Europe Standard Time:${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'SUMMARY:Hemligt möte',
    'LOCATION:Rum 7',
    `DTSTART;${at(from)}`,
    `DTEND;${at(until)}`,
    'END:VEVENT',
  ].join('\r\n');
}

/** A fältassistent with a calendar outside, colleagues, a coordinator, and the server that has the calendar. */
export class OutsideDesk {
  amina!: Visitor;
  lena!: Visitor;

  private constructor(
    readonly app: TestApp,
    readonly world: World,
    readonly server: OutsideServer,
    readonly reach: TestReach,
    readonly aminaId: string,
    readonly johanId: string,
  ) {}

  static async open(): Promise<OutsideDesk> {
    const server = await OutsideServer.start();
    const reach = new TestReach(server.port);
    const app = await startApp({}, undefined, { reach });
    const world = await World.of(app);
    const districtId = world.district.id;
    const [aminaId, johanId] = await world.hire(
      { name: 'Amina Haddad', email: 'amina@k.example' },
      { name: 'Johan Berg', email: 'johan@k.example' },
      { name: 'Sara Öberg', email: 'sara@k.example' },
    );
    await accountOf(app, { role: 'assistant', districtId, assistantId: aminaId, email: 'amina@k.example' });
    await accountOf(app, { role: 'coordinator', districtId, email: 'lena@k.example' });
    return new OutsideDesk(app, world, server, reach, aminaId!, johanId!);
  }

  /** As each story finds it: no calendar yet, and one event at the address. */
  async tidy(): Promise<void> {
    this.app.clock.set(NOW);
    await this.app.db.query('DELETE FROM outside_calendar');
    this.server.gives(file(event('2026-12-08', '10:00', '11:00')));
    this.server.requests.length = 0;
    this.reach.names = { 'kalender.example': ['127.0.0.1'], 'annan.example': ['127.0.0.1'] };
    await this.signInAgain();
  }

  /** Sessions end in the course of a day. */
  async signInAgain(): Promise<void> {
    this.amina = await signedIn(this.app, 'amina@k.example');
    this.lena = await signedIn(this.app, 'lena@k.example');
  }

  after(minutes: number): void {
    this.app.clock.set(new Date(this.app.clock.now().getTime() + minutes * 60_000));
  }

  /** Pastes the address, lets the worker do what is due, and answers what the page then says. */
  async read(address = ADDRESS): Promise<string> {
    const answer = await submit(this.amina, PAGE, { adress: address });
    if (answer.status !== 303) throw new Error(`refused: ${address}`);
    await this.app.turn();
    return this.words();
  }

  async words(): Promise<string> {
    return wordsOf((await this.amina.get(PAGE)).text);
  }

  busy(): Promise<{ from: Date; until: Date }[]> {
    return this.app.db.query(
      'SELECT lower(period) AS "from", upper(period) AS until FROM outside_busy ORDER BY period',
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.server.close();
  }
}
