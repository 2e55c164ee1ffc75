import { describe, expect, test } from '@jest/globals';
import { bookingView } from '../../../test/builders/booking-view.js';
import { district } from '../../../test/builders/district.js';
import type { DistrictWords } from '../../districts/districts.queries.js';
import { letterAsText } from '../../platform/mail/letter.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import type { BookingView } from '../booking-view.queries.js';
import {
  calledOffLetter,
  confirmationLetter,
  goneLetter,
  linksLetter,
  officeCopyLetter,
  preliminaryLetter,
  reminderLetter,
} from './school-letters.js';
import { invitationLetter, noticeLetter } from './team-letters.js';

const baseUrl = 'https://boka.example.se';
const ground = (changes: Partial<BookingView> = {}, ownWords: DistrictWords = {}) => ({
  view: bookingView(changes),
  district: district(),
  ownWords,
  baseUrl,
});
const links = { manage: 'https://boka.example.se/bokning/l/token', isProven: true };
/** As people read it: with ordinary spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const confirmation = (changes: Partial<BookingView> = {}, proven = true) =>
  confirmationLetter(ground(changes), 'confirmation', { ...links, isProven: proven }, '2026-12-04');

describe('The confirmation', () => {
  test('says in its subject what and when', () => {
    expect(plain(confirmation().subject)).toBe('Bokat: Cannabis och hjärnan, tisdag 8 december kl. 10.15');
    expect(plain(confirmation({ language: 'en' }).subject)).toBe(
      'Booked: Cannabis and the brain, Tuesday 8 December at 10:15',
    );
  });

  test('says who comes, where we meet, what we need and until when the school may change', () => {
    const text = plain(letterAsText(confirmation()));
    expect(text).toContain('Hej Karin!');
    expect(text).toContain(
      'Två fältassistenter kommer till klass 9B på Rålambshovsskolan tisdag 8 december 2026',
    );
    expect(text).toContain('Möt oss gärna i entrén kl. 10.05.');
    expect(text).toContain('- en skärm med ljud\n- tänk på: hörslinga\n- en lärare som är med hela tiden');
    expect(text).toContain('Flytta eller avboka senast fredag 4 december');
    expect(text).toContain(`Flytta, ändra eller avboka:\n${links.manage}`);
  });

  test('asks "was it not you" only where the address has not been proven', () => {
    expect(letterAsText(confirmation())).not.toContain('Var det inte du');
    expect(letterAsText(confirmation({}, false))).toContain('Var det inte du som bokade?');
  });

  test('of a program tells that it is the first of several meetings', () => {
    expect(letterAsText(confirmation({ sessionCount: 6 }))).toContain('den första av 6 träffar');
    expect(letterAsText(confirmation())).not.toContain('träffar');
  });
});

describe('The words of a district', () => {
  const ownWords = {
    prepare: { sv: 'bänkar i en ring\nvatten till oss', en: 'benches in a circle\nwater for us' },
    reminder: { sv: 'Parkera på gården.', en: 'Park in the yard.' },
  };

  test('stand in the confirmation among what is needed, in the language of the booking', () => {
    const text = (language: 'sv' | 'en') =>
      letterAsText(confirmationLetter(ground({ language }, ownWords), 'confirmation', links, '2026-12-04'));
    expect(text('sv')).toContain('- en lärare som är med hela tiden\n- bänkar i en ring\n- vatten till oss');
    expect(text('en')).toContain('- benches in a circle\n- water for us');
    expect(text('sv')).not.toContain('Parkera');
  });

  test('stand in the reminders, and nowhere if there are none', () => {
    const text = (own: DistrictWords) => letterAsText(reminderLetter(ground({}, own), links.manage, true));
    expect(text(ownWords)).toContain('\n\nParkera på gården.\n\n');
    expect(text({})).not.toContain('Parkera');
  });
});

describe('The request to confirm', () => {
  test('names the last day, not the midnight after it', () => {
    const view = { status: 'preliminary' as const, confirmBefore: instantAt('2026-11-26', 0) };
    const text = plain(letterAsText(preliminaryLetter(ground(view), links.manage)));
    expect(text).toContain('Bekräfta senast onsdag 25 november.');
    expect(text).not.toContain('26 november');
  });
});

describe('The reminder', () => {
  test('asks whether room and number are still right', () => {
    const letter = reminderLetter(ground(), links.manage, true);
    expect(plain(letter.subject)).toBe('Påminnelse: tisdag 8 december kl. 10.15, klass 9B');
    expect(plain(letterAsText(letter))).toContain('Stämmer sal 214 och 27 deltagare fortfarande?');
    expect(letterAsText(reminderLetter(ground({ room: '' }), links.manage, true))).toContain(
      'vilken sal är det?',
    );
  });

  test('names those who come only where they have chosen so', () => {
    expect(letterAsText(reminderLetter(ground(), links.manage, true))).not.toContain('som kommer');
    const staff = [
      { id: 'ali', name: 'Ali', email: 'ali@kungsholmen.example', nameIsPublic: true, isAway: false },
      { id: 'bea', name: 'Bea', email: 'bea@kungsholmen.example', nameIsPublic: false, isAway: false },
    ];
    const text = letterAsText(reminderLetter(ground({ staff }), links.manage, true));
    expect(text).toContain('Det är Ali och en kollega som kommer.');
    expect(text).not.toContain('Bea');
  });
});

describe('Mails to the school', () => {
  test('never name a fältassistent who has not chosen so', () => {
    const letters = [
      confirmation(),
      confirmationLetter(ground(), 'moved', links, '2026-12-04'),
      preliminaryLetter(ground({ confirmBefore: instantAt('2026-11-26', 0) }), links.manage),
      reminderLetter(ground(), links.manage, true),
      goneLetter(ground(), 'cancelled'),
      goneLetter(ground(), 'lapsed'),
      officeCopyLetter(ground()),
      linksLetter(district(), baseUrl, [{ view: bookingView(), link: links.manage }], 'sv'),
    ];
    for (const letter of letters) {
      const everything = letter.subject + letter.preview + letterAsText(letter);
      expect(everything).not.toMatch(/\bAli\b|\bBea\b|@kungsholmen/);
    }
  });

  test('show a visit that is off as one that is off, and lead to a new time', () => {
    const letter = goneLetter(ground({ language: 'en' }), 'cancelled');
    expect(letter.visit?.isOff).toBe(true);
    expect(letter.button?.href).toBe('https://boka.example.se/en/boka/kungsholmen');
    expect(confirmation().visit?.isOff).toBe(false);
  });

  test('the copy to the office holds no link by which somebody else could change the visit', () => {
    expect(letterAsText(officeCopyLetter(ground()))).not.toContain('/bokning/');
  });
});

describe('Mails to the team', () => {
  test('tell all that is needed to work with the visit', () => {
    const text = plain(letterAsText(noticeLetter(ground(), 'new')));
    for (const fact of [
      'Bokning: 4K7-2PM',
      'Bemanning: Ali, Bea',
      'Sal: sal 214',
      'Grupp: åk 9, klass 9B',
      'Antal: 27',
      'Behov: Hörslinga',
      'Kontakt: Karin Ek, mentor, 070-174 06 12, karin.ek@edu.stockholm.se',
      'Meddelande: Vi har läst om alkohol.',
    ])
      expect(text).toContain(fact);
  });

  test('of a visit that has been moved say which time it had before', () => {
    const view = { movedFrom: instantAt('2026-12-02', 13 * 60) };
    for (const letter of [
      noticeLetter(ground(view), 'moved'),
      confirmationLetter(ground(view), 'moved', links, '2026-12-04'),
    ])
      expect(plain(letterAsText(letter))).toContain('Tidigare tid: onsdag 2 december kl. 13.00');
    expect(letterAsText(noticeLetter(ground(view), 'changed'))).not.toContain('Tidigare tid');
  });

  test('mark a sender whom nobody knows, and say why a visit was cancelled', () => {
    expect(letterAsText(noticeLetter(ground(), 'new'))).not.toContain('Okänd avsändare');
    expect(letterAsText(noticeLetter(ground({ isKnownSender: false }), 'new'))).toContain('Okänd avsändare');
    const cancelled = noticeLetter(ground({ cancelReason: 'illness' }), 'cancelled');
    expect(letterAsText(cancelled)).toContain('Orsak: Sjukdom på skolan');
  });

  test('are in Swedish whatever language the school has chosen', () => {
    expect(noticeLetter(ground({ language: 'en' }), 'new').heading).toBe('Ny bokning');
    expect(invitationLetter(ground({ language: 'en' }), 'ali@kungsholmen.example', false).heading).toBe(
      'Du är bokad',
    );
  });

  test('an invitation says with whom one goes and whom to ring on the day', () => {
    const text = plain(letterAsText(invitationLetter(ground(), 'ali@kungsholmen.example', false)));
    expect(text).toContain('Du går med Bea.');
    expect(text).toContain('På plats: Karin Ek, 070-174 06 12');
    const contact = { ...bookingView().contact, onSiteName: 'Olle Berg', onSitePhone: '+46731234567' };
    const other = plain(
      letterAsText(invitationLetter(ground({ contact }), 'ali@kungsholmen.example', false)),
    );
    expect(other).toContain('På plats: Olle Berg, 073-123 45 67');
  });

  test('an invitation that is called off says no more than it must', () => {
    const text = letterAsText(invitationLetter(ground(), 'ali@kungsholmen.example', true));
    expect(text).toContain('är inte längre ditt');
    expect(text).not.toContain('Karin');
  });
});

describe('Word that the district calls a visit off', () => {
  const offered = [
    { start: instantAt('2026-12-10', 9 * 60).getTime(), end: instantAt('2026-12-10', 10 * 60).getTime() },
  ];
  const text = (changes: Partial<BookingView>, slots = offered) =>
    plain(
      letterAsText(
        calledOffLetter(
          ground({ status: 'cancelled', cancelledBy: 'district', ...changes }),
          links.manage,
          slots,
        ),
      ),
    );

  test('says why, in our own words too, and offers new times and the link to choose one', () => {
    const said = text({ cancelReason: 'weAreIll', cancelNote: 'Ring mig gärna.' });
    expect(said).toContain(
      'Vi måste tyvärr ställa in besöket hos klass 9B på Rålambshovsskolan tisdag 8 december 2026',
    );
    expect(said).toContain('Orsak: sjukdom hos oss.\n\nRing mig gärna.');
    expect(said).toContain('De här tiderna är lediga just nu:\n- torsdag 10 december kl. 9.00');
    expect(said).toContain(`Välj en ny tid:\n${links.manage}`);
  });

  test('of something else says our own words alone, and without free times it has no list', () => {
    const said = text({ cancelReason: 'other', cancelNote: 'Vattenläcka.' }, []);
    expect(said).toContain('Vattenläcka.');
    expect(said).not.toMatch(/Orsak|lediga just nu/);
  });
});
