// What people call weeks that come in turns:
// - "jämna" or "udda veckor" where every second one is even or odd for as long as the hours hold (two years ahead where
//   they hold until further notice): after week 53 comes week 1, and what was odd becomes even;
// - else by how often they come and from which week on.
import type { WeekRhythm } from '../../calendars/team-member.js';
import type { Language } from '../../shared/language.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf, mondayOf, weekCountOf } from '../../shared/time/iso-week.js';

/** Both days are included. */
interface Span {
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

const LOOKED_AHEAD_DAYS = 731;

const texts = {
  sv: {
    parity: ['jämna veckor', 'udda veckor'],
    every: ['varje vecka', 'varannan vecka', 'var tredje vecka', 'var fjärde vecka'],
    from: (how: string, week: number) => `${how}, från v.\u00a0${String(week)}`,
    weeks: (numbers: string) => `v.\u00a0${numbers} …`,
  },
  en: {
    parity: ['even weeks', 'odd weeks'],
    every: ['every week', 'every other week', 'every third week', 'every fourth week'],
    from: (how: string, week: number) => `${how}, from week\u00a0${String(week)}`,
    weeks: (numbers: string) => `weeks\u00a0${numbers} …`,
  },
};

/** "udda veckor", "varannan vecka, från v. 49". */
export function rhythmInWords({ every, turn }: WeekRhythm, span: Span, language: Language): string {
  const t = texts[language];
  const first = firstMonday({ every, turn }, span.validFrom);
  const number = isoWeekOf(first).number;
  const last = span.validUntil ?? addDays(span.validFrom, LOOKED_AHEAD_DAYS);
  if (every === 2 && keepsParity(first, last)) return t.parity[number % 2]!;
  return t.from(t.every[every - 1] ?? t.every[0]!, number);
}

/** The next weeks of a rhythm by their numbers: "v. 49, 51, 53, 2 …". */
export function nextWeeksInWords(rhythm: WeekRhythm, from: IsoDate, language: Language): string {
  const first = firstMonday(rhythm, from);
  const numbers = [0, 1, 2, 3].map(times => isoWeekOf(addDays(first, times * rhythm.every * 7)).number);
  return texts[language].weeks(numbers.join(', '));
}

/** Of the first week of the rhythm in which a day from `from` on lies. */
function firstMonday({ every, turn }: WeekRhythm, from: IsoDate): IsoDate {
  const weeks = (turn - (weekCountOf(from) % every) + every) % every;
  return addDays(mondayOf(from), weeks * 7);
}

function keepsParity(first: IsoDate, last: IsoDate): boolean {
  const parity = isoWeekOf(first).number % 2;
  for (let monday = first; monday <= last; monday = addDays(monday, 14))
    if (isoWeekOf(monday).number % 2 !== parity) return false;
  return true;
}
