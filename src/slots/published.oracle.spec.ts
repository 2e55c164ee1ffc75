import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_DAYS, townFrom } from '../../test/oracle/random-town.js';
import { isFreeForVisit, type Town } from '../../test/oracle/slow-slots.js';
import type { PublishedTime } from '../calendars/published-time.queries.js';
import type { TakenVisit, TeamMember } from '../calendars/team-member.js';
import { swedishDateOf, type EpochMs } from '../shared/time/swedish-time.js';
import { openOnes } from './published.rules.js';
import { freeAt, startSpans } from './slot.engine.js';

// Published times against an obvious slow program, in the random towns of the engine: all who are named have to be there
// and free in every minute, whatever their hours and whatever is kept for the time itself, and the rest is counted.
const MINUTE = 60_000;
/** `npm run slots-truth` asks for 10,000. */
const CASES = Number(process.env.SLOT_CASES ?? 300);

interface PublishedTown extends Town {
  times: PublishedTime[];
}

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({
  weekday,
  from: 0,
  until: 24 * 60,
  validFrom: '2020-01-01',
  validUntil: null,
}));

/** What is kept of somebody for the times that name them, as the queries tell it. */
const keptFor = (id: string, times: readonly PublishedTime[], { shape }: Town): TakenVisit[] =>
  times
    .filter(time => time.people.includes(id))
    .map(time => {
      const until = time.start + shape.minutes * MINUTE;
      const occupied = {
        from: time.start - shape.marginBefore * MINUTE,
        until: until + shape.marginAfter * MINUTE,
      };
      return {
        place: time.id,
        lecture: { from: time.start, until },
        occupied,
        breakUntil: until,
        keptFor: time.id,
      };
    });

const publishedTownFrom = (firstDay: string): fc.Arbitrary<PublishedTown> =>
  fc
    .tuple(
      townFrom(firstDay),
      fc.array(
        fc.record({
          day: fc.nat(10),
          step: fc.integer({ min: 48, max: 270 }),
          named: fc.array(fc.nat(4), { maxLength: 3 }),
          isTaken: fc.oneof(
            { weight: 5, arbitrary: fc.constant(false) },
            { weight: 1, arbitrary: fc.constant(true) },
          ),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    )
    .map(([town, drawn]) => {
      const team = town.team.map((one, index) => ({ ...one, id: `person ${String(index)}` }));
      const times = drawn
        .map(({ day, step, named, isTaken }, index) => ({
          id: `time ${String(index)}`,
          start: town.days[day % town.days.length]!.at(step * 5),
          people: [...new Set(named.map(one => team[one % team.length]!.id))],
          isTaken,
          isOwn: false,
        }))
        // A visit begins and ends on one day.
        .filter(
          ({ start }) =>
            swedishDateOf(start - town.shape.marginBefore * MINUTE) ===
            swedishDateOf(start + (town.shape.minutes + town.shape.marginAfter) * MINUTE),
        )
        .sort((a, b) => a.start - b.start);
      const open = times.filter(time => !time.isTaken);
      const withKept = team.map(one => ({
        ...one,
        visits: [...one.visits, ...keptFor(one.id, open, town)].sort(
          (a, b) => a.lecture.from - b.lecture.from,
        ),
      }));
      return { ...town, team: withKept, times };
    });

function slowly(town: PublishedTown): string[] {
  // Whoever has published it has decided about their rest, too.
  const restless = { ...town, shape: { ...town.shape, restHours: undefined } };
  const canTake = (one: TeamMember, time: PublishedTime) =>
    isFreeForVisit(
      { ...one, hours: ALL_WEEK, visits: one.visits.filter(visit => visit.keptFor !== time.id) },
      time.start,
      restless,
    );
  return town.times
    .filter(time => {
      const named = town.team.filter(one => time.people.includes(one.id));
      const others = town.team.filter(
        one => !time.people.includes(one.id) && isFreeForVisit(one, time.start, town),
      );
      const areThere = named.every(one => canTake(one, time));
      return !time.isTaken && areThere && named.length + others.length >= town.needed;
    })
    .map(time => time.id);
}

/** `isFree`: by the spans of all days at once, as a list of times is found, or by the one day, as a booking is. */
const quickly = (town: PublishedTown, isFree: (one: TeamMember, start: EpochMs) => boolean): string[] =>
  openOnes(town.times, {
    team: town.team,
    peopleNeeded: town.needed,
    shape: town.shape,
    isFree: (one, { start }) => isFree(one, start),
  }).map(time => time.id);

describe.each(FIRST_DAYS)('In the days from %s on', firstDay => {
  test(
    'the published times that can be had are those that the slow program finds, in a list and one by one',
    () => {
      fc.assert(
        fc.property(publishedTownFrom(firstDay), town => {
          const spans = new Map(town.team.map(one => [one, startSpans(one, town.days, town.shape)]));
          const expected = slowly(town);
          const inList = (one: TeamMember, start: EpochMs) =>
            spans.get(one)!.some(span => span.from <= start && start < span.until);
          const byOne = (one: TeamMember, start: EpochMs) =>
            freeAt(start, swedishDateOf(start), [one], town.shape).length > 0;
          expect(quickly(town, inList)).toEqual(expected);
          expect(quickly(town, byOne)).toEqual(expected);
        }),
        { numRuns: Math.ceil(CASES / FIRST_DAYS.length) },
      );
    },
    10 * 60_000,
  );
});
