import { describe, expect, test } from '@jest/globals';
import { clock, offerFacts, person, planOf, spanOn } from '../../../test/builders/offer.js';
import { instantAt, isoWithOffset } from '../../shared/time/swedish-time.js';
import { offeredDays, type OfferFacts } from '../../slots/offer.rules.js';
import { weekList, type ListedDay, type TimeFilter, type WeekList } from './week-list.js';

const all: TimeFilter = { weekdays: [], parts: [] };
const daysOf = (from = '2026-12-07', to = '2027-06-10', changes: Partial<OfferFacts> = {}) =>
  offeredDays(offerFacts(changes), from, to);
const takenBetween = (from: string, to: string) => [
  person('Ali', { busy: [{ from: instantAt(from, 0).getTime(), until: instantAt(to, 0).getTime() }] }),
  person('Bea'),
];

/** "v. 50: 10 10 10 10 10", "gap 53–1, term 2027-01-12": what stands in the list, to be read. */
const asLines = (list: WeekList) =>
  list.items.map(item =>
    item.kind === 'week'
      ? `v. ${String(item.number)}: ${item.days.map(asWord).join(' ')}`
      : `gap ${String(item.firstNumber)}–${String(item.lastNumber)}` +
        (item.name ? `, ${item.name.sv}` : '') +
        (item.termBegins ? `, term ${item.termBegins}` : '') +
        (item.releasedAt ? `, released ${isoWithOffset(item.releasedAt)}` : ''),
  );
const asWord = (day: ListedDay) => (day.slots.length > 0 ? String(day.slots.length) : day.reason!.kind);

describe('The list of times', () => {
  test('shows two weeks, Monday to Friday, from the first with a free time', () => {
    const list = weekList(daysOf(), all);
    expect(asLines(list)).toEqual(['v. 50: 10 10 10 10 10', 'v. 51: 10 10 10 10 10']);
    expect(list.items[0]).toMatchObject({ kind: 'week', monday: '2026-12-07' });
  });

  test('passes over weeks in which everybody is taken to the first that has a time', () => {
    const team = takenBetween('2026-12-07', '2026-12-16');
    const list = weekList(daysOf(undefined, undefined, { team }), all);
    expect(asLines(list)[0]).toBe('v. 51: nobodyFree nobodyFree 10 10 10');
    expect(list.firstFree?.start).toBe(instantAt('2026-12-16', clock(8, 30)).getTime());
    expect(list.previous).toBe('2026-12-07');
  });

  test('counts the free times of the whole span, whatever is shown', () => {
    const days = daysOf('2026-12-07', '2026-12-22');
    expect(weekList(days, all).totalFree).toBe(12 * 10);
    expect(weekList(days, { ...all, weekdays: [1], parts: ['fm'] }).totalFree).toBe(12 * 10);
  });

  test('begins with the day that the span begins with', () => {
    const list = weekList(daysOf('2026-12-09'), all);
    expect(asLines(list)[0]).toBe('v. 50: 10 10 10');
    expect(list.items[0]).toMatchObject({ monday: '2026-12-07' });
  });

  test('tells once of all weeks whose times are to be released, apart from those without school', () => {
    const plan = planOf();
    const releasedAt = instantAt('2026-11-30', clock(9));
    const terms = plan.terms.map(term => (term.season === 'spring' ? { ...term, releasedAt } : term));
    const list = weekList(daysOf('2026-12-14', '2027-02-19', { plan: { ...plan, terms } }), all);
    expect(asLines(list)).toEqual([
      'v. 51: 10 10 10 10 10',
      'v. 52: 10 10 outsideTerm redDay redDay',
      'gap 53–1',
      'gap 2–7, released 2026-11-30T09:00:00+01:00',
    ]);
  });

  test('says for each day why it has no times', () => {
    const studiedag = {
      startsOn: '2026-12-08',
      endsOn: '2026-12-08',
      name: { sv: 'Studiedag', en: 'Staff day' },
    };
    const team = [person('Ali', { busy: [spanOn('2026-12-10', 0, clock(24))] }), person('Bea')];
    const list = weekList(daysOf('2026-12-07', '2026-12-11', { team, schoolClosedDays: [studiedag] }), all);
    expect(asLines(list)).toEqual(['v. 50: 10 schoolClosed 10 nobodyFree 10']);
  });

  test('is empty where nothing can be booked', () => {
    expect(weekList([], all)).toMatchObject({ items: [], totalFree: 0 });
    const nobody = weekList(daysOf('2026-12-07', '2026-12-22', { team: [] }), all);
    expect(nobody.firstFree).toBeUndefined();
    expect(asLines(nobody)[0]).toBe('v. 50: nobodyFree nobodyFree nobodyFree nobodyFree nobodyFree');
  });
});

describe('Weeks without school', () => {
  test('jullov is one band over week 53 and week 1, and tells when the term begins', () => {
    const list = weekList(daysOf(), { ...all, from: '2026-12-21' });
    expect(asLines(list)).toEqual([
      'v. 52: 10 10 outsideTerm redDay redDay',
      'gap 53–1, term 2027-01-12',
      'v. 2: outsideTerm 10 10 10 10',
    ]);
  });

  test('sportlov is a band with its name', () => {
    const list = weekList(daysOf(), { ...all, from: '2027-02-22' });
    expect(asLines(list)).toEqual(['v. 8: 10 10 10 10 10', 'gap 9–9, Sportlov', 'v. 10: 10 10 10 10 10']);
  });

  test('påsklov is a band though its Monday is a red day', () => {
    const list = weekList(daysOf(), { ...all, from: '2027-03-22' });
    expect(asLines(list)).toEqual([
      'v. 12: 10 10 10 10 redDay',
      'gap 13–13, Påsklov',
      'v. 14: 10 10 10 10 10',
    ]);
  });

  test('a band that follows the two weeks shown is shown with them, so that nobody looks for it', () => {
    const list = weekList(daysOf(), { ...all, from: '2027-02-15' });
    expect(asLines(list)).toEqual(['v. 7: 10 10 10 10 10', 'v. 8: 10 10 10 10 10', 'gap 9–9, Sportlov']);
    expect(list.next).toEqual({ monday: '2027-03-08', firstNumber: 10, lastNumber: 11 });
  });

  test('a week that somebody asks for in the middle of jullov begins with the band', () => {
    const list = weekList(daysOf(), { ...all, from: '2027-01-01' });
    expect(asLines(list)).toEqual([
      'gap 53–1, term 2027-01-12',
      'v. 2: outsideTerm 10 10 10 10',
      'v. 3: 10 10 10 10 10',
    ]);
    expect(list.previous).toBe('2026-12-14');
  });

  test('days that one school keeps for itself do not make a band, as others have school', () => {
    const own = { startsOn: '2026-12-07', endsOn: '2026-12-11', name: { sv: 'Temavecka', en: 'Theme week' } };
    const list = weekList(daysOf(undefined, undefined, { schoolClosedDays: [own] }), {
      ...all,
      from: '2026-12-07',
    });
    expect(asLines(list)[0]).toBe(`v. 50: ${Array(5).fill('schoolClosed').join(' ')}`);
  });

  test('a band at the end of the span tells of no term that is not there', () => {
    const now = instantAt('2026-11-23', clock(9));
    const days = offeredDays(offerFacts({ now }), '2026-12-21', '2027-01-08');
    expect(asLines(weekList(days, all)).at(-1)).toBe('gap 53–1');
  });
});

describe('Going on and back', () => {
  test('leads to the two weeks after and the two before, over a lov', () => {
    const list = weekList(daysOf(), { ...all, from: '2027-02-08' });
    expect(asLines(list).map(line => line.split(':')[0])).toEqual(['v. 6', 'v. 7']);
    expect(list.next).toEqual({ monday: '2027-02-22', firstNumber: 8, lastNumber: 10 });
    expect(list.previous).toBe('2027-01-25');
  });

  test('back leads to the very first week where only one lies before', () => {
    expect(weekList(daysOf(), { ...all, from: '2026-12-14' }).previous).toBe('2026-12-07');
    expect(weekList(daysOf(), { ...all, from: '2026-12-07' }).previous).toBeUndefined();
  });

  test('on ends with the last week, which may stand alone', () => {
    expect(weekList(daysOf(), { ...all, from: '2027-05-24' }).next).toEqual({
      monday: '2027-06-07',
      firstNumber: 23,
      lastNumber: 23,
    });
    const last = weekList(daysOf(), { ...all, from: '2027-06-07' });
    expect(asLines(last)).toEqual(['v. 23: 10 10 10 10']);
    expect(last.next).toBeUndefined();
  });

  test('leads over New Year by the numbers that schools use', () => {
    const list = weekList(daysOf('2026-12-07'), { ...all, from: '2026-12-14' });
    expect(asLines(list).at(-1)).toBe('gap 53–1, term 2027-01-12');
    expect(list.next).toEqual({ monday: '2027-01-11', firstNumber: 2, lastNumber: 3 });
  });

  test('comes past every week once, whoever presses on until the end', () => {
    const seen: string[] = [];
    let from: string | undefined = '2026-12-07';
    while (from) {
      const list = weekList(daysOf(), { ...all, from });
      seen.push(...list.items.filter(item => item.kind === 'week').map(item => item.monday));
      from = list.next?.monday;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    // Week 50 to week 23, less weeks 53, 1, 9 and 13.
    expect(seen).toHaveLength(4 + 23 - 4);
  });

  test('a date beyond the span shows the last week, one before it the first', () => {
    expect(asLines(weekList(daysOf(), { ...all, from: '2030-01-01' }))).toEqual(['v. 23: 10 10 10 10']);
    expect(asLines(weekList(daysOf(), { ...all, from: '2020-01-01' }))[0]).toBe('v. 50: 10 10 10 10 10');
  });

  test('any day of a week leads to that week, Sunday as well', () => {
    for (const from of ['2026-12-14', '2026-12-16', '2026-12-20'])
      expect(asLines(weekList(daysOf(), { ...all, from }))[0]).toMatch(/^v\. 51/);
  });
});

describe('The filter', () => {
  test('leaves the chosen weekdays, and tells those without from those with none', () => {
    const team = [person('Ali', { busy: [spanOn('2026-12-09', 0, clock(24))] }), person('Bea')];
    const list = weekList(daysOf(undefined, '2026-12-11', { team }), { ...all, weekdays: [2, 3] });
    expect(asLines(list)).toEqual(['v. 50: notInFilter 10 nobodyFree notInFilter notInFilter']);
  });

  test('tells morning from afternoon at noon, by the Swedish clock', () => {
    const mornings = weekList(daysOf('2027-04-06', '2027-04-06'), { ...all, parts: ['fm'] });
    expect(asLines(mornings)).toEqual(['v. 14: 5']);
    const afternoons = weekList(daysOf('2027-04-06', '2027-04-06'), { ...all, parts: ['em'] });
    expect(asLines(afternoons)).toEqual(['v. 14: 5']);
    const both = weekList(daysOf('2027-04-06', '2027-04-06'), { ...all, parts: ['fm', 'em'] });
    expect(asLines(both)).toEqual(['v. 14: 10']);
  });

  test('counts noon itself as afternoon', () => {
    const noon = instantAt('2026-12-08', clock(12)).getTime();
    const days = [{ date: '2026-12-08', slots: [{ start: noon, end: noon + 3_600_000 }] }];
    expect(asLines(weekList(days, { ...all, parts: ['fm'] }))).toEqual(['v. 50: notInFilter']);
    expect(asLines(weekList(days, { ...all, parts: ['em'] }))).toEqual(['v. 50: 1']);
  });

  test('leads to the first time that passes it where the weeks shown have none', () => {
    const team = takenBetween('2026-12-08', '2026-12-22');
    const list = weekList(daysOf(undefined, undefined, { team }), { ...all, weekdays: [2] });
    expect(asLines(list)).toEqual([
      'v. 50: notInFilter nobodyFree nobodyFree nobodyFree nobodyFree',
      'v. 51: nobodyFree nobodyFree nobodyFree nobodyFree nobodyFree',
    ]);
    expect(list.firstInFilter?.start).toBe(instantAt('2026-12-22', clock(8, 30)).getTime());
  });

  test('leads nowhere else where the weeks shown have a time, or none passes at all', () => {
    expect(weekList(daysOf(), { ...all, weekdays: [5] }).firstInFilter).toBeUndefined();
    const mondays = weekList(daysOf('2026-12-08', '2026-12-11'), { ...all, weekdays: [1] });
    expect(mondays.firstInFilter).toBeUndefined();
    expect(mondays.totalFree).toBe(40);
  });
});
