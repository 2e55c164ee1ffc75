// Visits of one person that follow each other without a break, on a day:
// - between two lectures there is a break where they lie at least so many minutes apart as the district says;
// - visits without a break between them are a row; where a district has a cap on it, nobody is given a visit that would make
//   a row longer.
import type { Span } from '../calendars/span.js';

const MINUTE = 60_000;

export interface RowCap {
  most: number;
  breakMinutes: number;
}

interface Row extends Span {
  visits: number;
}

/**
 * Of one day's lectures (in order of their beginnings): starts at which one more, of so many minutes, would stand in a row
 * of more than `most`. In order of their beginnings; they may overlap.
 */
export function startsInTooLongRows(lectures: readonly Span[], minutes: number, cap: RowCap): Span[] {
  const pause = cap.breakMinutes * MINUTE;
  const rows = rowsOf(lectures, pause);
  const starts: Span[] = [];
  for (const [first, { until }] of rows.entries()) {
    let visits = 1;
    for (const last of rows.slice(first)) {
      visits += last.visits;
      // The new one stands in both rows, and in all between them.
      const span = { from: last.from - pause - minutes * MINUTE + 1, until: until + pause };
      if (span.from >= span.until) break;
      if (visits > cap.most) starts.push(span);
    }
  }
  return starts.sort((a, b) => a.from - b.from);
}

function rowsOf(lectures: readonly Span[], pause: number): Row[] {
  const rows: Row[] = [];
  for (const { from, until } of lectures) {
    const last = rows.at(-1);
    if (last && from - last.until < pause) {
      last.until = Math.max(last.until, until);
      last.visits++;
    } else rows.push({ from, until, visits: 1 });
  }
  return rows;
}
