// What a school tells of the visit, and what we accept:
// - grade and class (for pupils), or who will be there (for adults);
// - a number of people within what the lecture is made for;
// - room, needs of the group and a short message, all of them about the group: a personal identity number is refused.
import { holdsPersonalIdentityNumber } from '../shared/text/personal-identity-number.js';

/** Needs of the group, never of one pupil. */
export const NEEDS = ['hearingLoop', 'interpreter', 'adaptedContent'] as const;
export type Need = (typeof NEEDS)[number];

/** As posted: strings, complete or not. */
export interface TypedDetails {
  grade: string;
  className: string;
  pupils: string;
  room: string;
  needs: string[];
  message: string;
}

export interface Details {
  grade: string | null;
  className: string;
  pupils: number;
  room: string;
  needs: Need[];
  message: string;
}

export interface DetailsLimits {
  /** Grades that lecture and school have in common; empty where the audience is adults. */
  grades: string[];
  groupSmallest: number;
  groupLargest: number;
}

export type DetailsFault =
  | 'missing'
  | 'notOffered'
  | 'notANumber'
  | 'tooFew'
  | 'tooMany'
  | 'tooLong'
  | 'personalNumber'
  | 'unknownNeed';

export type DetailsFaults = Partial<Record<keyof TypedDetails, DetailsFault>>;

export const LONGEST = { className: 40, room: 200, message: 500 } as const;

export const noDetails = (): TypedDetails => ({
  grade: '',
  className: '',
  pupils: '',
  room: '',
  needs: [],
  message: '',
});

/** Reads what was typed, or says for each field what is wrong with it. */
export function readDetails(
  typed: TypedDetails,
  limits: DetailsLimits,
): { details: Details } | { faults: DetailsFaults } {
  const pupils = readPupils(typed.pupils, limits);
  const faults: DetailsFaults = {
    grade: gradeFault(typed.grade, limits.grades),
    className: typed.className.trim() === '' ? 'missing' : textFault(typed.className, LONGEST.className),
    pupils: typeof pupils === 'number' ? undefined : pupils,
    room: textFault(typed.room, LONGEST.room),
    needs: typed.needs.every(isNeed) ? undefined : 'unknownNeed',
    message: textFault(typed.message, LONGEST.message),
  };
  if (typeof pupils !== 'number' || Object.values(faults).some(Boolean))
    return { faults: onlyFaults(faults) };
  return {
    details: {
      grade: limits.grades.length > 0 ? typed.grade : null,
      className: oneLine(typed.className),
      pupils,
      room: oneLine(typed.room),
      needs: typed.needs.filter(isNeed),
      message: severalLines(typed.message),
    },
  };
}

/** What was typed, field by field, without what must not even be kept in a draft. */
export const safeToKeep = <T extends { [field in keyof T]: string | string[] }>(typed: T): T => {
  const kept = (text: string) => (holdsPersonalIdentityNumber(text) ? '' : text);
  const fields = Object.entries<string | string[]>(typed);
  return Object.fromEntries(
    fields.map(([name, value]) => [name, typeof value === 'string' ? kept(value) : value.map(kept)]),
  ) as T;
};

const isNeed = (text: string): text is Need => (NEEDS as readonly string[]).includes(text);

function gradeFault(grade: string, offered: string[]): DetailsFault | undefined {
  if (offered.length === 0) return undefined;
  if (grade === '') return 'missing';
  return offered.includes(grade) ? undefined : 'notOffered';
}

function readPupils(typed: string, limits: DetailsLimits): number | DetailsFault {
  const text = typed.trim();
  if (text === '') return 'missing';
  if (!/^\d{1,5}$/.test(text)) return 'notANumber';
  const pupils = Number(text);
  if (pupils < limits.groupSmallest) return 'tooFew';
  return pupils > limits.groupLargest ? 'tooMany' : pupils;
}

export function textFault(text: string, longest: number): 'tooLong' | 'personalNumber' | undefined {
  // A browser counts a line break as one sign and posts it as two.
  if (text.replaceAll('\r\n', '\n').trim().length > longest) return 'tooLong';
  return holdsPersonalIdentityNumber(text) ? 'personalNumber' : undefined;
}

/** Control characters and line breaks have no place in what ends up in subjects, calendar files and tables. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Lines and tabs of a longer text stay as they are; other control characters are left out. */
const severalLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

export function onlyFaults<T extends object>(faults: T): T {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined)) as T;
}
