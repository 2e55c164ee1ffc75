import { roundOf, windowsInWeek, type DayWindow, type HoursPeriod } from '../../calendars/hours.rules.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { clock } from '../../shared/time/format.js';
import type { Language } from '../../shared/language.js';
import { isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { mondayOf, weekCountOf } from '../../shared/time/iso-week.js';

/** A span of hours as it is typed; a row that is empty says nothing. */
export interface TypedSpan {
  from: string;
  until: string;
}

/** A week as it is typed, or several that come in turns. */
export interface TypedWeek {
  from: string;
  until: string;
  /** The first day of the coming period that is being changed; empty where a new one is entered. */
  changes: string;
  /** After how many weeks they begin anew: 1 is the same hours every week. */
  every: string;
  /** A day of a week in which the first of them holds. */
  anchor: string;
  /** Week by week, the spans of each weekday, Monday first. */
  weeks: TypedSpan[][][];
}

export type Edge = 'fran' | 'till';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** What somebody chooses between. */
export const ROUNDS = ['1', '2', '3', '4'];
const MOST_SPANS_A_DAY = 6;

/** Of one day of the weeks: "3" is Wednesday of the first week, "v2d3" of the second. */
export const dayName = (week: number, weekday: number): string =>
  week === 0 ? String(weekday) : `v${String(week + 1)}d${String(weekday)}`;

/** The name and id of one field of a day: its week (from 0), its weekday (1 is Monday) and the place of the span. */
export const spanField = (week: number, weekday: number, place: number, edge: Edge): string =>
  `${week === 0 ? `d${String(weekday)}` : dayName(week, weekday)}r${String(place)}${edge}`;

/** `today`: the first week is that of today where nothing else is said. */
export function weekPosted(posted: Posted, today: IsoDate): TypedWeek {
  const shown = ROUNDS.includes(textOf(posted, 'veckor')) ? Number(textOf(posted, 'veckor')) : 1;
  const from = textOf(posted, 'fran');
  const anchor = textOf(posted, 'ankare');
  const isAnchored = shown > 1 && isIsoDate(anchor);
  return {
    from,
    until: textOf(posted, 'till'),
    changes: textOf(posted, 'andrar'),
    every: textOf(posted, 'varje') || '1',
    anchor: isAnchored ? mondayOf(anchor) : mondayOf(isIsoDate(from.trim()) ? from.trim() : today),
    weeks: Array.from({ length: shown }, (_, week) =>
      WEEKDAYS.map(weekday => spansPosted(posted, week, weekday)),
    ),
  };
}

function spansPosted(posted: Posted, week: number, weekday: number): TypedSpan[] {
  const spans: TypedSpan[] = [];
  for (let place = 0; place < MOST_SPANS_A_DAY; place++) {
    const name = spanField(week, weekday, place, 'fran');
    if (posted?.[name] === undefined) break;
    spans.push({
      from: textOf(posted, name),
      until: textOf(posted, spanField(week, weekday, place, 'till')),
    });
  }
  return spans;
}

/** Everything that was typed, by the names of the fields. */
export const fieldsOf = (week: TypedWeek): [string, string][] => [
  ['fran', week.from],
  ['till', week.until],
  ['andrar', week.changes],
  ['varje', week.every],
  ['ankare', week.anchor],
  ['veckor', String(week.weeks.length)],
  ...week.weeks.flatMap((days, number) =>
    days.flatMap((spans, day) =>
      spans.flatMap((span, place): [string, string][] => [
        [spanField(number, day + 1, place, 'fran'), span.from],
        [spanField(number, day + 1, place, 'till'), span.until],
      ]),
    ),
  ),
];

/** What the form is filled in with: the hours of a period, the first of its weeks being the one that `from` lies in. */
export function weekOf(
  period: Pick<HoursPeriod, 'validUntil' | 'windows'>,
  from: IsoDate,
  changes: string,
  language: Language,
): TypedWeek {
  const round = roundOf(period);
  const first = weekCountOf(from);
  return {
    from,
    until: period.validUntil ?? '',
    changes,
    every: String(round),
    anchor: mondayOf(from),
    weeks: Array.from({ length: round }, (_, week) => {
      const windows = windowsInWeek(period.windows, first + week);
      return WEEKDAYS.map(weekday => spansOf(windows, weekday, language));
    }),
  };
}

/** As many weeks as are asked for; those that are new begin as the first one is. */
export function withWeeks(week: TypedWeek): TypedWeek {
  if (!ROUNDS.includes(week.every)) return week;
  const weeks = Array.from({ length: Number(week.every) }, (_, index) => week.weeks[index] ?? week.weeks[0]!);
  return { ...week, weeks };
}

/** Whether other weeks are asked for than there are. */
export const asksForOtherWeeks = (week: TypedWeek): boolean =>
  ROUNDS.includes(week.every) && Number(week.every) !== week.weeks.length;

const spansOf = (windows: DayWindow[], weekday: number, language: Language): TypedSpan[] =>
  windows
    .filter(window => window.weekday === weekday)
    .map(window => ({ from: clock(language, window.from), until: clock(language, window.until) }));

/**
 * The weeks with a row more or less, as a button named "till:3", "till:v2d3" or "bort:3:1" asks for it; undefined for
 * other buttons.
 */
export function withRows(week: TypedWeek, button: string): TypedWeek | undefined {
  const pressed = dayPressed(button);
  const days = week.weeks[pressed?.week ?? -1];
  if (!pressed || !days) return undefined;
  const spans = days[pressed.day]!;
  const changed = pressed.adds
    ? [...spans, { from: '', until: '' }].slice(0, MOST_SPANS_A_DAY)
    : spans.filter((_, index) => index !== pressed.place);
  return { ...week, weeks: week.weeks.with(pressed.week, days.with(pressed.day, changed)) };
}

/** Where the eye goes once such a button has done its work: the new row, or the day's button. */
export function focusAfter(week: TypedWeek, button: string): string {
  const pressed = dayPressed(button)!;
  const last = week.weeks[pressed.week]![pressed.day]!.length - 1;
  return pressed.adds
    ? spanField(pressed.week, pressed.day + 1, last, 'fran')
    : `laggtill${dayName(pressed.week, pressed.day + 1)}`;
}

/** Week and day from 0. */
function dayPressed(button: string) {
  const found = /^(till|bort):(?:v([2-4])d)?([1-7])(?::(\d))?$/.exec(button);
  if (!found) return undefined;
  const [, act, week, day, place] = found;
  return { adds: act === 'till', week: Number(week ?? 1) - 1, day: Number(day) - 1, place: Number(place) };
}
