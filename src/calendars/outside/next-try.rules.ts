// When an outside calendar is read again:
// - after it was read, in a quarter of an hour;
// - after a failure later and later, from half an hour to half a day;
// - not all at once: each calendar is up to two minutes later, always by the same time, by the id of whose it is.
import type { Span } from '../span.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';

const MINUTE = 60_000;
const EVERY_MINUTES = 15;
const LATEST_MINUTES = 12 * 60;

/** `failures`: in vain, one after the other, until now. */
export function nextTry(assistantId: string, failures: number, now: Date): Date {
  const minutes = Math.min(EVERY_MINUTES * 2 ** Math.min(failures, 10), LATEST_MINUTES);
  return new Date(now.getTime() + minutes * MINUTE + (parseInt(assistantId.slice(-6), 16) % (2 * MINUTE)));
}

const DAYS_AHEAD = 400;

/** From the beginning of today, and as far ahead as a school can book. */
export function horizonOf(now: Date): Span {
  const today = swedishDateOf(now);
  return { from: swedishDay(today).at(0), until: swedishDay(addDays(today, DAYS_AHEAD)).at(0) };
}
