// Minutes are counted whole and shown as hours with one decimal. What is shown adds up to the digit:
// - the total is rounded once, half up, to tenths of an hour;
// - the parts are rounded down, and the tenths that then lack go to the parts that have lost the most (largest remainder).
const MINUTES_IN_A_TENTH = 6;

/** Tenths of an hour. */
export const tenthsOf = (minutes: number): number => Math.round(minutes / MINUTES_IN_A_TENTH);

/** Shares a total, in tenths, out to its parts: each is off by less than a tenth, and they add up. */
export function sharedOut(minutes: readonly number[], totalTenths: number): number[] {
  const shares = minutes.map(value => Math.floor(value / MINUTES_IN_A_TENTH));
  const lacking = totalTenths - shares.reduce((sum, share) => sum + share, 0);
  const byLoss = minutes
    .map((value, index) => ({ index, lost: value % MINUTES_IN_A_TENTH }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index);
  for (const { index } of byLoss.slice(0, lacking)) shares[index]!++;
  return shares;
}
