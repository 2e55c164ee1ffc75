import { plural, type Language } from '../../shared/language.js';
import type { AbsenceFault, AbsenceKind } from './absence.rules.js';

const KINDS: Record<Language, Record<AbsenceKind, string>> = {
  sv: { holiday: 'Semester', illness: 'Sjuk', training: 'Utbildning', otherDuty: 'Annat uppdrag' },
  en: { holiday: 'Holiday', illness: 'Ill', training: 'Training', otherDuty: 'Other duty' },
};

const sv = {
  title: 'Frånvaro',
  lead: 'Den tid du är borta kan ingen boka. Besök som du redan har står kvar tills någon annan tar dem.',
  coming: 'Inlagt',
  none: 'Du har ingen frånvaro inlagd.',
  remove: 'Ta bort',
  removed: 'Frånvaron är borttagen.',
  add: 'Lägg in frånvaro',
  kind: 'Varför?',
  kinds: KINDS.sv,
  from: 'Från och med',
  until: 'Till och med',
  untilHint: 'Lämna tomt om det är en dag.',
  fromTime: 'Från klockan',
  untilTime: 'Till klockan',
  timeHint: 'Till exempel 13.00. Lämna tomt för hela dagen.',
  save: 'Lägg in',
  checkTitle: (count: number) => plural(count, 'Du har ett besök då', `Du har ${String(count)} besök då`),
  checkLead:
    'De står kvar i din kalender. Teamets brevlåda får veta vilka det gäller, så att någon annan kan ta dem.',
  saveAnyway: 'Lägg in ändå',
  back: 'Ändra frånvaron',
  saved: 'Frånvaron är inlagd.',
  savedAndTold: (count: number) =>
    `Frånvaron är inlagd, och teamets brevlåda har fått veta om ${plural(count, 'ett besök', `${String(count)} besök`)}.`,
  wholeDays: (from: string, until: string) => (from === until ? from : `${from} till ${until}`),
  faults: {
    kindMissing: 'Välj varför du är borta.',
    fromMissing: 'Välj en dag.',
    untilInvalid: 'Välj en dag, eller lämna tomt.',
    inThePast: 'Välj idag eller en dag som kommer.',
    notOrdered: 'Slutet måste ligga efter början.',
    tooLong: 'Lägg in högst ett år i taget.',
    timeInvalid: 'Skriv klockslaget som 13.00.',
    timesIncomplete: 'Skriv båda klockslagen, eller inget.',
    hoursOfOneDay: 'Klockslag gäller en dag. Lägg in en dag i taget.',
  } satisfies Record<AbsenceFault, string>,
};

const en: typeof sv = {
  title: 'Absence',
  lead: 'Nobody can book the time you are away. Visits that you have already stay until somebody else takes them.',
  coming: 'Entered',
  none: 'You have entered no absence.',
  remove: 'Remove',
  removed: 'The absence is removed.',
  add: 'Enter absence',
  kind: 'Why?',
  kinds: KINDS.en,
  from: 'From',
  until: 'To',
  untilHint: 'Leave empty if it is one day.',
  fromTime: 'From the hour',
  untilTime: 'To the hour',
  timeHint: 'For example 13:00. Leave empty for the whole day.',
  save: 'Enter',
  checkTitle: count => plural(count, 'You have a visit then', `You have ${String(count)} visits then`),
  checkLead:
    'They stay in your calendar. The team’s mailbox is told which they are, so that somebody else can take them.',
  saveAnyway: 'Enter all the same',
  back: 'Change the absence',
  saved: 'The absence is entered.',
  savedAndTold: count =>
    `The absence is entered, and the team’s mailbox has been told of ${plural(count, 'one visit', `${String(count)} visits`)}.`,
  wholeDays: (from, until) => (from === until ? from : `${from} to ${until}`),
  faults: {
    kindMissing: 'Choose why you are away.',
    fromMissing: 'Choose a day.',
    untilInvalid: 'Choose a day, or leave empty.',
    inThePast: 'Choose today or a day to come.',
    notOrdered: 'The end has to be after the beginning.',
    tooLong: 'Enter at most a year at a time.',
    timeInvalid: 'Enter the time as 13:00.',
    timesIncomplete: 'Enter both times, or none.',
    hoursOfOneDay: 'Hours are of one day. Enter one day at a time.',
  },
};

export const absenceTexts: Record<Language, typeof sv> = { sv, en };
