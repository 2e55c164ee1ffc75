import { describe, expect, test } from '@jest/globals';
import { teachingWeeks } from '../../shared/school-year/school-calendar.js';
import { clock, planOf, spanOn } from '../../../test/builders/offer.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import { readPublishing, type FormGround, type FormKind, type TypedPublishing } from './publishing-form.js';
import {
  judged,
  timesCopied,
  timesOfDay,
  timesOfTerm,
  type PublishingFacts,
  type TakenSpan,
} from './publishing.rules.js';

const { terms, breaks } = planOf();
const calendar = { terms, breaks, schoolClosedDays: [] };
const [autumn, spring] = [
  terms.find(one => one.season === 'autumn')!,
  terms.find(one => one.season === 'spring')!,
];
const MONDAY = '2026-11-23';

const facts = (changes: Partial<PublishingFacts> = {}): PublishingFacts => ({
  now: instantAt(MONDAY, clock(9)),
  calendar,
  marginBefore: 15,
  marginAfter: 15,
  lectures: [
    { id: 'short', minutes: 40, qualified: ['amina', 'johan'] },
    { id: 'long', minutes: 90, qualified: ['amina'] },
  ],
  people: ['amina', 'johan'].map(id => ({ id, name: id, employedFrom: '2020-01-01', employedUntil: null })),
  published: [],
  taken: [],
  ...changes,
});
const wanted = { lectureId: 'short', people: ['amina'] };
const taken = (kind: TakenSpan['kind'], from: number, until: number): TakenSpan => ({
  ...spanOn('2026-12-08', from, until),
  assistantId: 'amina',
  kind,
});

describe('The times of a term', () => {
  test('come on the weekdays that have school, from today on', () => {
    const days = (weekdays: number[]) =>
      timesOfTerm(calendar, autumn, { weekdays, minutes: [clock(9), clock(12, 30)], today: MONDAY }, wanted);
    expect(
      days([2, 4])
        .slice(0, 4)
        .map(({ date, minute }) => [date, minute]),
    ).toEqual([
      ['2026-11-24', clock(9)],
      ['2026-11-24', clock(12, 30)],
      ['2026-11-26', clock(9)],
      ['2026-11-26', clock(12, 30)],
    ]);
    expect(days([1, 2, 3, 4, 5]).every(({ date }) => date >= MONDAY && date <= autumn.endsOn)).toBe(true);
  });

  test('are not on red days and not in lov', () => {
    const dates = timesOfTerm(
      calendar,
      spring,
      { weekdays: [1, 4], minutes: [clock(9)], today: MONDAY },
      wanted,
    ).map(({ date }) => date);
    expect(dates).not.toContain('2027-03-01');
    expect(dates).not.toContain('2027-05-06');
    expect(dates).toContain('2027-03-08');
  });
});

describe('A copy', () => {
  const weeks = [teachingWeeks(calendar, autumn), teachingWeeks(calendar, spring)] as const;
  const before = (startsAt: Date, people = ['amina', 'johan'], lectureId: string | null = 'short') => ({
    id: startsAt.toISOString(),
    startsAt,
    lectureId,
    people,
  });

  test('is in the same week of teaching, of which those of lov are none, at the same time of the clock', () => {
    expect(weeks[0]).not.toContain('2026-10-26');
    const source = [
      before(instantAt('2026-09-08', clock(9))),
      before(instantAt('2026-11-05', clock(12, 30))),
    ];
    const { times, dropped } = timesCopied(source, { from: autumn, to: spring }, facts());
    const place = (monday: string) => weeks[0].indexOf(monday);
    expect(times.map(({ date, minute }) => [date, minute])).toEqual([
      [expect.stringMatching(/./), clock(9)],
      [expect.stringMatching(/./), clock(12, 30)],
    ]);
    expect(times[0]!.date > weeks[1][place('2026-09-07')]!).toBe(true);
    expect(times[1]!.date > weeks[1][place('2026-11-02')]!).toBe(true);
    expect(dropped).toBe(0);
  });

  test('has no times of weeks and days that the other term has not', () => {
    const last = weeks[1].at(-1)!;
    const beyond = before(instantAt(last, clock(9)));
    expect(timesCopied([beyond], { from: spring, to: autumn }, facts())).toEqual({ times: [], dropped: 1 });
  });

  test('leaves out those who do not work then or may not hold it', () => {
    const people = [
      { id: 'amina', name: 'Amina', employedFrom: '2020-01-01', employedUntil: null },
      { id: 'johan', name: 'Johan', employedFrom: '2020-01-01', employedUntil: '2026-12-31' },
    ];
    const source = [
      before(instantAt('2026-09-08', clock(9))),
      before(instantAt('2026-09-08', clock(13)), ['johan'], 'long'),
    ];
    const { times } = timesCopied(source, { from: autumn, to: spring }, facts({ people }));
    expect(times.map(time => [time.people, time.leftOut])).toEqual([
      [['amina'], ['johan']],
      [[], ['johan']],
    ]);
  });
});

describe('A time cannot be published', () => {
  const troubleAt = (minute: number, changes: Partial<PublishingFacts> = {}, date = '2026-12-08') =>
    judged(timesOfDay(date, [minute], wanted), facts(changes))[0]!.trouble;

  test('in the past, on a day without school, or for a lecture that takes none', () => {
    expect(troubleAt(clock(9), {}, MONDAY)).toEqual({ kind: 'past' });
    expect(troubleAt(clock(9, 1), {}, MONDAY)).toBeUndefined();
    expect(troubleAt(clock(9), {}, '2026-12-05')).toEqual({ kind: 'noSchool' });
    expect(troubleAt(clock(9), { lectures: [] })).toEqual({ kind: 'lecture' });
  });

  test('twice for the same lecture and people', () => {
    const published = [
      { id: 'x', startsAt: instantAt('2026-12-08', clock(9)), lectureId: 'short', people: ['amina'] },
    ];
    expect(troubleAt(clock(9), { published })).toEqual({ kind: 'already' });
    expect(troubleAt(clock(10), { published })).toBeUndefined();
  });

  test('with somebody who does not work here, is away or taken, with the margins', () => {
    const people = [{ id: 'amina', name: 'Amina', employedFrom: '2026-12-09', employedUntil: null }];
    expect(troubleAt(clock(9), { people })).toEqual({ kind: 'notEmployed', people: ['amina'] });
    const away = { taken: [taken('away', clock(9, 54), clock(12)), taken('visit', clock(9), clock(10))] };
    expect(troubleAt(clock(9), away)).toEqual({ kind: 'away', people: ['amina'] });
    expect(troubleAt(clock(9), { taken: [taken('visit', clock(9, 55), clock(12))] })).toBeUndefined();
    expect(troubleAt(clock(9), { taken: [taken('visit', clock(9, 54), clock(12))] })).toEqual({
      kind: 'visit',
      people: ['amina'],
    });
  });

  test('close to another one of the same person in the same plan; without people it can', () => {
    const minutes = [clock(9), clock(9, 30), clock(10, 10)];
    const troubles = (people: string[]) =>
      judged(timesOfDay('2026-12-08', minutes, { ...wanted, people }), facts()).map(one => one.trouble?.kind);
    expect(troubles(['amina'])).toEqual([undefined, 'kept', undefined]);
    expect(troubles([])).toEqual([undefined, undefined, undefined]);
  });

  test('what is published for every lecture keeps as long as the longest of them', () => {
    const [time] = judged(timesOfDay('2026-12-08', [clock(9)], { ...wanted, lectureId: null }), facts());
    expect((time!.lecture.until - time!.lecture.from) / 60_000).toBe(90);
    expect((time!.occupied.until - time!.occupied.from) / 60_000).toBe(120);
  });
});

describe('The forms', () => {
  const nothing: TypedPublishing = {
    forelasning: '',
    datum: '',
    termin: '',
    veckodag: [],
    tider: '',
    person: [],
    fran: '',
  };
  const ground: FormGround = {
    lectures: facts().lectures,
    people: facts().people,
    coming: [autumn, spring],
    withTimes: [autumn],
  };
  const read = (kind: FormKind, changes: Partial<TypedPublishing>) =>
    readPublishing(kind, { ...nothing, ...changes }, ground);

  test('say what is missing', () => {
    expect(read('ny', {})).toEqual({
      faults: { forelasning: 'notChosen', tider: 'noTimes', datum: 'noDate' },
    });
    expect(read('termin', { tider: '9 fika' })).toEqual({
      faults: { forelasning: 'notChosen', tider: 'notTimes', termin: 'notChosen', veckodag: 'notChosen' },
    });
    expect(read('kopiera', { fran: spring.id, termin: autumn.id })).toEqual({
      faults: { fran: 'notChosen' },
    });
  });

  test('are read', () => {
    expect(
      read('ny', { forelasning: 'alla', tider: '12.30, 9', datum: '2026-12-08', person: ['johan'] }),
    ).toEqual({
      kind: 'ny',
      lectureId: null,
      minutes: [clock(9), clock(12, 30)],
      people: ['johan'],
      date: '2026-12-08',
    });
    expect(
      read('termin', { forelasning: 'long', tider: '9', termin: spring.id, veckodag: ['4', '2'] }),
    ).toMatchObject({
      weekdays: [2, 4],
    });
  });

  test('want people who may hold the lecture', () => {
    const typed = { forelasning: 'long', tider: '9', datum: '2026-12-08', person: ['johan'] };
    expect(read('ny', typed)).toEqual({ faults: { person: 'notQualified' } });
  });
});
