// When the lessons of a school begin, as a form:
// - one field for every day, and one for each day of the school week that has times of its own;
// - in each as many times as a day has lessons, at most twenty, apart by spaces or commas, in any order.
import type { BellTimes } from '../../slots/offer.rules.js';
import { clock } from '../../shared/time/format.js';
import { clockTimes } from '../../shared/time/clock-times.js';
import type { MinuteOfDay } from '../../shared/time/swedish-time.js';
import { SheetReader, type Faults } from '../sheet-reader.js';

/** In the order of `BellTimes`: 0 is every day, 1 is Monday. */
export const BELL_FIELDS = ['everyDay', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export type BellField = (typeof BELL_FIELDS)[number];
export type BellSheet = Record<BellField, string>;

const MOST = 20;
const LONGEST = 200;

export const EMPTY_BELLS: BellSheet = {
  everyDay: '',
  monday: '',
  tuesday: '',
  wednesday: '',
  thursday: '',
  friday: '',
};

export function sheetOfBells(times: BellTimes): BellSheet {
  const sheet = { ...EMPTY_BELLS };
  for (const [weekday, name] of BELL_FIELDS.entries())
    sheet[name] = (times[weekday] ?? []).map(minute => clock('sv', minute)).join(', ');
  return sheet;
}

export function readBells(sheet: BellSheet): BellTimes | { faults: Faults<BellSheet> } {
  const read = new SheetReader(sheet);
  const times: Record<number, MinuteOfDay[]> = {};
  for (const [weekday, name] of BELL_FIELDS.entries()) {
    const minutes = clockTimes(read.optionalText(name, LONGEST));
    if (!minutes || minutes.length > MOST) read.fault(name, { code: 'notClock' });
    else if (minutes.length > 0) times[weekday] = minutes;
  }
  return read.isFaultless ? times : { faults: read.faults };
}
