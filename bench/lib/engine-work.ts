// What is measured of the engine: the same question that the limit answers, and the same with the rules of the offer.
import type { TeamMember } from '../../src/calendars/team-member.js';
import type { DistrictPlan } from '../../src/districts/district-plan.js';
import type { OfferFacts } from '../../src/slots/offer.rules.js';
import { FIRST_DAY, GRID_MINUTES, LECTURE_MINUTES, PEOPLE_NEEDED, SCHOOLS } from './limit.ts';
import type { VisitShape } from '../../src/slots/slot.engine.js';
import { calendar, dates, engine, offer, swedishTime } from './product.ts';

/** Wide enough to shut out none of the hours in the cases. */
const HOURS = { opensAt: 7.5 * 60, closesAt: 20 * 60 };
/** The gap is in what is taken already: the limit asks for none at the edges of somebody's hours. */
const SHAPE = { minutes: LECTURE_MINUTES, marginBefore: 0, marginAfter: 0 };

export const lastDay = (days: number): string => dates.addDays(FIRST_DAY, days - 1);

const PLACES = Array.from({ length: SCHOOLS }, (_, index) => `school ${String(index)}`);
/** Ways of 5 to 50 minutes: some are longer than the gap. */
const WAYS = Object.fromEntries(PLACES.map((place, index) => [place, 5 + index * 5]));
/** A visit to the first of the schools. */
const SHAPE_WITH_TRAVEL = {
  ...SHAPE,
  at: { place: PLACES[0]!, breakMinutes: 10, travelTo: WAYS, travelFrom: WAYS },
};

/** The same question, where it is known where the visit goes. */
export const startsWithTravel = (team: TeamMember[], days: number): number[] =>
  engineStarts(team, days, SHAPE_WITH_TRAVEL);

/** From hours and bookings to the starts at which two are free. */
export function engineStarts(team: TeamMember[], days: number, shape: VisitShape = SHAPE): number[] {
  const all = dates.datesFrom(FIRST_DAY, lastDay(days)).map(swedishTime.swedishDay);
  const candidates = all.flatMap(day => engine.candidateStarts(day, HOURS, GRID_MINUTES, LECTURE_MINUTES));
  const starts = team.map(person => engine.startSpans(person, all, shape));
  return engine.startsWithEnoughPeople(candidates, starts, PEOPLE_NEEDED);
}

const plan: DistrictPlan = {
  rules: {
    districtId: 'bench',
    leadTimeWorkingDays: 0,
    changeCutoffWorkingDays: 0,
    startGridMinutes: GRID_MINUTES,
    marginBeforeMinutes: 0,
    marginAfterMinutes: 0,
    breakAtSameSchoolMinutes: 0,
    peopleNeeded: PEOPLE_NEEDED,
    groupSmallest: 1,
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
    restAfterLateWorkHours: null,
  },
  hours: { students: HOURS },
  terms: [{ id: 'all of it', season: 'spring', startsOn: FIRST_DAY, endsOn: dates.addDays(FIRST_DAY, 400) }],
  breaks: [],
};

/** The same with the rules of the offer: terms, red days, lead time, horizon, and a reason for each day without times. */
export function offeredStarts(team: TeamMember[], days: number): number[] {
  const facts: OfferFacts = {
    now: new Date(swedishTime.swedishDay(dates.addDays(FIRST_DAY, -3)).at(0)),
    visit: { minutes: LECTURE_MINUTES, audience: 'students', peopleNeeded: PEOPLE_NEEDED },
    plan,
    schoolClosedDays: [],
    fullTermIds: new Set(),
    team,
  };
  return offer.offeredDays(facts, FIRST_DAY, lastDay(days)).flatMap(day => day.slots.map(slot => slot.start));
}

/** Of these starts, the ones on school days: all that the rules of the offer take away here. */
export const onSchoolDays = (starts: number[]): number[] =>
  starts.filter(start =>
    calendar.isSchoolDay(
      { terms: plan.terms, breaks: [], schoolClosedDays: [] },
      swedishTime.swedishDateOf(start),
    ),
  );
