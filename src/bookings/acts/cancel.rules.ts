// The district cancels a visit:
// - for one of a few reasons, and own words to the school that name no pupil;
// - for "something else" the own words are what tells the school why, so they are needed.
import { LONGEST, textFault } from '../details.rules.js';

export const DISTRICT_REASONS = [
  'weAreIll',
  'weAreTooFew',
  'somethingHappened',
  'ourMistake',
  'other',
] as const;

export interface DistrictReason {
  reason: (typeof DISTRICT_REASONS)[number];
  note: string;
}

export type ReasonFault = 'missing' | 'noteMissing' | 'tooLong' | 'personalNumber';

/** Why, as it was typed: read, or what is wrong with which field. */
export function readReason(typed: {
  reason: string;
  note: string;
}): DistrictReason | { faults: { reason?: ReasonFault; note?: ReasonFault } } {
  const reason = DISTRICT_REASONS.find(one => one === typed.reason);
  const text = typed.note.replace(/\r\n?/g, '\n').trim();
  const note =
    textFault(text, LONGEST.message) ?? (reason === 'other' && text === '' ? 'noteMissing' : undefined);
  if (reason && !note) return { reason, note: text };
  return { faults: { ...(!reason && { reason: 'missing' }), ...(note && { note }) } };
}
