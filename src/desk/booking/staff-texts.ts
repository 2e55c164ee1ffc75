import type { DecidedBy } from '../../calendars/staffing-reason.js';
import { numberWord, type Language } from '../../shared/language.js';

const sv = {
  title: 'Ändra bemanningen',
  lead: (needed: number) =>
    `${needed === 1 ? 'En' : numberWord('sv', needed)} behövs. Kryssa för dem som ska gå.`,
  people: 'Vilka går?',
  goesNow: 'går nu',
  standing: {
    free: 'Ledig',
    tight: 'Kort marginal',
    capped: 'Har nått gränsen',
    outsideHours: 'Utanför arbetstiden',
    busy: 'Upptagen',
    away: 'Borta då',
    notQualified: 'Håller inte föreläsningen',
  },
  lacksRest: 'får inte hela vilan efter ett sent pass',
  alsoCapped: 'har redan så många besök som gränsen',
  load: (minutes: string, share: number) =>
    `${minutes} bokade minuter i terminen vid ${String(share)}\u00a0%`,
  first: 'först i tur',
  /** What goes before the turn. */
  before: {
    published: 'står på den publicerade tiden',
    lead: 'leder föreläsningen',
    kept: 'går helst till den här skolan',
    thereThatDay: 'är på skolan den dagen ändå',
    beenThere: 'har varit på skolan förut',
    load: '',
    wait: '',
  } satisfies Record<DecidedBy, string> as Record<DecidedBy, string>,
  weight: (load: string, difference: string) =>
    `Med besöket ${load}\u00a0min belastning, ${difference} mot teamets nivå.`,
  blocks: {
    visit: (school: string, when: string) => `är på ${school} ${when}`,
    hold: (when: string) => `tiden ${when} hålls just nu åt en skola`,
    undo: (when: string) => `tiden ${when} är reserverad en halv minut`,
    absence: 'frånvaro är inlagd',
    outside: (when: string) => `upptagen i egen kalender ${when}`,
    kept: (when: string) => `står på en publicerad tid ${when}`,
  },
  cannot: 'Kan inte',
  reason: 'Skäl, om marginalen, vilan, gränsen eller arbetstiden inte räcker',
  reasonHint: 'Sparas som intern anteckning.',
  mails: 'Den som ska gå får en kallelse, den som inte längre går får veta det. Skolan får inget mejl.',
  press: 'Spara bemanningen',
  faults: {
    nobody: () => 'Kryssa för minst en som ska gå.',
    tooMany: (needed: number) => `Kryssa för högst ${numberWord('sv', needed)}.`,
    notPossible: () => 'Någon av dem kan inte längre. Välj igen.',
    timeTaken: () => 'Någon av dem blev just upptagen. Välj igen.',
    reasonMissing: () => 'Skriv skälet till undantaget.',
    reasonTooLong: () => 'Korta ner skälet till högst 1\u00a0000 tecken.',
    reasonHoldsNumber: () => 'Ta bort personnumret ur skälet.',
  },
};

const en: typeof sv = {
  title: 'Change staff',
  lead: needed =>
    `${needed === 1 ? 'One is' : `${numberWord('en', needed)} are`} needed. Tick those who are to go.`,
  people: 'Who goes?',
  goesNow: 'goes now',
  standing: {
    free: 'Free',
    tight: 'Short margin',
    capped: 'At the limit',
    outsideHours: 'Outside the hours',
    busy: 'Busy',
    away: 'Away then',
    notQualified: 'Does not hold the lecture',
  },
  lacksRest: 'does not get the whole rest after late work',
  alsoCapped: 'already has as many visits as the limit',
  load: (minutes, share) => `${minutes} booked minutes in the term at ${String(share)}\u00a0%`,
  first: 'first in turn',
  before: {
    published: 'is named on the published time',
    lead: 'leads the lecture',
    kept: 'is kept for this school',
    thereThatDay: 'is at the school that day anyway',
    beenThere: 'has been at the school before',
    load: '',
    wait: '',
  },
  weight: (load, difference) =>
    `With the visit ${load}\u00a0min of load, ${difference} against the team’s level.`,
  blocks: {
    visit: (school, when) => `is at ${school} ${when}`,
    hold: when => `the time ${when} is being held for a school`,
    undo: when => `the time ${when} is reserved for half a minute`,
    absence: 'absence has been entered',
    outside: when => `busy in own calendar ${when}`,
    kept: when => `is named on a published time ${when}`,
  },
  cannot: 'Cannot',
  reason: 'Reason, where margin, rest, limit or hours are not enough',
  reasonHint: 'Kept as an internal note.',
  mails: 'Whoever is to go gets an invitation, whoever no longer goes is told. The school gets no mail.',
  press: 'Save the staff',
  faults: {
    nobody: () => 'Tick at least one who is to go.',
    tooMany: needed => `Tick at most ${numberWord('en', needed)}.`,
    notPossible: () => 'One of them no longer can. Choose again.',
    timeTaken: () => 'One of them has just become busy. Choose again.',
    reasonMissing: () => 'Write the reason for the exception.',
    reasonTooLong: () => 'Shorten the reason to at most 1,000 characters.',
    reasonHoldsNumber: () => 'Remove the personal identity number from the reason.',
  },
};

export const staffTexts: Record<Language, typeof sv> = { sv, en };
