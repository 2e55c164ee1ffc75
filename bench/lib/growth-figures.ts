import type { TeamMember } from '../../src/calendars/team-member.js';
import { tell } from '../../test/faults/lib/stage.ts';
import { startsWithTravel } from './engine-work.ts';
import { interleaved } from './interleaved.ts';
import { limitCase } from './limit.ts';
import { rounded } from './numbers.ts';

type Work = (team: TeamMember[], days: number) => unknown;

/** 1 is linear and 2 is quadratic; what is more than 1 is left to a busy machine and its collection of garbage. */
const STEEPEST = 1.3;

/** The power of its size with which time grows, between two sizes. */
function exponent(work: Work, size: 'people' | 'days', from: number, to: number): number {
  const call = (value: number) => {
    const days = size === 'days' ? value : 120;
    const { team } = limitCase(size === 'people' ? value : 6, days);
    return () => work(team, days);
  };
  const { smaller, larger } = interleaved({ smaller: call(from), larger: call(to) });
  return Math.log(larger.bestMs / smaller.bestMs) / Math.log(to / from);
}

/** As somebody might write it: looks at everybody again for each person. */
const quadraticInPeople: Work = (team, days) => team.map(() => startsWithTravel(team, days));
/** And this one at the whole span again for each day. */
const quadraticInDays: Work = (team, days) =>
  Array.from({ length: days }, () => startsWithTravel(team, days));

/** How time grows with travel, per person and per day. The controls are quadratic, and the same check has to see it. */
export function measureGrowth(): boolean[] {
  return [
    check(
      'per person',
      exponent(startsWithTravel, 'people', 6, 30),
      exponent(quadraticInPeople, 'people', 6, 30),
    ),
    check('per day', exponent(startsWithTravel, 'days', 30, 300), exponent(quadraticInDays, 'days', 10, 60)),
  ];
}

function check(what: string, power: number, powerOfControl: number): boolean {
  const isLinear = power <= STEEPEST;
  const controlIsSeen = powerOfControl > STEEPEST;
  tell(`slots: growth ${what}`, {
    power: rounded(power, 2),
    powerOfQuadraticControl: rounded(powerOfControl, 2),
    goal: STEEPEST,
    held: isLinear && controlIsSeen,
  });
  return isLinear && controlIsSeen;
}
