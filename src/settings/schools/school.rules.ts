// A school as its coordinator edits it:
// - it has a name that is shown, an organizer and at least one grade; the name of the register is never changed;
// - a postal code has five digits, a number of pupils is a number, an office has one e-mail address; all may be empty;
// - days that it keeps for itself are a day or some, not all of them past, at most a hundred at a time, and named;
// - a domain of staff is a school's own: the large services of mail are everybody's, and would prove nothing.
import { oneLine, onlyFaults } from '../../bookings/details.rules.js';
import type { OrganizerType } from '../../schools/school.entity.js';
import { emailAddress, domainOf } from '../../shared/text/email.js';
import { addDays, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';

export const ORGANIZERS = ['municipal', 'independent', 'otherPublic'] as const satisfies OrganizerType[];

const LONGEST = 150;
const MOST_PUPILS = 10_000;
const MOST_DAYS = 100;

export const EMPTY_SCHOOL = {
  displayName: '',
  organizerType: '',
  grades: [] as string[],
  street: '',
  postalCode: '',
  city: '',
  pupilCount: '',
  officeEmail: '',
  isActive: '',
  kept: [] as string[],
};
export type SchoolSheet = typeof EMPTY_SCHOOL;

export interface PlannedSchool {
  displayName: string;
  organizerType: OrganizerType;
  grades: string[];
  street: string;
  postalCode: string;
  city: string;
  pupilCount: number | null;
  officeEmail: string | null;
  isActive: boolean;
}

export type SchoolFault =
  | 'nameMissing'
  | 'nameTaken'
  | 'tooLong'
  | 'organizerMissing'
  | 'gradesMissing'
  | 'postalCodeInvalid'
  | 'pupilsInvalid'
  | 'emailInvalid';

export type SchoolFaults = Partial<Record<keyof SchoolSheet, SchoolFault>>;

/** `kept`: ids of those whom the district keeps for it, in their order. */
export const sheetOfSchool = (school: PlannedSchool, kept: string[] = []): SchoolSheet => ({
  displayName: school.displayName,
  organizerType: school.organizerType,
  grades: school.grades,
  street: school.street,
  postalCode: school.postalCode,
  city: school.city,
  pupilCount: school.pupilCount === null ? '' : String(school.pupilCount),
  officeEmail: school.officeEmail ?? '',
  isActive: school.isActive ? 'yes' : '',
  kept,
});

/** `grades`: codes that may be chosen, in their order. */
export function readSchool(typed: SchoolSheet, grades: string[]): PlannedSchool | { faults: SchoolFaults } {
  const displayName = oneLine(typed.displayName);
  const organizerType = ORGANIZERS.find(one => one === typed.organizerType);
  const chosen = grades.filter(grade => typed.grades.includes(grade));
  const postalCode = typed.postalCode.replace(/\s/g, '');
  const pupils = typed.pupilCount.replace(/\s/g, '');
  const officeEmail = typed.officeEmail.trim() === '' ? null : emailAddress(typed.officeEmail);
  const faults = onlyFaults<SchoolFaults>({
    displayName: displayName === '' ? 'nameMissing' : tooLong(displayName),
    organizerType: organizerType ? undefined : 'organizerMissing',
    grades: chosen.length > 0 ? undefined : 'gradesMissing',
    street: tooLong(typed.street),
    postalCode: postalCode === '' || /^\d{5}$/.test(postalCode) ? undefined : 'postalCodeInvalid',
    city: tooLong(typed.city),
    pupilCount:
      pupils === '' || (/^\d+$/.test(pupils) && Number(pupils) <= MOST_PUPILS) ? undefined : 'pupilsInvalid',
    officeEmail: officeEmail === undefined ? 'emailInvalid' : undefined,
  });
  if (!organizerType || officeEmail === undefined || Object.keys(faults).length > 0) return { faults };
  return {
    displayName,
    organizerType,
    grades: chosen,
    street: oneLine(typed.street),
    postalCode: postalCode && `${postalCode.slice(0, 3)} ${postalCode.slice(3)}`,
    city: oneLine(typed.city),
    pupilCount: pupils === '' ? null : Number(pupils),
    officeEmail,
    isActive: typed.isActive === 'yes',
  };
}

const tooLong = (text: string) => (oneLine(text).length > LONGEST ? ('tooLong' as const) : undefined);

export interface TypedClosedDays {
  from: string;
  /** Empty for one day. */
  until: string;
  nameSv: string;
  /** Empty where it is called the same in English. */
  nameEn: string;
}

export interface PlannedClosedDays {
  startsOn: IsoDate;
  endsOn: IsoDate;
  nameSv: string;
  nameEn: string;
}

export type ClosedDaysFault =
  | 'fromMissing'
  | 'untilInvalid'
  | 'notOrdered'
  | 'past'
  | 'tooMany'
  | 'nameMissing'
  | 'tooLong'
  | 'enteredAlready';

export type ClosedDaysFaults = Partial<Record<keyof TypedClosedDays, ClosedDaysFault>>;

export function readClosedDays(
  typed: TypedClosedDays,
  today: IsoDate,
): PlannedClosedDays | { faults: ClosedDaysFaults } {
  const startsOn = typed.from.trim();
  const endsOn = typed.until.trim() || startsOn;
  const nameSv = oneLine(typed.nameSv);
  const faults = onlyFaults<ClosedDaysFaults>({
    from: isIsoDate(startsOn) ? undefined : 'fromMissing',
    until: isIsoDate(startsOn) ? lastDayFault(startsOn, endsOn, today) : undefined,
    nameSv: nameSv === '' ? 'nameMissing' : tooLong(nameSv),
    nameEn: tooLong(typed.nameEn),
  });
  if (Object.keys(faults).length > 0) return { faults };
  return { startsOn, endsOn, nameSv, nameEn: oneLine(typed.nameEn) || nameSv };
}

function lastDayFault(startsOn: IsoDate, endsOn: string, today: IsoDate): ClosedDaysFault | undefined {
  if (!isIsoDate(endsOn)) return 'untilInvalid';
  if (endsOn < startsOn) return 'notOrdered';
  if (endsOn < today) return 'past';
  return endsOn > addDays(startsOn, MOST_DAYS - 1) ? 'tooMany' : undefined;
}

export const HOLDERS = ['staff', 'pupils'] as const;
export type Holder = (typeof HOLDERS)[number];

export type DomainFault = 'domainInvalid' | 'everybodys' | 'holderMissing' | 'listedAlready';
export type DomainFaults = Partial<Record<'domain' | 'holder', DomainFault>>;

/** Where anybody gets an address: "gmail.com" proves nothing of a school. */
const EVERYBODYS =
  /^(gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|aol|gmx|proton|protonmail|telia|bredband2?|comhem|spray|passagen|mail)\.[a-z]{2,3}$/;

/** "@Skolan.se" is skolan.se. */
export function readDomain(typed: {
  domain: string;
  holder: string;
}): { domain: string; holder: Holder } | { faults: DomainFaults } {
  const address = emailAddress(`x@${typed.domain.trim().replace(/^@/, '')}`);
  const holder = HOLDERS.find(one => one === typed.holder);
  const domain = address && domainOf(address);
  const faults = onlyFaults<DomainFaults>({
    domain: !domain
      ? 'domainInvalid'
      : holder === 'staff' && EVERYBODYS.test(domain)
        ? 'everybodys'
        : undefined,
    holder: holder ? undefined : 'holderMissing',
  });
  return domain && holder && !faults.domain ? { domain, holder } : { faults };
}
