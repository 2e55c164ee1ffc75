import { plural, type Language } from '../../shared/language.js';

const visits = (count: number) => `${String(count)} ${plural(count, 'besök', 'besök')}`;
const inEnglish = (count: number) => `${String(count)} ${plural(count, 'visit', 'visits')}`;

const sv = {
  acts: {
    'stall-in': {
      title: (count: number) => `Ställ in ${visits(count)}`,
      will: 'Varje skola får ett mejl med orsaken, upp till tre lediga tider och en länk där den väljer en ny tid.',
      press: 'Ställ in dem',
    },
    bemanna: {
      title: (count: number) => `Bemanna ${visits(count)}`,
      will: 'Platser som saknar någon, eller där den som går är borta, fylls med de bäst rankade som är lediga.',
      press: 'Bemanna dem',
    },
    'folj-upp': {
      title: (count: number) => `Följ upp ${visits(count)}`,
      will: 'Besöken som har varit markeras som genomförda, med så många deltagare som var anmälda.',
      press: 'Genomförda som planerat',
    },
  },
  chosen: 'Valda bokningar',
  head: { when: 'Tid', school: 'Skola', staff: 'Bemanning', will: 'Det här händer' },
  perVisit: {
    cancel: 'Ställs in',
    fill: (count: number) => `${String(count)} saknas, fylls om någon är ledig`,
    full: 'Ingen saknas, lämnas som den är',
    followUp: (count: number) => `Genomfört med ${String(count)} deltagare`,
    over: 'Lämnas: har börjat eller ska inte bli av',
    notYet: 'Lämnas: har inte varit än',
  },
  none: 'Inga bokningar är valda. Kryssa för dem i listan.',
  back: 'Till bokningarna',
  doneTitle: 'Klart',
  undoneTitle: 'Ångrat',
  undone: 'Allt är som förut, och inget mejl har gått ut.',
  done: 'Gjort',
  notDone: 'Gjordes inte',
  whyNot: {
    changed: 'någon ändrade bokningen medan du arbetade',
    notComing: 'besöket har börjat eller ska inte bli av',
    nothingChanged: 'ingen saknas, eller ingen är ledig',
    nobody: 'ingen är ledig',
    timeTaken: 'den som skulle gå blev just upptagen',
    timeNotOffered: 'tiden går inte att boka längre',
    schoolHasItsShare: 'skolan har redan sina besök den terminen',
    notPossible: 'den som skulle gå kan inte längre',
    notOfferedHere: 'föreläsningen erbjuds inte längre',
    notYet: 'besöket har inte varit än',
    neverToBe: 'besöket blev aldrig av',
    other: 'det gick inte',
  },
};

const en: typeof sv = {
  acts: {
    'stall-in': {
      title: count => `Call off ${inEnglish(count)}`,
      will: 'Each school gets a mail with the reason, up to three free times and a link where it chooses a new time.',
      press: 'Call them off',
    },
    bemanna: {
      title: count => `Staff ${inEnglish(count)}`,
      will: 'Places that lack somebody, or whose owner is away, are filled with the best ranked who are free.',
      press: 'Staff them',
    },
    'folj-upp': {
      title: count => `Follow up ${inEnglish(count)}`,
      will: 'Visits that have been are marked as held, with as many participants as were announced.',
      press: 'Held as planned',
    },
  },
  chosen: 'Chosen bookings',
  head: { when: 'Time', school: 'School', staff: 'Staff', will: 'What happens' },
  perVisit: {
    cancel: 'Is called off',
    fill: count => `${String(count)} lacking, filled if somebody is free`,
    full: 'Nobody lacking, left as it is',
    followUp: count => `Held with ${String(count)} participants`,
    over: 'Left: has begun or is not to be',
    notYet: 'Left: has not been yet',
  },
  none: 'No bookings are chosen. Tick them in the list.',
  back: 'To the bookings',
  doneTitle: 'Done',
  undoneTitle: 'Undone',
  undone: 'Everything is as before, and no mail has left.',
  done: 'Done',
  notDone: 'Was not done',
  whyNot: {
    changed: 'somebody changed the booking while you were working',
    notComing: 'the visit has begun or is not to be',
    nothingChanged: 'nobody is lacking, or nobody is free',
    nobody: 'nobody is free',
    timeNotOffered: 'the time can no longer be booked',
    schoolHasItsShare: 'the school already has its visits in that term',
    notPossible: 'whoever was to go no longer can',
    timeTaken: 'whoever was to go has just become busy',
    notOfferedHere: 'the lecture is no longer offered',
    notYet: 'the visit has not been yet',
    neverToBe: 'the visit never took place',
    other: 'it was not possible',
  },
};

export const severalTexts: Record<Language, typeof sv> = { sv, en };
export type SeveralAct = keyof (typeof sv)['acts'];
