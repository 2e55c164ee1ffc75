// A believable half year of visits, around today: past ones with their outcome and their mails as history, coming ones
// with what is still owed. Deterministic for a date.
import type { Span } from '../calendars/span.js';
import type { TeamMember } from '../calendars/team-member.js';
import { suits } from '../bookings/visit-ground.js';
import type { DistrictPlan } from '../districts/district-plan.js';
import type { Lecture } from '../lectures/lecture.entity.js';
import type { School } from '../schools/school.entity.js';
import {
  addWorkingDays,
  isSchoolDay,
  termOf,
  type SchoolCalendar,
} from '../shared/school-year/school-calendar.js';
import { addDays, datesFrom, type IsoDate } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { instantAt, swedishDateOf, swedishDay } from '../shared/time/swedish-time.js';
import { candidateStarts, freeAt, startSpans, startsWithEnoughPeople } from '../slots/slot.engine.js';
import { inFairOrder, visitLoad } from '../slots/staffing.rules.js';
import type { ChosenAssistant } from '../calendars/occupied-time.store.js';
import type { Random } from './random.js';

const WEEKS_BACK = 13;
const WEEKS_AHEAD = 13;
const VISITS_A_WEEK = { least: 3, most: 6 };
const PERCENT_CANCELLED = 12;

export interface DemoVisit {
  lecture: Lecture;
  school: School;
  startsAt: Date;
  endsAt: Date;
  occupied: Span;
  team: ChosenAssistant[];
  createdAt: Date;
  status: 'confirmed' | 'preliminary' | 'cancelled' | 'held' | 'notHeld';
  grade: string | null;
  className: string;
  pupils: number;
}

export interface DemoGround {
  plan: DistrictPlan;
  lectures: Lecture[];
  schools: School[];
  team: TeamMember[];
  now: Date;
  random: Random;
}

/** Draws the visits; takes each one's time out of the team's, so that the half year is one that could have been. */
export function demoVisits(ground: DemoGround): DemoVisit[] {
  const { plan, now, random } = ground;
  const calendar: SchoolCalendar = { terms: plan.terms, breaks: plan.breaks, schoolClosedDays: [] };
  const thisMonday = mondayOf(swedishDateOf(now));
  const loads = new Map(
    ground.team.map(person => [person.id, { minutes: 0, term: '', last: null as Date | null }]),
  );
  const visits: DemoVisit[] = [];
  for (let week = -WEEKS_BACK; week < WEEKS_AHEAD; week++) {
    const monday = addDays(thisMonday, week * 7);
    const days = datesFrom(monday, addDays(monday, 4)).filter(date => isSchoolDay(calendar, date));
    if (days.length === 0) continue;
    for (let count = random.between(VISITS_A_WEEK.least, VISITS_A_WEEK.most); count > 0; count--) {
      const visit = drawVisit(ground, random.pick(days), calendar, loads);
      if (visit) visits.push(visit);
    }
  }
  return visits.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

type Loads = Map<string, { minutes: number; term: string; last: Date | null }>;

function drawVisit(
  ground: DemoGround,
  date: IsoDate,
  calendar: SchoolCalendar,
  loads: Loads,
): DemoVisit | undefined {
  const { plan, random, now } = ground;
  const lecture = random.pick(
    ground.lectures.slice(0, random.between(0, 9) < 8 ? 7 : ground.lectures.length),
  );
  const suited = ground.schools.filter(one => suits(lecture, one));
  const hours = plan.hours[lecture.audience];
  const { rules } = plan;
  if (!hours || suited.length === 0) return undefined;
  const school = random.pick(suited);
  const shape = {
    minutes: lecture.minutes,
    marginBefore: rules.marginBeforeMinutes,
    marginAfter: rules.marginAfterMinutes,
    restHours: rules.restAfterLateWorkHours ?? undefined,
  };
  const needed = lecture.peopleNeeded ?? rules.peopleNeeded;
  const day = swedishDay(date);
  const candidates = candidateStarts(day, hours, rules.startGridMinutes, lecture.minutes);
  const starts = startsWithEnoughPeople(
    candidates,
    ground.team.map(person => startSpans(person, [day], shape)),
    needed,
  );
  if (starts.length === 0) return undefined;

  const start = random.pick(starts);
  const createdAt = creationTime(date, now, random);
  const term = termOf(calendar, date)!.id;
  const free = freeAt(start, date, ground.team, shape).map(person => {
    const load = loads.get(person.id)!;
    return {
      id: person.id,
      workingShare: person.workingShare,
      bookedMinutes: load.term === term ? load.minutes : 0,
      lastBookedAt: load.last,
    };
  });
  const team = inFairOrder(free, visitLoad(start, lecture.minutes, { plan })).slice(0, needed);
  const status = drawStatus(start, now, random);
  const end = start + lecture.minutes * 60_000;
  const occupied = { from: start - shape.marginBefore * 60_000, until: end + shape.marginAfter * 60_000 };
  if (status !== 'cancelled') {
    for (const { assistantId } of team) {
      const person = ground.team.find(one => one.id === assistantId)!;
      const taken = { place: school.id, lecture: { from: start, until: end }, occupied, breakUntil: end };
      person.visits = [...person.visits, taken].sort((a, b) => a.lecture.from - b.lecture.from);
      const load = loads.get(assistantId)!;
      loads.set(assistantId, {
        minutes: (load.term === term ? load.minutes : 0) + lecture.minutes,
        term,
        last: createdAt,
      });
    }
  }
  const grade =
    lecture.grades.length > 0 ? random.pick(lecture.grades.filter(one => school.grades.includes(one))) : null;
  return {
    lecture,
    school,
    startsAt: new Date(start),
    endsAt: new Date(end),
    occupied,
    team,
    createdAt,
    status,
    grade,
    className: grade
      ? `${grade.replace('gy', 'EK2')}${random.pick(['A', 'B', 'C', 'D'])}`
      : lecture.audience === 'guardians'
        ? 'Vårdnadshavare i åk 7'
        : 'Personalen',
    pupils: random.between(
      lecture.groupSmallest ?? rules.groupSmallest,
      Math.min(lecture.groupLargest ?? rules.groupLargest, 60),
    ),
  };
}

/** Some time before the lead time ran out, in daytime; never in the future. */
function creationTime(date: IsoDate, now: Date, random: Random): Date {
  const booked = addWorkingDays(addDays(date, -random.between(16, 60)), -1);
  const at = instantAt(booked, random.between(8 * 60, 16 * 60));
  const latest = new Date(now.getTime() - random.between(60, 60 * 72) * 60_000);
  return at < latest ? at : latest;
}

const UNTOLD_DAYS = 4;

function drawStatus(start: number, now: Date, random: Random): DemoVisit['status'] {
  const lot = random.between(0, 99);
  if (lot < PERCENT_CANCELLED) return 'cancelled';
  // Of the last few days nobody has told yet how it went.
  if (start > now.getTime() - UNTOLD_DAYS * 86_400_000) return 'confirmed';
  return lot > 95 ? 'notHeld' : 'held';
}
