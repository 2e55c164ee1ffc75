import type { DecidedBy } from '../calendars/staffing-reason.js';
import type { Language } from '../shared/language.js';
import { grouped } from '../shared/text/numbers.js';

/** Why somebody was chosen: of a colleague, and to the one who goes. */
const sv = {
  decided: {
    published: 'Står på den publicerade tiden.',
    lead: 'Leder föreläsningen och går först på den.',
    kept: 'Går helst till den här skolan, och ingen kom mer än ett besök efter för det.',
    thereThatDay: 'Är på skolan den dagen ändå, och ingen kom mer än ett besök efter för det.',
    beenThere: 'Har varit på skolan förut, och ingen kom mer än ett besök efter för det.',
    load: 'Stod på tur: minst belastning i terminen av dem som var kvar.',
    wait: 'Stod på tur: samma belastning som nästa, men längst sedan ett nytt besök.',
  } satisfies Record<DecidedBy, string> as Record<DecidedBy, string>,
  byHand: 'Vald av en samordnare.',
  takenOver: 'Fick besöket av en kollega.',
  counted: (load: number, evening: number, credit: number) =>
    [
      `Belastning: ${grouped('sv', load)} minuter räknat på heltid`,
      evening > 0 ? `${grouped('sv', evening)} bokade minuter var på kvällar` : '',
      credit > 0 ? `${grouped('sv', credit)} räknades för tid borta` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',
  own: {
    label: 'Därför du',
    byHand: 'Du valdes av en samordnare.',
    takenOver: 'Du fick besöket av en kollega, som lämnade över det.',
    decided: {
      published: 'Du går för att du står på den publicerade tiden.',
      lead: 'Du valdes för att du leder föreläsningen.',
      kept: 'Du valdes för att du helst går till den här skolan.',
      thereThatDay: 'Du valdes för att du är på skolan den dagen ändå.',
      beenThere: 'Du valdes för att du har varit på skolan förut.',
      load: 'Du valdes för att du stod på tur: du hade minst belastning av dem som var kvar.',
      wait: 'Du valdes för att det var längst sedan du fick ett nytt besök, av dem med minst belastning.',
    } satisfies Record<DecidedBy, string> as Record<DecidedBy, string>,
    before: (minutes: number, share: number) =>
      `Före det hade du ${grouped('sv', minutes)} bokade minuter i terminen vid ${String(share)}\u00a0%.`,
  },
};

const en: typeof sv = {
  decided: {
    published: 'Is named on the published time.',
    lead: 'Leads the lecture and goes first on it.',
    kept: 'Is kept for this school, and nobody fell more than one visit behind by it.',
    thereThatDay: 'Is at the school that day anyway, and nobody fell more than one visit behind by it.',
    beenThere: 'Has been at the school before, and nobody fell more than one visit behind by it.',
    load: 'Was next in turn: the least load in the term of those who were left.',
    wait: 'Was next in turn: the same load as the next, but longest without a new visit.',
  },
  byHand: 'Chosen by a coordinator.',
  takenOver: 'Was handed the visit by a colleague.',
  counted: (load, evening, credit) =>
    [
      `Load: ${grouped('en', load)} minutes as of full time`,
      evening > 0 ? `${grouped('en', evening)} booked minutes were in the evening` : '',
      credit > 0 ? `${grouped('en', credit)} were counted for time away` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',
  own: {
    label: 'Why you',
    byHand: 'You were chosen by a coordinator.',
    takenOver: 'You were handed the visit by a colleague.',
    decided: {
      published: 'You go because you are named on the published time.',
      lead: 'You were chosen because you lead the lecture.',
      kept: 'You were chosen because you are kept for this school.',
      thereThatDay: 'You were chosen because you are at the school that day anyway.',
      beenThere: 'You were chosen because you have been at the school before.',
      load: 'You were chosen because it was your turn: you had the least load of those who were left.',
      wait: 'You were chosen because you had waited longest for a new visit, of those with the least load.',
    },
    before: (minutes, share) =>
      `Before it you had ${grouped('en', minutes)} booked minutes in the term at ${String(share)}\u00a0%.`,
  },
};

export const staffingTexts: Record<Language, typeof sv> = { sv, en };
