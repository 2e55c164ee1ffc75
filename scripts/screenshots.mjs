// `npm run screenshots`: the pictures of docs/screenshots, taken of a demonstration that is made for it and gone
// afterwards. To be run when the look has changed; dates and free times follow the day on which it is run.
import { fork } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { buildIfStale } from './build.mjs';
import { chromium } from './chromium.mjs';
import { openCluster } from './embedded-postgres.mjs';

const OUT = 'docs/screenshots';
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

const freePort = () =>
  new Promise(settle => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => settle(String(port)));
    });
  });

const children = [];
const start = (entry, env, ...words) =>
  new Promise((settle, fail) => {
    const child = fork(`dist/${entry}.js`, words, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    children.push(child);
    child.once('message', settle);
    child.once('exit', code => (code === 0 ? settle() : fail(new Error(`${entry} ended with ${code}`))));
  });

async function takePictures(home, accounts) {
  const found = await chromium();
  const browser = await playwright.launch({
    executablePath: found.executablePath,
    args: ['--no-sandbox', '--headless=shell', '--no-zygote', '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: found.libraryPath, FONTCONFIG_FILE: found.fontConfig },
  });
  const page = await browser.newPage({ viewport: DESK, locale: 'sv-SE', baseURL: home });
  const picture = async (name, size = DESK) => {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(OUT, `${name}.png`) });
    await page.setViewportSize(DESK);
  };
  const press = name => page.getByRole('button', { name }).first().click();

  await page.goto('/boka/kungsholmen');
  await picture('offer-1280');
  await page.goto('/boka/kungsholmen/forelasning');
  await press('Cannabis och hjärnan');
  await press('Rålambshovsskolan');
  await picture('time-1280');
  await picture('time-390', PHONE);
  await page.locator('.fb-time').first().click();
  await page.locator('#klass').fill('9B');
  await page.locator('#antal').fill('27');
  await page.locator('#sal').fill('sal 214');
  await press('Fortsätt');
  await page.locator('#namn').fill('Karin Ek');
  await page.locator('#roll').fill('mentor');
  await page.locator('#epost').fill('karin.ek@edu.stockholm.se');
  await page.locator('#telefon').fill('070-174 06 12');
  await press('Fortsätt');
  await picture('check-1280');
  await page.locator('#larare').check();
  await press('Skicka bokningen');
  await page.waitForURL(/\/bokad$/);
  await picture('receipt-390', PHONE);
  await page.getByRole('link', { name: 'Flytta, ändra eller avboka' }).click();
  await picture('manage-1280');
  const mail = page
    .locator('.fb-inbox li')
    .filter({ hasText: 'karin.ek@edu.stockholm.se' })
    .getByRole('link');
  for (let turn = 0; turn < 30 && (await mail.count()) === 0; turn++) {
    await page.goto('/dev/inbox');
    await page.waitForTimeout(500);
  }
  await mail.first().click();
  await page.locator('iframe').screenshot({ path: join(OUT, 'mail.png') });

  const signIn = async role => {
    const { email, password } = accounts.find(account => account.role === role);
    await page.context().clearCookies();
    await page.goto('/logga-in');
    await page.locator('#epost').fill(email);
    await page.locator('#losenord').fill(password);
    await page.locator('main form button.ds-button').last().click();
    await page.waitForURL(/kalender|oversikt/);
  };
  await signIn('coordinator');
  await picture('overview-1280');
  await page.goto('/rapporter');
  await picture('report-1280');
  await signIn('assistant');
  await picture('today-390', PHONE);
  await page.goto('/kalender/vecka');
  await picture('week-1280');
  await browser.close();
}

await buildIfStale();
mkdirSync(OUT, { recursive: true });
const place = mkdtempSync(join(tmpdir(), 'faltbokning-screenshots-'));
chmodSync(place, 0o755); // the server may run as another user than we
const cluster = await openCluster(join(place, 'postgres'), { durable: false });
try {
  const env = {
    ...process.env,
    DEMONSTRATION_DATABASE_URL: await cluster.database('faltbokning'),
    SESSION_SECRET: 'a secret that is only used by pictures ..',
    PORT: await freePort(),
  };
  const accounts = join(place, 'accounts.json');
  await start('cli', env, 'prepare', accounts);
  await Promise.all([start('main', env), start('worker', env)]);
  await takePictures(`http://127.0.0.1:${env.PORT}`, JSON.parse(readFileSync(accounts, 'utf8')));
} finally {
  for (const child of children) child.kill('SIGTERM');
  await cluster.stop('immediate');
  cluster.remove();
  rmSync(place, { recursive: true, force: true });
}
