// Which visits a list is about, by their dates, and how an address says so:
// - kommande (from today on, and what an address says that is not understood), allt;
// - weeks (2026v48-50, over New Year 2026v52-2), a term of the district (ht2026, vt2027);
// - dates of one's own (fran and till, either of which may be left out). They are put in their order.
// - Only years of this century are taken: nothing else is a visit of ours.
import type { Season, Term } from '../../shared/school-year/school-calendar.js';
import { addDays, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf, mondayOfWeek } from '../../shared/time/iso-week.js';

export type Period =
  | { kind: 'coming' | 'all' }
  | { kind: 'weeks'; monday: IsoDate; sunday: IsoDate }
  | { kind: 'term'; season: Season; year: number }
  | { kind: 'dates'; from?: IsoDate; until?: IsoDate };

/** First and last day; none where it has no end. */
export interface DateSpan {
  from?: IsoDate;
  until?: IsoDate;
}

export const COMING: Period = { kind: 'coming' };

/** `word` is the address's period; dates are looked at where it says nothing or "datum". */
export function readPeriod(word: string, from: string, until: string, terms: readonly Term[]): Period {
  if (word === 'allt') return { kind: 'all' };
  const named = weeksOf(word) ?? termOf(word, terms);
  if (named) return named;
  if (word !== '' && word !== 'datum') return COMING;
  const [first, last] = [from, until].map(date => (isDateOfOurs(date) ? date : undefined));
  if (!first && !last) return COMING;
  return first && last && last < first ? datesOf(last, first) : datesOf(first, last);
}

const datesOf = (from?: IsoDate, until?: IsoDate): Period => ({
  kind: 'dates',
  ...(from && { from }),
  ...(until && { until }),
});

const isDateOfOurs = (text: string) => text.startsWith('20') && isIsoDate(text);

function weeksOf(word: string): Period | undefined {
  const [, year, first, last = first] = /^(20\d\d)v(\d{1,2})(?:-(\d{1,2}))?$/.exec(word) ?? [];
  if (!year || !first || !last) return undefined;
  const monday = mondayOfWeek(Number(year), Number(first));
  const lastYear = Number(last) < Number(first) ? Number(year) + 1 : Number(year);
  const lastMonday = mondayOfWeek(lastYear, Number(last));
  const exists = isoWeekOf(monday).number === Number(first) && isoWeekOf(lastMonday).number === Number(last);
  return exists ? { kind: 'weeks', monday, sunday: addDays(lastMonday, 6) } : undefined;
}

const SEASONS: Record<string, Season> = { ht: 'autumn', vt: 'spring' };

function termOf(word: string, terms: readonly Term[]): Period | undefined {
  const [, season, year] = /^(ht|vt)(20\d\d)$/.exec(word) ?? [];
  if (!season || !year) return undefined;
  const period = { kind: 'term' as const, season: SEASONS[season]!, year: Number(year) };
  return findTerm(period, terms) ? period : undefined;
}

const findTerm = (period: { season: Season; year: number }, terms: readonly Term[]) =>
  terms.find(term => term.season === period.season && Number(term.startsOn.slice(0, 4)) === period.year);

export const periodOfTerm = (term: Term): Period => ({
  kind: 'term',
  season: term.season,
  year: Number(term.startsOn.slice(0, 4)),
});

/** How the address says it: the fields that are not left out. */
export function periodInAddress(period: Period): Record<string, string> {
  switch (period.kind) {
    case 'coming':
      return {};
    case 'all':
      return { period: 'allt' };
    case 'weeks':
      return { period: weeksInAddress(period) };
    case 'term':
      return { period: `${period.season === 'autumn' ? 'ht' : 'vt'}${String(period.year)}` };
    case 'dates':
      return { ...(period.from && { fran: period.from }), ...(period.until && { till: period.until }) };
  }
}

function weeksInAddress({ monday, sunday }: { monday: IsoDate; sunday: IsoDate }): string {
  const first = isoWeekOf(monday);
  const last = isoWeekOf(sunday);
  const until = last.monday === first.monday ? '' : `-${String(last.number)}`;
  return `${String(first.year)}v${String(first.number)}${until}`;
}

/** First and last day of a period. */
export function spanOf(period: Period, terms: readonly Term[], today: IsoDate): DateSpan {
  switch (period.kind) {
    case 'coming':
      return { from: today };
    case 'all':
      return {};
    case 'weeks':
      return { from: period.monday, until: period.sunday };
    case 'term': {
      const term = findTerm(period, terms);
      return term ? { from: term.startsOn, until: term.endsOn } : { from: today };
    }
    case 'dates':
      return { from: period.from, until: period.until };
  }
}

const WEEKS_OFFERED = 3;

/** This week and the two after it. */
export function nextWeeks(today: IsoDate): Period {
  const { monday } = isoWeekOf(today);
  return { kind: 'weeks', monday, sunday: addDays(monday, 7 * WEEKS_OFFERED - 1) };
}
