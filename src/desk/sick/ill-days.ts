import type { Language } from '../../shared/language.js';
import { addDays, laterOf, type IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import { shortDay } from '../words.js';
import { sickDeskTexts } from './sick-desk-texts.js';

/** The days of an illness that are still to be, first and last. */
export interface IllDays {
  from: IsoDate;
  until: IsoDate;
}

export const illDaysOf = (period: { from: Date; until: Date }, today: IsoDate): IllDays => ({
  from: laterOf(swedishDateOf(period.from), today),
  until: swedishDateOf(period.until.getTime() - 1),
});

/** All of them, from the first midnight to the last. */
export const wholeIllDays = ({ from, until }: IllDays): { from: Date; until: Date } => ({
  from: new Date(swedishDay(from).at(0)),
  until: new Date(swedishDay(addDays(until, 1)).at(0)),
});

/** "idag", "idag och imorgon", "till och med fre 11 dec", "tis 8 dec" */
export function illDaysInWords({ from, until }: IllDays, today: IsoDate, language: Language): string {
  const t = sickDeskTexts[language].days;
  const last = shortDay(language, until);
  if (from !== today) return from === until ? t.oneDay(last) : t.span(shortDay(language, from), last);
  if (until === today) return t.today;
  return until === addDays(today, 1) ? t.todayAndTomorrow : t.until(last);
}
