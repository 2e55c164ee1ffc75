/** Somebody else took one of the chosen people in the same moment: roll back, look again. */
export class LostRace extends Error {}

/** How often is looked again before the time counts as taken. */
export const ATTEMPTS = 4;
