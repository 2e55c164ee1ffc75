// Absence of a fältassistent, and duties elsewhere:
// - whole days, or hours of one day; hours of several days are several absences;
// - a duty may be a shift over midnight: one that begins at kl. 12 or later ends by kl. 10 on the day after;
// - from today at the earliest (an illness may be told afterwards, but it changes nothing that has been);
// - at most a year at a time: longer is a change of employment.
import { ABSENCE_KINDS, isDuty, type AbsenceKind } from '../../calendars/absence-kinds.js';
import { addDays, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { instantAt, minuteOfDay, type MinuteOfDay } from '../../shared/time/swedish-time.js';

const LONGEST_DAYS = 366;
const NIGHT_BEGINS_FROM = 12 * 60;
const NIGHT_ENDS_BY = 10 * 60;

export interface TypedAbsence {
  kind: string;
  /** First and last day; the last may be left out. */
  from: string;
  until: string;
  /** Hours of the clock; both or none. */
  fromTime: string;
  untilTime: string;
}

export interface PlannedAbsence {
  kind: AbsenceKind;
  from: Date;
  until: Date;
}

export type AbsenceFault =
  | 'kindMissing'
  | 'fromMissing'
  | 'untilInvalid'
  | 'inThePast'
  | 'notOrdered'
  | 'tooLong'
  | 'timeInvalid'
  | 'timesIncomplete'
  | 'hoursOfOneDay';

/** Reads what was typed, or says at which field something is wrong. */
export function readAbsence(
  typed: TypedAbsence,
  today: IsoDate,
): PlannedAbsence | { faults: Partial<Record<keyof TypedAbsence, AbsenceFault>> } {
  const kind = ABSENCE_KINDS.find(one => one === typed.kind);
  const from = typed.from.trim();
  const until = typed.until.trim() || from;
  const times = [typed.fromTime, typed.untilTime].map(text => text.trim());
  const [fromMinute, untilMinute] = times.map(text => (text === '' ? undefined : minuteOfDay(text)));
  const hasTimes = times.some(text => text !== '');
  const isNight = kind !== undefined && isDuty(kind) && isOverMidnight(fromMinute, untilMinute);
  const faults = {
    kind: kind ? undefined : ('kindMissing' as const),
    from: !isIsoDate(from) ? ('fromMissing' as const) : from < today ? ('inThePast' as const) : undefined,
    until: isIsoDate(from) ? untilFault(from, until, hasTimes) : undefined,
    fromTime: timeFault(times[0]!, fromMinute, hasTimes),
    untilTime:
      timeFault(times[1]!, untilMinute, hasTimes) ??
      (fromMinute !== undefined && untilMinute !== undefined && untilMinute <= fromMinute && !isNight
        ? ('notOrdered' as const)
        : undefined),
  };
  if (!kind || Object.values(faults).some(Boolean)) return { faults };
  return {
    kind,
    from: instantAt(from, fromMinute ?? 0),
    until:
      untilMinute === undefined
        ? instantAt(addDays(until, 1), 0)
        : instantAt(isNight ? addDays(until, 1) : until, untilMinute),
  };
}

const isOverMidnight = (from: MinuteOfDay | undefined, until: MinuteOfDay | undefined) =>
  from !== undefined && until !== undefined && from >= NIGHT_BEGINS_FROM && until <= NIGHT_ENDS_BY;

function untilFault(from: IsoDate, until: string, hasTimes: boolean): AbsenceFault | undefined {
  if (!isIsoDate(until)) return 'untilInvalid';
  if (until < from) return 'notOrdered';
  if (until > addDays(from, LONGEST_DAYS)) return 'tooLong';
  return hasTimes && until !== from ? 'hoursOfOneDay' : undefined;
}

function timeFault(text: string, minute: number | undefined, hasTimes: boolean): AbsenceFault | undefined {
  if (text !== '') return minute === undefined ? 'timeInvalid' : undefined;
  return hasTimes ? 'timesIncomplete' : undefined;
}
