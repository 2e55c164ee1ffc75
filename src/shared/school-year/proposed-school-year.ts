import { addDays, type IsoDate } from '../time/iso-date.js';
import { mondayOfWeek } from '../time/iso-week.js';
import { ascensionDay, easterSunday } from './red-days.js';
import type { ClosedDays, Season } from './school-calendar.js';

export interface ProposedSchoolYear {
  label: string;
  terms: { season: Season; startsOn: IsoDate; endsOn: IsoDate }[];
  breaks: ClosedDays[];
}

/**
 * A school year by the pattern that Stockholm's communal schools have followed: a proposal that the district has to
 * confirm or correct, never a decision.
 *
 * `startYear` 2026 gives läsåret 2026/27.
 */
export function proposeSchoolYear(startYear: number): ProposedSchoolYear {
  const next = startYear + 1;
  const day = (year: number, monthDay: string) => `${String(year)}-${monthDay}`;
  const week = (year: number, number: number, sv: string, en: string): ClosedDays => {
    const monday = mondayOfWeek(year, number);
    return { startsOn: monday, endsOn: addDays(monday, 4), name: { sv, en } };
  };
  const tuesdayAfterEaster = addDays(easterSunday(next), 2);
  const bridgeDay = addDays(ascensionDay(next), 1);
  return {
    label: `${String(startYear)}/${String(next).slice(2)}`,
    terms: [
      { season: 'autumn', startsOn: day(startYear, '08-18'), endsOn: day(startYear, '12-22') },
      { season: 'spring', startsOn: day(next, '01-12'), endsOn: day(next, '06-10') },
    ],
    breaks: [
      week(startYear, 44, 'Höstlov', 'Autumn break'),
      week(next, 9, 'Sportlov', 'Winter break'),
      {
        startsOn: tuesdayAfterEaster,
        endsOn: addDays(tuesdayAfterEaster, 3),
        name: { sv: 'Påsklov', en: 'Easter break' },
      },
      { startsOn: bridgeDay, endsOn: bridgeDay, name: { sv: 'Lovdag', en: 'Day off' } },
    ],
  };
}
