// How long it takes from one school to the others of the district, as a form:
// - whole minutes, at most three hours; an empty field is a way of which nothing is known;
// - what is written counts for the way there, and for the way back until somebody has written that one themselves.
import { LONGEST_TRAVEL_MINUTES } from '../../schools/travel.rules.js';
import { SheetReader, type Faults } from '../sheet-reader.js';

/** Minutes, by the field of the other school. */
export type TravelSheet = Record<string, string>;

export const fieldOf = (schoolId: string): string => `till-${schoolId}`;

export interface WayTo {
  schoolId: string;
  name: string;
  minutes: number | null;
  source: 'estimated' | 'edited' | null;
}

export interface PlannedWay {
  schoolId: string;
  minutes: number | null;
}

export const sheetOfWays = (ways: readonly WayTo[]): TravelSheet =>
  Object.fromEntries(
    ways.map(({ schoolId, minutes }) => [fieldOf(schoolId), minutes === null ? '' : String(minutes)]),
  );

export function readWays(
  sheet: TravelSheet,
  schoolIds: readonly string[],
): PlannedWay[] | { faults: Faults<TravelSheet> } {
  const read = new SheetReader(sheet);
  const ways = schoolIds.map(schoolId => ({
    schoolId,
    minutes: read.optionalNumber(fieldOf(schoolId), 0, LONGEST_TRAVEL_MINUTES),
  }));
  return read.isFaultless ? ways : { faults: read.faults };
}
