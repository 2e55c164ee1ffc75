import type { Language } from '../shared/language.js';
import { dayAndMonth } from '../shared/time/format.js';
import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import type { Period } from './period.rules.js';
import { periodName, reportTexts } from './report-texts.js';
import { SIDES, type Report } from './report.rules.js';
import { grouped } from '../shared/text/numbers.js';
import { hoursInWords, type Shown } from './report-table.js';

/** Sentences ready for a report to the board: only what is so, and what there is something to say of. */
export function pasteText(
  report: Report,
  total: Shown,
  period: Period,
  { language, today, isOneDistrict }: { language: Language; today: IsoDate; isOneDistrict: boolean },
): string {
  const t = reportTexts[language].text;
  const count = (value: number) => grouped(language, value);
  const isRunning = period.from < today && today <= period.to;
  const until = isRunning ? dayAndMonth(language, addDays(today, -1)) : undefined;
  const { municipal, independent } = report.sides;
  const sum = (key: 'reached' | 'schools') => SIDES.reduce((all, side) => all + report.sides[side][key], 0);
  const where =
    total.visits! > 0
      ? t.where(count(sum('reached')), count(sum('schools')), isOneDistrict ? t.inDistrict : t.inCity) +
        t.split(municipal.reached, independent.reached)
      : '';
  const sentences = [
    `${t.held(periodName(language, period), until, total.visits!, count(total.visits!))}${where}.`,
    total.pupils! > 0 && t.pupils(count(total.pupils!)),
    total.utilisation !== null &&
      t.hours(
        hoursInWords(language, total.booked!),
        hoursInWords(language, total.available!),
        count(total.utilisation),
      ),
    report.visitsAhead > 0 && t.ahead(report.visitsAhead, count(report.visitsAhead)),
    total.lost! > 0 && t.lost(total.lost!, count(total.lost!)),
  ];
  return sentences.filter(Boolean).join(' ');
}
