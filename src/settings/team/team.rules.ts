// The team as its coordinator edits it:
// - a fältassistent has a name, one e-mail address, a working share of 1 to 100 per cent and a first day of employment;
// - a last day, where there is one, is not before the first;
// - whether schools see a name is its owner's choice: a coordinator can take it back and never give it;
// - an account belongs to somebody who is employed; nobody switches off their own, and a district keeps a coordinator.
import { oneLine } from '../../bookings/details.rules.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { emailAddress } from '../../shared/text/email.js';
import { isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';

export const LONGEST_NAME = 100;

export const EMPTY_PERSON = { name: '', email: '' };
export type PersonSheet = typeof EMPTY_PERSON;

export const EMPTY_MEMBER = {
  ...EMPTY_PERSON,
  /** Per cent of full time. */
  workingShare: '',
  employedFrom: '',
  employedUntil: '',
  nameIsPublic: '',
  /** Ids of the lectures this person may hold. */
  lectures: [] as string[],
};
export type MemberSheet = typeof EMPTY_MEMBER;

export interface PlannedMember {
  name: string;
  email: string;
  /** From 0.01 to 1. */
  workingShare: number;
  employedFrom: IsoDate;
  employedUntil: IsoDate | null;
  nameIsPublic: boolean;
  lectureIds: string[];
}

export type MemberFault =
  | 'nameMissing'
  | 'nameTooLong'
  | 'emailInvalid'
  | 'emailTaken'
  | 'shareInvalid'
  | 'fromInvalid'
  | 'untilInvalid'
  | 'notOrdered';

export type MemberFaults = Partial<Record<keyof MemberSheet, MemberFault>>;

export type PersonFaults = Pick<MemberFaults, keyof PersonSheet>;

export const sheetOfMember = (member: PlannedMember): MemberSheet => ({
  name: member.name,
  email: member.email,
  workingShare: String(Math.round(member.workingShare * 100)),
  employedFrom: member.employedFrom,
  employedUntil: member.employedUntil ?? '',
  nameIsPublic: member.nameIsPublic ? 'yes' : '',
  lectures: member.lectureIds,
});

/** Reads what was typed, or says at which field something is wrong. */
export function readMember(
  typed: MemberSheet,
  known: { nameIsPublic: boolean; lectureIds: string[] },
): PlannedMember | { faults: MemberFaults } {
  const person = readPerson(typed);
  const workingShare = readShare(typed.workingShare);
  const from = typed.employedFrom.trim();
  const until = typed.employedUntil.trim() || null;
  const faults: MemberFaults = {
    ...('faults' in person ? person.faults : {}),
    ...(workingShare === undefined && { workingShare: 'shareInvalid' as const }),
    ...(!isIsoDate(from) && { employedFrom: 'fromInvalid' as const }),
    ...untilFault(from, until),
  };
  if ('faults' in person || workingShare === undefined || Object.keys(faults).length > 0) return { faults };
  return {
    ...person,
    workingShare,
    employedFrom: from,
    employedUntil: until,
    nameIsPublic: known.nameIsPublic && typed.nameIsPublic === 'yes',
    lectureIds: known.lectureIds.filter(id => typed.lectures.includes(id)),
  };
}

/** Name and address alone: what an account of a coordinator is made of. */
export function readPerson(typed: PersonSheet): { name: string; email: string } | { faults: PersonFaults } {
  const name = oneLine(typed.name);
  const email = emailAddress(typed.email);
  const nameFault = name === '' ? 'nameMissing' : name.length > LONGEST_NAME ? 'nameTooLong' : undefined;
  if (email && !nameFault) return { name, email };
  return {
    faults: { ...(nameFault && { name: nameFault }), ...(!email && { email: 'emailInvalid' as const }) },
  };
}

/** "75", "75 %" */
function readShare(typed: string): number | undefined {
  const percent = /^(\d{1,3})\s*%?$/.exec(typed.trim())?.[1];
  const share = Number(percent) / 100;
  return percent && share > 0 && share <= 1 ? share : undefined;
}

function untilFault(from: string, until: string | null): MemberFaults {
  if (until === null) return {};
  if (!isIsoDate(until)) return { employedUntil: 'untilInvalid' };
  return isIsoDate(from) && until < from ? { employedUntil: 'notOrdered' } : {};
}

export type AccountState = 'none' | 'invited' | 'active' | 'disabled';

export const accountState = (account: { hasPassword: boolean; isDisabled: boolean } | null): AccountState => {
  if (!account) return 'none';
  if (account.isDisabled) return 'disabled';
  return account.hasPassword ? 'active' : 'invited';
};

export const ACCOUNT_ACTS = ['invite', 'switchOff', 'switchOn'] as const;
export type AccountAct = (typeof ACCOUNT_ACTS)[number];

export interface AccountFacts {
  state: AccountState;
  isOneself: boolean;
  role: 'assistant' | 'coordinator';
  /** Coordinators of the district who can sign in, the one in question not counted. */
  otherCoordinators: number;
  /** The last day of employment, for a fältassistent. */
  employedUntil: IsoDate | null;
  today: IsoDate;
}

export type AccountRefusal = Refusal<'oneself' | 'lastCoordinator' | 'hasLeft' | 'isSoAlready'>;

export function mayDo(act: AccountAct, facts: AccountFacts): true | AccountRefusal {
  if (!fits(act, facts.state)) return refuse('isSoAlready');
  if (act !== 'switchOff')
    return facts.employedUntil !== null && facts.employedUntil < facts.today ? refuse('hasLeft') : true;
  if (facts.isOneself) return refuse('oneself');
  return facts.role === 'coordinator' && facts.otherCoordinators === 0 ? refuse('lastCoordinator') : true;
}

/** The acts that an account in this state offers. */
export const actsOf = (state: AccountState): AccountAct[] => ACCOUNT_ACTS.filter(act => fits(act, state));

function fits(act: AccountAct, state: AccountState): boolean {
  if (act === 'invite') return state === 'none' || state === 'invited';
  if (act === 'switchOff') return state === 'invited' || state === 'active';
  return state === 'disabled';
}
