import { describe, expect, test } from '@jest/globals';
import { ownPeriod, periodOfKey, type Period } from '../period.rules.js';
import { canBeClosed, differences, type ClosedFigures } from './closing.rules.js';

const ALL = { organizer: null, lecture: null, audience: null, grade: null };
const of = (key: string) => ({ period: periodOfKey(key)!, filter: ALL });

const FIGURES: ClosedFigures = {
  available: 27878,
  offered: 27015,
  booked: 2247,
  utilisation: 8,
  visits: 51,
  pupils: 1008,
  lost: 2,
  reached: 12,
  municipalVisits: 35,
  municipalPupils: 698,
  independentVisits: 16,
  independentPupils: 310,
};

describe('a period can be closed', () => {
  test('from the day after its last one', () => {
    expect(canBeClosed(of('t1-2027'), 'here', '2027-04-30')).toBe(false);
    expect(canBeClosed(of('t1-2027'), 'here', '2027-05-01')).toBe(true);
  });

  test('by one district, whole, and by its name', () => {
    expect(canBeClosed(of('ht2026'), null, '2027-05-01')).toBe(false);
    const filter = { ...ALL, organizer: 'municipal' as const };
    expect(canBeClosed({ ...of('ht2026'), filter }, 'here', '2027-05-01')).toBe(false);
    const own = { period: ownPeriod('2026-11-01', '2026-11-30') as Period, filter: ALL };
    expect(canBeClosed(own, 'here', '2027-05-01')).toBe(false);
  });
});

describe('what has changed since', () => {
  test('is nothing where every figure is the same', () => {
    expect(differences(FIGURES, { ...FIGURES }).isChanged).toBe(false);
  });

  test('is told figure by figure, and of shares without a difference', () => {
    const { rows, isChanged } = differences(FIGURES, { ...FIGURES, pupils: 1005, utilisation: 9 });
    expect(isChanged).toBe(true);
    const row = (figure: string) => rows.find(one => one.figure === figure);
    expect(row('pupils')).toEqual({ figure: 'pupils', closed: 1008, now: 1005, change: -3 });
    expect(row('utilisation')).toEqual({ figure: 'utilisation', closed: 8, now: 9, change: null });
    expect(row('visits')).toMatchObject({ change: 0 });
  });

  test('is a figure, too, that was not kept when it was closed', () => {
    const { reached: _, ...older } = FIGURES;
    const { rows, isChanged } = differences(older, FIGURES);
    expect(isChanged).toBe(true);
    expect(rows.find(one => one.figure === 'reached')).toMatchObject({ closed: null, now: 12, change: null });
  });
});
