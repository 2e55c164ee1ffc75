import { Onboarding } from '../../../src/onboarding/onboarding.js';
import { inLanguage, type Language } from '../../../src/shared/language.js';
import { instantAt } from '../../../src/shared/time/swedish-time.js';
import { MONDAY_MORNING } from '../../setup/test-clock.js';
import { staffPages } from './staff-pages.js';
import { Teacher } from './teacher.js';
import type { Town } from './town.js';

const MINUTE_MS = 60_000;

/** Links to bookings in each state that a booking can be in. */
interface Links {
  coming: string;
  preliminary: string;
  late: string;
  past: string;
}

/**
 * Leads through every page and every state of a page, one after the other, as one teacher meets them; says what stands
 * on the screen now. Whatever holds for all pages is tried along this way.
 */
export async function* everyPage(town: Town, teacher: Teacher): AsyncGenerator<string> {
  const links = await furnish(town, teacher.language);
  yield* offer(teacher);
  yield* about(teacher);
  yield* choosing(town, teacher);
  yield* telling(teacher);
  yield* sending(town, teacher);
  yield* managing(town, teacher, links);
  yield* lostAndWrong(teacher);
  yield* staffPages(town, teacher);
}

async function furnish({ app, world }: Town, language: Language): Promise<Links> {
  await app.app.get(Onboarding).load('data/districts/skarholmen.json', app.clock.now());
  const linkTo = (booked: { token: string }) => `/bokning/l/${booked.token}`;
  app.clock.set(instantAt('2026-11-02', 9 * 60));
  const past = await world.book({ language, date: '2026-11-17', email: 'a@edu.stockholm.se' });
  const late = await world.book({ language, date: '2026-11-24', email: 'b@edu.stockholm.se' });
  app.clock.set(MONDAY_MORNING);
  const coming = await world.book({ language, date: '2026-12-14', email: 'c@edu.stockholm.se' });
  await world.book({ language, date: '2026-12-15', email: 'stranger@mail.example' });
  const mails = await app.mails();
  const toConfirm = mails.find(mail => mail.recipient === 'stranger@mail.example')!;
  const preliminary = /\/bokning\/l\/[\w-]+/.exec(toConfirm.bodyText)![0];
  return { coming: linkTo(coming), preliminary, late: linkTo(late), past: linkTo(past) };
}

async function* offer(teacher: Teacher) {
  const { page, language } = teacher;
  await page.goto(inLanguage(language, '/'));
  yield 'districts';
  await teacher.goTo('');
  yield 'offer';
  await teacher.goTo('utbud/cannabis-och-hjarnan');
  yield 'lecture';
  await teacher.goTo('utbud/foraldramote');
  yield 'lecture for adults';
  await page.goto('/dev/inbox');
  yield 'inbox';
  await page.locator('.fb-inbox a').first().click();
  yield 'mail in the inbox';
}

async function* about({ page, language }: Teacher) {
  for (const path of ['/tillganglighet', '/personuppgifter', '/kakor', '/om']) {
    await page.goto(inLanguage(language, path));
    yield `${path} of nobody in particular`;
    await page.goto(inLanguage(language, `${path}?stadsdel=kungsholmen`));
    yield `${path} of a district`;
  }
}

async function* choosing(town: Town, teacher: Teacher) {
  const { page } = teacher;
  await teacher.goTo('forelasning');
  yield 'which lecture';
  await teacher.chooseLecture();
  yield 'which school';
  await teacher.findSchool('Xyz');
  yield 'which school, none found';
  await teacher.goTo('annan-skola');
  yield 'another school';
  await teacher.goOn();
  yield 'another school, errors';
  await teacher.goTo('skola');
  await teacher.chooseSchool();
  yield 'which time';
  await teacher.goTo('tid?fran=2026-12-07&dag=3&del=em');
  yield 'which time, filtered';
  await teacher.goTo('tid?fran=2027-06-10&dag=5');
  yield 'which time, none fits the filter';
  await town.app.db.query('UPDATE assistant SET employed_until = $1', ['2026-01-01']);
  await teacher.goTo('tid');
  yield 'nothing free';
  await teacher.goTo('');
  yield 'offer, nothing free';
  await town.app.db.query('UPDATE assistant SET employed_until = NULL');
  await teacher.goTo('tid');
  await teacher.chooseTime();
  await page.locator('#klass').waitFor();
}

async function* telling(teacher: Teacher) {
  const { page } = teacher;
  yield 'the class';
  await page.locator('#antal').fill('många');
  await teacher.goOn();
  yield 'the class, errors';
  await teacher.fillInClass();
  await page.locator('#meddelande').fill('Vi läser om hjärnan. '.repeat(12));
  await teacher.goOn();
  yield 'the contact';
  await page.locator('#epost').fill('karin');
  await teacher.goOn();
  yield 'the contact, errors';
  await teacher.fillInContact();
  await teacher.goOn();
}

async function* sending({ app, world }: Town, teacher: Teacher) {
  yield 'all answers';
  await teacher.press(teacher.texts.journey.checkPage.send);
  yield 'all answers, errors';
  await world.rules({ coming_bookings_per_school_and_term: 1 });
  await teacher.send();
  yield 'all answers, refused';
  await world.rules({ coming_bookings_per_school_and_term: 20 });
  app.clock.pass(11 * MINUTE_MS);
  await app.turn();
  await teacher.goTo('granska');
  yield 'all answers, time no longer kept';
  const winner = await world.book({ email: 'd@edu.stockholm.se' });
  await teacher.send();
  yield 'taken';
  await app.db.query('UPDATE assistant SET employed_until = $1', ['2026-01-01']);
  await teacher.goTo('granska');
  await teacher.send();
  yield 'taken, nothing else free';
  await app.db.query('UPDATE assistant SET employed_until = NULL');
  await app.db.query('DELETE FROM booking WHERE reference = $1', [winner.reference]);
  await teacher.goTo('granska');
  await teacher.send();
  yield 'receipt';
}

async function* managing({ world }: Town, teacher: Teacher, links: Links) {
  const { page, language } = teacher;
  const { actions, movePage, cancelPage, changePage } = teacher.texts.manage;
  await page.goto(links.preliminary);
  yield 'preliminary booking';
  await page.goto(`${page.url()}/bokad`);
  yield 'preliminary receipt';
  await page.goto(links.preliminary);
  await teacher.follow(actions.notMine);
  yield 'not mine';
  await page.goto(links.late);
  yield 'too late to change';
  await page.goto(links.past);
  yield 'booking of the past';
  await page.goto(links.coming);
  const booking = page.url();
  yield 'booking';
  await teacher.follow(actions.change);
  yield 'change details';
  await page.locator('#antal').fill('900');
  await teacher.press(changePage.save);
  yield 'change details, errors';
  await page.goto(`${booking}/flytta`);
  yield 'move';
  await page.locator('a.fb-time').last().click();
  yield 'move, one more question';
  await world.book({
    startsAt: new Date(new URL(page.url()).searchParams.get('tid')!),
    email: 'e@edu.stockholm.se',
  });
  await teacher.press(movePage.confirm);
  yield 'move, refused';
  await page.goto(`${booking}/avboka`);
  yield 'cancel';
  await teacher.press(cancelPage.cancel);
  yield 'cancel, errors';
  await page.getByLabel(cancelPage.reasons.mistake).check();
  await teacher.press(cancelPage.cancel);
  yield 'cancelled';
  await page.goto(inLanguage(language, '/bokning/222-222'));
  yield 'lost link';
}

async function* lostAndWrong(teacher: Teacher) {
  const { page, language } = teacher;
  const { send } = teacher.texts.manage.resend;
  await page.goto(inLanguage(language, '/bokning/lankar'));
  yield 'links again';
  await teacher.press(send);
  yield 'links again, errors';
  await page.locator('#epost').fill('c@edu.stockholm.se');
  await teacher.press(send);
  yield 'links again, sent';
  await page.goto(inLanguage(language, '/finns-inte'));
  yield 'page that does not exist';
  await teacher.goTo('forelasning');
  await page.context().clearCookies();
  await page.locator('.fb-picks button').first().click();
  yield 'form that has been open for too long';
}
