// What somebody looks for, in their own words:
// - every word has to stand somewhere in the booking (number, school, class, contact, address), in any order;
// - or the whole is part of a telephone number, however it is written: 070-174 06 05, +46 70 174 06 05, 0046…, 174 06 05;
// - a booking number is known with and without its hyphen, capitals and accents make no difference.

const LONGEST = 100;
const MOST_WORDS = 8;
const FEWEST_DIGITS = 4;

export interface Search {
  /** Each of them has to be found. */
  words: string[];
  /** Digits of a telephone number without the zero or the country's code; undefined where it is none. */
  phoneDigits?: string;
}

export const readSearch = (typed: string): string =>
  typed.replace(/\s+/g, ' ').trim().slice(0, LONGEST).trim();

/** Undefined where nothing is looked for. */
export function searchFor(typed: string): Search | undefined {
  const words = readSearch(typed).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const phoneDigits = digitsOfPhone(words.join(' '));
  return { words, ...(phoneDigits && { phoneDigits }) };
}

function digitsOfPhone(text: string): string | undefined {
  if (!/^[+\d][\d\s().\-‐-–−/]*$/.test(text)) return undefined;
  const digits = text.replace(/\(0\)/g, '').replace(/[^+\d]/g, '');
  const national = digits.replace(/^(?:\+46|0046)0?|^0/, '').replace(/\D/g, '');
  return national.length >= FEWEST_DIGITS ? national : undefined;
}
