import { describe, expect, test } from '@jest/globals';
import { ledgerAsCsv } from './ledger-table.js';
import { ledgerOf, type GivenShare, type LedgerFacts } from './ledger.rules.js';

const person = (name: string, workingShare = 1, employedUntil: string | null = null) => ({
  id: name,
  name,
  workingShare,
  employedFrom: '2020-01-01',
  employedUntil,
  away: [],
});
const share = (assistantId: string, bookingId: string, changes: Partial<GivenShare> = {}): GivenShare => ({
  assistantId,
  bookingId,
  minutes: 60,
  isEvening: false,
  isHeld: false,
  givenAt: new Date('2026-10-01T10:00:00Z'),
  ...changes,
});
const facts: LedgerFacts = {
  people: [person('Sara', 0.5), person('Amina'), person('Johan'), person('Vera', 1, '2026-10-31')],
  given: [
    share('Amina', 'a', { isHeld: true }),
    share('Sara', 'a', { isHeld: true }),
    share('Amina', 'b', { minutes: 40, isEvening: true }),
    share('Johan', 'b', { minutes: 40, isEvening: true }),
    share('Amina', 'c', { givenAt: new Date('2026-11-01T10:00:00Z') }),
    share('Sara', 'c'),
  ],
  credits: new Map([['Johan', 60]]),
  eveningPercent: 150,
  today: '2026-11-23',
  oneMore: 60,
};
const { level, rows } = ledgerOf(facts);
const of = (name: string) => rows.find(row => row.name === name)!;

describe('The ledger', () => {
  test('parts what is booked from what was held, and counts the evenings', () => {
    expect(of('Amina')).toMatchObject({ booked: 100, held: 60, evenings: 1 });
  });

  test('says with whom each has gone, the most first', () => {
    expect(of('Amina').pairs).toEqual([
      { name: 'Sara', visits: 2 },
      { name: 'Johan', visits: 1 },
    ]);
    expect(of('Vera').pairs).toEqual([]);
  });

  test('counts the load as the choice does: evenings by their weight, by the share, and the credit', () => {
    expect(rows.map(row => [row.name, row.load])).toEqual([
      ['Amina', 180],
      ['Johan', 120],
      ['Sara', 240],
      ['Vera', 0],
    ]);
  });

  test('compares with the mean, in which half time counts half', () => {
    expect(level).toBe(120);
    expect(of('Sara').difference).toBe(120);
    expect(of('Johan').difference).toBe(0);
  });

  test('has a turn for those who work today, the least load first', () => {
    expect(rows.map(row => [row.name, row.turn])).toEqual([
      ['Amina', 2],
      ['Johan', 1],
      ['Sara', 3],
      ['Vera', null],
    ]);
  });

  test('says what one more visit would make of each, and of the level', () => {
    // The level rises by 60 minutes to three and a half.
    expect(of('Sara').withOneMore).toEqual({ load: 360, difference: 223 });
    expect(of('Johan').withOneMore).toEqual({ load: 180, difference: 43 });
  });

  test('of nobody is empty', () => {
    expect(ledgerOf({ ...facts, people: [], given: [] })).toEqual({ level: 0, rows: [] });
  });

  test('is the same as a file', () => {
    const [head, amina] = ledgerAsCsv(rows, 'sv').slice(1).split('\r\n');
    expect(head).toMatch(/^Fältassistent;Tur;Belastning, min;"?Mot nivån, min/);
    expect(amina).toBe('Amina;2;180;60;240;103;100;100;60;1;0;Sara 2, Johan 1');
  });
});
