import { plural, type Language } from '../../shared/language.js';
import type { DayReason } from '../../slots/offer.rules.js';
import type { PublishingFault, PublishingField } from './publishing-form.js';
import type { Trouble } from './publishing.rules.js';

const times = (count: number) => plural(count, 'en tid', `${String(count)} tider`);
const timesEn = (count: number) => plural(count, 'one time', `${String(count)} times`);

const sv = {
  title: 'Publicerade tider',
  lead: 'Tider som du själv har lagt upp. Skolorna ser dem bland de andra lediga tiderna, och den som bokar en tid får den med de personer som står på den.',
  noLectures:
    'Ingen föreläsning tar publicerade tider än. Välj först under Utbud, på föreläsningens egen sida, att dess tider ska vara publicerade.',
  toOffer: 'Till utbudet',
  one: 'Publicera en dag',
  term: 'Publicera en termin',
  copy: 'Kopiera en termin',
  steps: { label: 'Byt vecka', before: 'Veckan före', today: 'Den här veckan', after: 'Veckan efter' },
  next: (week: string) => `Nästa publicerade tider: ${week}`,
  table: 'Veckans publicerade tider',
  none: 'Inga tider är publicerade den här veckan.',
  columns: { choose: 'Välj', time: 'Tid', lecture: 'Föreläsning', people: 'Personer', state: 'Läge' },
  every: 'Alla som tar publicerade tider',
  nobody: 'De som är lediga',
  chooseOne: (what: string) => `Välj ${what}`,
  states: { free: 'Ledig', held: 'Hålls just nu', booked: 'Bokad', past: 'Blev inte bokad' },
  notOffered: 'Erbjuds inte',
  because: {
    noLecture: 'föreläsningen tar inte publicerade tider, eller är dold',
    notQualified: (who: string) => `${who} får inte hålla föreläsningen`,
    notFree: (who: string) => `${who} kan inte då`,
    tooFew: 'för få är lediga då',
  },
  days: {
    weekend: 'det är helg',
    outsideTerm: 'dagen ligger utanför terminen',
    redDay: 'det är en röd dag',
    break: 'det är lov',
    schoolClosed: 'skolan är stängd',
    tooSoon: 'dagen ligger för nära för att bokas',
    beyondHorizon: 'dagen går inte att boka än',
    schoolHasItsShare: 'skolan har bokat sin del',
    nobodyFree: 'ingen är ledig',
    teamHasEnough: 'teamet har så många besök som gränsen',
    notReleased: 'terminens tider är inte släppta än',
  } satisfies Record<DayReason['kind'], string> as Record<DayReason['kind'], string>,
  withdraw: {
    label: 'Valda tider',
    press: 'Dra tillbaka',
    lead: 'En tid som du drar tillbaka erbjuds inte längre, och personernas tid blir fri. En bokning som står på tiden blir kvar.',
    done: (count: number) => `Drog tillbaka ${times(count)}.`,
    nothing: 'Kryssa för de tider som du vill dra tillbaka.',
  },
  forms: {
    ny: {
      title: 'Publicera tider en dag',
      lead: 'Tiderna behöver inte följa de bokningsbara tiderna eller starttiderna.',
    },
    termin: {
      title: 'Publicera tider för en termin',
      lead: 'Du får se alla dagar först och kan ta bort dem som inte passar. Lov, röda dagar och dagar som har varit är inte med.',
    },
    kopiera: {
      title: 'Kopiera en termins tider',
      lead: 'Tiderna hamnar i samma undervisningsvecka, på samma veckodag och samma klockslag. Personerna följer med om de arbetar kvar och får hålla föreläsningen.',
    },
  },
  fields: {
    forelasning: 'Föreläsning',
    datum: 'Dag',
    termin: 'Termin',
    veckodag: 'Veckodagar',
    tider: 'Klockslag då besöken börjar',
    person: 'Personer som går',
    fran: 'Kopiera från',
  } satisfies Record<PublishingField, string> as Record<PublishingField, string>,
  copyTo: 'Kopiera till',
  timesHint: 'Till exempel 9.00 12.30.',
  peopleHint:
    'De går alla, vem som än bokar, och tiden räknas som deras arbetstid. Kryssa inte för någon om det är lika vem som går: då tas de som är lediga. Är de färre än föreläsningen behöver hittas resten.',
  noTerms: 'Ingen termin har publicerade tider att kopiera från.',
  weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag'],
  show: 'Visa tiderna',
  back: 'Tillbaka',
  faults: {
    notChosen: (field: string) => `Välj något under ”${field}”.`,
    noDate: () => 'Välj en dag.',
    noTimes: () => 'Skriv minst ett klockslag, till exempel 9.00.',
    notTimes: () => 'Skriv klockslag med mellanslag emellan, till exempel 9.00 12.30.',
    tooManyTimes: () => 'Skriv högst tio klockslag.',
    notQualified: () => 'Någon av personerna får inte hålla föreläsningen.',
  } satisfies Record<PublishingFault, (field: string) => string> as Record<
    PublishingFault,
    (field: string) => string
  >,
  preview: {
    title: 'Så här blir det',
    lead: (count: number) =>
      `Ta bort krysset för det som du inte vill publicera. ${plural(count, 'En tid', `${String(count)} tider`)} går att publicera.`,
    nothing: 'Ingen av tiderna går att publicera.',
    dropped: (count: number) =>
      `${plural(count, 'En tid', `${String(count)} tider`)} kom inte med: dagen är lov, röd eller redan förbi, eller så är terminen kortare.`,
    without: (who: string) => `utan ${who}`,
    publish: 'Publicera',
    change: 'Ändra',
    noneChosen: 'Kryssa för minst en tid.',
    ok: 'Kan publiceras',
    published: (count: number, lost: number) =>
      `${count === 0 ? 'Inget publicerades.' : `Publicerade ${times(count)}.`}${lost === 0 ? '' : ` ${plural(lost, 'En tid', `${String(lost)} tider`)} gick inte längre: något kom emellan.`}`,
  },
  troubles: {
    past: 'har redan varit',
    noSchool: 'ingen skoldag',
    already: 'är redan publicerad',
    lecture: 'föreläsningen tar inte publicerade tider',
  },
  troublesOf: {
    notEmployed: (who: string) => `${who} arbetar inte här då`,
    away: (who: string) => `${who} är borta`,
    visit: (who: string) => `${who} har ett besök för nära`,
    kept: (who: string) => `${who} står på en annan publicerad tid för nära`,
  } satisfies Record<Extract<Trouble, { people: string[] }>['kind'], (who: string) => string>,
};

const en: typeof sv = {
  title: 'Published times',
  lead: 'Times that you have put up yourself. Schools see them among the other free times, and whoever books one gets it with the people who are named on it.',
  noLectures:
    'No lecture takes published times yet. Choose first under Offer, on the page of a lecture, that its times are to be published.',
  toOffer: 'To the offer',
  one: 'Publish a day',
  term: 'Publish a term',
  copy: 'Copy a term',
  steps: { label: 'Change the week', before: 'The week before', today: 'This week', after: 'The week after' },
  next: week => `The next published times: ${week}`,
  table: 'The published times of the week',
  none: 'No times are published in this week.',
  columns: { choose: 'Choose', time: 'Time', lecture: 'Lecture', people: 'People', state: 'State' },
  every: 'All that take published times',
  nobody: 'Those who are free',
  chooseOne: what => `Choose ${what}`,
  states: { free: 'Free', held: 'Held just now', booked: 'Booked', past: 'Was not booked' },
  notOffered: 'Not offered',
  because: {
    noLecture: 'the lecture takes no published times, or is hidden',
    notQualified: who => `${who} may not hold the lecture`,
    notFree: who => `${who} cannot come then`,
    tooFew: 'too few are free then',
  },
  days: {
    weekend: 'it is a weekend',
    outsideTerm: 'the day is outside the term',
    redDay: 'it is a public holiday',
    break: 'it is a school holiday',
    schoolClosed: 'the school is closed',
    tooSoon: 'the day is too near to be booked',
    beyondHorizon: 'the day cannot be booked yet',
    schoolHasItsShare: 'the school has booked its share',
    nobodyFree: 'nobody is free',
    teamHasEnough: 'the team has as many visits as the limit',
    notReleased: 'the times of the term have not been released yet',
  },
  withdraw: {
    label: 'Chosen times',
    press: 'Withdraw',
    lead: 'A time that you withdraw is offered no longer, and the time of its people is free. A booking that stands on it stays.',
    done: count => `Withdrew ${timesEn(count)}.`,
    nothing: 'Tick the times that you want to withdraw.',
  },
  forms: {
    ny: {
      title: 'Publish times of a day',
      lead: 'The times need not follow the bookable hours or the start times.',
    },
    termin: {
      title: 'Publish times of a term',
      lead: 'You see all days first and can leave out those that do not suit. School holidays, public holidays and days that have been are left out.',
    },
    kopiera: {
      title: 'Copy the times of a term',
      lead: 'The times come in the same week of teaching, on the same weekday and at the same time of the clock. The people come along if they still work here and may hold the lecture.',
    },
  },
  fields: {
    forelasning: 'Lecture',
    datum: 'Day',
    termin: 'Term',
    veckodag: 'Weekdays',
    tider: 'Times at which the visits begin',
    person: 'People who go',
    fran: 'Copy from',
  },
  copyTo: 'Copy to',
  timesHint: 'For example 9.00 12.30.',
  peopleHint:
    'All of them go, whoever books, and it is working time of theirs. Tick nobody if it does not matter who goes: those who are free are taken then. Where they are fewer than the lecture needs, the rest is found.',
  noTerms: 'No term has published times to copy from.',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  show: 'Show the times',
  back: 'Back',
  faults: {
    notChosen: field => `Choose something under “${field}”.`,
    noDate: () => 'Choose a day.',
    noTimes: () => 'Write at least one time, for example 9.00.',
    notTimes: () => 'Write times with spaces between, for example 9.00 12.30.',
    tooManyTimes: () => 'Write at most ten times.',
    notQualified: () => 'Somebody of the people may not hold the lecture.',
  },
  preview: {
    title: 'What it becomes',
    lead: count =>
      `Untick what you do not want to publish. ${plural(count, 'One time', `${String(count)} times`)} can be published.`,
    nothing: 'None of the times can be published.',
    dropped: count =>
      `${plural(count, 'One time is', `${String(count)} times are`)} left out: the day is a holiday or has passed, or the term is shorter.`,
    without: who => `without ${who}`,
    publish: 'Publish',
    change: 'Change',
    noneChosen: 'Tick at least one time.',
    ok: 'Can be published',
    published: (count, lost) =>
      `${count === 0 ? 'Nothing was published.' : `Published ${timesEn(count)}.`}${lost === 0 ? '' : ` ${plural(lost, 'One time', `${String(lost)} times`)} could not be any longer: something came between.`}`,
  },
  troubles: {
    past: 'has passed',
    noSchool: 'no school day',
    already: 'is published already',
    lecture: 'the lecture takes no published times',
  },
  troublesOf: {
    notEmployed: who => `${who} does not work here then`,
    away: who => `${who} is away`,
    visit: who => `${who} has a visit too close to it`,
    kept: who => `${who} is named on another published time too close to it`,
  },
};

export const publishedTexts: Record<Language, typeof sv> = { sv, en };
