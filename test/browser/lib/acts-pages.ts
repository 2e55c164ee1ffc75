import { inLanguage } from '../../../src/shared/language.js';
import { instantAt, isoWithOffset } from '../../../src/shared/time/swedish-time.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** Leads a coordinator, who is signed in, through the pages of one booking and of what can be done to it. */
export async function* actsPages(town: Town, { page, language }: Teacher): AsyncGenerator<string> {
  const { app, world } = town;
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const send = () => page.locator('main form .fb-buttons button').last().click();
  const { reference } = await world.book({ date: '2027-01-19', email: 'karin@gmail.example' });
  await app.mails();

  const path = `/bokningar/${reference}`;
  await goTo(path);
  yield 'booking of the desk, preliminary';
  await page.locator('form[action$=anteckning] button').click();
  yield 'booking of the desk, errors';
  await page.locator('#anteckning').fill('Rektor ringde och undrade om salen.');
  await page.locator('form[action$=anteckning] button').click();
  await page.locator('form[action$=bekrafta] button').click();
  yield 'booking of the desk, confirmed';

  await goTo(`${path}/bemanning`);
  yield 'staff of a booking';
  for (const box of await page.locator('input[name=person]').all()) await box.setChecked(true);
  await send();
  yield 'staff of a booking, errors';

  await goTo(`${path}/flytta`);
  yield 'times to move a booking to';
  const to = `${path}/flytta/till?tid=${encodeURIComponent(isoWithOffset(instantAt('2027-01-20', 600)))}`;
  await goTo(to);
  yield 'move of a booking';
  await app.db.query('UPDATE booking SET version = version + 1 WHERE reference = $1', [reference]);
  await send();
  yield 'move of a booking, changed meanwhile';
  await send();
  yield 'booking of the desk, moved';
  await goTo(`${path}/flytta/till?tid=${encodeURIComponent(isoWithOffset(instantAt('2027-01-23', 600)))}`);
  await send();
  yield 'move of a booking, refused';

  await goTo(`${path}/stall-in`);
  yield 'calling a booking off';
  await send();
  yield 'calling a booking off, errors';
  await page.locator('input[value=weAreIll]').check({ force: true });
  await page.locator('#mer').fill('Ring oss gärna.');
  await send();
  yield 'booking of the desk, called off';
  app.clock.pass(31_000);
  await page.locator('.fb-undo button').click();
  yield 'undoing that is refused';
  yield* letterPages(town, page, language);
  yield* severalPages(town, page, language);
}

type Page = Teacher['page'];
type Language = Teacher['language'];

/** What the school sees by the link in the letter that calls its visit off. */
async function* letterPages({ app }: Town, page: Page, language: Language) {
  const letter = (await app.mails()).filter(mail => mail.recipient === 'karin@gmail.example').at(-1)!;
  await page.goto(/\/bokning\/l\/[\w-]{32}/.exec(letter.bodyText)![0]);
  const ours = new URL(page.url()).pathname.replace(/^\/en/, '');
  await page.goto(inLanguage(language, ours));
  yield 'booking that the district has called off';
  await page.goto(inLanguage(language, `${ours}/ny-tid`));
  yield 'new times for a booking';
  await page.locator('.fb-time').first().click();
  yield 'new time for a booking';
  const saturday = encodeURIComponent(isoWithOffset(instantAt('2027-01-23', 600)));
  await page.goto(inLanguage(language, `${ours}/ny-tid/till?tid=${saturday}`));
  await page.locator('.fb-button-send').click();
  yield 'new time for a booking, refused';
}

async function* severalPages({ world }: Town, page: Page, language: Language) {
  const one = await world.book({ date: '2027-01-21', email: 'a@edu.stockholm.se' });
  const other = await world.book({ date: '2027-01-22', email: 'b@edu.stockholm.se' });
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const post = (gor: string) =>
    page.evaluate(
      ([act, ...chosen]) => {
        const form = document.querySelector<HTMLFormElement>('form[action$="/stall-in"]')!;
        form.action = form.action.replace(/bokningar\/.*/, 'bokningar/flera');
        const add = (name: string, value: string) => {
          form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
        };
        add('gor', act!);
        for (const reference of chosen) add('bokning', reference);
        form.submit();
      },
      [gor, one.reference, other.reference],
    );
  for (const gor of ['bemanna', 'folj-upp', 'stall-in']) {
    await goTo(`/bokningar/${one.reference}/stall-in`);
    await Promise.all([page.waitForURL(/flera$/), post(gor)]);
    yield `several bookings, ${gor}`;
  }
  const send = () => page.locator('main form .fb-buttons button').last().click();
  await send();
  yield 'several bookings, errors';
  await page.locator('input[value=weAreIll]').check({ force: true });
  await send();
  yield 'several bookings, done';
  await goTo('/bokningar/flera');
  yield 'several bookings, none chosen';
}
