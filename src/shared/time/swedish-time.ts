import { weekdayOf, type IsoDate } from './iso-date.js';
import { weekCountOf } from './iso-week.js';

/** All wall-clock times of the product are Swedish. */
export const SWEDISH_ZONE = 'Europe/Stockholm';

/** Minutes since midnight on the wall clock: 490 is kl. 8.10. */
export type MinuteOfDay = number;

/** Milliseconds since 1970 in UTC: an instant, in the form that the slot engine counts with. */
export type EpochMs = number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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

/** And what its instants are read by. */
interface RememberedDay extends SwedishDay {
  midnight: EpochMs;
  nextMidnight: EpochMs;
  /** At midnight: "+01:00". */
  offset: string;
}

const remembered = new Map<IsoDate, RememberedDay>();
const REMEMBERED_AT_MOST = 5000;

/** The Swedish day of a date. Days are remembered, as one request asks for the same few hundred again and again. */
export const swedishDay = (date: IsoDate): SwedishDay => rememberedDay(date);

function rememberedDay(date: IsoDate): RememberedDay {
  const known = remembered.get(date);
  if (known) return known;
  if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
  const plain = Temporal.PlainDate.from(date);
  const start = plain.toZonedDateTime(SWEDISH_ZONE);
  const midnight = start.epochMilliseconds;
  const nextMidnight = plain.add({ days: 1 }).toZonedDateTime(SWEDISH_ZONE).epochMilliseconds;
  const clockChanges = nextMidnight - midnight !== DAY;
  const day = {
    date,
    midnight,
    nextMidnight,
    offset: start.offset,
    weekday: weekdayOf(date),
    week: weekCountOf(date),
    at: clockChanges
      ? (minute: MinuteOfDay) => exactInstant(plain, minute)
      : (minute: MinuteOfDay) => midnight + minute * MINUTE,
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
export const swedishDateOf = (instant: Date | EpochMs): IsoDate => swedishDayOf(Number(instant)).date;

/** The Swedish day of an instant. Swedish clocks are ahead of UTC, by less than a day: its date there is the Swedish one or the day before it. */
export const swedishDayOf = (instant: EpochMs): SwedishDay => dayOf(instant);

function dayOf(instant: EpochMs): RememberedDay {
  const number = Math.floor(instant / DAY);
  const day = dayNumbered(number);
  return instant < day.nextMidnight ? day : dayNumbered(number + 1);
}

/** By the count of days since 1970. */
const numbered = new Map<number, RememberedDay>();

function dayNumbered(number: number): RememberedDay {
  const known = numbered.get(number);
  if (known) return known;
  if (numbered.size >= REMEMBERED_AT_MOST) numbered.clear();
  const day = rememberedDay(new Date(number * DAY).toISOString().slice(0, 10));
  numbered.set(number, day);
  return day;
}

export const swedishMinuteOf = (instant: Date | EpochMs): MinuteOfDay => {
  const { midnight, nextMidnight } = dayOf(Number(instant));
  if (nextMidnight - midnight === DAY) return Math.floor((Number(instant) - midnight) / MINUTE);
  const time = zoned(instant);
  return time.hour * 60 + time.minute;
};

/** ISO 8601 with the Swedish offset of that moment: 2026-12-08T10:15:00+01:00. */
export function isoWithOffset(instant: Date | EpochMs): string {
  const { midnight, nextMidnight, date, offset } = dayOf(Number(instant));
  if (nextMidnight - midnight !== DAY) {
    const time = zoned(instant);
    return `${time.toPlainDateTime().toString({ smallestUnit: 'second' })}${time.offset}`;
  }
  const seconds = Math.floor((Number(instant) - midnight) / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${date}T${TWO_DIGITS[hour]!}:${TWO_DIGITS[minute]!}:${TWO_DIGITS[seconds % 60]!}${offset}`;
}
/** Ready made, as the offer of a year writes ten thousand times. */
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Reads what PostgreSQL says of a `time` ("08:10:00") and what people type ("8.10", "8:10", "0810", "8"). */
export function minuteOfDay(text: string): MinuteOfDay | undefined {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?(?::00)?$/.exec(text.trim());
  if (!match) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= 24 * 60 ? minute : undefined;
}
