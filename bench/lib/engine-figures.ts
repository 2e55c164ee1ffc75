import { isDeepStrictEqual } from 'node:util';
import { tell } from '../../test/faults/lib/stage.ts';
import { engineStarts, offeredStarts, onSchoolDays, startsWithTravel } from './engine-work.ts';
import { interleaved } from './interleaved.ts';
import { limitCase } from './limit.ts';
import { rounded } from './numbers.ts';

const MOST_TIMES_THE_LIMIT = 3;
const PEOPLE = [2, 6, 30];
const DAYS = [30, 300];

const written = (starts: number[]) => starts.map(start => new Date(start).toISOString());

/**
 * The engine beside the limit: both go from hours and bookings to a list of starts. With writing them down and without,
 * as the writing takes most of the time of both. The limit gets the hours of each day ready made; the engine finds them.
 */
export function measureEngine(): boolean[] {
  return PEOPLE.flatMap(people => DAYS.map(days => measureCase(people, days)));
}

function measureCase(people: number, days: number): boolean {
  const { team, limit } = limitCase(people, days);
  const wanted = limit();
  const sameAnswer =
    isDeepStrictEqual(engineStarts(team, days), wanted) &&
    isDeepStrictEqual(offeredStarts(team, days), onSchoolDays(wanted));

  const bare = interleaved({
    limit,
    engine: () => engineStarts(team, days),
    travel: () => startsWithTravel(team, days),
  });
  const whole = interleaved({
    limit: () => written(limit()),
    engine: () => written(engineStarts(team, days)),
    offer: () => written(offeredStarts(team, days)),
    travel: () => written(startsWithTravel(team, days)),
  });
  const ratio = rounded(whole.engine.ratio, 2);
  const held = sameAnswer && ratio <= MOST_TIMES_THE_LIMIT;
  tell('slots: engine beside the limit', {
    people,
    days,
    starts: wanted.length,
    sameAnswer,
    limitMs: rounded(whole.limit.ms, 3),
    engineMs: rounded(whole.engine.ms, 3),
    ratio,
    ratioWithoutWriting: rounded(bare.engine.ratio, 1),
    ratioWithRulesOfOffer: rounded(whole.offer.ratio, 2),
    ratioWithTravel: rounded(whole.travel.ratio, 2),
    ratioWithTravelWithoutWriting: rounded(bare.travel.ratio, 1),
    goal: MOST_TIMES_THE_LIMIT,
    held,
  });
  return held;
}
