import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { World } from '../../builders/world.js';
import { startApp, type TestApp } from '../../setup/app.js';
import { freePort } from '../../setup/free-port.js';
import { MONDAY_MORNING } from '../../setup/test-clock.js';

/** The application with a team and its schools, and a browser to look at it with. */
export interface Town {
  app: TestApp;
  world: World;
  browser: Browser;
  /** A visitor with a browser window of their own: nothing is remembered from others. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** Monday morning again, and nobody has booked anything. */
  startOver: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openTown(team = 3): Promise<Town> {
  const port = await freePort();
  // Links in mails lead to where the application listens, so that they can be followed.
  const app = await startApp({ port, baseUrl: `http://127.0.0.1:${String(port)}` });
  const world = await World.of(app);
  await world.hire(...Array.from({ length: team }, () => ({})));
  const browser = await startBrowser();
  return {
    app,
    world,
    browser,
    visitor: async options => {
      const context = await browser.newContext({
        baseURL: app.url,
        locale: 'sv-SE',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
    startOver: async () => {
      app.clock.set(MONDAY_MORNING);
      await app.db.query('TRUNCATE booking, draft, owed_mail, demonstration_mail, proven_address CASCADE');
    },
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.TEST_CHROME,
    args: ['--no-sandbox', '--headless=shell', '--no-zygote', '--disable-gpu'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: process.env.TEST_CHROME_LIBS,
      FONTCONFIG_FILE: process.env.TEST_CHROME_FONTS,
    },
  });
