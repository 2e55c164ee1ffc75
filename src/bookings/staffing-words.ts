import type { StaffingReason } from '../calendars/staffing-reason.js';
import type { Language } from '../shared/language.js';
import { staffingTexts } from './staffing-texts.js';

/** What put somebody first; empty where a coordinator chose, and for what was decided before that was kept. */
export function decidedInWords(because: StaffingReason, language: Language): string[] {
  const t = staffingTexts[language];
  if (because.takenOver) return [t.takenOver];
  if (because.byHand || !because.decidedBy) return [];
  return [t.decided[because.decidedBy]];
}

/** The figures that were compared; empty for what was decided before they were kept. */
export function countedInWords(because: StaffingReason, language: Language): string[] {
  const { load, eveningMinutes = 0, creditMinutes = 0 } = because;
  return load === undefined ? [] : [staffingTexts[language].counted(load, eveningMinutes, creditMinutes)];
}

/** The same to the one who was chosen, who does not read about anybody else. */
export function ownReasonInWords(because: StaffingReason, language: Language): string {
  const t = staffingTexts[language].own;
  const decided = because.takenOver
    ? t.takenOver
    : because.byHand
      ? t.byHand
      : because.decidedBy && t.decided[because.decidedBy];
  const before = t.before(because.bookedMinutes, Math.round(because.workingShare * 100));
  return [decided, before, ...countedInWords(because, language)].filter(Boolean).join(' ');
}
