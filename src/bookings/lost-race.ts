import { constraintOf } from '../platform/database/constraint-of.js';

/** Somebody else took one of the chosen people, or the published time, in the same moment: roll back, look again. */
export class LostRace extends Error {}

export const isLostRace = (error: unknown): boolean =>
  error instanceof LostRace || constraintOf(error) === 'published_time_is_booked_once';

/** How often is looked again before the time counts as taken. */
export const ATTEMPTS = 4;
