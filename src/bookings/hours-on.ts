import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import { swedishDay, swedishMinuteOf, type MinuteOfDay } from '../shared/time/swedish-time.js';

/** When on its day, on the wall clock; until 24.00 (1440) at the latest. */
export interface Hours {
  from: MinuteOfDay;
  until: MinuteOfDay;
}

export const WHOLE_DAY = 24 * 60;

/** The part of a span that lies on this date, by the wall clock; nothing where none does. */
export function hoursOn(
  date: IsoDate,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Hours | undefined {
  const begins = swedishDay(date).at(0);
  const ends = swedishDay(addDays(date, 1)).at(0);
  if (endsAt.getTime() <= begins || ends <= startsAt.getTime()) return undefined;
  const from = startsAt.getTime() <= begins ? 0 : swedishMinuteOf(startsAt);
  const until = endsAt.getTime() >= ends ? WHOLE_DAY : swedishMinuteOf(endsAt);
  // In the hour that the clock shows twice in autumn a span may end at an earlier minute than it begins.
  return { from, until: Math.max(until, from + 1) };
}

export const isWholeDay = ({ from, until }: Hours): boolean => from === 0 && until === WHOLE_DAY;
