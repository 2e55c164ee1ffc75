import { plural, type Language } from '../../shared/language.js';
import type { FieldWords } from '../filled.js';
import type { LectureSheet } from './lecture-sheet.js';

const NBSP = '\u00a0';

const fieldsSv: FieldWords<LectureSheet> = {
  titleSv: { label: 'Rubrik', hint: 'Högst 120 tecken.' },
  titleEn: { label: 'Rubrik på engelska' },
  summarySv: { label: 'Ingress', hint: 'En mening i listan över det ni erbjuder. Högst 300 tecken.' },
  summaryEn: { label: 'Ingress på engelska' },
  isPublished: { label: 'Går att boka' },
  timesFrom: {
    label: 'Tiderna',
    hint: 'Uträknade tider kommer av teamets arbetstider och reglerna. Publicerade tider lägger du själv upp under Publicerade tider.',
  },
  audience: { label: 'För vem' },
  grades: { label: 'Årskurser', hint: 'Gäller bara elever.' },
  topics: { label: 'Ämnen' },
  minutes: { label: 'Längd i minuter', hint: 'Från 10 till 480. Gäller bara nya bokningar.' },
  sessionCount: {
    label: 'Antal träffar',
    hint: 'Fler än en för ett program. Skolan bokar den första träffen.',
  },
  peopleNeeded: {
    label: 'Antal fältassistenter',
    hint: 'Från 1 till 10. Lämna tomt för antalet i reglerna. Gäller bara nya bokningar.',
  },
  lead: {
    label: 'Leds av',
    hint: 'Den som leder går alltid på föreläsningen när hen är ledig. De andra platserna fördelas rättvist.',
  },
  groupSmallest: { label: 'Minsta grupp', hint: 'Antal personer. Lämna tomt för det som står i reglerna.' },
  groupLargest: { label: 'Största grupp', hint: 'Antal personer. Lämna tomt för det som står i reglerna.' },
  mostPerWeek: {
    label: 'Högst så många i veckan',
    hint: 'Från 1 till 100. Lämna tomt om det inte finns någon gräns.',
  },
  mostPerTerm: {
    label: 'Högst så många på en termin',
    hint: 'Från 1 till 1\u00a0000. Lämna tomt om det inte finns någon gräns.',
  },
  goalSv: { label: 'Det här vill vi' },
  goalEn: { label: 'Det här vill vi, på engelska' },
  methodSv: { label: 'Så gör vi' },
  methodEn: { label: 'Så gör vi, på engelska' },
  beforeSv: { label: 'Före besöket' },
  beforeEn: { label: 'Före besöket, på engelska' },
  afterSv: { label: 'Efter besöket' },
  afterEn: { label: 'Efter besöket, på engelska' },
  providesSv: {
    label: 'Det här ordnar skolan',
    hint: 'En sak på varje rad, till exempel: en skärm med ljud.',
  },
  providesEn: { label: 'Det här ordnar skolan, på engelska' },
};

const fieldsEn: typeof fieldsSv = {
  titleSv: { label: 'Title in Swedish', hint: 'At most 120 characters.' },
  titleEn: { label: 'Title in English' },
  summarySv: {
    label: 'Summary in Swedish',
    hint: 'One sentence in the list of your offer. At most 300 characters.',
  },
  summaryEn: { label: 'Summary in English' },
  isPublished: { label: 'Can be booked' },
  timesFrom: {
    label: 'The times',
    hint: 'Computed times come of the working hours of the team and the rules. Published times are those that you put up yourself, under Published times.',
  },
  audience: { label: 'For whom' },
  grades: { label: 'Grades', hint: 'For pupils only.' },
  topics: { label: 'Topics' },
  minutes: { label: 'Length in minutes', hint: 'From 10 to 480. For new bookings only.' },
  sessionCount: {
    label: 'Number of meetings',
    hint: 'More than one for a programme. The school books the first.',
  },
  peopleNeeded: {
    label: 'Number of youth field workers',
    hint: 'From 1 to 10. Leave empty for the number in the rules. For new bookings only.',
  },
  lead: {
    label: 'Led by',
    hint: 'Whoever leads always goes on the lecture when free. The other places are shared out fairly.',
  },
  groupSmallest: { label: 'Smallest group', hint: 'Number of people. Leave empty for what the rules say.' },
  groupLargest: { label: 'Largest group', hint: 'Number of people. Leave empty for what the rules say.' },
  mostPerWeek: {
    label: 'At most so many in a week',
    hint: 'From 1 to 100. Leave empty where there is no limit.',
  },
  mostPerTerm: {
    label: 'At most so many in a term',
    hint: 'From 1 to 1,000. Leave empty where there is no limit.',
  },
  goalSv: { label: 'What we want, in Swedish' },
  goalEn: { label: 'What we want, in English' },
  methodSv: { label: 'How we do it, in Swedish' },
  methodEn: { label: 'How we do it, in English' },
  beforeSv: { label: 'Before the visit, in Swedish' },
  beforeEn: { label: 'Before the visit, in English' },
  afterSv: { label: 'After the visit, in Swedish' },
  afterEn: { label: 'After the visit, in English' },
  providesSv: {
    label: 'What the school provides, in Swedish',
    hint: 'One thing on each line, for example: en skärm med ljud.',
  },
  providesEn: { label: 'What the school provides, in English' },
};

const sv = {
  title: 'Utbud',
  lead: 'Det som skolorna kan boka, i den ordning de ser det. En föreläsning tas aldrig bort, men du kan dölja den.',
  tableLabel: 'Föreläsningar',
  columns: {
    title: 'Föreläsning',
    audience: 'För vem',
    length: 'Längd',
    qualified: 'Får hålla den',
    coming: 'Kommande besök',
    state: 'Visas',
    order: 'Ordning',
  },
  published: 'Går att boka',
  hidden: 'Dold',
  length: (count: number, minutes: number) =>
    count > 1 ? `${String(count)} × ${String(minutes)}${NBSP}min` : `${String(minutes)}${NBSP}min`,
  up: 'Upp',
  down: 'Ner',
  nobody: 'Ingen',
  add: 'Lägg till föreläsning',
  publishedTimes: 'Publicerade tider',
  newTitle: 'Ny föreläsning',
  newLead: 'Den hamnar sist i listan. Under Personal väljer du sedan vilka som får hålla den.',
  show: 'Se sidan som skolorna ser',
  copy: 'Kopiera till en ny',
  copyLead: 'Kopian är dold tills du visar den, och samma personer får hålla den.',
  copySuffix: { sv: '(kopia)', en: '(copy)' },
  added: 'Föreläsningen är tillagd.',
  copied: 'Här är kopian. Den är dold tills du kryssar för att den går att boka.',
  noQualified: 'Ingen i teamet får hålla den här föreläsningen, så den har inga lediga tider.',
  comingStay: (count: number) =>
    `${plural(count, 'Ett besök är bokat', `${String(count)} besök är bokade`)} och ligger framåt. De blir av som de är bokade, också om du ändrar längden eller döljer föreläsningen. Nya texter visas även för dem.`,
  nowHidden: (coming: number) =>
    coming === 0
      ? 'Sparat. Föreläsningen går inte längre att boka.'
      : `Sparat. Föreläsningen går inte längre att boka. ${plural(coming, 'Ett bokat besök står kvar.', `${String(coming)} bokade besök står kvar.`)}`,
  nobodyLeads: 'Ingen särskild',
  groups: { list: 'I listan', who: 'För vem', frame: 'Tid och grupp', texts: 'På föreläsningens egen sida' },
  fields: fieldsSv,
  timesFrom: {
    computed: 'Räknas ut',
    published: 'Bara publicerade tider',
    both: 'Räknas ut, och publicerade tider därtill',
  },
  position: 'Plats i listan',
  acts: { copied: 'kopierade' },
  topics: {
    alcohol: 'Alkohol',
    narcotics: 'Narkotika',
    doping: 'Dopning',
    tobacco: 'Tobak och nikotin',
    gambling: 'Spel om pengar',
  },
};

const en: typeof sv = {
  title: 'Offer',
  lead: 'What schools can book, in the order in which they see it. A lecture is never deleted, but you can hide it.',
  tableLabel: 'Lectures',
  columns: {
    title: 'Lecture',
    audience: 'For whom',
    length: 'Length',
    qualified: 'May hold it',
    coming: 'Coming visits',
    state: 'Shown',
    order: 'Order',
  },
  published: 'Can be booked',
  hidden: 'Hidden',
  length: sv.length,
  up: 'Up',
  down: 'Down',
  nobody: 'Nobody',
  add: 'Add a lecture',
  publishedTimes: 'Published times',
  newTitle: 'New lecture',
  newLead: 'It becomes the last of the list. Under Team you choose who may hold it.',
  show: 'See the page that schools see',
  copy: 'Copy to a new one',
  copyLead: 'The copy is hidden until you show it, and the same people may hold it.',
  copySuffix: { sv: '(kopia)', en: '(copy)' },
  added: 'The lecture is added.',
  copied: 'This is the copy. It is hidden until you tick that it can be booked.',
  noQualified: 'Nobody of the team may hold this lecture, so that it has no free times.',
  comingStay: count =>
    `${plural(count, 'One visit is booked', `${String(count)} visits are booked`)} and lie ahead. They take place as they are booked, also if you change the length or hide the lecture. New texts are shown for them as well.`,
  nowHidden: coming =>
    coming === 0
      ? 'Saved. The lecture can no longer be booked.'
      : `Saved. The lecture can no longer be booked. ${plural(coming, 'One booked visit stays.', `${String(coming)} booked visits stay.`)}`,
  nobodyLeads: 'Nobody in particular',
  groups: {
    list: 'In the list',
    who: 'For whom',
    frame: 'Time and group',
    texts: 'On the lecture’s own page',
  },
  fields: fieldsEn,
  timesFrom: {
    computed: 'Computed',
    published: 'Published times only',
    both: 'Computed, and published times as well',
  },
  position: 'Place in the list',
  acts: { copied: 'copied' },
  topics: {
    alcohol: 'Alcohol',
    narcotics: 'Narcotics',
    doping: 'Doping',
    tobacco: 'Tobacco and nicotine',
    gambling: 'Gambling',
  },
};

export const lectureEditTexts: Record<Language, typeof sv> = { sv, en };
