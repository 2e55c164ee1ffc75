import { describe, expect, test } from '@jest/globals';
import { readAbsence, type TypedAbsence } from './absence.rules.js';

const TODAY = '2026-12-08';
const read = (changes: Partial<TypedAbsence> = {}) =>
  readAbsence({ kind: 'illness', from: TODAY, until: '', fromTime: '', untilTime: '', ...changes }, TODAY);

describe('an absence', () => {
  test('of a day lasts from midnight to midnight', () => {
    expect(read()).toEqual({
      kind: 'illness',
      from: new Date('2026-12-07T23:00:00Z'),
      until: new Date('2026-12-08T23:00:00Z'),
    });
  });

  test('of some days ends with the last one, on the day of 23 hours too', () => {
    expect(read({ kind: 'holiday', from: '2027-03-27', until: '2027-03-28' })).toEqual({
      kind: 'holiday',
      from: new Date('2027-03-26T23:00:00Z'),
      until: new Date('2027-03-28T22:00:00Z'),
    });
  });

  test('of some hours, written as people write them', () => {
    expect(read({ kind: 'training', fromTime: '13', untilTime: '15.30' })).toMatchObject({
      from: new Date('2026-12-08T12:00:00Z'),
      until: new Date('2026-12-08T14:30:00Z'),
    });
  });

  test('that is a shift over midnight ends on the day after, on nights when clocks change too', () => {
    const shift = { kind: 'fielding', fromTime: '18', untilTime: '01' };
    expect(read(shift)).toMatchObject({
      from: new Date('2026-12-08T17:00:00Z'),
      until: new Date('2026-12-09T00:00:00Z'),
    });
    expect(read({ ...shift, from: '2027-03-27', untilTime: '4.00' })).toMatchObject({
      from: new Date('2027-03-27T17:00:00Z'),
      until: new Date('2027-03-28T02:00:00Z'),
    });
    expect(read({ ...shift, untilTime: '0' })).toMatchObject({ until: new Date('2026-12-08T23:00:00Z') });
    const notOrdered = { faults: { untilTime: 'notOrdered' } };
    expect(read({ ...shift, kind: 'holiday' })).toEqual(notOrdered);
    expect(read({ ...shift, fromTime: '11' })).toEqual(notOrdered);
    expect(read({ ...shift, untilTime: '10.30' })).toEqual(notOrdered);
    expect(read({ ...shift, until: '2026-12-09' })).toEqual({ faults: { until: 'hoursOfOneDay' } });
  });

  test.each<[Partial<TypedAbsence>, object]>([
    [{ kind: '' }, { kind: 'kindMissing' }],
    [{ from: '' }, { from: 'fromMissing' }],
    [{ from: '8/12' }, { from: 'fromMissing' }],
    [{ from: '2026-12-07' }, { from: 'inThePast' }],
    [{ until: 'x' }, { until: 'untilInvalid' }],
    [{ from: '2026-12-09', until: '2026-12-08' }, { until: 'notOrdered' }],
    [{ until: '2027-12-20' }, { until: 'tooLong' }],
    [{ until: '2026-12-09', fromTime: '8', untilTime: '10' }, { until: 'hoursOfOneDay' }],
    [{ fromTime: '8' }, { untilTime: 'timesIncomplete' }],
    [{ fromTime: '25', untilTime: '10' }, { fromTime: 'timeInvalid' }],
    [{ fromTime: '10', untilTime: '10' }, { untilTime: 'notOrdered' }],
  ])('%j is not understood: %j', (changes, faults) => {
    expect(read(changes)).toEqual({ faults });
  });
});
