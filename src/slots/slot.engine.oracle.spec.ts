import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { person } from '../../test/builders/offer.js';
import { FIRST_DAYS, townFrom } from '../../test/oracle/random-town.js';
import { slowly, type Town } from '../../test/oracle/slow-slots.js';
import { swedishDateOf, type EpochMs } from '../shared/time/swedish-time.js';
import { freeAt, startSpans, startsWithEnoughPeople } from './slot.engine.js';
import { freeSpans } from './working-time.js';

// The engine against an obvious slow program (test/oracle/slow-slots.ts).
/** `npm run slots-truth` asks for 10,000. */
const CASES = Number(process.env.SLOT_CASES ?? 300);

const quickly = (town: Town): EpochMs[] =>
  startsWithEnoughPeople(
    town.candidates,
    town.team.map(one => startSpans(one, town.days, town.shape)),
    town.needed,
  );

const LONG = 10 * 60_000;

describe.each(FIRST_DAYS)('In the days from %s on', firstDay => {
  test(
    'the starts are those that the slow program finds',
    () => {
      fc.assert(
        fc.property(townFrom(firstDay), town => {
          expect(quickly(town)).toEqual(slowly(town));
        }),
        { numRuns: Math.ceil(CASES / FIRST_DAYS.length) },
      );
    },
    LONG,
  );

  test('a start is offered exactly when those who are free at it are enough', () => {
    fc.assert(
      fc.property(townFrom(firstDay), town => {
        const enough = (start: EpochMs) =>
          freeAt(start, swedishDateOf(start), town.team, town.shape).length >= town.needed;
        expect(town.candidates.filter(enough)).toEqual(quickly(town));
      }),
      { numRuns: 50 },
    );
  });

  test('one more person in the team never takes a start away, one more needed never gives one', () => {
    fc.assert(
      fc.property(townFrom(firstDay), town => {
        const starts = quickly(town);
        const larger = quickly({ ...town, team: [...town.team, person('one more')] });
        const harder = quickly({ ...town, needed: town.needed + 1 });
        expect(larger).toEqual(expect.arrayContaining(starts));
        expect(starts).toEqual(expect.arrayContaining(harder));
      }),
      { numRuns: 50 },
    );
  });

  test('free spans are in order, apart from each other and never empty', () => {
    fc.assert(
      fc.property(townFrom(firstDay), town => {
        for (const one of town.team) {
          const spans = freeSpans(one, town.days);
          for (const [index, span] of spans.entries()) {
            expect(span.from).toBeLessThan(span.until);
            if (index > 0) expect(spans[index - 1]!.until).toBeLessThan(span.from);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
