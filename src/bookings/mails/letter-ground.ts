import type { District } from '../../districts/district.entity.js';
import type { DistrictWords } from '../../districts/districts.queries.js';
import type { LetterVisit } from '../../platform/mail/letter.js';
import { inLanguage, type Language } from '../../shared/language.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { capitalised, dateAtClock } from '../../shared/time/format.js';
import type { BookingView } from '../booking-view.queries.js';
import { visitWords } from '../visit-words.js';
import { bookingMailTexts } from './booking-mail-texts.js';

export interface LetterGround {
  view: BookingView;
  district: District;
  /** What the district adds in its own words. */
  ownWords: DistrictWords;
  baseUrl: string;
}

/** What all letters about one visit are made of. */
export function groundWork({ view, district, baseUrl }: LetterGround, language: Language) {
  const t = bookingMailTexts[language];
  const words = visitWords(view, language);
  const phoneHours = language === 'sv' ? district.phoneHoursSv : district.phoneHoursEn;
  const officeName = language === 'sv' ? district.officeNameSv : district.officeNameEn;
  const visit: LetterVisit = {
    weekday: words.shortWeekday,
    day: words.day,
    month: words.shortMonth,
    clock: words.clock,
    lines: [words.what, [view.schoolName, view.room].filter(Boolean).join(', ')],
    inWords: `${capitalised(words.fullDate)} ${words.clock}`,
    isOff: false,
  };
  return {
    t,
    words,
    visit,
    said: { ...words, school: view.schoolName, room: view.room, assistants: capitalised(words.assistants) },
    language,
    facts: {
      booking: { label: t.labels.booking, value: view.reference },
      address: { label: t.labels.address, value: words.address || view.schoolName },
      room: { label: t.labels.room, value: view.room },
      group: { label: t.labels.group, value: words.gradeAndGroup },
      count: { label: t.labels.count, value: String(view.pupils) },
      needs: { label: t.labels.needs, value: words.needs },
      oldTime: {
        label: t.labels.oldTime,
        value: view.movedFrom ? dateAtClock(language, view.movedFrom) : '',
      },
      hurry: { label: t.labels.hurry, value: t.callUs(phoneForReading(district.phone), phoneHours) },
    },
    frame: {
      language,
      preview: [view.schoolName, words.group, view.room].filter(Boolean).join(', '),
      privacy: {
        label: t.privacy,
        href: `${baseUrl}${inLanguage(language, '/personuppgifter')}?stadsdel=${district.slug}`,
      },
    },
    sender: [`${officeName}.`, t.attached, t.publicRecord],
    senderWithoutFile: [`${officeName}.`, t.publicRecord],
  };
}

/** The facts that there are. */
export const filled = (facts: { label: string; value: string }[]) => facts.filter(fact => fact.value !== '');
