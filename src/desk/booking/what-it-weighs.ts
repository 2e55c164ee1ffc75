import type { RankedColleague } from '../../bookings/acts/colleagues.rules.js';
import type { Ledger } from '../../reports/fairness/ledger.rules.js';

/** Minutes of load that somebody has with a visit, and how far that is from the team's level of today. */
export interface Weight {
  load: number;
  difference: number;
}

/**
 * What a visit of so many minutes of load makes of each, by their id: of those who go already it is counted, of the others it is added. The
 * team's level is the same whoever goes.
 */
export function whatItWeighs(
  ranked: readonly Pick<RankedColleague, 'id' | 'goes'>[],
  minutes: number,
  ledger: Ledger | undefined,
): ReadonlyMap<string, Weight> {
  return new Map(
    ranked.flatMap(({ id, goes }) => {
      const row = ledger?.rows.find(one => one.id === id);
      if (!ledger || !row) return [];
      const withVisit = goes ? row.load : Math.round(row.load + minutes / row.workingShare);
      return [[id, { load: withVisit, difference: withVisit - ledger.level }]];
    }),
  );
}
