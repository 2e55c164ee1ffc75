import { describe, expect, test } from '@jest/globals';
import { instantAt } from '../../shared/time/swedish-time.js';
import type { Standing } from '../acts/colleagues.rules.js';
import type { BookingStatus } from '../booking.entity.js';
import { decideAsking, decideTaking, standingOf, type HandoverOutcome } from './handover.rules.js';

const startsAt = instantAt('2026-12-08', 600);
const now = instantAt('2026-12-07', 600);
const visit = (changes: { status?: BookingStatus; startsAt?: Date; staff?: { id: string }[] } = {}) => ({
  status: 'confirmed' as BookingStatus,
  startsAt,
  staff: [{ id: 'amina' }, { id: 'ali' }],
  ...changes,
});
const johan = (standing: Standing = 'free', goes = false) => ({ id: 'johan', goes, standing });
const ask = (changes: Partial<Parameters<typeof decideAsking>[0]> = {}) =>
  decideAsking({
    visit: visit(),
    giverId: 'amina',
    hasOpenWish: false,
    colleagues: [johan()],
    typed: { receiver: 'johan', words: ' Kan du\r\nta det? ' },
    now,
    ...changes,
  });

describe('asking a colleague', () => {
  test('who is free and qualified, with a line of text', () => {
    expect(ask()).toEqual({ receiver: johan(), words: 'Kan du ta det?' });
    expect(ask({ visit: visit({ status: 'preliminary' }) })).toHaveProperty('receiver');
  });

  test.each(['tight', 'outsideHours', 'busy', 'away', 'notQualified'] as const)('not one who is %s', one => {
    expect(ask({ colleagues: [johan(one)] })).toMatchObject({ refused: 'notFree' });
  });

  test('not one who goes already, nor a stranger, nor nobody', () => {
    expect(ask({ colleagues: [johan('free', true)] })).toMatchObject({ refused: 'notFree' });
    expect(ask({ colleagues: [] })).toMatchObject({ refused: 'notFree' });
    expect(ask({ typed: { receiver: '', words: '' } })).toMatchObject({ refused: 'nobodyChosen' });
  });

  test('only of a visit ahead on which one goes', () => {
    expect(ask({ now: startsAt })).toMatchObject({ refused: 'notComing' });
    expect(ask({ visit: visit({ status: 'cancelled' }) })).toMatchObject({ refused: 'notComing' });
    expect(ask({ giverId: 'sara' })).toMatchObject({ refused: 'notComing' });
  });

  test('one at a time', () => {
    expect(ask({ hasOpenWish: true })).toMatchObject({ refused: 'alreadyAsked' });
  });

  test('in few words that name no pupil', () => {
    expect(ask({ typed: { receiver: 'johan', words: 'x'.repeat(301) } })).toMatchObject({
      refused: 'wordsTooLong',
    });
    expect(ask({ typed: { receiver: 'johan', words: 'Elev 20100101-2384' } })).toMatchObject({
      refused: 'wordsHoldNumber',
    });
  });
});

const wish = (outcome: HandoverOutcome | null = null) => ({
  giverId: 'amina',
  receiverId: 'johan',
  startsAt,
  outcome,
});

describe('a wish', () => {
  test('stands until the visit begins', () => {
    expect(standingOf(wish(), visit(), now)).toBe('open');
    expect(standingOf(wish(), visit(), startsAt)).toBe('lapsed');
  });

  test('lapses when the visit is moved or called off, or when whoever asked goes no longer', () => {
    const moved = visit({ startsAt: instantAt('2026-12-09', 600) });
    for (const one of [moved, visit({ status: 'cancelled' }), visit({ staff: [{ id: 'ali' }] })])
      expect(standingOf(wish(), one, now)).toBe('lapsed');
  });

  test.each(['taken', 'declined', 'takenBack'] as const)('is settled once it was %s', outcome => {
    expect(standingOf(wish(outcome), visit(), now)).toBe('settled');
  });
});

describe('taking over', () => {
  test('puts the colleague in the place of whoever asked', () => {
    expect(decideTaking(wish(), visit(), [johan()], now)).toEqual({ wanted: ['johan', 'ali'] });
  });

  test('needs a wish that stands, and to be free still', () => {
    expect(decideTaking(wish('declined'), visit(), [johan()], now)).toMatchObject({ refused: 'settled' });
    expect(decideTaking(wish(), visit(), [johan()], startsAt)).toMatchObject({ refused: 'lapsed' });
    expect(decideTaking(wish(), visit(), [johan('busy')], now)).toMatchObject({ refused: 'notFree' });
    expect(decideTaking(wish(), visit(), [johan('tight')], now)).toMatchObject({ refused: 'notFree' });
  });
});
