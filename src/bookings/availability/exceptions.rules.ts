// Days on which schools are closed whatever somebody's hours say, from today to the last bookable day:
// lov, red days that fall on a school week's day, and the time between two terms.
import type { DistrictPlan } from '../../districts/district-plan.js';
import type { Bilingual } from '../../shared/language.js';
import { redDay } from '../../shared/school-year/red-days.js';
import { closureOn, horizonFrom, termOf } from '../../shared/school-year/school-calendar.js';
import { addDays, datesFrom, type IsoDate } from '../../shared/time/iso-date.js';

/** Both days included; without a name it is the time between terms. */
export interface ClosedTime {
  startsOn: IsoDate;
  endsOn: IsoDate;
  name?: Bilingual;
}

export function closedTimes(plan: Pick<DistrictPlan, 'terms' | 'breaks'>, today: IsoDate): ClosedTime[] {
  const calendar = { ...plan, schoolClosedDays: [] };
  const last = horizonFrom(calendar, today);
  if (last === undefined) return [];
  const breaks = plan.breaks.filter(one => one.endsOn >= today && one.startsOn <= last);
  const redDays = datesFrom(today, last)
    .filter(date => termOf(calendar, date) && closureOn(calendar, date)?.kind === 'redDay')
    .map(date => ({ startsOn: date, endsOn: date, name: redDay(date)! }))
    .filter(day => !breaks.some(one => one.startsOn <= day.startsOn && day.startsOn <= one.endsOn));
  return [...breaks, ...redDays, ...betweenTerms(plan.terms, today, last)].sort((a, b) =>
    a.startsOn.localeCompare(b.startsOn),
  );
}

function betweenTerms(terms: DistrictPlan['terms'], today: IsoDate, last: IsoDate): ClosedTime[] {
  const inOrder = [...terms].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  return inOrder
    .slice(1)
    .map((term, index) => ({
      startsOn: addDays(inOrder[index]!.endsOn, 1),
      endsOn: addDays(term.startsOn, -1),
    }))
    .filter(gap => gap.startsOn <= gap.endsOn && gap.endsOn >= today && gap.startsOn <= last);
}
