import type { Language } from '../../shared/language.js';
import { grouped } from '../../shared/text/numbers.js';

const minutes = (language: Language, count: number) => `${grouped(language, count)}\u00a0min`;

const sv = {
  title: 'Fördelning av besöken',
  link: 'Fördelning mellan fältassistenterna',
  term: 'Termin',
  oneMore: 'Om någon får ett besök till på',
  length: (count: number) => `${String(count)} min`,
  show: 'Visa',
  csv: 'Hämta som CSV',
  print: 'Skriv ut',
  termName: (season: 'autumn' | 'spring', year: string) =>
    `${season === 'autumn' ? 'Höstterminen' : 'Vårterminen'} ${year}`,
  noTerm: 'Det finns ingen termin att visa. Kontrollera läsåret.',
  nobody: 'Ingen var anställd under terminen.',
  next: (names: string) => `Näst på tur: ${names}.`,
  level: (count: number) => `Teamets nivå är ${minutes('sv', count)} belastning på heltid.`,
  caption: (term: string) => `Fördelning av besöken, ${term.toLowerCase()}`,
  columns: {
    name: 'Fältassistent',
    share: 'Tjänst, %',
    booked: 'Bokat, min',
    held: 'Genomfört, min',
    evenings: 'Kvällar',
    pairs: 'Gick med',
    credit: 'Tid borta, min',
    load: 'Belastning, min',
    difference: 'Mot nivån, min',
    turn: 'Tur',
    loadWithOneMore: 'Belastning med ett till, min',
    differenceWithOneMore: 'Mot nivån med ett till, min',
  },
  rulesHeading: 'Vad siffrorna betyder',
  rules: (evening: number) => ({
    share: 'Tjänstens omfattning. En halvtid ska ha hälften så många minuter.',
    booked:
      'Föreläsningens minuter för besök i terminen som är bokade eller inte är uppföljda. Marginaler och resor räknas inte.',
    held: 'Samma, för besök som är genomförda.',
    evenings: `Besök som börjar kl. 17.00 eller senare. Deras minuter räknas som ${String(evening)}\u00a0% i belastningen.`,
    pairs: 'Kollegor på samma besök, och på hur många.',
    credit:
      'Läggs till för den som började eller slutade under terminen, eller var borta minst tio hela arbetsdagar: så mycket som var och en av de andra bar under tiden. Då börjar ingen om från noll.',
    load: 'Minuterna delade med tjänsten, plus tid borta. Det är den som avgör turen.',
    difference: 'Belastningen minus teamets nivå. Nivån är medelvärdet, räknat efter tjänst.',
    turn: 'Minst belastning går först, sedan den som längst inte har fått något nytt. Den som leder föreläsningen, hålls för skolan eller har varit där kan gå före, men aldrig så att någon kommer mer än ett besök efter.',
    loadWithOneMore: 'Vad belastningen blir om just den personen får besöket.',
    differenceWithOneMore: 'Och hur långt från nivån det är, när även nivån har stigit.',
  }),
  own: {
    title: 'Min del av besöken',
    lead: (term: string) => `${term}. Så här mycket har du fått, och så ligger du till mot teamet.`,
    level: 'Teamets nivå',
    standing: (difference: number) =>
      difference === 0
        ? 'Du ligger på teamets nivå.'
        : `Du ligger ${minutes('sv', Math.abs(difference))} ${difference < 0 ? 'under' : 'över'} teamets nivå.`,
    turn: (place: number, of: number) =>
      place === 1 ? 'Du står först på tur.' : `Du står på plats ${String(place)} av ${String(of)} i turen.`,
    nothing: 'Du var inte anställd under terminen.',
  },
};

const en: typeof sv = {
  title: 'How visits are shared out',
  link: 'How visits are shared between the youth field workers',
  term: 'Term',
  oneMore: 'If somebody gets one more visit of',
  length: count => `${String(count)} min`,
  show: 'Show',
  csv: 'Fetch as CSV',
  print: 'Print',
  termName: (season, year) => `${season === 'autumn' ? 'Autumn term' : 'Spring term'} ${year}`,
  noTerm: 'There is no term to show. Check the school year.',
  nobody: 'Nobody was employed during the term.',
  next: names => `Next in turn: ${names}.`,
  level: count => `The team’s level is ${minutes('en', count)} of load for full time.`,
  caption: term => `How visits are shared out, ${term.toLowerCase()}`,
  columns: {
    name: 'Youth field worker',
    share: 'Working share, %',
    booked: 'Booked, min',
    held: 'Held, min',
    evenings: 'Evenings',
    pairs: 'Went with',
    credit: 'Time away, min',
    load: 'Load, min',
    difference: 'Against the level, min',
    turn: 'Turn',
    loadWithOneMore: 'Load with one more, min',
    differenceWithOneMore: 'Against the level with one more, min',
  },
  rulesHeading: 'What the figures mean',
  rules: evening => ({
    share: 'How much somebody works. Half time should have half the minutes.',
    booked:
      'Minutes of the lecture for visits in the term that are booked or not followed up. Margins and ways do not count.',
    held: 'The same, for visits that were held.',
    evenings: `Visits that begin at 17:00 or later. Their minutes count as ${String(evening)}\u00a0% in the load.`,
    pairs: 'Colleagues on the same visit, and on how many.',
    credit:
      'Added for whoever began or left during the term, or was away at least ten whole working days: as much as each of the others bore meanwhile. So nobody starts again from nothing.',
    load: 'The minutes divided by the working share, plus time away. It decides the turn.',
    difference: 'The load minus the team’s level. The level is the mean, counted by the working share.',
    turn: 'The least load goes first, then whoever has waited longest for something new. Whoever leads the lecture, is kept for the school or has been there may go before, but never so that anybody falls more than one visit behind.',
    loadWithOneMore: 'What the load becomes if this very person gets the visit.',
    differenceWithOneMore: 'And how far from the level that is, once the level has risen too.',
  }),
  own: {
    title: 'My share of the visits',
    lead: term => `${term}. This is what you have been given, and how you stand against the team.`,
    level: 'The team’s level',
    standing: difference =>
      difference === 0
        ? 'You are at the team’s level.'
        : `You are ${minutes('en', Math.abs(difference))} ${difference < 0 ? 'below' : 'above'} the team’s level.`,
    turn: (place, of) =>
      place === 1 ? 'You are first in turn.' : `You are number ${String(place)} of ${String(of)} in turn.`,
    nothing: 'You were not employed during the term.',
  },
};

export const ledgerTexts: Record<Language, typeof sv> = { sv, en };
