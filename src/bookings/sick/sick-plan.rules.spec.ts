import { describe, expect, test } from '@jest/globals';
import type { TeamMember } from '../../calendars/team-member.js';
import { swedishDateOf, instantAt } from '../../shared/time/swedish-time.js';
import type { Caps } from '../../slots/caps.rules.js';
import type { VisitShape } from '../../slots/slot.engine.js';
import { clock, person, spanOn } from '../../../test/builders/offer.js';
import type { Block, Colleague } from '../acts/colleagues.rules.js';
import { planSubstitutes, proposalFor, type HitVisitFacts, type Substitution } from './sick-plan.rules.js';

const MINUTE = 60_000;
const TUESDAY = '2026-12-08';
const WEDNESDAY = '2026-12-09';

const block = (kind: Block['kind']): Block => ({
  kind,
  reference: null,
  schoolName: null,
  from: instantAt(TUESDAY, 0),
  until: instantAt(TUESDAY, 24 * 60),
  touchesLecture: true,
});
const hoursUntil = (hour: number) =>
  [1, 2, 3, 4, 5].map(weekday => ({
    weekday,
    from: clock(8),
    until: clock(hour),
    validFrom: '2020-01-01',
    validUntil: null,
  }));
const UNTIL_TEN = hoursUntil(22);
const NORA = { goes: true, blocks: [block('absence')] };
const JOHAN = { goes: true, blocks: [] };

interface Asked {
  /** Who goes, or is busy or away, of those who are asked; the others are free. */
  team?: Record<string, Partial<Pick<Colleague, 'goes' | 'blocks'>>>;
  date?: string;
  hour?: number;
  place?: string;
  shape?: Partial<VisitShape>;
  members?: TeamMember[];
  /** On the published time of the visit. */
  named?: string[];
  peopleNeeded?: number;
}

/** A visit of an hour on which Nora goes, who is ill, and Johan, who is not. */
function visit(bookingId: string, free: string[], asked: Asked = {}): HitVisitFacts {
  const { date = TUESDAY, hour = 10, place = bookingId, peopleNeeded = 2, members = [] } = asked;
  const team: NonNullable<Asked['team']> = {
    nora: NORA,
    johan: JOHAN,
    ...asked.team,
    ...Object.fromEntries(free.map(id => [id, {}])),
  };
  const startsAt = instantAt(date, hour * 60);
  const lecture = { from: startsAt.getTime(), until: startsAt.getTime() + 60 * MINUTE };
  const occupied = { from: lecture.from - 15 * MINUTE, until: lecture.until + 15 * MINUTE };
  const colleagues = Object.entries(team).map(([id, one]) => ({
    id,
    name: id,
    email: `${id}@kungsholmen.example`,
    goes: false,
    blocks: [],
    ...one,
  }));
  const facts = {
    startsAt,
    shape: {
      minutes: 60,
      marginBefore: 15,
      marginAfter: 15,
      at: { place, breakMinutes: 10, travelTo: {}, travelFrom: {} },
      ...asked.shape,
    },
    colleagues,
    team: colleagues.map(({ id }) => members.find(one => one.id === id) ?? person(id, { hours: UNTIL_TEN })),
    hasTeamEnough: false,
    named: asked.named ?? [],
    load: { minutes: 60, oneVisit: 60, at: { place, date: swedishDateOf(startsAt) } },
  };
  const takes = { place, lecture, occupied, breakUntil: lecture.until + 10 * MINUTE };
  return { bookingId, peopleNeeded, staffing: { facts, takes } };
}

const namesOf = (...visits: HitVisitFacts[]) =>
  planSubstitutes(visits, 'nora').planned.map(one =>
    one.substitutes.map(people => people.map(({ id }) => id).join('+')),
  );
/** The first choice for each visit. */
const firstOf = (...visits: HitVisitFacts[]) => namesOf(...visits).map(([first]) => first);

describe('who goes instead', () => {
  test('the free in their order, three to choose from', () => {
    expect(namesOf(visit('a', ['b', 'c', 'd', 'e']))).toEqual([['b', 'c', 'd']]);
  });

  test('nobody who needs a reason, or cannot', () => {
    const team = {
      tight: { blocks: [{ ...block('visit'), touchesLecture: false }] },
      busy: { blocks: [block('visit')] },
    };
    expect(namesOf(visit('a', [], { team }))).toEqual([[]]);
    const members = [person('late', { hours: [] })];
    expect(namesOf(visit('a', ['late'], { members }))).toEqual([[]]);
  });

  test('as many as are lacking: together, or nobody', () => {
    const team = { johan: NORA };
    expect(namesOf(visit('a', ['b', 'c', 'd'], { team }))).toEqual([['b+c']]);
    expect(namesOf(visit('a', ['b'], { team }))).toEqual([[]]);
  });

  test('nobody of a lecture that is held no longer', () => {
    expect(namesOf({ bookingId: 'a', peopleNeeded: 2, staffing: undefined })).toEqual([[]]);
  });

  test('whoever has the fewest to choose from chooses first', () => {
    expect(namesOf(visit('many', ['b', 'c']), visit('few', ['b']))).toEqual([['c'], ['b']]);
  });

  test('never the person who is ill, even where the hours say free', () => {
    expect(namesOf(visit('a', [], { team: { nora: {} } }))).toEqual([[]]);
  });
});

describe('what is proposed for one visit counts for the others', () => {
  const caps = (changes: Partial<Caps>): Asked => ({
    shape: {
      caps: { visitsOfDay: null, visitsOfWeek: null, eveningsOfWeek: null, row: null, ...changes },
    },
  });
  const at = (hour: number, changes: Asked = {}) => ({ hour, ...changes });

  test('nobody goes to two at the same time, or too close to each other', () => {
    expect(firstOf(visit('a', ['b']), visit('b', ['b']))).toEqual(['b', undefined]);
    expect(firstOf(visit('a', ['b']), visit('b', ['b'], at(11.25)))).toEqual(['b', undefined]);
    expect(firstOf(visit('a', ['b']), visit('b', ['b'], at(11.5)))).toEqual(['b', 'b']);
  });

  test('at one school a break is enough; to another the way has to be long enough', () => {
    const there = { place: 'school' };
    expect(firstOf(visit('a', ['b'], there), visit('b', ['b'], at(11.25, there)))).toEqual(['b', 'b']);
    const far = { place: 'far', breakMinutes: 10, travelTo: { a: 45 }, travelFrom: { a: 45 } };
    expect(firstOf(visit('a', ['b']), visit('b', ['b'], at(11.5, { shape: { at: far } })))).toEqual([
      'b',
      undefined,
    ]);
  });

  test('whose turn it is: one each, and who is at the school anyway', () => {
    expect(firstOf(visit('a', ['b', 'c']), visit('b', ['b', 'c'], at(13)))).toEqual(['b', 'c']);
    const there = { place: 'school' };
    const both = [visit('a', ['b', 'c'], there), visit('b', ['b', 'c'], at(13, there))];
    expect(firstOf(...both)).toEqual(['b', 'c']);
    const longer = both.map(one => {
      one.staffing!.facts.load.oneVisit = 120;
      return one;
    });
    expect(firstOf(...longer)).toEqual(['b', 'b']);
  });

  test('visits of a day and of a week', () => {
    const twice = caps({ visitsOfDay: 2 });
    const three = [9, 11, 14].map(hour => visit(String(hour), ['b'], at(hour, twice)));
    expect(firstOf(...three)).toEqual(['b', 'b', undefined]);
    expect(firstOf(...three, visit('d', ['b'], at(9, { ...twice, date: WEDNESDAY })))).toEqual([
      'b',
      'b',
      undefined,
      'b',
    ]);
    const once = caps({ visitsOfWeek: 1 });
    const days = [TUESDAY, WEDNESDAY].map(date => visit(date, ['b'], { ...once, date }));
    expect(firstOf(...days)).toEqual(['b', undefined]);
  });

  test('with what somebody has already', () => {
    const lecture = spanOn(TUESDAY, clock(8), clock(9));
    const visits = [{ place: 'x', lecture, occupied: lecture, breakUntil: lecture.until }];
    const has = person('b', { hours: UNTIL_TEN, visits });
    const twice = { ...caps({ visitsOfDay: 2 }), members: [has] };
    expect(firstOf(...[11, 14].map(hour => visit(String(hour), ['b'], at(hour, twice))))).toEqual([
      'b',
      undefined,
    ]);
  });

  test('evenings of a week', () => {
    const once = caps({ eveningsOfWeek: 1 });
    const evenings = [TUESDAY, WEDNESDAY].map(date => visit(date, ['b'], at(18, { ...once, date })));
    expect(firstOf(...evenings)).toEqual(['b', undefined]);
    expect(firstOf(evenings[0]!, visit('day', ['b'], at(15, { ...once, date: WEDNESDAY })))).toEqual([
      'b',
      'b',
    ]);
  });

  test('visits in a row', () => {
    const two = caps({ row: { most: 2, breakMinutes: 45 } });
    const row = [9, 10.5, 12].map(hour => visit(String(hour), ['b'], at(hour, two)));
    expect(firstOf(...row)).toEqual(['b', 'b', undefined]);
    expect(firstOf(...row.slice(0, 2), visit('later', ['b'], at(13, two)))).toEqual(['b', 'b', 'b']);
  });

  test('the rest after late work, whichever of the two is chosen for first', () => {
    // Hours in the evening would themselves stand in the way of the next morning: b is named on the published time.
    const rest = { shape: { restHours: 11 }, members: [person('b', { hours: hoursUntil(17) })] };
    const late = visit('late', ['b'], at(20.5, { ...rest, named: ['b'] }));
    const early = visit('early', ['b'], at(8.5, { ...rest, date: WEDNESDAY }));
    expect(firstOf(late, early)).toEqual(['b', undefined]);
    expect(firstOf(early, late)).toEqual(['b', undefined]);
    const noon = visit('noon', ['b'], at(12, { ...rest, date: WEDNESDAY }));
    expect(firstOf(late, noon)).toEqual(['b', 'b']);
  });

  test('and is told, for what is kept beside it', () => {
    const { given } = planSubstitutes([visit('a', ['b']), visit('b', ['b'])], 'nora');
    expect([...given].map(([id, visits]) => [id, visits.map(one => one.place)])).toEqual([['b', ['a']]]);
  });
});

describe('what is proposed', () => {
  const [{ stay, substitutes }] = planSubstitutes([visit('a', ['b'])], 'nora').planned as [Substitution];
  const facts = { substitutes: [], lacking: 1, stay };
  const none = { kept: false, free: false };

  test('a substitute, a kept time, keeping one, calling off: in this order', () => {
    expect(proposalFor({ ...facts, substitutes }, { kept: true, free: true })).toBe('substitute');
    expect(proposalFor(facts, { kept: true, free: false })).toBe('move');
    expect(proposalFor(facts, { kept: false, free: true })).toBe('ask');
    expect(proposalFor(facts, none)).toBe('cancel');
  });

  test('one fewer only where nobody is lacking then', () => {
    expect(proposalFor({ ...facts, lacking: 0 }, none)).toBe('fewer');
    expect(proposalFor({ ...facts, lacking: 0, stay: [] }, none)).toBe('cancel');
  });
});
