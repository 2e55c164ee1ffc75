import { AUDIENCES, type Audience } from '../districts/bookable-hours.entity.js';
import { textOf, type Posted } from '../platform/web/posted.js';
import type { OrganizerType } from '../schools/school.entity.js';
import { daysBetween, type IsoDate } from '../shared/time/iso-date.js';
import type { Role } from '../staff/roles.js';
import { ownPeriod, periodOfKey, runningTerm, type Period, type PeriodFault } from './period.rules.js';
import type { VisitFilter } from './report-question.js';
import type { Grouping } from './report.rules.js';

/** What somebody has chosen, as it stands in the address. */
export interface ReportRequest {
  period: Period;
  grouping: Grouping;
  filter: VisitFilter;
  /** The slug of a district; only for those who see all of them. */
  district: string | null;
  /** As they were typed. */
  from: string;
  to: string;
  fault?: { fault: PeriodFault; at: 'from' | 'to' };
}

/** What can be chosen from. */
export interface ReportChoices {
  lectures: { slug: string; title: string }[];
  grades: { code: string; label: string }[];
  /** Empty for those who see one district only. */
  districts: { id: string; slug: string; name: string }[];
}

export const GROUPING_WORDS: Record<Grouping, string> = {
  week: 'vecka',
  month: 'manad',
  assistant: 'person',
  school: 'skola',
  district: 'stadsdel',
};
export const ORGANIZER_WORDS: Record<OrganizerType, string> = {
  municipal: 'kommunal',
  independent: 'fristaende',
  otherPublic: 'ovrig',
};
export const AUDIENCE_WORDS: Record<Audience, string> = {
  students: 'elever',
  guardians: 'vardnadshavare',
  schoolStaff: 'personal',
  schoolLeaders: 'skolledning',
};

const meantBy = <Value extends string>(words: Record<Value, string>, typed: string): Value | null =>
  (Object.keys(words) as Value[]).find(value => words[value] === typed) ?? null;

/** Persons are for their own coordinator alone; schools of one district at a time. */
export const groupingsFor = (role: Role, hasDistrict: boolean): Grouping[] =>
  role === 'analyst'
    ? ['week', 'month', ...(hasDistrict ? (['school'] as const) : (['district'] as const))]
    : ['week', 'month', 'assistant', 'school'];

/** Reads the address. Whatever names nothing is as if it had not been said; dates that are wrong are told. */
export function readRequest(
  query: Posted,
  role: Role,
  choices: ReportChoices,
  today: IsoDate,
): ReportRequest {
  const [key, from, to] = ['period', 'fran', 'till'].map(name => textOf(query, name).trim()) as [
    string,
    string,
    string,
  ];
  const own = key === 'egen' ? ownPeriod(from, to) : undefined;
  const fault = own && 'fault' in own ? own : undefined;
  const chosen = own && !('fault' in own) ? own : periodOfKey(key);
  const period = chosen ?? runningTerm(today);
  const districtSlug = textOf(query, 'stadsdel');
  const district = choices.districts.some(one => one.slug === districtSlug) ? districtSlug : null;
  const known = (name: string, values: string[]) => {
    const typed = textOf(query, name);
    return values.includes(typed) ? typed : null;
  };
  const wanted = meantBy(GROUPING_WORDS, textOf(query, 'visa'));
  const usual = daysBetween(period.from, period.to) > 190 ? 'month' : 'week';
  return {
    period,
    grouping: wanted && groupingsFor(role, district !== null).includes(wanted) ? wanted : usual,
    filter: {
      organizer: meantBy(ORGANIZER_WORDS, textOf(query, 'huvudman')),
      audience: AUDIENCES.find(one => AUDIENCE_WORDS[one] === textOf(query, 'malgrupp')) ?? null,
      lecture: known(
        'forelasning',
        choices.lectures.map(one => one.slug),
      ),
      grade: known(
        'arskurs',
        choices.grades.map(one => one.code),
      ),
    },
    district,
    from,
    to,
    fault,
  };
}

/** The query of an address that says the same again. */
export function queryOf(request: ReportRequest): string {
  const { period, filter } = request;
  const said: [string, string | null][] = [
    ['period', period.key],
    ['fran', period.kind === 'egen' ? period.from : null],
    ['till', period.kind === 'egen' ? period.to : null],
    ['visa', GROUPING_WORDS[request.grouping]],
    ['huvudman', filter.organizer && ORGANIZER_WORDS[filter.organizer]],
    ['malgrupp', filter.audience && AUDIENCE_WORDS[filter.audience]],
    ['forelasning', filter.lecture],
    ['arskurs', filter.grade],
    ['stadsdel', request.district],
  ];
  return new URLSearchParams(said.filter((pair): pair is [string, string] => pair[1] !== null)).toString();
}
