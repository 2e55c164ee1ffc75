import type { Language } from '../../shared/language.js';
import { availabilityTexts } from './availability-texts.js';
import type { ExtraFault } from './extra.rules.js';

const sv = {
  title: 'Lägg in extra tid',
  lead: 'Tid utöver dina vanliga tider, en dag i taget. Skolor kan boka dig då också.',
  closed: 'På lov, röda dagar och helger är skolorna stängda, och då hjälper ingen extra tid.',
  date: 'Dag',
  from: 'Från klockan',
  until: 'Till klockan',
  timeHint: 'Till exempel 15.30.',
  save: 'Lägg in',
  removeTitle: 'Ta bort den extra tiden?',
  remove: 'Ta bort tiden',
  faults: {
    ...availabilityTexts.sv.dateFaults,
    ...availabilityTexts.sv.timeFaults,
    timeMissing: 'Skriv ett klockslag.',
    overlaps: 'Tiden krockar med annan extra tid samma dag.',
    alreadyThere: 'Då går du redan att boka.',
  } satisfies Record<ExtraFault, string>,
};

const en: typeof sv = {
  title: 'Enter extra hours',
  lead: 'Hours besides your ordinary ones, one day at a time. Schools can book you then too.',
  closed: 'In breaks, on red days and at weekends schools are closed, and extra hours do not help.',
  date: 'Day',
  from: 'From the hour',
  until: 'To the hour',
  timeHint: 'For example 15:30.',
  save: 'Enter',
  removeTitle: 'Remove the extra hours?',
  remove: 'Remove the hours',
  faults: {
    ...availabilityTexts.en.dateFaults,
    ...availabilityTexts.en.timeFaults,
    timeMissing: 'Enter a time.',
    overlaps: 'The hours overlap other extra hours on that day.',
    alreadyThere: 'You can already be booked then.',
  },
};

export const extraTexts: Record<Language, typeof sv> = { sv, en };
