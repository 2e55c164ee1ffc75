import type { Language } from '../../shared/language.js';
import type { Season } from '../../shared/school-year/school-calendar.js';
import { FEW, type WhyNone } from './capacity.rules.js';
import type { Hindrance } from './at-risk.rules.js';

type Reasons = Record<WhyNone, string>;
type Said = Record<Hindrance, (name: string) => string>;

const sv = {
  title: 'Risker framåt',
  more: (count: number) => `och ${String(count)} till`,
  lead: 'Det som kan brista de närmaste veckorna, medan det går att göra något åt det.',
  visits: {
    title: 'Besök denna och nästa vecka',
    noVisits: 'Inga besök är bokade.',
    none: 'Alla besök har så många som behövs, och de kan komma.',
    missing: (missing: number, needed: number) =>
      missing === needed ? 'Ingen är bemannad' : `${String(missing)} av ${String(needed)} saknas`,
    hindered: {
      left: name => `${name} arbetar inte kvar då`,
      closedOut: name => `${name} har ett avstängt konto`,
      ill: name => `${name} är sjuk då`,
      away: name => `${name} är borta då`,
      duty: name => `${name} har ett annat uppdrag då`,
      outside: name => `${name} har något annat i sin egen kalender då`,
    } satisfies Said,
    act: 'Bemanna',
    doubtful: 'Besök där någon kanske inte kan komma',
    goThrough: 'Gå igenom',
  },
  capacity: {
    title: 'Lediga tider de kommande veckorna',
    lead: `Så många tider kan en skola välja mellan. Få är högst ${String(FEW)} på en vecka. Skolors egna lediga dagar och vägen mellan skolor är inte med i räkningen.`,
    nothing: 'Ingen dag kan bokas. Kontrollera läsåret.',
    noLectures: 'Ingen föreläsning är publicerad.',
    lecture: 'Föreläsning',
    week: (numbers: string) => `v.\u00a0${numbers}`,
    noSchool: 'ingen skola',
    none: 'inga',
    why: {
      notPublished: 'inga tider är publicerade',
      nobodyQualified: 'ingen får hålla den',
      tooFewQualified: 'för få får hålla den',
      nobodysHours: 'ingen har lagt in tider',
      tooFewHours: 'för få har lagt in tider',
      otherHours: 'för få arbetar de timmar då den kan hållas',
      teamHasEnough: 'teamet har nått taket',
      tooSoon: 'för nära inpå',
    } satisfies Reasons,
    publish: 'Publicera egna tider',
    publishWhy: 'Där de uträknade tiderna tar slut kan du lägga ut tider själv.',
    few: (count: number) => `${String(count)}, få`,
    released: (day: string) => `släpps ${day}`,
    book: (lecture: string, when: string) => `Ny bokning av ${lecture}, första lediga tid ${when}`,
  },
  hours: {
    title: (season: Season) => `Tider för ${season === 'autumn' ? 'höstterminen' : 'vårterminen'}`,
    begins: (day: string) => `Terminen börjar ${day}.`,
    byItself: (days: string[]) =>
      `Den som inte har lagt in några tider påminns med mejl ${days.join(' och ')}.`,
    never: 'Ingen påminns av sig självt. Det ändrar du i reglerna.',
    nobody: 'Alla har lagt in tider.',
    missing: (season: Season) => `Tider för ${season === 'autumn' ? 'höstterminen' : 'vårterminen'} saknas`,
    reminded: (day: string) => `påmind ${day}`,
    failed: (day: string) => `mejlet ${day} kom inte fram`,
    notReminded: 'inte påmind än',
    noAccount: 'har inget öppet konto och kan inte påminnas',
    remind: 'Påminn nu',
    done: 'Alla utan tider är påminda idag. Mejl går iväg på arbetsdagar mellan kl. 7 och 18.',
  },
};

const en: typeof sv = {
  title: 'Risks ahead',
  more: count => `and ${String(count)} more`,
  lead: 'What may fail in the coming weeks, while something can be done about it.',
  visits: {
    title: 'Visits of this and next week',
    noVisits: 'No visits are booked.',
    none: 'All visits have as many people as they need, and they can come.',
    missing: (missing, needed) =>
      missing === needed ? 'Nobody is on it' : `${String(missing)} of ${String(needed)} missing`,
    hindered: {
      left: name => `${name} does not work here any longer then`,
      closedOut: name => `${name} has an account that is switched off`,
      ill: name => `${name} is ill then`,
      away: name => `${name} is away then`,
      duty: name => `${name} is on another duty then`,
      outside: name => `${name} has something else in their own calendar then`,
    },
    act: 'Find people',
    doubtful: 'Visits to which somebody may be unable to come',
    goThrough: 'Go through',
  },
  capacity: {
    title: 'Free times of the coming weeks',
    lead: `So many times a school can choose from. Few is at most ${String(FEW)} in a week. Closed days of single schools and the ways between schools are not counted in.`,
    nothing: 'No day can be booked. Check the school year.',
    noLectures: 'No lecture is published.',
    lecture: 'Lecture',
    week: numbers => `w.\u00a0${numbers}`,
    noSchool: 'no school',
    none: 'none',
    why: {
      notPublished: 'no times are published',
      nobodyQualified: 'nobody may hold it',
      tooFewQualified: 'too few may hold it',
      nobodysHours: 'nobody has entered hours',
      tooFewHours: 'too few have entered hours',
      otherHours: 'too few work in the hours when it can be held',
      teamHasEnough: 'the team has reached its cap',
      tooSoon: 'too soon',
    },
    publish: 'Publish times of your own',
    publishWhy: 'Where the computed times run out you can put up times yourself.',
    few: count => `${String(count)}, few`,
    released: day => `released ${day}`,
    book: (lecture, when) => `New booking of ${lecture}, first free time ${when}`,
  },
  hours: {
    title: season => `Hours for the ${season} term`,
    begins: day => `The term begins on ${day}.`,
    byItself: days => `Whoever has entered no hours is reminded by mail on ${days.join(' and on ')}.`,
    never: 'Nobody is reminded automatically. You change that in the rules.',
    nobody: 'Everybody has entered hours.',
    missing: season => `Hours for the ${season} term are missing`,
    reminded: day => `reminded ${day}`,
    failed: day => `the mail of ${day} did not arrive`,
    notReminded: 'not reminded yet',
    noAccount: 'has no open account and cannot be reminded',
    remind: 'Remind now',
    done: 'Everybody without hours has been reminded today. Mails leave on working days between 7:00 and 18:00.',
  },
};

export const riskTexts: Record<Language, typeof sv> = { sv, en };
