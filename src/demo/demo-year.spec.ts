import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { clock, person, planOf } from '../../test/builders/offer.js';
import { lectureFile, districtFile } from '../onboarding/district-file.js';
import { isSchoolDay } from '../shared/school-year/school-calendar.js';
import { swedishDateOf, swedishDay, swedishMinuteOf } from '../shared/time/swedish-time.js';
import { demoVisits, type DemoGround, type DemoVisit } from './demo-year.js';
import { randomFrom } from './random.js';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const now = new Date(swedishDay('2026-11-23').at(clock(9)));

const lectures: DemoGround['lectures'] = lectureFile
  .parse(readJson('data/lectures.json'))
  .map((lecture, position) => ({
    ...lecture,
    id: lecture.slug,
    districtId: 'kungsholmen',
    position,
    peopleNeeded: null,
    groupSmallest: lecture.groupSmallest ?? null,
    groupLargest: lecture.groupLargest ?? null,
    isPublished: true,
    timesFrom: 'computed',
    leadAssistantId: null,
    mostPerWeek: null,
    mostPerTerm: null,
  }));
const schools: DemoGround['schools'] = districtFile
  .parse(readJson('data/districts/kungsholmen.json'))
  .schools.map(({ name, ...school }) => ({
    ...school,
    id: name,
    registerName: name,
    displayName: name,
    pupilCount: school.pupilCount ?? null,
    officeEmail: null,
    isActive: true,
    latitude: null,
    longitude: null,
  }));
const plan = planOf();
const team = () => ['Ali', 'Bea', 'Cleo', 'Disa', 'Elin'].map(id => person(id));
const drawn = (seed: string) =>
  demoVisits({ plan, lectures, schools, team: team(), now, random: randomFrom(seed) });
const visits = drawn('kungsholmen');
const takesPlace = (visit: DemoVisit) => visit.status !== 'cancelled';

describe('The demonstration year', () => {
  test('is the same for the same date', () => {
    expect(drawn('kungsholmen')).toEqual(visits);
    expect(drawn('another day')).not.toEqual(visits);
  });

  test('has visits before and after today', () => {
    expect(visits.filter(visit => visit.startsAt < now).length).toBeGreaterThan(20);
    expect(visits.filter(visit => visit.startsAt > now).length).toBeGreaterThan(20);
  });

  test('keeps to school days and to the hours of the audience', () => {
    const calendar = { terms: plan.terms, breaks: plan.breaks, schoolClosedDays: [] };
    for (const visit of visits) {
      expect(isSchoolDay(calendar, swedishDateOf(visit.startsAt))).toBe(true);
      const hours = plan.hours[visit.lecture.audience]!;
      expect(swedishMinuteOf(visit.startsAt)).toBeGreaterThanOrEqual(hours.opensAt);
      expect(swedishMinuteOf(visit.endsAt)).toBeLessThanOrEqual(hours.closesAt);
    }
  });

  test('has nobody in two places at once, margins counted', () => {
    for (const id of ['Ali', 'Bea', 'Cleo', 'Disa', 'Elin']) {
      const times = visits
        .filter(visit => takesPlace(visit) && visit.team.some(one => one.assistantId === id))
        .map(visit => visit.occupied)
        .sort((a, b) => a.from - b.from);
      expect(times.length).toBeGreaterThan(0);
      for (const [index, time] of times.slice(1).entries())
        expect(time.from).toBeGreaterThanOrEqual(times[index]!.until);
    }
  });

  test('sends two different people to each visit', () => {
    for (const visit of visits) expect(new Set(visit.team.map(one => one.assistantId)).size).toBe(2);
  });

  test('gives each school lectures that suit it, to groups of a size that suits the lecture', () => {
    for (const { lecture, school, grade, pupils } of visits) {
      if (grade !== null) {
        expect(lecture.grades).toContain(grade);
        expect(school.grades).toContain(grade);
      }
      expect(pupils).toBeGreaterThanOrEqual(lecture.groupSmallest ?? plan.rules.groupSmallest);
      expect(pupils).toBeLessThanOrEqual(lecture.groupLargest ?? plan.rules.groupLargest);
    }
  });

  test('has outcomes for the past alone, and nothing that was booked in the future', () => {
    for (const visit of visits) {
      expect(visit.createdAt.getTime()).toBeLessThan(now.getTime());
      expect(visit.createdAt.getTime()).toBeLessThan(visit.startsAt.getTime());
      const statuses =
        visit.startsAt.getTime() < now.getTime() - 4 * 86_400_000
          ? ['held', 'notHeld', 'cancelled']
          : ['confirmed', 'cancelled'];
      expect(statuses).toContain(visit.status);
    }
  });

  test('tells the visits in the order in which they were booked', () => {
    const created = visits.map(visit => visit.createdAt.getTime());
    expect(created).toEqual([...created].sort((a, b) => a - b));
  });
});
