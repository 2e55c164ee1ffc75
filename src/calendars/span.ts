import type { EpochMs } from '../shared/time/swedish-time.js';

/** A half-open span of instants: `from` belongs to it, `until` does not. */
export interface Span {
  from: EpochMs;
  until: EpochMs;
}

/** PostgreSQL's notation of a span of instants. */
export const rangeOf = (span: Span): string =>
  `[${new Date(span.from).toISOString()},${new Date(span.until).toISOString()})`;

/** The same of what begins and ends at instants of the machine. */
export const rangeOfTime = ({ from, until }: { from: Date; until: Date }): string =>
  rangeOf({ from: from.getTime(), until: until.getTime() });

/** Lectures (at most eight hours), margins and ways (at most three hours each) reach into a span from outside it. */
export const widened = (span: Span): Span => ({
  from: span.from - LONGEST_REACH,
  until: span.until + LONGEST_REACH,
});
const LONGEST_REACH = 14 * 3_600_000;
