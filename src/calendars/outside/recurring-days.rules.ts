// On which days something recurs (RFC 5545, 3.3.10), in whole days and on the wall clock:
// - the day that it begins on counts as the first, whether the rule names it or not;
// - the others are those days of every nth day, week, month or year that the rule names;
// - a day that a month does not have is left out, and not moved to the next one;
// - where nothing else is named, it is the day of the week, of the month or of the year on which it began;
// - COUNT counts from the beginning; BYSETPOS counts within each week, month or year.
// Days are gone through one by one, so that no rule, however hostile, can take longer than its days.

/** Days since 1 January 1970. */
export type DayNumber = number;

export interface DayRule {
  every: 'day' | 'week' | 'month' | 'year';
  interval: number;
  /** 0 is Monday. */
  weekStart: number;
  months: number[];
  /** -1 is the last. */
  monthDays: number[];
  yearDays: number[];
  /** The nth of such weekdays within month or year; every one of them where nth is 0. 0 is Monday. */
  weekdays: { nth: number; weekday: number }[];
  positions: number[];
  count: number | undefined;
}

/** A rule with a count that began longer ago is not followed. */
const LONGEST_COUNTED = 20_000;

/** No period that BYSETPOS counts within is longer. */
const LONGEST_PERIOD = 366;

/** The days from `first` to `last`, in order. Undefined where it would take too long. */
export function recurringDays(
  rule: DayRule,
  begins: DayNumber,
  first: DayNumber,
  last: DayNumber,
): DayNumber[] | undefined {
  if (rule.count !== undefined && last - begins > LONGEST_COUNTED) return undefined;
  const from = rule.count === undefined ? Math.max(begins, first - LONGEST_PERIOD) : begins;
  const start = civil(begins);
  const days: DayNumber[] = begins >= from ? [begins] : [];
  let period: { index: number; days: DayNumber[] } = { index: NaN, days: [] };
  const close = () => {
    days.push(...atPositions(period.days, rule.positions).filter(day => day > begins));
  };
  // A period that began before the first day is gone through from its own beginning, and one that ends later to its end.
  const margin = rule.positions.length > 0 ? LONGEST_PERIOD : 0;
  for (let number = from - margin; number <= last + margin; number++) {
    const day = civil(number);
    const index = periodsBetween(rule, start, day);
    if (index !== period.index) {
      close();
      period = { index, days: [] };
    }
    if (index >= 0 && index % rule.interval === 0 && isNamed(rule, start, day)) period.days.push(number);
    if (rule.count !== undefined && days.length >= rule.count) break;
  }
  close();
  return days.slice(0, rule.count).filter(day => first <= day && day <= last);
}

interface Civil {
  number: DayNumber;
  year: number;
  month: number;
  day: number;
  weekday: number;
}

const DAY = 86_400_000;

function civil(number: DayNumber): Civil {
  const date = new Date(number * DAY);
  return {
    number,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 6) % 7,
  };
}

/** How many days, weeks, months or years lie between the beginning and a day; negative before it. */
function periodsBetween({ every, weekStart }: DayRule, start: Civil, day: Civil): number {
  if (every === 'day') return day.number - start.number;
  if (every === 'year') return day.year - start.year;
  if (every === 'month') return (day.year - start.year) * 12 + day.month - start.month;
  const week = ({ number, weekday }: Civil) => (number - ((weekday - weekStart + 7) % 7)) / 7;
  return Math.round(week(day) - week(start));
}

function isNamed(rule: DayRule, start: Civil, day: Civil): boolean {
  const { every, months, monthDays, yearDays, weekdays } = rule;
  if (months.length > 0 && !months.includes(day.month)) return false;
  if (monthDays.length > 0 && !inMonth(day).days.some(one => monthDays.includes(one))) return false;
  if (yearDays.length > 0 && !inYear(day).days.some(one => yearDays.includes(one))) return false;
  if (weekdays.length > 0) {
    const weeks = () => (every === 'year' && months.length === 0 ? inYear : inMonth)(day).weeks;
    return weekdays.some(
      ({ nth, weekday }) => weekday === day.weekday && (nth === 0 || weeks().includes(nth)),
    );
  }
  if (every === 'day' || monthDays.length > 0 || yearDays.length > 0) return true;
  if (every === 'week') return day.weekday === start.weekday;
  return day.day === start.day && (every === 'month' || months.length > 0 || day.month === start.month);
}

const monthBegins = (year: number, month: number): DayNumber => Date.UTC(year, month - 1, 1) / DAY;

const inMonth = (day: Civil) =>
  placeIn(day, monthBegins(day.year, day.month), monthBegins(day.year, day.month + 1));

const inYear = (day: Civil) => placeIn(day, monthBegins(day.year, 1), monthBegins(day.year + 1, 1));

/** The how manieth day, and the how manieth of its weekday, from the front and from the back. */
function placeIn({ number }: Civil, begins: DayNumber, ends: DayNumber) {
  const [before, after] = [number - begins, ends - 1 - number];
  return {
    days: [before + 1, -after - 1],
    weeks: [Math.floor(before / 7) + 1, -Math.floor(after / 7) - 1],
  };
}

function atPositions(days: DayNumber[], positions: number[]): DayNumber[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length));
}
