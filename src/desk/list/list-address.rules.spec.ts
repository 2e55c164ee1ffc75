import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressOf, fieldsOf, isFiltered, readWish, type ListGround } from './list-address.rules.js';
import { isInView, VIEWS, wishOfView, type View } from './list-views.js';
import { COLUMNS, isSortColumn, ORGANIZERS, PLAIN_WISH, STATES, type ListWish } from './list-wish.js';
import { nextWeeks, type Period } from './period.rules.js';
import { readSearch } from './search.rules.js';

const GROUND: ListGround = {
  terms: [
    { id: 'ht', season: 'autumn', startsOn: '2026-08-18', endsOn: '2026-12-22' },
    { id: 'vt', season: 'spring', startsOn: '2027-01-12', endsOn: '2027-06-10' },
  ],
  grades: ['F', '7', '8', '9', 'gy1'],
  lectures: ['cannabis-och-hjarnan', 'spel-om-pengar'],
};

const keys = <Key extends string>(names: Record<Key, string>) => Object.keys(names) as Key[];
const columns = keys(COLUMNS);
const date = fc
  .integer({ min: 0, max: 3000 })
  .map(days => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const periods: fc.Arbitrary<Period> = fc.oneof(
  fc.constantFrom<Period[]>(
    { kind: 'coming' },
    { kind: 'all' },
    { kind: 'term', season: 'autumn', year: 2026 },
    { kind: 'term', season: 'spring', year: 2027 },
  ),
  date.map(nextWeeks),
  fc.tuple(date, date).map((pair): Period => {
    const [from, until] = pair.sort();
    return { kind: 'dates', from: from, until: until };
  }),
  date.map((from): Period => ({ kind: 'dates', from })),
  date.map((until): Period => ({ kind: 'dates', until })),
);

const optional = <Key extends string, Value>(key: Key, values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined }).map(value => (value ? { [key]: value } : {}));

const wishes: fc.Arbitrary<ListWish> = fc
  .tuple(
    fc.record({
      search: fc
        .oneof(
          fc.string({ unit: 'binary' }).filter(text => !text.includes('\0')),
          fc.constant('9B åäö'),
        )
        .map(readSearch),
      period: periods,
      order: fc.record({ by: fc.constantFrom(...columns.filter(isSortColumn)), isDescending: fc.boolean() }),
      columns: fc
        .subarray(columns.filter(column => column !== 'school'))
        .filter(some => some.length > 0)
        .map(some => columns.filter(column => column === 'school' || some.includes(column))),
      page: fc.integer({ min: 1, max: 1000 }),
    }),
    optional('organizer', keys(ORGANIZERS)),
    optional('grade', ['7-9', 'gymnasiet', 'F', '9']),
    optional('lecture', GROUND.lectures),
    optional('state', keys(STATES)),
  )
  .map(([plain, ...choices]) => Object.assign({}, plain, ...choices) as ListWish);

const queryOf = (address: string) =>
  Object.fromEntries(new URL(address, 'http://x.example').searchParams) as Record<string, string>;

describe('the address of the list', () => {
  test('says everything: read again, it is the same wish, and has the same address', () => {
    fc.assert(
      fc.property(wishes, wish => {
        const again = readWish(queryOf(addressOf(wish)), GROUND);
        expect(again).toEqual(wish);
        expect(addressOf(again)).toBe(addressOf(wish));
      }),
      { numRuns: 300 },
    );
  });

  test('is short where nothing is chosen, and speaks Swedish where something is', () => {
    expect(addressOf(PLAIN_WISH)).toBe('/bokningar');
    const wish: ListWish = {
      ...PLAIN_WISH,
      search: '9B',
      period: { kind: 'term', season: 'autumn', year: 2026 },
      organizer: 'independent',
      grade: '7-9',
      lecture: 'spel-om-pengar',
      state: 'lacksPeople',
      order: { by: 'school', isDescending: true },
      columns: ['time', 'school', 'reference'],
      page: 2,
    };
    expect(addressOf(wish)).toBe(
      '/bokningar?sok=9B&period=ht2026&huvudman=fristaende&arskurs=7-9&forelasning=spel-om-pengar' +
        '&lage=saknar-personal&ordning=-skola&kolumner=tid%2Cskola%2Cnummer&sida=2',
    );
  });

  test.each([
    { huvudman: 'x', arskurs: '12', forelasning: 'finns-inte', lage: 'x', ordning: 'x', kolumner: 'x' },
    { period: 'ht1999', sida: '-1' },
    { period: '2026v60', sida: '0' },
    { fran: '2026-13-01', till: '0001-01-01', sida: '1e9' },
    { ordning: 'bemanning', sida: '99999999999' },
    { ordning: "tid'; DROP TABLE booking", arskurs: 'constructor', lage: '__proto__' },
    { sok: '   ', kolumner: ',,,' },
  ])('%j makes no sense and is as nothing', query => {
    expect(readWish(query, GROUND)).toEqual(PLAIN_WISH);
  });

  test('takes columns as a form sends them: one by one, the school always among them', () => {
    const { columns: read } = readWish({ kolumner: ['nummer', 'tid', 'x'] }, GROUND);
    expect(read).toEqual(['time', 'school', 'reference']);
  });

  test('forgets neither columns nor order when a view is opened, and knows in which view it is', () => {
    const wish: ListWish = {
      ...PLAIN_WISH,
      order: { by: 'school', isDescending: false },
      columns: ['school', 'pupils'],
      page: 3,
    };
    for (const view of Object.keys(VIEWS) as View[]) {
      const opened = wishOfView(view, wish);
      expect(opened).toMatchObject({ order: wish.order, columns: wish.columns, page: 1 });
      const inViews = (Object.keys(VIEWS) as View[]).filter(one => isInView(opened, one));
      expect(inViews).toEqual([view]);
      expect(isFiltered(opened)).toBe(view !== 'coming');
    }
  });

  test('leaves out own dates where there is a named period', () => {
    const wish = readWish({ period: 'allt', fran: '2026-12-01' }, GROUND);
    expect(fieldsOf(wish)).toEqual({ period: 'allt' });
  });
});
