import type { Page } from 'playwright-core';
import { journeyTexts } from '../../../src/bookings/journey/journey-texts.js';
import { manageTexts } from '../../../src/bookings/manage/manage-texts.js';
import { offerTexts } from '../../../src/bookings/offer/offer-texts.js';
import { inLanguage, type Language } from '../../../src/shared/language.js';
import { CONTACT, DETAILS } from '../../setup/school-visitor.js';

export const LECTURE = { sv: 'Cannabis och hjärnan', en: 'Cannabis and the brain' };
export const SCHOOL = 'Rålambshovsskolan';

/** The time that is chosen where the story does not need another one. */
export const TUESDAY_AT_TEN = {
  sv: /^Tisdag 8\sdecember kl\. 10\.00–/,
  en: /^Tuesday 8\sDecember at 10:00–/,
};

/** A teacher at the public form, who finds fields and buttons by what they are called. */
export class Teacher {
  constructor(
    readonly page: Page,
    readonly language: Language = 'sv',
  ) {}

  get texts() {
    const { language } = this;
    return {
      journey: journeyTexts[language],
      manage: manageTexts[language],
      offer: offerTexts[language],
    };
  }

  path(step = ''): string {
    return inLanguage(this.language, `/boka/kungsholmen${step && `/${step}`}`);
  }

  async goTo(step: string): Promise<void> {
    await this.page.goto(this.path(step));
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
  }

  async chooseLecture(name: string | RegExp = LECTURE[this.language]): Promise<void> {
    await this.goTo('forelasning');
    await this.press(name);
  }

  async findSchool(beginning = SCHOOL.slice(0, 5)): Promise<void> {
    const { search, find } = this.texts.journey.schoolPage;
    await this.page.getByLabel(search).fill(beginning);
    await this.press(find);
  }

  async chooseSchool(name = SCHOOL): Promise<void> {
    await this.press(name);
  }

  async chooseTime(): Promise<void> {
    await this.press(TUESDAY_AT_TEN[this.language]);
  }

  async fillInClass(): Promise<void> {
    const { page } = this;
    await page.locator(`[name="arskurs"][value="${DETAILS.arskurs}"]`).check();
    for (const id of ['klass', 'antal', 'sal'] as const) await page.locator(`#${id}`).fill(DETAILS[id]);
  }

  async fillInContact(): Promise<void> {
    for (const [id, value] of Object.entries(CONTACT)) await this.page.locator(`#${id}`).fill(value);
  }

  goOn(): Promise<void> {
    return this.press(this.texts.journey.goOn);
  }

  /** All steps up to the page with all answers. */
  async fillIn(): Promise<void> {
    await this.chooseLecture();
    await this.chooseSchool();
    await this.chooseTime();
    await this.fillInClass();
    await this.goOn();
    await this.fillInContact();
    await this.goOn();
  }

  async send(): Promise<void> {
    await this.page.getByLabel(this.texts.journey.checkPage.teacher).check();
    await this.press(this.texts.journey.checkPage.send);
  }
}
