import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { World } from '../builders/world.js';
import type { TestApp } from './app.js';
import { submit, type Visitor } from './post.js';

export const DETAILS = { arskurs: '9', klass: '9B', antal: '27', sal: 'sal 214', meddelande: '' };
export const CONTACT = {
  namn: 'Karin Ek',
  roll: 'mentor',
  epost: 'karin.ek@edu.stockholm.se',
  telefon: '070-174 06 12',
};

/** A teacher at the public form of Kungsholmen, without JavaScript: one step after the other. */
export class SchoolVisitor {
  readonly browser: Visitor;

  constructor(
    app: TestApp,
    private readonly world: World,
    private readonly prefix = '',
  ) {
    this.browser = app.visitor();
  }

  path(step: string): string {
    return `${this.prefix}/boka/kungsholmen/${step}`;
  }

  get(step: string) {
    return this.browser.get(this.path(step)).redirects(0);
  }

  lecture(slug = 'cannabis-och-hjarnan') {
    return submit(this.browser, this.path('forelasning'), { forelasning: slug });
  }

  async school(name = 'Rålambshovsskolan') {
    return submit(this.browser, this.path('skola'), { skola: (await this.world.school(name)).id });
  }

  /** The page of times may have nothing to post: the token comes from another page of the form. */
  time(date = '2026-12-08', minute = 10 * 60) {
    const tid = instantAt(date, minute).toISOString();
    return submit(this.browser, this.path('forelasning'), { tid }, this.path('tid'));
  }

  details(changes: Record<string, string> = {}) {
    return submit(this.browser, this.path('klass'), { ...DETAILS, ...changes });
  }

  contact(changes: Record<string, string> = {}) {
    return submit(this.browser, this.path('kontakt'), { ...CONTACT, ...changes });
  }

  send(fields: Record<string, string> = { larare: 'ja' }) {
    return submit(this.browser, this.path('granska'), fields);
  }

  /** Everything up to the page with all answers. */
  async fillIn(date?: string, minute?: number): Promise<void> {
    await this.lecture();
    await this.school();
    await this.time(date, minute);
    await this.details();
    await this.contact();
  }
}
