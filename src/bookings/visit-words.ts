import { numberWord, type Language } from '../shared/language.js';
import { phoneForReading } from '../shared/text/phone.js';
import {
  assistantsInWords,
  atClock,
  atClockSpan,
  fullDate,
  shortMonthName,
  shortWeekdayName,
  weekdayAndDate,
} from '../shared/time/format.js';
import { weekdayOf } from '../shared/time/iso-date.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import type { BookingView } from './booking-view.queries.js';
import type { Need } from './details.rules.js';

const MEET_US_MINUTES_BEFORE = 10;

const NEED_WORDS: Record<Language, Record<Need, string>> = {
  sv: { hearingLoop: 'Hörslinga', interpreter: 'Tolk', adaptedContent: 'Anpassat innehåll' },
  en: { hearingLoop: 'Hearing loop', interpreter: 'Interpreter', adaptedContent: 'Adapted content' },
};

/** The needs of a group as words; a code that we no longer know is left out. */
export const needsInWords = (language: Language, needs: string[]): string =>
  needs
    .map(need => NEED_WORDS[language][need as Need] as string | undefined)
    .filter(Boolean)
    .join(', ');

export const needWord = (language: Language, need: Need): string => NEED_WORDS[language][need];

export const classInWords = (language: Language, name: string): string =>
  `${language === 'sv' ? 'klass' : 'class'} ${name}`;

/** The words in which pages and mails speak of a visit, so that both say the same. */
export function visitWords(view: BookingView, language: Language) {
  const date = swedishDateOf(view.startsAt);
  const texts = view.lectureTexts[language];
  const isClass = view.audience === 'students';
  const grade = view.gradeLabel?.[language];
  const group = isClass ? classInWords(language, view.className) : view.className;
  return {
    date,
    title: texts.title,
    provides: texts.schoolProvides,
    shortWeekday: shortWeekdayName(language, weekdayOf(date)),
    day: String(Number(date.slice(8))),
    shortMonth: shortMonthName(language, date),
    clock: atClockSpan(language, view.startsAt, view.endsAt),
    startClock: atClock(language, view.startsAt),
    meetClock: atClock(language, new Date(view.startsAt.getTime() - MEET_US_MINUTES_BEFORE * 60_000)),
    weekdayAndDate: weekdayAndDate(language, date),
    fullDate: fullDate(language, date),
    group,
    what: language === 'sv' ? `${texts.title} för ${view.className}` : `${texts.title} for ${view.className}`,
    gradeAndGroup: grade ? `${grade}, ${group}` : group,
    where: [view.schoolName, view.schoolStreet].filter(Boolean).join(', '),
    address: [view.schoolStreet, [view.schoolPostalCode, view.schoolCity].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', '),
    needs: needsInWords(language, view.needs),
    assistants: assistantsInWords(language, view.peopleNeeded),
    phone: phoneForReading(view.contact.phone),
    onSitePhone: view.contact.onSitePhone ? phoneForReading(view.contact.onSitePhone) : '',
    names: namesOfThoseWhoCome(view, language),
  };
}

/** Public names of those who come, and the rest as colleagues; empty where nobody has chosen to be named. */
function namesOfThoseWhoCome(view: BookingView, language: Language): string {
  const names = view.staff.filter(person => person.nameIsPublic).map(person => person.name);
  if (names.length === 0) return '';
  const others = view.staff.length - names.length;
  const colleagues =
    language === 'sv'
      ? `${numberWord('sv', others)} ${others === 1 ? 'kollega' : 'kollegor'}`
      : `${numberWord('en', others)} ${others === 1 ? 'colleague' : 'colleagues'}`;
  const all = others > 0 ? [...names, colleagues] : names;
  const and = language === 'sv' ? ' och ' : ' and ';
  return [all.slice(0, -1).join(', '), all.at(-1)].filter(Boolean).join(and);
}
