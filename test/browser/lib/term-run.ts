import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { isRefusal } from '../../../src/shared/refusal.js';
import { addDays, type IsoDate } from '../../../src/shared/time/iso-date.js';
import { mondayOf } from '../../../src/shared/time/iso-week.js';
import { instantAt } from '../../../src/shared/time/swedish-time.js';
import { accountOf, PASSWORD } from '../../setup/staff-visitor.js';
import { signInCoordinator } from './coordinator.js';
import { openTown, type Town } from './town.js';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
/** Where pictures of the run go; none are taken where nothing is said. */
const PICTURES = process.env.TERM_PICTURES;

export const mailOf = (name: string) => `${name.toLowerCase()}@kungsholmen.example`;

/** A district through a term: its people at their phones, its coordinator at the desk, and schools that book. */
export class TermRun {
  private pictures = 0;
  private bookings = 0;

  private constructor(
    readonly town: Town,
    readonly schools: { id: string; name: string }[],
  ) {}

  static async open(): Promise<TermRun> {
    const town = await openTown(0);
    const schools = await town.app.db.query<{ id: string; name: string }[]>(
      `SELECT s.id, s.display_name AS name FROM school s JOIN school_district d ON d.school_id = s.id
        WHERE '9' = ANY(s.grades) AND d.district_id = $1 ORDER BY s.display_name`,
      [town.world.district.id],
    );
    return new TermRun(town, schools);
  }

  /** Somebody of the team, with an account. */
  async join(person: { name: string; workingShare?: number; hours?: [string, string] }): Promise<void> {
    const { app, world } = this.town;
    const email = mailOf(person.name);
    const [assistantId] = await world.hire({ ...person, email });
    await accountOf(app, {
      role: 'assistant',
      districtId: world.district.id,
      assistantId: assistantId!,
      email,
      name: person.name,
    });
  }

  /** Another moment: what time does is done, and what is due is sent. */
  async goTo(date: IsoDate, minute: number): Promise<void> {
    this.town.app.clock.set(instantAt(date, minute));
    await this.town.app.turn();
    await this.town.app.mails();
  }

  /** What a school would do; answers the reference, or undefined where the time is not to be had. */
  async book(date: IsoDate, minute: number, school: number): Promise<string | undefined> {
    const { world } = this.town;
    const number = this.bookings++;
    const { details } = await world.wish();
    const outcome = await world.tryToBook(
      await world.wish({
        date,
        minute,
        school: { id: this.schools[school % this.schools.length]!.id },
        email: `larare${String(number)}@edu.stockholm.se`,
        details: { ...details, className: `9${'ABCDEF'[number % 6]!}` },
      }),
    );
    return isRefusal(outcome) ? undefined : outcome.reference;
  }

  /** A phone in the hand of somebody of the team, who is signed in. */
  async phone(name: string): Promise<Page> {
    const page = await this.town.visitor({ viewport: PHONE, hasTouch: true, isMobile: true });
    await page.goto('/logga-in');
    await page.locator('#epost').fill(mailOf(name));
    await page.locator('#losenord').fill(PASSWORD);
    await page.locator('main form button.ds-button').last().click();
    await page.locator('.fb-today').waitFor();
    return page;
  }

  async desk(): Promise<Page> {
    const page = await this.town.visitor({ viewport: DESK });
    await signInCoordinator(this.town, page, 'sv');
    return page;
  }

  async picture(page: Page, what: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    const number = String(++this.pictures).padStart(2, '0');
    await page.screenshot({ path: `${PICTURES}/${number}-${what}.png`, fullPage: true });
  }

  /** Mondays of the weeks of a term. */
  mondays(first: IsoDate, last: IsoDate): IsoDate[] {
    const mondays: IsoDate[] = [];
    for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
    return mondays;
  }

  close(): Promise<void> {
    return this.town.close();
  }
}
