import type { OutsideFault } from '../../calendars/outside/outside-calendars.js';
import { plural, type Language } from '../../shared/language.js';

const sv = {
  title: 'Läs när du är upptagen i din andra kalender',
  link: 'Läs in upptagen tid från Outlook',
  lead: 'Då räknas du inte som ledig för besök när du redan är upptagen i Outlook, Google Kalender eller en annan kalender.',
  yours: 'Din kalender',
  host: (host: string) => `Kalender på ${host}`,
  waiting: 'Kalendern läses strax. Det tar oftast några sekunder.',
  lookAgain: 'Visa läget igen',
  read: (when: string, busy: number): string =>
    `Läst ${when}: ${busy === 0 ? 'inga upptagna tider' : `${String(busy)} ${plural(busy, 'upptagen tid', 'upptagna tider')}`} de närmaste åtta veckorna.`,
  broken: (since: string) => `Kalendern har inte kunnat läsas sedan ${since}.`,
  see: 'Se varför',
  lastRead: (when: string) => `De upptagna tiderna är från ${when} och gäller tills vidare.`,
  neverRead: 'Den har aldrig kunnat läsas, så inga upptagna tider är inlagda.',
  leftOut: (count: number) =>
    `${String(count)} ${plural(count, 'händelse', 'händelser')} gick inte att förstå och räknas inte. Lägg in frånvaro om det behövs.`,
  guessed: 'Några tider har en tidszon som vi inte känner igen. De räknas som svensk tid.',
  cut: 'Kalendern är så stor att allt inte lästes. Det som ligger längst bort är inte med.',
  faults: {
    refused: 'Adressen leder inte till en öppen server på internet, så den läses inte.',
    unreachable: 'Servern svarar inte. Kontrollera att adressen är rätt.',
    tooSlow: 'Servern svarade för långsamt.',
    tooLarge: 'Kalendern är för stor. Dela en mindre kalender, eller en kortare tid.',
    movedElsewhere: 'Adressen leder vidare till en annan server. Klistra in den adressen i stället.',
    notShared: 'Kalendern finns inte på adressen, eller delas inte längre.',
    unexpected: 'Servern svarade med ett fel.',
    noCalendar: 'På adressen finns ingen kalender. Kopiera länken som heter ICS, inte den som heter HTML.',
    sealLost: 'Adressen går inte att öppna längre. Klistra in den igen.',
  } satisfies Record<OutsideFault, string>,
  readNow: 'Läs nu',
  justRead: 'Kalendern lästes nyss. Försök igen om en minut.',
  remove: 'Ta bort',
  removeHint: 'Då försvinner de upptagna tiderna härifrån direkt.',
  removed: 'Kalendern och dess upptagna tider är borttagna.',
  enter: 'Lägg in adressen',
  replace: 'Byt adress',
  field: 'Adress till kalendern',
  hint: 'Den börjar med https:// eller webcal:// och slutar oftast på .ics. Vi visar den inte igen.',
  save: 'Spara och läs',
  wrong: 'Ange en adress som börjar med https:// eller webcal:// och leder till en server på internet.',
  how: 'Så delar du din kalender',
  ways: [
    {
      where: 'Outlook på webben',
      how: 'Inställningar, Kalender, Delade kalendrar. Under Publicera en kalender väljer du din kalender och Kan se när jag är upptagen. Välj Publicera och kopiera ICS-länken.',
    },
    {
      where: 'Google Kalender',
      how: 'Inställningar för kalendern, Integrera kalendern. Kopiera Hemlig adress i iCal-format.',
    },
    { where: 'iCloud', how: 'Dela kalendern, slå på Offentlig kalender och kopiera länken.' },
  ],
  mayBeOff:
    'Finns inte valet i Outlook har din it-avdelning stängt av det. Lägg då in frånvaro här i stället.',
  what: 'Det här läses',
  inIt: [
    'Bara när du är upptagen, från i dag och 400 dagar framåt. Preliminärt och Frånvarande räknas som upptaget.',
    'Ledig, inställt och Arbetar på annan plats räknas inte. Besök som vi har bjudit in dig till räknas inte heller, de finns redan här.',
  ],
  notInIt: 'Rubriker, platser och namn sparas aldrig. Teamet ser att du är upptagen, inte med vad.',
  delay:
    'Kalendern läses varje kvart. Outlook kan dröja flera timmar innan en ändring syns i den delade kalendern. Är det bråttom: lägg in frånvaro.',
};

const en: typeof sv = {
  title: 'Read when you are busy in your other calendar',
  link: 'Read busy time from Outlook',
  lead: 'You then do not count as free for visits when you are already busy in Outlook, Google Calendar or another calendar.',
  yours: 'Your calendar',
  host: host => `Calendar at ${host}`,
  waiting: 'The calendar is about to be read. It mostly takes some seconds.',
  lookAgain: 'Show the state again',
  read: (when, busy) =>
    `Read ${when}: ${busy === 0 ? 'no busy times' : `${String(busy)} ${plural(busy, 'busy time', 'busy times')}`} in the next eight weeks.`,
  broken: since => `The calendar could not be read since ${since}.`,
  see: 'See why',
  lastRead: when => `The busy times are from ${when} and hold until further notice.`,
  neverRead: 'It could never be read, so there are no busy times.',
  leftOut: count =>
    `${String(count)} ${plural(count, 'event was', 'events were')} not understood and ${plural(count, 'does', 'do')} not count. Enter absence where you need it.`,
  guessed: 'Some times have a time zone that we do not know. They count as Swedish time.',
  cut: 'The calendar is so large that not all of it was read. What lies farthest ahead is left out.',
  faults: {
    refused: 'The address does not lead to an open server on the internet, so it is not read.',
    unreachable: 'The server does not answer. Check that the address is right.',
    tooSlow: 'The server answered too slowly.',
    tooLarge: 'The calendar is too large. Share a smaller calendar, or a shorter time.',
    movedElsewhere: 'The address leads on to another server. Paste that address instead.',
    notShared: 'There is no calendar at the address, or it is shared no longer.',
    unexpected: 'The server answered with an error.',
    noCalendar:
      'There is no calendar at the address. Copy the link that is called ICS, not the one called HTML.',
    sealLost: 'The address cannot be opened any longer. Paste it again.',
  },
  readNow: 'Read now',
  justRead: 'The calendar was read a moment ago. Try again in a minute.',
  remove: 'Remove',
  removeHint: 'The busy times then disappear from here at once.',
  removed: 'The calendar and its busy times are removed.',
  enter: 'Enter the address',
  replace: 'Change the address',
  field: 'Address of the calendar',
  hint: 'It begins with https:// or webcal:// and mostly ends with .ics. We do not show it again.',
  save: 'Save and read',
  wrong: 'Enter an address that begins with https:// or webcal:// and leads to a server on the internet.',
  how: 'How to share your calendar',
  ways: [
    {
      where: 'Outlook on the web',
      how: 'Settings, Calendar, Shared calendars. Under Publish a calendar choose your calendar and Can view when I’m busy. Choose Publish and copy the ICS link.',
    },
    {
      where: 'Google Calendar',
      how: 'The settings of the calendar, Integrate calendar. Copy Secret address in iCal format.',
    },
    { where: 'iCloud', how: 'Share the calendar, switch on Public calendar and copy the link.' },
  ],
  mayBeOff:
    'If Outlook does not have the choice, your IT department has switched it off. Enter absence here instead.',
  what: 'What is read',
  inIt: [
    'Only when you are busy, from today and 400 days ahead. Tentative and Out of office count as busy.',
    'Free, cancelled and Working elsewhere do not count. Nor do visits to which we have invited you: they are here already.',
  ],
  notInIt: 'Titles, places and names are never kept. The team sees that you are busy, not with what.',
  delay:
    'The calendar is read every quarter of an hour. Outlook may take hours before a change shows in the shared calendar. If it is urgent: enter absence.',
};

export const outsideTexts: Record<Language, typeof sv> = { sv, en };
