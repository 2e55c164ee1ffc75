/**
 * A telephone number as people type it (070-174 06 12, +46 70 174 06 12, 0046…), in one form that can be dialled:
 * +46701740612. Undefined where it cannot be a number that we could ring.
 */
export function phoneNumber(typed: string): string | undefined {
  const digits = typed.replace(/\(0\)/g, '').replace(/[\s\u00a0().\-\u2010-\u2013\u2212/]/g, '');
  const international = digits.replace(/^00/, '+');
  if (/^\+[1-9]\d{7,14}$/.test(international)) return international.replace(/^\+460/, '+46');
  if (/^0[1-9]\d{5,9}$/.test(digits)) return `+46${digits.slice(1)}`;
  return undefined;
}

/** Area codes of three digits (PTS, telefoninummerplanen); Stockholm's has two, all others have four. */
const THREE_DIGIT_AREA = /^0(1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[02369]|90)/;

/** How Swedes write it: 070-174 06 12, 08-465 004 00, 0155-28 12 24; other countries' numbers as they are. */
export function phoneForReading(number: string): string {
  if (!number.startsWith('+46')) return number;
  const national = `0${number.slice(3)}`;
  const areaLength = national.startsWith('08') ? 2 : THREE_DIGIT_AREA.test(national) ? 3 : 4;
  const rest = national.slice(areaLength);
  const groups: Record<number, RegExp> = {
    8: /^(\d{3})(\d{3})(\d{2})$/,
    7: /^(\d{3})(\d{2})(\d{2})$/,
    6: /^(\d{2})(\d{2})(\d{2})$/,
    5: /^(\d{3})(\d{2})$/,
  };
  const grouped = groups[rest.length]?.exec(rest)?.slice(1).join(' ') ?? rest;
  return `${national.slice(0, areaLength)}-${grouped}`;
}
