import { inLanguage } from '../../../src/shared/language.js';
import type { Teacher } from './teacher.js';

/** Leads a coordinator, who is signed in, through what is fair. */
export async function* fairnessPages({ page, language }: Teacher): AsyncGenerator<string> {
  const goTo = (path: string) => page.goto(inLanguage(language, path));
  await goTo('/rapporter/rattvisa?besok=90');
  yield 'how visits are shared out';
  await goTo('/rapporter/rattvisa?termin=vt2027');
  yield 'how visits are shared out, another term';
}

/** The same for a fältassistent. */
export async function* ownSharePages({ page, language }: Teacher): AsyncGenerator<string> {
  await page.goto(inLanguage(language, '/kalender/min-del'));
  yield 'own share of the visits';
}
