import { isIsoDate } from '../../shared/time/iso-date.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import type { TimeFilter } from './week-list.js';

/** Reads an instant as a page or a copied address gives it: ISO 8601 with an offset, in a year from 2000 to 2999. */
export function readInstant(text: string): Date | undefined {
  if (!isIsoDate(text.slice(0, 10))) return undefined;
  if (!/^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text))
    return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

/** Reads the filter of the list of times from the address; what cannot be understood is as if it was not there. */
export function filterFrom(query: Posted): TimeFilter {
  const from = textOf(query, 'fran');
  return {
    weekdays: textsOf(query, 'dag')
      .map(Number)
      .filter(day => Number.isInteger(day) && day >= 1 && day <= 5),
    parts: textsOf(query, 'del').filter(part => part === 'fm' || part === 'em'),
    from: isIsoDate(from) ? from : undefined,
  };
}
