import type { Language } from '../../shared/language.js';

const sv = {
  title: 'Boka en föreläsning',
  heading: 'Boka en föreläsning om alkohol, narkotika och\u00a0spel',
  lead: (area: string) =>
    `Våra fältassistenter kommer till er skola på ${area} och pratar med eleverna om alkohol, narkotika, dopning, tobak, nikotin och spel om pengar. Det kostar ingenting.`,
  leadAll:
    'Fältassistenter kommer till er skola och pratar med eleverna om alkohol, narkotika, dopning, tobak, nikotin och spel om pengar. Det kostar ingenting.',
  book: 'Boka föreläsning',
  seeAll: 'Se alla föreläsningar',
  nextFree: 'Nästa lediga tid',
  nothingFree: 'Just nu finns inga lediga tider. Ring oss, så hjälper vi er.',
  free: 'Ledig',
  busy: 'Upptagen',
  moreTimes: 'Fler lediga tider',
  canBook: 'Det här kan ni boka',
  adults: 'Vuxna',
  minutes: (count: number) => `${String(count)}\u00a0min`,
  sessions: (count: number, minutes: number) => `${String(count)} × ${String(minutes)}\u00a0min`,
  nextFor: (when: string) => `Nästa lediga tid är ${when}.`,
  noneFor: 'Inga lediga tider just nu.',
  how: 'Så går det till',
  steps: (people: string) => [
    {
      name: 'Välj föreläsning och tid',
      text: `Du ser bara tider då ${people} är lediga. Inget konto behövs.`,
    },
    {
      name: 'Berätta om klassen',
      text: 'Klass, antal elever, sal och vem vi kan ringa. Det tar ungefär tre minuter.',
    },
    {
      name: 'Vi kommer till er',
      text: 'Du får en bekräftelse direkt och en påminnelse före besöket. Flytta eller avboka själv.',
    },
  ],
  schoolArranges: 'Det här ordnar skolan',
  arranges: (most: number) => [
    'En lärare är med i klassrummet hela tiden.',
    'En skärm med ljud och en sal där alla får plats.',
    'Någon möter oss i entrén tio minuter före.',
    `En klass åt gången, högst ${String(most)} elever. Flera klasser kan boka samma dag.`,
  ],
  talk: 'Hellre prata med någon?',
  talkText: (hours: string) => `Ring eller mejla, så hjälper vi dig. Vi svarar ${hours}.`,
  chooseDistrict: 'Välj stadsdelsområde',
  chooseDistrictLead: 'Välj det område där skolan ligger.',
  lecture: {
    forWhom: 'För',
    length: 'Längd',
    goal: 'Det här vill vi',
    method: 'Så gör vi',
    before: 'Före besöket',
    after: 'Efter besöket',
    provides: 'Det här ordnar skolan',
    teacher: 'En lärare som är med hela tiden',
    next: 'Nästa lediga tid',
    book: 'Boka den här föreläsningen',
    group: 'Grupp',
    groupSize: (least: number, most: number) => `${String(least)}–${String(most)} personer`,
    sessions: (count: number) =>
      `Ett program i ${String(count)} delar. Du bokar den första träffen, de andra planerar vi tillsammans.`,
    audience: {
      students: 'Elever',
      guardians: 'Vårdnadshavare',
      schoolStaff: 'Skolpersonal',
      schoolLeaders: 'Skolledning',
    },
  },
};

const en: typeof sv = {
  title: 'Book a lecture',
  heading: 'Book a lecture about alcohol, drugs and gambling',
  lead: area =>
    `Our youth field workers come to your school in ${area} and talk with the pupils about alcohol, narcotics, doping, tobacco, nicotine and gambling. It costs nothing.`,
  leadAll:
    'Youth field workers come to your school and talk with the pupils about alcohol, narcotics, doping, tobacco, nicotine and gambling. It costs nothing.',
  book: 'Book a lecture',
  seeAll: 'See all lectures',
  nextFree: 'Next free time',
  nothingFree: 'There are no free times right now. Call us, and we will help you.',
  free: 'Free',
  busy: 'Taken',
  moreTimes: 'More free times',
  canBook: 'What you can book',
  adults: 'Adults',
  minutes: count => `${String(count)}\u00a0min`,
  sessions: (count, minutes) => `${String(count)} × ${String(minutes)}\u00a0min`,
  nextFor: when => `The next free time is ${when}.`,
  noneFor: 'No free times right now.',
  how: 'How it works',
  steps: people => [
    {
      name: 'Choose lecture and time',
      text: `You only see times when ${people} are free. No account is needed.`,
    },
    {
      name: 'Tell us about the class',
      text: 'Class, number of pupils, room and whom we can call. It takes about three minutes.',
    },
    {
      name: 'We come to you',
      text: 'You get a confirmation at once and a reminder before the visit. Move or cancel it yourself.',
    },
  ],
  schoolArranges: 'What the school arranges',
  arranges: most => [
    'A teacher stays in the classroom the whole time.',
    'A screen with sound and a room with space for all.',
    'Somebody meets us at the entrance ten minutes before.',
    `One class at a time, at most ${String(most)} pupils. Several classes can book the same day.`,
  ],
  talk: 'Would you rather talk to somebody?',
  talkText: hours => `Call or mail, and we will help you. We answer ${hours}.`,
  chooseDistrict: 'Choose a district',
  chooseDistrictLead: 'Choose the district where the school lies.',
  lecture: {
    forWhom: 'For',
    length: 'Length',
    goal: 'What we want',
    method: 'How we do it',
    before: 'Before the visit',
    after: 'After the visit',
    provides: 'What the school arranges',
    teacher: 'A teacher who stays the whole time',
    next: 'Next free time',
    book: 'Book this lecture',
    group: 'Group',
    groupSize: (least, most) => `${String(least)}–${String(most)} people`,
    sessions: count =>
      `A programme in ${String(count)} parts. You book the first meeting, we plan the others together.`,
    audience: {
      students: 'Pupils',
      guardians: 'Guardians',
      schoolStaff: 'School staff',
      schoolLeaders: 'School leaders',
    },
  },
};

export const offerTexts: Record<Language, typeof sv> = { sv, en };
