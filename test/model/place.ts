// The district that the reference knows: its people, schools and rules.
import type { IsoDate } from '../../src/shared/time/iso-date.js';
import type { Caps, TeamCaps } from './caps.js';
import type { DaySpan } from './days.js';

export interface Person {
  id: string;
  share: number;
  /** Minutes of the wall clock, Monday to Friday. */
  from: number;
  until: number;
  /** On other days than these (of the ISO week) they end at kl. 17 at the latest; every day where nothing is said. */
  eveningsOn?: number[];
  lectures: string[];
  /** The first day of the employment. */
  since?: IsoDate;
}

/** Minutes on the way from one school to another; where nothing is said, nobody knows. */
export interface Way {
  from: string;
  to: string;
  minutes: number;
}

export interface Place {
  ways: Way[];
  terms: DaySpan[];
  breaks: DaySpan[];
  people: Person[];
  /** Who leads a lecture (by its id), and whom the district keeps for a school (by its id). */
  leads: Record<string, string>;
  kept: Record<string, string[]>;
  /** Of the longest lecture on offer. */
  longest: number;
  /** What a visit in the evening counts beside one of the day, in hundredths. */
  eveningPercent: number;
  caps: Caps;
  teamCaps: TeamCaps;
  /** After late work; null where the district has no such rule. */
  restHours: number | null;
}
