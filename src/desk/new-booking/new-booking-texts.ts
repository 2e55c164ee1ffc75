import type { OverridableRule } from '../../bookings/on-behalf/override.rules.js';
import { numberWord, plural } from '../../shared/language.js';

const sv = {
  title: 'Ny bokning',
  lead: 'För en skola som ringer eller mejlar. Bokningen är bekräftad direkt, och kontaktpersonen får samma mejl som om skolan hade bokat själv.',
  what: 'Besöket',
  lecture: 'Föreläsning',
  chooseLecture: 'Välj föreläsning',
  school: 'Skola',
  chooseSchool: 'Välj skola',
  otherSchool: 'Skolan finns inte i listan',
  otherName: 'Skolans namn, om den inte finns i listan',
  otherStreet: 'Gatuadress',
  date: 'Datum',
  time: 'Klockan',
  group: 'Gruppen',
  grade: 'Årskurs',
  chooseGrade: 'Välj årskurs',
  className: 'Klass eller grupp',
  pupils: 'Antal',
  room: 'Sal eller adress',
  needs: 'Gruppen behöver',
  message: 'Meddelande från skolan',
  messageHint: 'Skriv ingenting om enskilda elever.',
  contact: 'Kontaktperson',
  name: 'Namn',
  role: 'Roll',
  email: 'E-post',
  phone: 'Telefon',
  onSiteName: 'Annan person på plats',
  onSitePhone: 'Den personens telefon',
  language: 'Mejlen skrivs på',
  languages: { sv: 'svenska', en: 'engelska' },
  book: 'Boka',
  times: 'Lediga tider',
  showTimes: 'Visa lediga tider',
  chooseFirst:
    'Välj föreläsning och skola, så visas tiderna här. Du kan också skriva datum och klockslag direkt.',
  noTimes: 'Det finns inga lediga tider de tre veckorna från det datumet.',
  nearest: 'Närmaste lediga tider',
  at: 'kl.',
  broken: {
    title: 'Det här avviker från reglerna',
    lead: 'Du kan boka ändå. Avsteget och skälet syns på bokningen och sparas i historiken.',
    reason: 'Varför gör ni ett avsteg?',
    bookAnyway: 'Boka ändå',
  },
  rules: {
    tooSoon: ({ first }) => `Skolor kan boka från och med ${first}. Det här är tidigare.`,
    beyondHorizon: () => 'Dagen ligger längre fram än skolor kan boka.',
    notReleased: () => 'Terminens tider är inte släppta för skolorna än.',
    noSchoolDay: ({ closure }) => `Det är inte skoldag: ${closure}.`,
    outsideHours: ({ hours }) => `Tiden ligger utanför ${hours}.`,
    groupSize: ({ smallest, largest }) => `Gruppen ska vara ${String(smallest)}–${String(largest)} personer.`,
    grade: () => 'Föreläsningen är inte gjord för den årskursen på den skolan.',
    schoolHasItsShare: ({ share }) =>
      `Skolan har redan ${String(share)} kommande ${plural(share, 'bokning', 'bokningar')} den terminen.`,
    margins: ({ tight }) =>
      `Marginalen till något annat, eller vilan efter ett sent pass, blir kortare än den ska för ${tight}.`,
    caps: ({ capped }) => `Fler besök än gränsen för en dag eller en vecka får ${capped}.`,
    workingHours: ({ outside }) => `Utanför sina arbetstider går ${outside}.`,
    tooFewPeople: ({ free, needed }) =>
      `Bara ${numberWord('sv', free)} av ${numberWord('sv', needed)} fältassistenter är ${plural(free, 'ledig', 'lediga')}. Besöket hamnar bland dem som saknar personal.`,
  } satisfies Record<OverridableRule, (facts: RuleWords) => string> as Record<
    OverridableRule,
    (facts: RuleWords) => string
  >,
  bookableHours: (from: string, until: string, noStart: string | undefined) =>
    `de tider som går att boka (kl. ${from}–${until}${noStart ? `, ingen start kl. ${noStart}` : ''})`,
  noBookableHours: 'de tider som går att boka',
  closures: { weekend: 'det är helg', outsideTerm: 'dagen ligger utanför terminerna' },
  faults: {
    lectureMissing: 'Välj vilken föreläsning det gäller.',
    notOffered: 'Föreläsningen eller skolan kan inte bokas längre. Välj på nytt.',
    schoolMissing: 'Välj skola, eller ”Skolan finns inte i listan”.',
    schoolNameMissing: 'Skriv skolans namn.',
    schoolNameTooLong: 'Skriv kortare, högst 100 tecken, och inga personnummer.',
    dateMissing: 'Välj datum.',
    timeMissing: 'Skriv klockslaget, till exempel 10.15.',
    nobodyFree: 'Ingen fältassistent är ledig då. Välj en annan tid.',
    inThePast: 'Tiden har redan varit. Välj en tid som ligger framåt.',
    requestReused:
      'Formuläret har redan skickats en gång med andra uppgifter. Kontrollera bland bokningarna och skicka igen om den saknas.',
    reasonMissing: 'Skriv varför ni gör ett avsteg, till exempel ”skolan har en akut händelse”.',
    reasonTooLong: 'Skriv skälet kortare, högst 300 tecken, och inga personnummer.',
  },
};

/** What the sentences about broken rules need to know. */
export interface RuleWords {
  first: string;
  closure: string;
  hours: string;
  smallest: number;
  largest: number;
  share: number;
  free: number;
  /** Names of those whose margins are short, of those who have had enough visits, and of those who do not work then. */
  tight: string;
  capped: string;
  outside: string;
  needed: number;
}

const en: typeof sv = {
  title: 'New booking',
  lead: 'For a school that calls or writes. The booking is confirmed at once, and the contact gets the same mails as if the school had booked by itself.',
  what: 'The visit',
  lecture: 'Lecture',
  chooseLecture: 'Choose a lecture',
  school: 'School',
  chooseSchool: 'Choose a school',
  otherSchool: 'The school is not in the list',
  otherName: 'Name of the school, if it is not in the list',
  otherStreet: 'Street address',
  date: 'Date',
  time: 'Time',
  group: 'The group',
  grade: 'Grade',
  chooseGrade: 'Choose a grade',
  className: 'Class or group',
  pupils: 'Number',
  room: 'Room or address',
  needs: 'The group needs',
  message: 'Message from the school',
  messageHint: 'Write nothing about individual pupils.',
  contact: 'Contact',
  name: 'Name',
  role: 'Role',
  email: 'E-mail',
  phone: 'Telephone',
  onSiteName: 'Another person on the spot',
  onSitePhone: 'Telephone of that person',
  language: 'Mails are written in',
  languages: { sv: 'Swedish', en: 'English' },
  book: 'Book',
  times: 'Free times',
  showTimes: 'Show free times',
  chooseFirst: 'Choose lecture and school, and the times are shown here. You can also type date and time.',
  noTimes: 'There are no free times in the three weeks from that date.',
  nearest: 'Nearest free times',
  at: 'at',
  broken: {
    title: 'This departs from the rules',
    lead: 'You can book all the same. The departure and its reason are shown on the booking and kept in the history.',
    reason: 'Why do you depart from the rules?',
    bookAnyway: 'Book all the same',
  },
  rules: {
    tooSoon: ({ first }) => `Schools can book from ${first}. This is earlier.`,
    beyondHorizon: () => 'The day lies further ahead than schools can book.',
    notReleased: () => 'The times of the term have not been released to schools yet.',
    noSchoolDay: ({ closure }) => `It is not a school day: ${closure}.`,
    outsideHours: ({ hours }) => `The time is outside ${hours}.`,
    groupSize: ({ smallest, largest }) =>
      `The group should be ${String(smallest)}–${String(largest)} people.`,
    grade: () => 'The lecture is not made for that grade at that school.',
    schoolHasItsShare: ({ share }) =>
      `The school already has ${String(share)} coming ${plural(share, 'booking', 'bookings')} in that term.`,
    margins: ({ tight }) =>
      `The margin to something else, or the rest after late work, is shorter than it should be for ${tight}.`,
    caps: ({ capped }) => `More visits than the limit of a day or a week: ${capped}.`,
    workingHours: ({ outside }) => `Outside their own working hours: ${outside}.`,
    tooFewPeople: ({ free, needed }) =>
      `Only ${numberWord('en', free)} of ${numberWord('en', needed)} youth field workers ${plural(free, 'is', 'are')} free. The visit will be listed as lacking people.`,
  },
  bookableHours: (from, until, noStart) =>
    `the hours that can be booked (${from}–${until}${noStart ? `, no start ${noStart}` : ''})`,
  noBookableHours: 'the hours that can be booked',
  closures: { weekend: 'it is a weekend', outsideTerm: 'the day is outside the terms' },
  faults: {
    lectureMissing: 'Choose a lecture.',
    notOffered: 'The lecture or the school can no longer be booked. Choose again.',
    schoolMissing: 'Choose a school, or “The school is not in the list”.',
    schoolNameMissing: 'Write the name of the school.',
    schoolNameTooLong: 'Write less, at most 100 characters, and no personal identity numbers.',
    dateMissing: 'Choose a date.',
    timeMissing: 'Write the time, for example 10:15.',
    nobodyFree: 'No youth field worker is free then. Choose another time.',
    inThePast: 'That time has passed. Choose one that lies ahead.',
    requestReused:
      'The form has been sent once already with other content. Look among the bookings, and send it again if it is missing.',
    reasonMissing: 'Write why you depart from the rules, for example “an acute event at the school”.',
    reasonTooLong: 'Write a shorter reason, at most 300 characters, and no personal identity numbers.',
  },
};

export const newBookingTexts = { sv, en };
