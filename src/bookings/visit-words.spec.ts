import { describe, expect, test } from '@jest/globals';
import { bookingView } from '../../test/builders/booking-view.js';
import { instantAt } from '../shared/time/swedish-time.js';
import { needsInWords, needWord, visitWords } from './visit-words.js';

/** A space at which no line breaks. */
const _ = '\u00a0';
const staff = (...people: [name: string, nameIsPublic: boolean][]) =>
  people.map(([name, nameIsPublic]) => ({
    id: name,
    name,
    email: `${name}@kungsholmen.example`,
    nameIsPublic,
    isAway: false,
  }));

describe('A visit in Swedish words', () => {
  test('says when, where, to whom and with how many', () => {
    expect(visitWords(bookingView(), 'sv')).toMatchObject({
      date: '2026-12-08',
      title: 'Cannabis och hjärnan',
      provides: ['en skärm med ljud'],
      shortWeekday: 'tis',
      day: '8',
      shortMonth: 'dec',
      clock: `kl.${_}10.15–11.15`,
      startClock: `kl.${_}10.15`,
      weekdayAndDate: `tisdag 8${_}december`,
      fullDate: `tisdag 8${_}december 2026`,
      group: 'klass 9B',
      what: 'Cannabis och hjärnan för 9B',
      gradeAndGroup: 'åk 9, klass 9B',
      where: 'Rålambshovsskolan, Gjörwellsgatan 13',
      address: 'Gjörwellsgatan 13, 112 60 Stockholm',
      needs: 'Hörslinga',
      assistants: 'två fältassistenter',
      phone: '070-174 06 12',
    });
  });

  test('asks to be met ten minutes before, also before a full hour', () => {
    expect(visitWords(bookingView(), 'sv').meetClock).toBe(`kl.${_}10.05`);
    const startsAt = instantAt('2026-12-08', 9 * 60);
    expect(visitWords(bookingView({ startsAt }), 'sv').meetClock).toBe(`kl.${_}8.50`);
  });

  test('has its hours by the wall clock in summer, too', () => {
    const summer = bookingView({
      startsAt: instantAt('2027-05-04', 615),
      endsAt: instantAt('2027-05-04', 675),
    });
    expect(visitWords(summer, 'sv').clock).toBe(`kl.${_}10.15–11.15`);
    expect(visitWords(summer, 'sv').fullDate).toBe(`tisdag 4${_}maj 2027`);
  });

  test('speaks of adults by their own name, without class and grade', () => {
    const meeting = bookingView({
      audience: 'guardians',
      className: 'Vårdnadshavare i åk 7',
      grade: null,
      gradeLabel: null,
      peopleNeeded: 1,
    });
    expect(visitWords(meeting, 'sv')).toMatchObject({
      group: 'Vårdnadshavare i åk 7',
      gradeAndGroup: 'Vårdnadshavare i åk 7',
      assistants: 'en fältassistent',
    });
  });

  test('leaves out what a school that is not in our list has not told', () => {
    const unlisted = bookingView({ schoolStreet: '', schoolPostalCode: '', schoolCity: '' });
    expect(visitWords(unlisted, 'sv')).toMatchObject({ where: 'Rålambshovsskolan', address: '' });
    expect(visitWords(bookingView({ schoolPostalCode: '' }), 'sv').address).toBe(
      'Gjörwellsgatan 13, Stockholm',
    );
    expect(visitWords(bookingView({ schoolStreet: '' }), 'sv').address).toBe('112 60 Stockholm');
  });

  test('tells the number of whoever meets us only where there is one', () => {
    expect(visitWords(bookingView(), 'sv').onSitePhone).toBe('');
    const contact = { ...bookingView().contact, onSiteName: 'Olle', onSitePhone: '+46846500400' };
    expect(visitWords(bookingView({ contact }), 'sv').onSitePhone).toBe('08-465 004 00');
  });
});

describe('A visit in English words', () => {
  test('says the same', () => {
    expect(visitWords(bookingView(), 'en')).toMatchObject({
      title: 'Cannabis and the brain',
      clock: '10:15–11:15',
      fullDate: `Tuesday 8${_}December 2026`,
      group: 'class 9B',
      what: 'Cannabis and the brain for 9B',
      gradeAndGroup: 'grade 9, class 9B',
      needs: 'Hearing loop',
      assistants: 'two youth field workers',
    });
  });
});

describe('The names of those who come', () => {
  test('are told where their owners have chosen so, and the rest are colleagues', () => {
    const names = (...people: [string, boolean][]) =>
      visitWords(bookingView({ staff: staff(...people) }), 'sv').names;
    expect(names(['Ali', false], ['Bea', false])).toBe('');
    expect(names(['Ali', true], ['Bea', false])).toBe('Ali och en kollega');
    expect(names(['Ali', false], ['Bea', true])).toBe('Bea och en kollega');
    expect(names(['Ali', true], ['Bea', true])).toBe('Ali och Bea');
    expect(names(['Ali', true], ['Bea', false], ['Cleo', false])).toBe('Ali och två kollegor');
    expect(names(['Ali', true], ['Bea', true], ['Cleo', true])).toBe('Ali, Bea och Cleo');
    expect(names(['Ali', true])).toBe('Ali');
    expect(names()).toBe('');
  });

  test('are told in English in the same way', () => {
    const names = (...people: [string, boolean][]) =>
      visitWords(bookingView({ staff: staff(...people) }), 'en').names;
    expect(names(['Ali', true], ['Bea', false])).toBe('Ali and one colleague');
    expect(names(['Ali', true], ['Bea', true], ['Cleo', false])).toBe('Ali, Bea and one colleague');
    expect(names(['Ali', true], ['Bea', false], ['Cleo', false])).toBe('Ali and two colleagues');
  });
});

describe('The needs of a group', () => {
  test('are words in the order in which they were told', () => {
    expect(needsInWords('sv', ['interpreter', 'hearingLoop'])).toBe('Tolk, Hörslinga');
    expect(needsInWords('en', ['adaptedContent'])).toBe('Adapted content');
    expect(needWord('sv', 'adaptedContent')).toBe('Anpassat innehåll');
  });

  test('that we no longer know are left out', () => {
    expect(needsInWords('sv', ['blackboard', 'interpreter'])).toBe('Tolk');
    expect(needsInWords('sv', [])).toBe('');
  });
});
