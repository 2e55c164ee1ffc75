import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Language } from '../../../src/shared/language.js';
import { everyPage } from './every-page.js';
import { axeFindings, markupFaults, phoneFindings, widthFindings } from './inspect.js';
import { Teacher } from './teacher.js';
import { openTown, type Town } from './town.js';
import { watch, type Watch } from './watch.js';

/** Which rules axe tries on each page: all of them, or those that are named. */
export interface Schemes {
  light?: 'all' | string[];
  dark?: 'all' | string[];
}

/** What was found, and on which page. */
type Findings = [state: string, found: string[]][];

interface Tour {
  watch: Watch;
  states: string[];
  inLight: Findings;
  inDark: Findings;
  markup: Findings;
  widths: Findings;
  onPhone: Findings;
  headings: Findings;
  /** Addresses (without the number of a booking) by the title that they have. */
  titles: Map<string, Set<string>>;
}

async function takeTour(town: Town, language: Language, schemes: Schemes): Promise<Tour> {
  const page = await town.visitor();
  const tour: Tour = {
    watch: await watch(page, town.app.url),
    states: [],
    inLight: [],
    inDark: [],
    markup: [],
    widths: [],
    onPhone: [],
    headings: [],
    titles: new Map(),
  };
  for await (const state of everyPage(town, new Teacher(page, language))) {
    const note = (findings: Findings, found: string[]) => {
      if (found.length > 0) findings.push([state, found]);
    };
    tour.states.push(state);
    note(tour.markup, await markupFaults(await tour.watch.document()));
    if (schemes.light) note(tour.inLight, await axeFindings(page, schemes.light));
    if (schemes.dark) {
      await page.emulateMedia({ colorScheme: 'dark' });
      note(tour.inDark, await axeFindings(page, schemes.dark));
      await page.emulateMedia({ colorScheme: 'light' });
    }
    note(tour.widths, await widthFindings(page));
    note(tour.onPhone, await phoneFindings(page));
    const headings = await page.locator('h1').allInnerTexts();
    if (headings.length !== 1) note(tour.headings, headings);
    const path = new URL(page.url()).pathname.replace(/\w{3}-\w{3}/, '…');
    const title = await page.title();
    tour.titles.set(title, (tour.titles.get(title) ?? new Set<string>()).add(path));
  }
  return tour;
}

/** What holds for every page and every state of a page. */
export function describeEveryPage(language: Language, schemes: Schemes): void {
  describe(`every page and state, in ${language}`, () => {
    let town: Town;
    let tour: Tour;

    beforeAll(async () => {
      town = await openTown();
      tour = await takeTour(town, language, schemes);
    }, 600_000);
    afterAll(() => town.close());

    test('has been seen', () => {
      expect(tour.states.length).toBeGreaterThan(50);
    });

    test('is found accessible by axe', () => {
      expect({ light: tour.inLight, dark: tour.inDark }).toEqual({ light: [], dark: [] });
    });

    test('is valid HTML with one main heading', () => {
      expect({ markup: tour.markup, headings: tour.headings }).toEqual({ markup: [], headings: [] });
    });

    test('has a title that no other page has', () => {
      const shared = [...tour.titles].filter(([, paths]) => paths.size > 1);
      expect(shared).toEqual([]);
    });

    test('keeps within 320 px, at 200 % zoom, with text twice as large and with wide text spacing', () => {
      expect(tour.widths).toEqual([]);
    });

    test('has buttons of 44 px on a phone, and telephone numbers in one piece', () => {
      expect(tour.onPhone).toEqual([]);
    });

    test('is quiet in the console, keeps the content policy and asks nobody but ourselves', () => {
      expect(tour.watch.complaints).toEqual([]);
      expect(tour.watch.foreignRequests).toEqual([]);
    });
  });
}
