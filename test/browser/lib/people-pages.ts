import { inLanguage } from '../../../src/shared/language.js';
import { signInCoordinator } from './coordinator.js';
import type { Teacher } from './teacher.js';
import type { Town } from './town.js';

/** Leads a coordinator through the pages on team and schools, in the browser in which a fältassistent is signed in. */
export async function* peoplePages(
  { app, world }: Town,
  { page, language }: Pick<Teacher, 'page' | 'language'>,
): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  const press = () => page.locator('main form button.ds-button').last().click();
  await signInCoordinator({ app, world }, page, language);

  await goTo('/personal/samordnare');
  yield 'new coordinator';
  await press();
  yield 'new coordinator, errors';
  await page.locator('#name').fill('Olle Ek');
  await page.locator('#email').fill('olle@kungsholmen.example');
  await press();
  yield 'team, an invitation is sent';
  await goTo('/personal/ny');
  yield 'new in the team';
  await page.locator('#workingShare').fill('halv');
  await press();
  yield 'new in the team, errors';
  const [goes] = await app.db.query<[{ id: string }]>(
    `SELECT a.id FROM assistant a JOIN occupied_time o ON o.assistant_id = a.id
      WHERE lower(o.lecture) > $1 LIMIT 1`,
    [app.clock.now()],
  );
  await goTo(`/personal/${goes.id}`);
  yield 'one of the team';
  await page.locator('#workingShare').fill('0');
  await press();
  yield 'one of the team, errors';
  await app.db.query(`UPDATE assistant SET working_share = 0.5 WHERE id = $1`, [goes.id]);
  await page.locator('#workingShare').fill('60');
  await press();
  yield 'one of the team, changed in the meantime';
  await page.locator('#employedUntil').fill('2026-12-08');
  await press();
  yield 'an employment that ends, visits that it hits';
  await page.locator('button[value=anda]').click();
  yield 'one of the team, saved, with history';
  await app.db.query('UPDATE assistant SET employed_until = NULL');

  await world.book({
    school: { unlistedName: 'Nya skolan', unlistedStreet: 'Nygatan 1' },
    email: 'nya@skolan.example',
    date: '2027-01-21',
  });
  await goTo('/skolor');
  yield 'schools';
  await goTo('/skolor?sok=finns+inte');
  yield 'schools, none found';
  await goTo('/skolor/ny');
  yield 'new school';
  await press();
  yield 'new school, errors';
  await goTo('/skolor/olistade');
  yield 'schools that were not listed';
  await press();
  yield 'schools that were not listed, errors';
  await page.locator('select').selectOption({ index: 1 });
  await press();
  yield 'schools that were not listed, tied';
  await goTo('/skolor/domaner');
  yield 'domains';
  await page.locator('#doman').fill('gmail.com');
  await press();
  yield 'domains, errors';
  const school = `/skolor/${(await world.school()).id}`;
  await goTo(school);
  yield 'a school';
  await press();
  yield 'a school, errors at its closed days';
  await page.locator('#fran').fill('2026-12-09');
  await page.locator('#dagnamn').fill('Studiedag');
  await press();
  yield 'a school, closed on a day with a visit';
  await app.db.query(`UPDATE school SET pupil_count = 700 WHERE display_name = 'Rålambshovsskolan'`);
  await page.locator('#pupilCount').fill('710');
  await page.locator('main form button.ds-button').first().click();
  yield 'a school, changed in the meantime';
  await app.db.query('TRUNCATE school_closed_days');
  await goTo(`${school}/restider`);
  yield 'ways from a school';
  await page.locator('main form input[type=text]').first().fill('en kvart');
  await press();
  yield 'ways from a school, errors';
  await goTo(`${school}/starttider`);
  yield 'when lessons begin';
  await page.locator('#monday').fill('åtta');
  await press();
  yield 'when lessons begin, errors';
}
