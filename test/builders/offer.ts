import type { Span } from '../../src/calendars/span.js';
import type { TeamMember } from '../../src/calendars/team-member.js';
import type { DistrictPlan } from '../../src/districts/district-plan.js';
import { proposeSchoolYear } from '../../src/shared/school-year/proposed-school-year.js';
import { swedishDay, type MinuteOfDay } from '../../src/shared/time/swedish-time.js';
import type { IsoDate } from '../../src/shared/time/iso-date.js';
import type { OfferFacts } from '../../src/slots/offer.rules.js';

/** 10, 15 is kl. 10.15. */
export const clock = (hour: number, minute = 0): MinuteOfDay => hour * 60 + minute;

/** A span on a Swedish date by the wall clock. */
export const spanOn = (date: IsoDate, from: MinuteOfDay, until: MinuteOfDay): Span => ({
  from: swedishDay(date).at(from),
  until: swedishDay(date).at(until),
});

const year = proposeSchoolYear(2026);

/** A district by the defaults of the product, in the proposed school year 2026/27. */
export const planOf = (rules: Partial<DistrictPlan['rules']> = {}): DistrictPlan => ({
  rules: {
    districtId: 'kungsholmen',
    leadTimeWorkingDays: 10,
    changeCutoffWorkingDays: 2,
    startGridMinutes: 30,
    marginBeforeMinutes: 15,
    marginAfterMinutes: 15,
    breakAtSameSchoolMinutes: 10,
    peopleNeeded: 2,
    groupSmallest: 10,
    groupLargest: 32,
    comingBookingsPerSchoolAndTerm: 6,
    holdMinutes: 10,
    eveningLoadPercent: 100,
    handoverNeedsConsent: true,
    hoursReminderWeeks: 3,
    mostVisitsPerPersonAndDay: null,
    mostVisitsPerPersonAndWeek: null,
    mostEveningsPerPersonAndWeek: null,
    mostVisitsInARow: null,
    breakMinutes: 30,
    mostVisitsPerTeamAndDay: null,
    mostVisitsPerTeamAndWeek: null,
    restAfterLateWorkHours: 11,
    ...rules,
  },
  hours: {
    students: {
      opensAt: clock(8, 10),
      closesAt: clock(15, 30),
      noStart: { from: clock(11), until: clock(12, 15) },
    },
    guardians: { opensAt: clock(17), closesAt: clock(20, 30) },
  },
  terms: year.terms.map(term => ({ ...term, id: `${term.season} ${term.startsOn.slice(0, 4)}` })),
  breaks: year.breaks,
});

/** Somebody who works Monday to Friday kl. 8–16. */
export const person = (id: string, changes: Partial<TeamMember> = {}): TeamMember => ({
  id,
  email: `${id.toLowerCase()}@kungsholmen.example`,
  workingShare: 1,
  employedFrom: '2020-01-01',
  employedUntil: null,
  hours: [1, 2, 3, 4, 5].map(weekday => ({
    weekday,
    from: clock(8),
    until: clock(16),
    validFrom: '2020-01-01',
    validUntil: null,
  })),
  busy: [],
  visits: [],
  bookedMinutes: 0,
  lastBookedAt: null,
  ...changes,
});

/** A class lecture of 60 minutes for two people, asked for on Monday 23 November 2026 kl. 9. */
export const offerFacts = (changes: Partial<OfferFacts> = {}): OfferFacts => ({
  now: new Date(swedishDay('2026-11-23').at(clock(9))),
  visit: { minutes: 60, audience: 'students', peopleNeeded: 2 },
  plan: planOf(),
  schoolClosedDays: [],
  fullTermIds: new Set(),
  team: [person('Ali'), person('Bea')],
  ...changes,
});
