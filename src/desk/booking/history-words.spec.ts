import { describe, expect, test } from '@jest/globals';
import type { PastEvent } from './desk-booking.queries.js';
import { actorInWords, eventInWords } from './history-words.js';

const NAMES = { a: 'Amina', j: 'Johan' };

const event = (
  kind: PastEvent['kind'],
  details: PastEvent['details'] = {},
  actor = 'district',
): PastEvent => ({
  id: '1',
  kind,
  actor,
  at: new Date('2026-12-01T09:00:00Z'),
  by: null,
  details,
});

const said = (one: PastEvent) => eventInWords(one, NAMES, 'sv').replaceAll('\u00a0', ' ');

describe('the history of a booking', () => {
  test.each([
    [
      event('booked', { status: 'preliminary', staff: [{ assistantId: 'a' }, { assistantId: 'j' }] }),
      'Bokades preliminärt, Amina, Johan går',
    ],
    [
      event('moved', { from: '2026-12-08T09:00:00Z', to: '2026-12-09T12:00:00Z', staff: [] }),
      'Flyttades från tisdag 8 december kl. 10.00 till onsdag 9 december kl. 13.00',
    ],
    [event('cancelled', { reason: 'illness' }, 'school'), 'Avbokades: sjukdom på skolan'],
    [event('cancelled', { reason: 'weAreIll' }), 'Ställdes in: sjukdom hos oss'],
    [event('staffAway', { assistantId: 'j' }), 'Johan blev borta den tiden'],
    [
      event('restaffed', { in: ['a'], out: ['j'], despite: ['margins'] }),
      'Bemanningen ändrades: Amina går, Johan går inte längre, med kortare marginal',
    ],
    [event('restaffed', { in: ['j'], out: ['a'], handedOver: true }), 'Amina lämnade över till Johan'],
    [event('undone', { act: 'moved' }), 'Flytten ångrades'],
    [event('held', { pupilsPresent: 25 }), 'Genomfördes, 25 deltagare'],
  ])('tells %#', (one, words) => {
    expect(said(one)).toBe(words);
  });

  test('names whoever of the team did it, and else the side', () => {
    expect(actorInWords({ ...event('moved'), by: 'Lena' }, 'sv')).toBe('Lena');
    expect(actorInWords(event('moved', {}, 'school'), 'sv')).toBe('Skolan');
    expect(actorInWords(event('lapsed', {}, 'system'), 'sv')).toBe('Av sig självt');
  });
});
