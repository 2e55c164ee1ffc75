import { weekdayOf, type IsoDate } from './iso-date.js';
import { weekCountOf } from './iso-week.js';

/** All wall-clock times of the product are Swedish. */
export const SWEDISH_ZONE = 'Europe/Stockholm';

/** Minutes since midnight on the wall clock: 490 is kl. 8.10. */
export type MinuteOfDay = number;

/** Milliseconds since 1970 in UTC: an instant, in the form that the slot engine counts with. */
export type EpochMs = number;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One Swedish date and where its wall clock lies on the line of instants. */
export interface SwedishDay {
  date: IsoDate;
  weekday: number;
  /** The count of its week (`weekCountOf`). */
  week: number;
  /**
   * The instant at which the wall clock shows `minute`. A time that the clock skips in spring (2.00–3.00) is taken as
   * the same distance after midnight, and of a time that comes twice in autumn the first is meant.
   */
  at(minute: MinuteOfDay): EpochMs;
}

const remembered = new Map<IsoDate, SwedishDay>();
const REMEMBERED_AT_MOST = 5000;

/** The Swedish day of a date. Days are remembered, as one request asks for the same few hundred again and again. */
export function swedishDay(date: IsoDate): SwedishDay {
  const known = remembered.get(date);
  if (known) return known;
  if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
  const plain = Temporal.PlainDate.from(date);
  const midnight = plain.toZonedDateTime(SWEDISH_ZONE).epochMilliseconds;
  const nextMidnight = plain.add({ days: 1 }).toZonedDateTime(SWEDISH_ZONE).epochMilliseconds;
  const clockChanges = nextMidnight - midnight !== DAY;
  const day: SwedishDay = {
    date,
    weekday: weekdayOf(date),
    week: weekCountOf(date),
    at: clockChanges ? minute => exactInstant(plain, minute) : minute => midnight + minute * MINUTE,
  };
  remembered.set(date, day);
  return day;
}

function exactInstant(date: Temporal.PlainDate, minute: MinuteOfDay): EpochMs {
  const days = Math.floor(minute / (24 * 60));
  const rest = minute - days * 24 * 60;
  return date
    .add({ days })
    .toPlainDateTime({ hour: Math.floor(rest / 60), minute: rest % 60 })
    .toZonedDateTime(SWEDISH_ZONE).epochMilliseconds;
}

/** The instant at which the Swedish wall clock shows `minute` on `date`. */
export const instantAt = (date: IsoDate, minute: MinuteOfDay): Date => new Date(swedishDay(date).at(minute));

const zoned = (instant: Date | EpochMs) =>
  Temporal.Instant.fromEpochMilliseconds(Number(instant)).toZonedDateTimeISO(SWEDISH_ZONE);

/** The date that a Swedish calendar shows at this instant. */
export const swedishDateOf = (instant: Date | EpochMs): IsoDate => zoned(instant).toPlainDate().toString();

export const swedishMinuteOf = (instant: Date | EpochMs): MinuteOfDay => {
  const time = zoned(instant);
  return time.hour * 60 + time.minute;
};

/** ISO 8601 with the Swedish offset of that moment: 2026-12-08T10:15:00+01:00. */
export function isoWithOffset(instant: Date | EpochMs): string {
  const time = zoned(instant);
  return `${time.toPlainDateTime().toString({ smallestUnit: 'second' })}${time.offset}`;
}

/** Reads what PostgreSQL says of a `time` ("08:10:00") and what people type ("8.10", "8:10", "0810", "8"). */
export function minuteOfDay(text: string): MinuteOfDay | undefined {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?(?::00)?$/.exec(text.trim());
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= 24 * 60 ? minute : undefined;
}
