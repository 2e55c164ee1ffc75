import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawnHours, placed } from './week-layout.rules.js';

const at = (from: number, until: number) => ({ from: from * 60, until: until * 60 });
const DAY = { fromHour: 8, untilHour: 16 };
const places = (...entries: { from: number; until: number }[]) =>
  placed(entries, DAY).map(({ place }) => place);

describe('the hours that are drawn', () => {
  test('reach from the hour of the first entry to the end of the last', () => {
    expect(drawnHours([at(10.25, 11.25), at(17.5, 18.25)])).toEqual({ fromHour: 10, untilHour: 19 });
    expect(drawnHours([at(10, 11)])).toEqual({ fromHour: 10, untilHour: 11 });
  });

  test('are the usual ones where there is nothing, or only whole days', () => {
    expect(drawnHours([])).toEqual(DAY);
    expect(drawnHours([at(0, 24)])).toEqual(DAY);
  });

  test('are not stretched by what comes from midnight or goes on to it', () => {
    expect(drawnHours([at(0, 12), at(9, 10)])).toEqual({ fromHour: 9, untilHour: 12 });
    expect(drawnHours([at(18, 24), at(9, 10)])).toEqual({ fromHour: 9, untilHour: 19 });
  });
});

describe('the places of a day', () => {
  test('follow the clock by quarters of an hour', () => {
    expect(places(at(8, 9), at(10.25, 11.25))).toEqual([
      { row: 1, rows: 4, lane: 1, lanes: 1 },
      { row: 10, rows: 4, lane: 1, lanes: 1 },
    ]);
  });

  test('what follows on within a quarter does not stand beside it', () => {
    const lesson = { from: 8 * 60 + 20, until: 9 * 60 + 10 };
    const next = { from: 9 * 60 + 10, until: 10 * 60 };
    expect(places(lesson, next).map(({ lanes }) => lanes)).toEqual([1, 1]);
  });

  test('what overlaps stands side by side, and only there', () => {
    expect(places(at(8, 12), at(9, 10), at(10, 11), at(13, 14))).toEqual([
      { row: 1, rows: 16, lane: 1, lanes: 2 },
      { row: 5, rows: 4, lane: 2, lanes: 2 },
      { row: 9, rows: 4, lane: 2, lanes: 2 },
      { row: 21, rows: 4, lane: 1, lanes: 1 },
    ]);
  });

  test('a whole day fills what is drawn, and the shortest entry has a row', () => {
    expect(places(at(0, 24))).toEqual([{ row: 1, rows: 32, lane: 1, lanes: 1 }]);
    expect(places({ from: 15 * 60 + 59, until: 16 * 60 })[0]).toMatchObject({ row: 32, rows: 1 });
  });

  test('any five entries: none is lost, none leaves the drawing, none covers another', () => {
    const entry = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 600 }))
      .map(([from, minutes]) => ({ from, until: Math.min(from + minutes, 1440) }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), entries => {
        const hours = drawnHours(entries);
        const drawn = placed(entries, hours);
        expect(drawn.map(one => one.entry).sort((a, b) => a.from - b.from)).toEqual(
          [...entries].sort((a, b) => a.from - b.from),
        );
        const cells = drawn.flatMap(({ place }) =>
          Array.from({ length: place.rows }, (_, row) => {
            expect(place.row + row).toBeLessThanOrEqual((hours.untilHour - hours.fromHour) * 4);
            return `${String(place.row + row)}:${String((place.lane - 1) / place.lanes)}`;
          }),
        );
        expect(new Set(cells).size).toBe(cells.length);
      }),
    );
  });
});
