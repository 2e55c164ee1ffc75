import type { DayWindow, HoursPeriod } from '../../calendars/hours.rules.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { clock } from '../../shared/time/format.js';
import type { Language } from '../../shared/language.js';

/** A span of hours as it is typed; a row that is empty says nothing. */
export interface TypedSpan {
  from: string;
  until: string;
}

/** A week as it is typed. */
export interface TypedWeek {
  from: string;
  until: string;
  /** The first day of the coming period that is being changed; empty where a new one is entered. */
  changes: string;
  /** Spans of each weekday, Monday first. */
  days: TypedSpan[][];
}

export type Edge = 'fran' | 'till';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const MOST_SPANS_A_DAY = 6;

/** The name and id of one field of a day: its weekday (1 is Monday) and the place of the span. */
export const spanField = (weekday: number, place: number, edge: Edge): string =>
  `d${String(weekday)}r${String(place)}${edge}`;

export const weekPosted = (posted: Posted): TypedWeek => ({
  from: textOf(posted, 'fran'),
  until: textOf(posted, 'till'),
  changes: textOf(posted, 'andrar'),
  days: WEEKDAYS.map(weekday => spansPosted(posted, weekday)),
});

function spansPosted(posted: Posted, weekday: number): TypedSpan[] {
  const spans: TypedSpan[] = [];
  for (let place = 0; place < MOST_SPANS_A_DAY; place++) {
    const name = spanField(weekday, place, 'fran');
    if (posted?.[name] === undefined) break;
    spans.push({ from: textOf(posted, name), until: textOf(posted, spanField(weekday, place, 'till')) });
  }
  return spans;
}

/** Everything that was typed, by the names of the fields. */
export const fieldsOf = (week: TypedWeek): [string, string][] => [
  ['fran', week.from],
  ['till', week.until],
  ['andrar', week.changes],
  ...week.days.flatMap((spans, day) =>
    spans.flatMap((span, place): [string, string][] => [
      [spanField(day + 1, place, 'fran'), span.from],
      [spanField(day + 1, place, 'till'), span.until],
    ]),
  ),
];

/** What the form is filled in with: the hours of a period. */
export const weekOf = (
  period: Pick<HoursPeriod, 'validUntil' | 'windows'>,
  from: string,
  changes: string,
  language: Language,
): TypedWeek => ({
  from,
  until: period.validUntil ?? '',
  changes,
  days: WEEKDAYS.map(weekday => spansOf(period.windows, weekday, language)),
});

const spansOf = (windows: DayWindow[], weekday: number, language: Language): TypedSpan[] =>
  windows
    .filter(window => window.weekday === weekday)
    .map(window => ({ from: clock(language, window.from), until: clock(language, window.until) }));

/** The week with a row more or less, as a button named "till:3" or "bort:3:1" asks for it; undefined for other buttons. */
export function withRows(week: TypedWeek, button: string): TypedWeek | undefined {
  const [act, day, place] = button.split(':');
  const spans = week.days[Number(day) - 1];
  if (!spans || (act !== 'till' && act !== 'bort')) return undefined;
  const changed =
    act === 'bort'
      ? spans.filter((_, index) => index !== Number(place))
      : [...spans, { from: '', until: '' }].slice(0, MOST_SPANS_A_DAY);
  return { ...week, days: week.days.with(Number(day) - 1, changed) };
}

/** Where the eye goes once such a button has done its work: the new row, or the day's button. */
export function focusAfter(week: TypedWeek, button: string): string {
  const [act, day] = button.split(':');
  const last = week.days[Number(day) - 1]!.length - 1;
  return act === 'till' ? spanField(Number(day), last, 'fran') : `laggtill${day!}`;
}
