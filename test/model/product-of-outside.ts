// Outside calendars: a server that has them, and the product that reads them.
import { OutsideCalendars } from '../../src/calendars/outside/outside-calendars.js';
import { outsideAddress } from '../../src/calendars/outside/outside-address.js';
import { OutsideReading } from '../../src/calendars/outside/outside-reading.js';
import type { TestApp } from '../setup/app.js';
import type { OutsideServer } from '../setup/outside-server.js';
import { someone } from './said-to-product.js';
import type { Span } from './reference.js';

const utc = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

const calendarOf = (busy: Span[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...busy.flatMap(({ from, until }) => [
      'BEGIN:VEVENT',
      `UID:${String(from)}@elsewhere`,
      `DTSTART:${utc(from)}`,
      `DTEND:${utc(until)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ].join('\r\n');

export class ProductOfOutside {
  /** By the path of their address. */
  private readonly calendars = new Map<string, string>();

  constructor(
    private readonly app: TestApp,
    private readonly districtId: string,
    server: OutsideServer,
  ) {
    server.answer = ({ url }, response) => {
      const calendar = this.calendars.get(url!);
      response.writeHead(calendar === undefined ? 404 : 200).end(calendar);
    };
  }

  private get now() {
    return this.app.clock.now();
  }

  private me = (person: string) => ({
    ...someone(this.districtId, { accountId: person, assistantId: person }),
    assistantId: person,
  });

  /** Somebody pastes the address of a calendar, of which nothing is there where it is not to be read, and it is read. */
  async enter(person: string, busy: Span[], isThere: boolean): Promise<void> {
    const path = `/${person}.ics`;
    if (isThere) this.calendars.set(path, calendarOf(busy));
    else this.calendars.delete(path);
    const address = outsideAddress(`https://kalender.example${path}`)!;
    await this.app.app.get(OutsideCalendars).enter(this.me(person), address, this.now);
    await this.app.app.get(OutsideReading).readDue(this.now);
  }

  /** The server has it no longer: what was read stays. */
  async vanish(person: string): Promise<void> {
    this.calendars.delete(`/${person}.ics`);
    await this.app.app.get(OutsideReading).readDue(this.now);
  }

  async remove(person: string): Promise<void> {
    await this.app.app.get(OutsideCalendars).remove(this.me(person), this.now);
  }
}
