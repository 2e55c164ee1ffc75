import type { Language } from '../../shared/language.js';

const sv = {
  title: 'Prenumerera på din kalender',
  lead: 'Se dina besök i Outlook, Google Kalender eller telefonen. Kalenderprogrammet hämtar dem från en egen, hemlig adress.',
  contents: 'Det här finns i kalendern',
  inIt: [
    'Dina besök med tid, skola, klass och gatuadress, från 30 dagar bakåt till 400 dagar framåt. Preliminära är markerade som preliminära.',
    'Din frånvaro som upptagen tid, utan anledning.',
    'Publicerade tider som du hålls ledig för, markerade som preliminära, tills de är bokade eller tas tillbaka.',
  ],
  notInIt:
    'Inga namn på lärare eller kollegor, inga telefonnummer och inga meddelanden. De finns när du är inloggad.',
  delay: 'Ändringar syns inte direkt',
  delayText:
    'Kalenderprogrammen bestämmer själva hur ofta de hämtar. Outlook på webben brukar göra det efter 3 till 24 timmar och Google efter 8 till 24 timmar. Det kan vi inte påverka. Lita på mejlen och på Idag när något har ändrats samma dag.',
  make: 'Skapa länken',
  makeNew: 'Skapa en ny länk',
  makeNewHint: 'Då slutar den gamla länken att gälla. Ta bort den i kalenderprogrammet och lägg in den nya.',
  madeAt: (when: string) => `Du har en länk sedan ${when}.`,
  shown: 'Din länk',
  shownOnce: 'Länken visas bara nu. Kopiera den till kalenderprogrammet innan du lämnar sidan.',
  field: 'Adress att prenumerera på',
  keepSecret: 'Den som har länken kan läsa kalendern. Dela den inte.',
  how: 'I Outlook: Lägg till kalender, Prenumerera från webben. I Google Kalender: Andra kalendrar, Från webbadress. På iPhone: Kalender, Lägg till prenumerationskalender.',
  end: 'Sluta dela kalendern',
  endHint: 'Länken slutar gälla direkt. Det som kalenderprogrammet redan har hämtat får du ta bort där.',
  ended: 'Länken gäller inte längre.',
  calendar: 'Fältbokning',
  visit: (school: string, className: string) => `Besök: ${school}, ${className}`,
  busy: 'Upptagen',
  kept: (lecture: string | undefined) =>
    lecture ? `Publicerad tid, hålls ledig: ${lecture}` : 'Publicerad tid, hålls ledig',
};

const en: typeof sv = {
  title: 'Subscribe to your calendar',
  lead: 'See your visits in Outlook, Google Calendar or the phone. The calendar program fetches them from a secret address of your own.',
  contents: 'What is in the calendar',
  inIt: [
    'Your visits with time, school, class and street, from 30 days back to 400 days ahead. Preliminary ones are marked as such.',
    'Your absence as busy time, without the reason.',
    'Published times for which you are kept free, marked as preliminary, until they are booked or withdrawn.',
  ],
  notInIt:
    'No names of teachers or colleagues, no telephone numbers and no messages. You find them when you are signed in.',
  delay: 'Changes do not show at once',
  delayText:
    'Calendar programs decide for themselves how often they fetch. Outlook on the web usually does after 3 to 24 hours and Google after 8 to 24 hours. We cannot change that. Trust the mails and Today when something has changed the same day.',
  make: 'Make the link',
  makeNew: 'Make a new link',
  makeNewHint: 'The old link then ends. Remove it from the calendar program and add the new one.',
  madeAt: when => `You have had a link since ${when}.`,
  shown: 'Your link',
  shownOnce: 'The link is only shown now. Copy it to the calendar program before you leave the page.',
  field: 'Address to subscribe to',
  keepSecret: 'Whoever has the link can read the calendar. Do not share it.',
  how: 'In Outlook: Add calendar, Subscribe from web. In Google Calendar: Other calendars, From URL. On an iPhone: Calendar, Add subscription calendar.',
  end: 'Stop sharing the calendar',
  endHint: 'The link ends at once. What the calendar program has already fetched you remove there.',
  ended: 'The link has ended.',
  calendar: 'Fältbokning',
  visit: (school, className) => `Visit: ${school}, ${className}`,
  busy: 'Busy',
  kept: lecture => (lecture ? `Published time, kept free: ${lecture}` : 'Published time, kept free'),
};

export const feedTexts: Record<Language, typeof sv> = { sv, en };
