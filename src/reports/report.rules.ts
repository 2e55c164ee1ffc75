// From cells of figures to a report:
// - time is person-minutes: available, the part of it that schools can ask for (offered), and what visits take of it;
// - booked is held, not yet followed up, and ahead together; preliminary stands apart;
// - utilisation is booked by available: of the whole team's time, whatever visits are looked at;
// - visits are counted by their date. Heads are counted at visits: who comes twice is counted twice;
// - lost is what was cancelled too late for anybody else to have it, or was not held;
// - parts at the ends of the period in which there is nothing at all are left out, those between stay.
import type { Loss, Organizer, VisitState } from './report-question.js';
import { LOSSES } from './report-question.js';
import type { SupplyCell } from './supply.queries.js';
import type { CountCell, ReachCell, TimeCell } from './visits.queries.js';

export const GROUPINGS = ['week', 'month', 'assistant', 'school', 'district'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Minutes of persons, and counts. */
export interface Figures extends Record<VisitState, number> {
  available: number;
  offered: number;
  visits: number;
  pupils: number;
  adults: number;
  lost: number;
}

export interface Cells {
  supply: SupplyCell[];
  times: TimeCell[];
  counts: CountCell[];
  reach: ReachCell[];
}

/** Other public organizers, and schools that are not in our list, go together. */
export type Side = 'municipal' | 'independent' | 'other';
export const SIDES = ['municipal', 'independent', 'other'] as const;

export interface SideFigures {
  /** Minutes of persons. */
  booked: number;
  visits: number;
  pupils: number;
  reached: number;
  schools: number;
}

export interface Report {
  /** By the key of the row; a key of `rows` without figures has none. */
  rows: { key: string; figures: Figures }[];
  total: Figures;
  sides: Record<Side, SideFigures>;
  losses: Record<Loss, number>;
  /** Visits that lie ahead, and those of which nobody has told yet how they went. */
  visitsAhead: number;
  visitsUntold: number;
}

/** The row of visits at schools that are not in our list. */
export const UNLISTED = 'unlisted';

const nothing = (): Figures => ({
  available: 0,
  offered: 0,
  held: 0,
  untold: 0,
  ahead: 0,
  preliminary: 0,
  visits: 0,
  pupils: 0,
  adults: 0,
  lost: 0,
});

export const bookedOf = (figures: Pick<Figures, 'held' | 'untold' | 'ahead'>): number =>
  figures.held + figures.untold + figures.ahead;

type AnyCell = Pick<SupplyCell, 'districtId' | 'part'> & {
  personId?: string | null;
  schoolId?: string | null;
};

const KEY_OF: Record<Grouping, (cell: AnyCell) => string> = {
  week: cell => String(cell.part),
  month: cell => String(cell.part),
  assistant: cell => cell.personId ?? '',
  school: cell => cell.schoolId ?? UNLISTED,
  district: cell => cell.districtId,
};

/** `keys` in the order of the rows: numbers of parts, or ids of persons, schools or districts. */
export function reportOf(cells: Cells, grouping: Grouping, keys: readonly string[]): Report {
  const rows = new Map(keys.map(key => [key, nothing()]));
  const keyOf = KEY_OF[grouping];
  const total = nothing();
  const add = (cell: AnyCell, change: (figures: Figures) => void) => {
    change(total);
    const row = rows.get(keyOf(cell));
    if (row) change(row);
  };
  for (const cell of cells.supply)
    add(cell, figures => {
      figures.available += cell.available;
      figures.offered += cell.offered;
    });
  for (const cell of cells.times)
    add(cell, figures => {
      figures[cell.state] += cell.minutes;
    });
  for (const cell of cells.counts)
    add(cell, figures => {
      if (cell.outcome === 'held') figures.visits += cell.visits;
      figures.pupils += cell.pupils;
      figures.adults += cell.adults;
      if (isLoss(cell.outcome)) figures.lost += cell.visits;
    });
  const all = [...rows].map(([key, figures]) => ({ key, figures }));
  return {
    rows: grouping === 'week' || grouping === 'month' ? withoutEmptyEnds(all) : all,
    total,
    sides: sidesOf(cells),
    losses: Object.fromEntries(LOSSES.map(loss => [loss, visitsOf(cells, loss)])) as Record<Loss, number>,
    visitsAhead: visitsOf(cells, 'ahead'),
    visitsUntold: visitsOf(cells, 'untold'),
  };
}

const isLoss = (outcome: CountCell['outcome']): outcome is Loss =>
  (LOSSES as readonly string[]).includes(outcome);

const visitsOf = (cells: Cells, outcome: CountCell['outcome']) =>
  cells.counts.reduce((sum, cell) => sum + (cell.outcome === outcome ? cell.visits : 0), 0);

function withoutEmptyEnds(rows: Report['rows']): Report['rows'] {
  const isFull = ({ figures }: Report['rows'][number]) => Object.values(figures).some(value => value > 0);
  const first = rows.findIndex(isFull);
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(isFull) + 1);
}

const sideOf = (organizer: Organizer): Side =>
  organizer === 'municipal' || organizer === 'independent' ? organizer : 'other';

function sidesOf(cells: Cells): Record<Side, SideFigures> {
  const empty = (): SideFigures => ({ booked: 0, visits: 0, pupils: 0, reached: 0, schools: 0 });
  const sides = { municipal: empty(), independent: empty(), other: empty() };
  for (const cell of cells.times)
    if (cell.state !== 'preliminary') sides[sideOf(cell.organizer)].booked += cell.minutes;
  for (const cell of cells.counts)
    if (cell.outcome === 'held') {
      sides[sideOf(cell.organizer)].visits += cell.visits;
      sides[sideOf(cell.organizer)].pupils += cell.pupils;
    }
  for (const cell of cells.reach) {
    sides[sideOf(cell.organizer)].reached += cell.reached;
    sides[sideOf(cell.organizer)].schools += cell.schools;
  }
  return sides;
}

export function reachedInAll({ sides }: Report): { reached: number; schools: number } {
  const sum = (key: 'reached' | 'schools') => SIDES.reduce((all, side) => all + sides[side][key], 0);
  return { reached: sum('reached'), schools: sum('schools') };
}
