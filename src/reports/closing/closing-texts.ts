import { plural, type Language } from '../../shared/language.js';
import { dateAtClock } from '../../shared/time/format.js';
import type { ClosedFigure } from './closing.rules.js';
import type { Closing } from './closings.js';

const sv = {
  heading: (name: string) => `Fastställ ${name}`,
  headingClosed: 'Fastställda siffror',
  notYet:
    'Perioden är slut. När du fastställer den sparas siffrorna med datum och ditt namn. Ändras något senare syns skillnaden här.',
  untold: (count: number) =>
    `${String(count)} besök är inte ${plural(count, 'uppföljt', 'uppföljda')}. Följ upp först, så kommer det med.`,
  followUp: 'Visa dem',
  close: 'Fastställ siffrorna',
  closeAgain: 'Fastställ de nya siffrorna',
  closed: (at: string, by: string) => `Fastställd ${at} av ${by}.`,
  same: 'Ingenting har ändrats sedan dess.',
  differs: 'Siffrorna har ändrats sedan dess.',
  done: 'Siffrorna är fastställda.',
  stale: 'Siffrorna ändrades medan du läste. Läs dem igen innan du fastställer.',
  caption: (name: string) => `Fastställda siffror och siffrorna nu, ${name}`,
  columns: { figure: 'Siffra', closed: 'Fastställt', now: 'Nu', change: 'Skillnad' },
  figures: {
    available: 'Tillgängliga timmar',
    offered: 'Erbjudna timmar',
    booked: 'Bokade timmar',
    utilisation: 'Beläggning',
    visits: 'Genomförda besök',
    pupils: 'Elever som nåtts',
    lost: 'Förlorade besök',
    reached: 'Skolor som nåtts',
    municipalVisits: 'Besök i kommunala skolor',
    municipalPupils: 'Elever i kommunala skolor',
    independentVisits: 'Besök i fristående skolor',
    independentPupils: 'Elever i fristående skolor',
  } satisfies Record<ClosedFigure, string>,
  sheet: 'Fastställt',
};

const en: typeof sv = {
  heading: name => `Close ${name}`,
  headingClosed: 'Closed figures',
  notYet:
    'The period is over. When you close it, its figures are kept with the date and your name. What changes later shows here as a difference.',
  untold: count =>
    `${String(count)} ${plural(count, 'visit has', 'visits have')} not been followed up. Do that first, so that they count.`,
  followUp: 'Show them',
  close: 'Close the figures',
  closeAgain: 'Close the new figures',
  closed: (at, by) => `Closed ${at} by ${by}.`,
  same: 'Nothing has changed since.',
  differs: 'The figures have changed since.',
  done: 'The figures are closed.',
  stale: 'The figures changed while you were reading. Read them again before you close them.',
  caption: name => `Closed figures and the figures now, ${name}`,
  columns: { figure: 'Figure', closed: 'Closed', now: 'Now', change: 'Difference' },
  figures: {
    available: 'Available hours',
    offered: 'Offered hours',
    booked: 'Booked hours',
    utilisation: 'Utilisation',
    visits: 'Visits held',
    pupils: 'Pupils reached',
    lost: 'Lost visits',
    reached: 'Schools reached',
    municipalVisits: 'Visits at municipal schools',
    municipalPupils: 'Pupils at municipal schools',
    independentVisits: 'Visits at independent schools',
    independentPupils: 'Pupils at independent schools',
  },
  sheet: 'Closed',
};

export const closingTexts: Record<Language, typeof sv> = { sv, en };

export const closedInWords = (closing: Closing, language: Language): string =>
  closingTexts[language].closed(dateAtClock(language, closing.closedAt), closing.by);
