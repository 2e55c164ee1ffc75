import { numberWord, plural, type Language } from '../../shared/language.js';
import { capitalised } from '../../shared/time/format.js';

const sv = {
  acts: { cancel: 'Ställ in', move: 'Flytta', staff: 'Ändra bemanning' },
  keep: 'Låt bokningen vara som den är',
  undoable: 'Inget mejl går ut på 30 sekunder, och så länge kan du ångra.',
  over: 'Det går inte längre: besöket har börjat eller ska inte bli av.',
  changed: {
    heading: 'Bokningen ändrades medan du arbetade',
    text: 'Det du har fyllt i finns kvar. Läs vad som är nytt, och tryck en gång till om det fortfarande stämmer.',
  },
  cancel: {
    title: 'Ställ in besöket',
    lead: (when: string) => `Besöket ${when} ställs in av er.`,
    school: (email: string) =>
      `Skolan får ett mejl till ${email} med orsaken och en länk där den väljer en ny tid.`,
    offers: 'De närmaste lediga tiderna är',
    offersNone: 'Just nu finns ingen ledig tid att erbjuda.',
    staff: (names: string) => `${names} får veta att de inte ska gå, om de har hunnit få sin kallelse.`,
    reason: 'Varför?',
    reasons: {
      weAreIll: 'Sjukdom hos oss',
      weAreTooFew: 'Vi är för få den dagen',
      somethingHappened: 'Något akut har hänt',
      ourMistake: 'Bokningen blev fel hos oss',
      other: 'Annat, som jag skriver nedan',
    },
    note: 'Egna ord till skolan',
    noteHint: 'Står i mejlet. Skriv ingenting om enskilda elever.',
    press: 'Ställ in besöket',
    faults: {
      missing: 'Välj varför besöket ställs in.',
      noteMissing: 'Skriv till skolan varför besöket ställs in.',
      tooLong: 'Korta ner texten till högst 500 tecken.',
      personalNumber: 'Ta bort personnumret. Skriv ingenting om enskilda elever.',
    },
  },
  move: {
    title: 'Flytta besöket',
    lead: (when: string) => `Nu är det ${when}. Tiden står kvar tills du har valt en ny.`,
    confirmTitle: 'Flytta hit?',
    from: 'Från',
    to: 'Till',
    school: (email: string) => `Skolan får den nya tiden med mejl till ${email}.`,
    staff: 'De som går får en ny kallelse. Den som inte längre går får veta det.',
    away: (names: string) => `${names} är borta på den gamla tiden men står kvar på besöket, om den nya går.`,
    note: 'Varför? Egna ord till skolan',
    press: 'Flytta hit',
    other: 'Välj en annan tid',
    refused: {
      timeTaken: (when: string) => `${when} är inte ledig längre. Den gamla tiden gäller fortfarande.`,
      timeNotOffered: (when: string) => `${when} går inte att boka. Den gamla tiden gäller fortfarande.`,
      schoolHasItsShare: () => 'Skolan har redan sina besök i den terminen. Välj en annan tid.',
    },
  },
  undo: {
    press: 'Ångra',
    done: {
      cancelled: (what: string) => `Ställde in ${what}.`,
      moved: (what: string, when: string) => `Flyttade ${what} till ${when}.`,
      restaffed: (what: string) => `Ändrade bemanningen för ${what}.`,
    },
    several: {
      cancelled: (count: number) => `Ställde in ${String(count)} besök.`,
      moved: (count: number) => `Flyttade ${String(count)} besök.`,
      restaffed: (count: number) => `Ändrade bemanningen för ${String(count)} besök.`,
    },
    mixed: (count: number) => `Ändrade ${String(count)} besök.`,
    mails: (when: string) => `Mejlen skickas ${when}.`,
    undone: 'Ångrat. Allt är som förut, och inget mejl har gått ut.',
    refusedTitle: 'Det gick inte att ångra',
    refused: {
      gone: 'Det har redan ångrats, eller så har något annat gjorts med bokningen sedan dess.',
      notYours: 'Bara den som gjorde det kan ångra.',
      tooLate: 'De 30 sekunderna har gått, och mejlen är på väg.',
      changedSince: 'Bokningen har ändrats igen sedan dess.',
      mailLeft: 'Ett av mejlen är redan på väg.',
      timeLost: 'Någon annan hann ta en del av den gamla tiden.',
    },
    allOthers: (count: number) =>
      `${capitalWord('sv', count)} ${plural(count, 'bokning', 'bokningar')} ångrades.`,
    back: 'Till bokningen',
    toAll: 'Till bokningarna',
  },
};

const capitalWord = (language: Language, count: number): string => capitalised(numberWord(language, count));

const en: typeof sv = {
  acts: { cancel: 'Call off', move: 'Move', staff: 'Change staff' },
  keep: 'Leave the booking as it is',
  undoable: 'No mail leaves for 30 seconds, and that long you can undo it.',
  over: 'It is no longer possible: the visit has begun or is not to be.',
  changed: {
    heading: 'The booking was changed while you were working',
    text: 'What you have filled in is kept. Read what is new, and press once more if it is still right.',
  },
  cancel: {
    title: 'Call off the visit',
    lead: when => `You call off the visit on ${when}.`,
    school: email =>
      `The school gets a mail to ${email} with the reason and a link where it chooses a new time.`,
    offers: 'The nearest free times are',
    offersNone: 'There is no free time to offer right now.',
    staff: names => `${names} will be told not to go, if they have had their invitation.`,
    reason: 'Why?',
    reasons: {
      weAreIll: 'Illness on our side',
      weAreTooFew: 'We are too few that day',
      somethingHappened: 'Something urgent has happened',
      ourMistake: 'The booking was a mistake of ours',
      other: 'Something else, which I write below',
    },
    note: 'Own words to the school',
    noteHint: 'They stand in the mail. Write nothing about individual pupils.',
    press: 'Call off the visit',
    faults: {
      missing: 'Choose why the visit is called off.',
      noteMissing: 'Tell the school why the visit is called off.',
      tooLong: 'Shorten the text to at most 500 characters.',
      personalNumber: 'Remove the personal identity number. Write nothing about individual pupils.',
    },
  },
  move: {
    title: 'Move the visit',
    lead: when => `It is now ${when}. That time stays until you have chosen a new one.`,
    confirmTitle: 'Move here?',
    from: 'From',
    to: 'To',
    school: email => `The school gets the new time by mail to ${email}.`,
    staff: 'Those who go get a new invitation. Whoever no longer goes is told.',
    away: names => `${names}: away at the old time, but stays on the visit if the new one is possible.`,
    note: 'Why? Own words to the school',
    press: 'Move here',
    other: 'Choose another time',
    refused: {
      timeTaken: when => `${when} is no longer free. The old time still stands.`,
      timeNotOffered: when => `${when} cannot be booked. The old time still stands.`,
      schoolHasItsShare: () => 'The school already has its visits in that term. Choose another time.',
    },
  },
  undo: {
    press: 'Undo',
    done: {
      cancelled: what => `Called off ${what}.`,
      moved: (what, when) => `Moved ${what} to ${when}.`,
      restaffed: what => `Changed the staff for ${what}.`,
    },
    several: {
      cancelled: count => `Called off ${String(count)} visits.`,
      moved: count => `Moved ${String(count)} visits.`,
      restaffed: count => `Changed the staff for ${String(count)} visits.`,
    },
    mixed: count => `Changed ${String(count)} visits.`,
    mails: when => `The mails leave at ${when}.`,
    undone: 'Undone. Everything is as before, and no mail has left.',
    refusedTitle: 'It could not be undone',
    refused: {
      gone: 'It has been undone already, or something else has been done to the booking since.',
      notYours: 'Only whoever did it can undo it.',
      tooLate: 'The 30 seconds have passed, and the mails are on their way.',
      changedSince: 'The booking has been changed again since.',
      mailLeft: 'One of the mails is already on its way.',
      timeLost: 'Somebody else has taken a part of the old time.',
    },
    allOthers: count =>
      `${capitalWord('en', count)} ${plural(count, 'booking was', 'bookings were')} undone.`,
    back: 'To the booking',
    toAll: 'To the bookings',
  },
};

export const actTexts: Record<Language, typeof sv> = { sv, en };
