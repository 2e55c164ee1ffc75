// A period that is closed keeps its figures, with who closed it and when:
// - it has a name (a term, a tertial, a month), it is over, and it is of one district, with nothing filtered away;
// - its coordinators close it, as often as they like; each closing stays, and the last one counts;
// - what has been corrected since shows as a difference. Shares have none: percentage points of what, nobody remembers.
import type { IsoDate } from '../../shared/time/iso-date.js';
import type { Period } from '../period.rules.js';
import type { VisitFilter } from '../report-question.js';
import { kindOf, type ColumnKind, type Shown } from '../report-table.js';
import { reachedInAll, type Report } from '../report.rules.js';

const OF_ALL = ['available', 'offered', 'booked', 'utilisation', 'visits', 'pupils', 'lost'] as const;
const OF_SIDES = [
  'reached',
  'municipalVisits',
  'municipalPupils',
  'independentVisits',
  'independentPupils',
] as const;

/** In the order in which they are read. */
export const CLOSED_FIGURES = [...OF_ALL, ...OF_SIDES] as const;
export type ClosedFigure = (typeof CLOSED_FIGURES)[number];

/** Hours in tenths, shares in whole percent: as the report shows them. */
export type ClosedFigures = Record<ClosedFigure, number | null>;

export const kindOfFigure = (figure: ClosedFigure): ColumnKind =>
  OF_ALL.some(one => one === figure) ? kindOf(figure as (typeof OF_ALL)[number]) : 'count';

export function closedFiguresOf(report: Report, total: Shown): ClosedFigures {
  const { municipal, independent } = report.sides;
  return {
    available: total.available,
    offered: total.offered,
    booked: total.booked,
    utilisation: total.utilisation,
    visits: total.visits,
    pupils: total.pupils,
    lost: total.lost,
    reached: reachedInAll(report).reached,
    municipalVisits: municipal.visits,
    municipalPupils: municipal.pupils,
    independentVisits: independent.visits,
    independentPupils: independent.pupils,
  };
}

/** Whether the figures that are shown are such as can be closed. */
export function canBeClosed(
  { period, filter }: { period: Period; filter: VisitFilter },
  districtId: string | null,
  today: IsoDate,
): boolean {
  const isWhole = Object.values(filter).every(value => value === null);
  return isWhole && districtId !== null && period.kind !== 'egen' && period.to < today;
}

export interface Difference {
  figure: ClosedFigure;
  /** Null: there was none, or it was not kept yet. */
  closed: number | null;
  now: number | null;
  /** Null for shares, and where one of the two is missing. */
  change: number | null;
}

/** Every figure as it was closed and as it is now; `isChanged` where any of them differs. */
export function differences(
  closed: Partial<ClosedFigures>,
  now: ClosedFigures,
): { rows: Difference[]; isChanged: boolean } {
  const rows = CLOSED_FIGURES.map((figure): Difference => {
    const was = closed[figure] ?? null;
    const is = now[figure];
    const hasChange = was !== null && is !== null && kindOfFigure(figure) !== 'percent';
    return { figure, closed: was, now: is, change: hasChange ? is - was : null };
  });
  return { rows, isChanged: rows.some(row => row.closed !== row.now) };
}
