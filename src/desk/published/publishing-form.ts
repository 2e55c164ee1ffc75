// What the forms for published times hold, and what is wrong where it cannot be read.
import type { Term } from '../../shared/school-year/school-calendar.js';
import { clockTimes } from '../../shared/time/clock-times.js';
import { isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import type { MinuteOfDay } from '../../shared/time/swedish-time.js';
import { mayHold, type PublishableLecture } from './publishing.rules.js';

/** In the addresses of the forms. */
export const FORMS = ['ny', 'termin', 'kopiera'] as const;
export type FormKind = (typeof FORMS)[number];

/** Stands for every lecture that takes published times. */
export const EVERY_LECTURE = 'alla';
const MOST_TIMES = 10;

/** By the names of the fields. */
export interface TypedPublishing {
  forelasning: string;
  datum: string;
  termin: string;
  veckodag: string[];
  tider: string;
  person: string[];
  fran: string;
}

export type PublishingField = keyof TypedPublishing;
export type PublishingFault =
  'notChosen' | 'noDate' | 'noTimes' | 'notTimes' | 'tooManyTimes' | 'notQualified';
export type PublishingFaults = Partial<Record<PublishingField, PublishingFault>>;

export type PublishingWish =
  | (Common & { kind: 'ny'; date: IsoDate })
  | (Common & { kind: 'termin'; term: Term; weekdays: number[] })
  | { kind: 'kopiera'; from: Term; to: Term };

interface Common {
  lectureId: string | null;
  minutes: MinuteOfDay[];
  people: string[];
}

export interface FormGround {
  lectures: PublishableLecture[];
  people: { id: string }[];
  /** Of which times can be published, and of which they can be copied. */
  coming: Term[];
  withTimes: Term[];
}

export function readPublishing(
  kind: FormKind,
  typed: TypedPublishing,
  ground: FormGround,
): PublishingWish | { faults: PublishingFaults } {
  const faults: PublishingFaults = {};
  const to = ground.coming.find(term => term.id === typed.termin);
  if (kind === 'kopiera') {
    const from = ground.withTimes.find(term => term.id === typed.fran && term.id !== typed.termin);
    if (!from) faults.fran = 'notChosen';
    if (!to) faults.termin = 'notChosen';
    return from && to ? { kind, from, to } : { faults };
  }
  const lecture = ground.lectures.find(one => one.id === typed.forelasning);
  if (!lecture && typed.forelasning !== EVERY_LECTURE) faults.forelasning = 'notChosen';
  const minutes = clockTimes(typed.tider);
  if (!minutes) faults.tider = 'notTimes';
  else if (minutes.length === 0) faults.tider = 'noTimes';
  else if (minutes.length > MOST_TIMES) faults.tider = 'tooManyTimes';
  const lectureId = lecture?.id ?? null;
  const people = ground.people.map(one => one.id).filter(id => typed.person.includes(id));
  if (!faults.forelasning && people.some(id => !mayHold(id, lectureId, ground.lectures)))
    faults.person = 'notQualified';
  const weekdays = [1, 2, 3, 4, 5].filter(weekday => typed.veckodag.includes(String(weekday)));
  if (kind === 'ny' && !isIsoDate(typed.datum)) faults.datum = 'noDate';
  if (kind === 'termin' && !to) faults.termin = 'notChosen';
  if (kind === 'termin' && weekdays.length === 0) faults.veckodag = 'notChosen';
  if (Object.keys(faults).length > 0) return { faults };
  const common = { lectureId, minutes: minutes!, people };
  return kind === 'ny' ? { ...common, kind, date: typed.datum } : { ...common, kind, term: to!, weekdays };
}
