/**
 * Whether a text holds a Swedish personal identity number or coordination number (folkbokföringslagen 1991:481, 18 §
 * and 18 a §): twelve digits, or ten with a valid date and check digit. Telephone numbers and organisation numbers never
 * count: ten digits in one run that begin with a zero are read as a telephone number, as both have that form.
 */
export function holdsPersonalIdentityNumber(text: string): boolean {
  // Digits in one run, with the usual hyphen, plus sign or a space before the last four.
  for (const match of text.matchAll(
    /(?<![\d+])(\d{6}|\d{8})[ \t\u00a0]?([-\u2010-\u2013\u2212+]?)[ \t\u00a0]?(\d{4})(?!\d)/g,
  )) {
    const [whole, date, , serial] = match;
    if (/^0\d{9}$/.test(whole)) continue;
    if (date!.length === 8 ? isTwelveDigitNumber(date!) : isTenDigitNumber(date!, serial!)) return true;
  }
  return false;
}

const isTwelveDigitNumber = (date: string) =>
  /^(18|19|20)/.test(date) && isDate(Number(date.slice(4, 6)), Number(date.slice(6, 8)));

const isTenDigitNumber = (date: string, serial: string) =>
  isDate(Number(date.slice(2, 4)), Number(date.slice(4, 6))) && luhnHolds(date + serial);

/** Coordination numbers (samordningsnummer) carry the day plus 60. */
function isDate(month: number, day: number): boolean {
  const ownDay = day > 60 ? day - 60 : day;
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return longest !== undefined && ownDay >= 1 && ownDay <= longest;
}

function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const doubled = Number(digits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
