// The days of the reference: which are worked, which are school days, which can be booked. Said once more, day by day.
import { addDays, weekdayOf, type IsoDate } from '../../src/shared/time/iso-date.js';
import { swedishDateOf } from '../../src/shared/time/swedish-time.js';

export interface DaySpan {
  startsOn: IsoDate;
  endsOn: IsoDate;
}

const LEAD_DAYS = 10;
const RED = new Set(
  `2026-12-24 2026-12-25 2026-12-26 2026-12-31 2027-01-01 2027-01-06 2027-03-26 2027-03-28 2027-03-29 2027-05-01
   2027-05-06 2027-05-16 2027-06-06 2027-06-25 2027-06-26 2027-11-06 2027-12-24 2027-12-25 2027-12-26 2027-12-31`.split(
    /\s+/,
  ),
);

export const inside = (span: DaySpan, date: IsoDate) => span.startsOn <= date && date <= span.endsOn;

export class Days {
  now = 0;

  constructor(
    private readonly terms: DaySpan[],
    private readonly breaks: DaySpan[],
  ) {}

  get today(): IsoDate {
    return swedishDateOf(this.now);
  }

  isWorkingDay(date: IsoDate): boolean {
    return weekdayOf(date) <= 5 && !RED.has(date);
  }

  workingDaysFrom(date: IsoDate, days: number): IsoDate {
    let day = date;
    for (let left = Math.abs(days); left > 0;) {
      day = addDays(day, Math.sign(days));
      if (this.isWorkingDay(day)) left--;
    }
    return day;
  }

  termOf(date: IsoDate): DaySpan | undefined {
    return this.terms.find(term => inside(term, date));
  }

  isSchoolDay(date: IsoDate): boolean {
    return (
      this.isWorkingDay(date) &&
      this.termOf(date) !== undefined &&
      !this.breaks.some(span => inside(span, date))
    );
  }

  isTooSoon(date: IsoDate): boolean {
    return date < this.workingDaysFrom(this.today, LEAD_DAYS);
  }

  /** After the next term, or after this one where no other is known. */
  isTooFar(date: IsoDate): boolean {
    const coming = this.terms
      .filter(term => term.startsOn > this.today)
      .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    const last = coming[0]?.endsOn ?? this.termOf(this.today)?.endsOn;
    return last === undefined || date > last;
  }

  isBookableDay(date: IsoDate): boolean {
    return this.isSchoolDay(date) && !this.isTooSoon(date) && !this.isTooFar(date);
  }
}
