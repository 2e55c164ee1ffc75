import { addDays, earlierOf, isIsoDate, type IsoDate } from '../../shared/time/iso-date.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { readInstant } from '../../bookings/journey/time-query.js';
import type { SickChoice } from '../../bookings/sick/sick-acts.js';
import type { IllDays } from './ill-days.js';

const LONGEST_DAYS = 31;
const FARTHEST_DAYS = 366;

/** The page of somebody who is ill on these days, or one of its parts. */
export const sickPath = (assistantId: string, { from, until }: IllDays, rest = ''): string =>
  `/sjuk/${assistantId}${rest}?fran=${from}&till=${until}`;

/** The days of an address or a form; today where they cannot be understood, and never more than a month. */
export function readDays(posted: Posted, today: IsoDate): IllDays {
  const typed = textOf(posted, 'fran');
  const from = isFrom(typed, today) ? typed : today;
  const until = textOf(posted, 'till');
  const isLater = isIsoDate(until) && until > from;
  return { from, until: isLater ? earlierOf(until, addDays(from, LONGEST_DAYS)) : from };
}

/** Whether an illness can be told from that day on. */
export const isFrom = (typed: string, today: IsoDate): boolean =>
  isIsoDate(typed) && typed >= today && typed <= addDays(today, FARTHEST_DAYS);

export const isUntil = (from: IsoDate, until: string): boolean =>
  isIsoDate(until) && until >= from && until <= addDays(from, LONGEST_DAYS);

/** The field of a visit's choice. */
export const choiceField = (reference: string): string => `val-${reference}`;

/** How a choice stands in the form. */
export function choiceValue(choice: SickChoice): string {
  switch (choice.act) {
    case 'substitute':
      return `byt.${choice.people.join('.')}`;
    case 'move':
      return `flytta.${choice.startsAt.toISOString()}`;
    case 'fewer':
      return 'farre';
    case 'cancel':
      return 'stall-in';
  }
}

/** Undefined where nothing is to be done, or what was sent cannot be understood. */
export function readChoice(text: string): SickChoice | undefined {
  const [, word, rest] = /^([a-z-]+)(?:\.(.+))?$/.exec(text) ?? [];
  if (word === 'farre') return { act: 'fewer' };
  if (word === 'stall-in') return { act: 'cancel' };
  if (word === 'byt' && rest) return { act: 'substitute', people: rest.split('.') };
  const startsAt = word === 'flytta' ? readInstant(rest ?? '') : undefined;
  return startsAt && { act: 'move', startsAt };
}
