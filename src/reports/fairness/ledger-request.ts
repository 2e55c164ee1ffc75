import type { Season, Term } from '../../shared/school-year/school-calendar.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { textOf, type Posted } from '../../platform/web/posted.js';

/** Lengths of the visit that is thought of, in minutes. */
export const LENGTHS = [40, 60, 80, 90, 120] as const;

export interface LedgerRequest {
  /** Undefined where the district has no term. */
  term: Term | undefined;
  oneMore: number;
}

const SEASONS: Record<Season, string> = { autumn: 'ht', spring: 'vt' };

/** As it stands in the address: ht2026. */
export const keyOfTerm = ({ season, startsOn }: Term): string => SEASONS[season] + startsOn.slice(0, 4);

/** The term that the address names, or the one that is, or else the next one, or the last. */
export function readLedger(query: Posted, terms: readonly Term[], today: IsoDate): LedgerRequest {
  const inOrder = [...terms].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const asked = inOrder.find(term => keyOfTerm(term) === textOf(query, 'termin'));
  const now = inOrder.find(term => today <= term.endsOn) ?? inOrder.at(-1);
  const length = LENGTHS.find(minutes => String(minutes) === textOf(query, 'besok'));
  return { term: asked ?? now, oneMore: length ?? 60 };
}

export const queryOfLedger = ({ term, oneMore }: LedgerRequest): string =>
  new URLSearchParams({ termin: term ? keyOfTerm(term) : '', besok: String(oneMore) }).toString();
