import { describe, expect, test } from '@jest/globals';
import { periodsOf, replaced, withoutPeriod, type DayWindow, type HoursRow } from './hours.rules.js';

const window = (weekday: number, from = 480, until = 960): DayWindow => ({ weekday, from, until });
const row = (weekday: number, validFrom: string, validUntil: string | null = null, id = 'a'): HoursRow => ({
  id: `${id}${String(weekday)}`,
  ...window(weekday),
  validFrom,
  validUntil,
});
/** Monday and Tuesday kl. 8–16, for ever. */
const ALWAYS = [row(1, '2020-01-01'), row(2, '2020-01-01')];
const WEDNESDAYS = [window(3, 600, 720)];

describe('periods', () => {
  test('lie one after the other; neighbours with the same hours are one', () => {
    expect(
      periodsOf([
        row(1, '2020-01-01', '2026-12-31'),
        row(1, '2027-01-01', '2027-06-30', 'b'),
        row(2, '2027-01-01', '2027-06-30', 'b'),
        row(1, '2027-07-01', null, 'c'),
        row(2, '2027-07-01', null, 'c'),
      ]),
    ).toEqual([
      { validFrom: '2020-01-01', validUntil: '2026-12-31', windows: [window(1)] },
      { validFrom: '2027-01-01', validUntil: null, windows: [window(1), window(2)] },
    ]);
  });

  test('of hours that end or pause say so', () => {
    const rows = [row(1, '2020-01-01', '2026-12-31'), row(1, '2027-02-01', '2027-06-30', 'b')];
    expect(periodsOf(rows).map(({ validFrom, windows }) => [validFrom, windows.length])).toEqual([
      ['2020-01-01', 1],
      ['2027-01-01', 0],
      ['2027-02-01', 1],
      ['2027-07-01', 0],
    ]);
    expect(periodsOf([])).toEqual([]);
  });
});

describe('a week that holds from a date', () => {
  test('ends what was before on the day before, and touches nothing of what has been', () => {
    const past = row(5, '2020-01-01', '2024-12-31', 'old');
    const rows = replaced([...ALWAYS, past], {
      validFrom: '2027-01-12',
      validUntil: null,
      windows: WEDNESDAYS,
    });
    expect(rows).toEqual([
      { ...ALWAYS[0], validUntil: '2027-01-11' },
      { ...ALWAYS[1], validUntil: '2027-01-11' },
      past,
      { ...WEDNESDAYS[0], validFrom: '2027-01-12', validUntil: null },
    ]);
  });

  test('until a date leaves what comes after it', () => {
    const rows = replaced(ALWAYS, { validFrom: '2027-02-01', validUntil: '2027-02-07', windows: [] });
    expect(periodsOf(rows)).toEqual([
      { validFrom: '2020-01-01', validUntil: '2027-01-31', windows: [window(1), window(2)] },
      { validFrom: '2027-02-01', validUntil: '2027-02-07', windows: [] },
      { validFrom: '2027-02-08', validUntil: null, windows: [window(1), window(2)] },
    ]);
    // What goes on afterwards is new rows: each row of before is used once.
    expect(rows.filter(one => one.id).map(one => one.validUntil)).toEqual(['2027-01-31', '2027-01-31']);
  });

  test('takes the place of what begins within it, and shortens what reaches beyond', () => {
    const rows = replaced([row(1, '2027-01-12', '2027-01-20'), row(1, '2027-01-25', '2027-03-31', 'b')], {
      validFrom: '2027-01-12',
      validUntil: '2027-01-31',
      windows: WEDNESDAYS,
    });
    expect(rows).toEqual([
      { ...window(1), validFrom: '2027-02-01', validUntil: '2027-03-31' },
      { ...WEDNESDAYS[0], validFrom: '2027-01-12', validUntil: '2027-01-31' },
    ]);
  });

  test('that begins with the first day of what holds takes it over whole', () => {
    const rows = replaced(ALWAYS, { validFrom: '2020-01-01', validUntil: null, windows: WEDNESDAYS });
    expect(rows).toEqual([{ ...WEDNESDAYS[0], validFrom: '2020-01-01', validUntil: null }]);
  });
});

describe('a period that is taken away', () => {
  const withWeek = replaced(ALWAYS, {
    validFrom: '2027-02-01',
    validUntil: '2027-02-07',
    windows: WEDNESDAYS,
  });

  test('leaves its time to the hours before it', () => {
    expect(periodsOf(withoutPeriod(withWeek, '2027-02-01'))).toEqual(periodsOf(ALWAYS));
  });

  test('before which there was nothing leaves nothing', () => {
    expect(withoutPeriod(ALWAYS, '2020-01-01')).toEqual([]);
  });

  test('that is not there changes nothing', () => {
    expect(withoutPeriod(withWeek, '2027-02-02')).toEqual(withWeek);
  });
});
