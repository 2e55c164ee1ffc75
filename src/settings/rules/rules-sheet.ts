// The rules that a district books by, as a form:
// - the limits of each number are those of its table; a cap, the rest or the weeks of reminding may be left empty, and then there is
//   none;
// - the largest group is not below the smallest;
// - an audience has opening and closing hours, or none of both and cannot be booked at all;
// - lunch has a beginning and an end, in this order, and only where there are hours.
import { AUDIENCES, type Audience } from '../../districts/bookable-hours.entity.js';
import type { DailyHours } from '../../districts/district-plan.js';
import type { DistrictRules } from '../../districts/district-rules.entity.js';
import { clock } from '../../shared/time/format.js';
import type { MinuteOfDay } from '../../shared/time/swedish-time.js';
import { SheetReader, type Faults } from '../sheet-reader.js';

export const CONSENTS = ['yes', 'no'] as const;
export const GRIDS = ['5', '10', '15', '20', '30', '60'] as const;

/** Least and most of each number, as the table refuses them; upper ends that it leaves open are ours. */
export const LIMITS = {
  leadTimeWorkingDays: [0, 60],
  changeCutoffWorkingDays: [0, 60],
  marginBeforeMinutes: [0, 180],
  marginAfterMinutes: [0, 180],
  breakAtSameSchoolMinutes: [0, 180],
  peopleNeeded: [1, 10],
  groupSmallest: [1, 1000],
  groupLargest: [1, 1000],
  comingBookingsPerSchoolAndTerm: [0, 100],
  holdMinutes: [1, 60],
  eveningLoadPercent: [100, 300],
  hoursReminderWeeks: [1, 12],
  mostVisitsPerPersonAndDay: [1, 20],
  mostVisitsPerPersonAndWeek: [1, 100],
  mostEveningsPerPersonAndWeek: [0, 7],
  mostVisitsInARow: [1, 10],
  breakMinutes: [5, 180],
  mostVisitsPerTeamAndDay: [1, 100],
  mostVisitsPerTeamAndWeek: [1, 500],
  restAfterLateWorkHours: [8, 16],
} as const;

type NumberField = keyof typeof LIMITS;
/** Those that may be left empty. */
const OPTIONAL = [
  'hoursReminderWeeks',
  'mostVisitsPerPersonAndDay',
  'mostVisitsPerPersonAndWeek',
  'mostEveningsPerPersonAndWeek',
  'mostVisitsInARow',
  'mostVisitsPerTeamAndDay',
  'mostVisitsPerTeamAndWeek',
  'restAfterLateWorkHours',
] as const;
type OptionalField = (typeof OPTIONAL)[number];
export const HOUR_PARTS = ['Opens', 'Closes', 'LunchFrom', 'LunchUntil'] as const;
export type HourField = `${Audience}${(typeof HOUR_PARTS)[number]}`;
export type RulesSheet = Record<
  NumberField | 'startGridMinutes' | 'handoverNeedsConsent' | HourField,
  string
>;

export type BookingRules = Omit<DistrictRules, 'districtId'>;
export type Hours = Partial<Record<Audience, DailyHours>>;

const NUMBERS = Object.keys(LIMITS) as NumberField[];
const HOUR_FIELDS = AUDIENCES.flatMap(audience => HOUR_PARTS.map(part => `${audience}${part}`));

export const EMPTY_RULES = Object.fromEntries(
  [...NUMBERS, 'startGridMinutes', 'handoverNeedsConsent', ...HOUR_FIELDS].map(name => [name, '']),
) as RulesSheet;

export function sheetOfRules(rules: BookingRules, hours: Hours): RulesSheet {
  const sheet = {
    ...EMPTY_RULES,
    startGridMinutes: String(rules.startGridMinutes),
    handoverNeedsConsent: rules.handoverNeedsConsent ? 'yes' : 'no',
  };
  for (const name of NUMBERS) sheet[name] = String(rules[name] ?? '');
  for (const audience of AUDIENCES) {
    const daily = hours[audience];
    const asText = (minute?: MinuteOfDay) => (minute === undefined ? '' : clock('sv', minute));
    sheet[`${audience}Opens`] = asText(daily?.opensAt);
    sheet[`${audience}Closes`] = asText(daily?.closesAt);
    sheet[`${audience}LunchFrom`] = asText(daily?.noStart?.from);
    sheet[`${audience}LunchUntil`] = asText(daily?.noStart?.until);
  }
  return sheet;
}

export function readRules(
  sheet: RulesSheet,
): { rules: BookingRules; hours: Hours } | { faults: Faults<RulesSheet> } {
  const read = new SheetReader(sheet);
  const numbers = Object.fromEntries(
    NUMBERS.map(name => {
      const [least, most] = LIMITS[name];
      return [
        name,
        isOptional(name) ? read.optionalNumber(name, least, most) : read.number(name, least, most),
      ];
    }),
  ) as Record<Exclude<NumberField, OptionalField>, number> & Record<OptionalField, number | null>;
  const rules = {
    ...numbers,
    startGridMinutes: Number(read.oneOf('startGridMinutes', GRIDS)),
    handoverNeedsConsent: read.oneOf('handoverNeedsConsent', CONSENTS) === 'yes',
  };
  if (rules.groupLargest < rules.groupSmallest)
    read.fault('groupLargest', { code: 'notAfter', other: 'groupSmallest' });
  const hours: Hours = {};
  for (const audience of AUDIENCES) {
    const daily = readHours(read, audience);
    if (daily) hours[audience] = daily;
  }
  return read.isFaultless ? { rules, hours } : { faults: read.faults };
}

const isOptional = (name: NumberField): name is OptionalField => OPTIONAL.some(one => one === name);

function readHours(read: SheetReader<RulesSheet>, audience: Audience): DailyHours | undefined {
  const open = readSpan(read, `${audience}Opens`, `${audience}Closes`);
  const lunch = readSpan(read, `${audience}LunchFrom`, `${audience}LunchUntil`);
  if (!open && lunch) read.fault(`${audience}Opens`, { code: 'missing' });
  if (!open) return undefined;
  return { opensAt: open.from, closesAt: open.until, ...(lunch && { noStart: lunch }) };
}

function readSpan(read: SheetReader<RulesSheet>, fromField: HourField, untilField: HourField) {
  const from = read.optionalClock(fromField);
  const until = read.optionalClock(untilField);
  if (from === null && until === null) return undefined;
  if (from === null || until === null)
    read.fault(from === null ? fromField : untilField, {
      code: 'notBoth',
      other: from === null ? untilField : fromField,
    });
  else if (until <= from) read.fault(untilField, { code: 'notAfter', other: fromField });
  return { from: from ?? 0, until: until ?? 0 };
}
