import type { FieldError } from '../platform/web/parts/form.js';
import type { Language } from '../shared/language.js';
import { differingFields, fingerprintOf, type Sheet } from './sheet.js';
import type { Fault, Faults } from './sheet-reader.js';
import { sheetTexts } from './sheet-texts.js';

/** The words of each field, in the order in which the page shows them. */
export type FieldWords<S extends Sheet> = Record<keyof S & string, { label: string; hint?: string }>;

/** What a history calls the fields. */
export const labelsOf = (words: Record<string, { label: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, { label }]) => [name, label]));

/** A form as it is shown: what stands in it, what it was made of, and what is wrong. */
export interface Filled<S extends Sheet = Sheet> {
  sheet: S;
  seen: string;
  errors: FieldError[];
  /** Somebody else was quicker; the errors tell what they wrote. */
  isStale: boolean;
}

export const freshly = <S extends Sheet>(sheet: S): Filled<S> => ({
  sheet,
  seen: fingerprintOf(sheet),
  errors: [],
  isStale: false,
});

/** Everything typed kept, and a sentence for each fault. */
export function withFaults<S extends Sheet>(
  sheet: S,
  seen: string,
  faults: Faults<S>,
  words: FieldWords<S>,
  language: Language,
): Filled<S> {
  const labels: Record<string, { label: string } | undefined> = words;
  const errors = (Object.entries(faults) as [string, Fault][]).map(([id, fault]) => ({
    id,
    message: sheetTexts[language].faults[fault.code](labels[id]?.label ?? id, {
      ...fault,
      other: fault.other && (labels[fault.other]?.label ?? fault.other),
    }),
  }));
  const order = Object.keys(words);
  errors.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { sheet, seen, errors, isStale: false };
}

/** The same, where a page has its own sentences for its own faults. */
export function withOwnFaults<S extends Sheet, Fault extends string>(
  sheet: S,
  seen: string,
  faults: Partial<Record<keyof S & string, Fault>>,
  sentences: Record<Fault, string>,
): Filled<S> {
  const errors = Object.keys(sheet).flatMap(id => {
    const fault = faults[id];
    return fault ? [{ id, message: sentences[fault] }] : [];
  });
  return { sheet, seen, errors, isStale: false };
}

/**
 * Everything typed kept, and what stands there now; whoever saves once more has seen it. `coded` has the words of coded
 * values, as a history has them: under "field=value".
 */
export function outrun<S extends Sheet>(
  sheet: S,
  current: S,
  words: FieldWords<S>,
  language: Language,
  coded: Record<string, string | undefined> = {},
): Filled<S> {
  const t = sheetTexts[language];
  const inWords = (id: string, value: string | string[]) =>
    (Array.isArray(value) ? value : [value]).map(one => coded[`${id}=${one}`] ?? one).join(', ');
  const errors = differingFields(sheet, current).map(id => ({
    id,
    message: t.staleField(words[id].label, inWords(id, current[id]!) || t.nothing),
  }));
  return { sheet, seen: fingerprintOf(current), errors, isStale: true };
}
