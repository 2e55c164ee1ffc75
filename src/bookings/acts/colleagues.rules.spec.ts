import { describe, expect, test } from '@jest/globals';
import type { TeamMember } from '../../calendars/team-member.js';
import { instantAt } from '../../shared/time/swedish-time.js';
import { asChosen, rankColleagues, type Block, type Colleague } from './colleagues.rules.js';
import { bestFilling, decideRestaffing } from './restaff.rules.js';

const startsAt = instantAt('2026-12-08', 10 * 60);
const shape = { minutes: 60, marginBefore: 15, marginAfter: 15 };

const member = (id: string, bookedMinutes = 0, hours = [480, 960]): TeamMember => ({
  id,
  email: `${id}@kungsholmen.example`,
  workingShare: 1,
  employedFrom: '2020-01-01',
  employedUntil: null,
  hours: [{ weekday: 2, from: hours[0]!, until: hours[1]!, validFrom: '2020-01-01', validUntil: null }],
  busy: [],
  visits: [],
  bookedMinutes,
  lastBookedAt: null,
});
const colleague = (id: string, changes: Partial<Colleague> = {}): Colleague => ({
  id,
  name: id,
  email: `${id}@kungsholmen.example`,
  goes: false,
  blocks: [],
  ...changes,
});
const block = (kind: Block['kind'], touchesLecture: boolean): Block => ({
  kind,
  reference: '4K7-2PM',
  schoolName: 'Lunaskolan',
  from: startsAt,
  until: startsAt,
  touchesLecture,
});

const colleagues = [
  colleague('amina', { goes: true, blocks: [block('absence', true)] }),
  colleague('busy', { blocks: [block('visit', true)] }),
  colleague('away', { blocks: [block('absence', true)] }),
  colleague('tight', { blocks: [block('visit', false)] }),
  colleague('evening'),
  colleague('loaded'),
  colleague('free'),
  colleague('novice'),
];
const team = [
  member('amina'),
  member('busy'),
  member('away'),
  member('tight'),
  member('evening', 0, [960, 1200]),
  member('loaded', 600),
  member('free', 60),
];
const load = { minutes: 60, oneVisit: 60 };
const facts = { hasTeamEnough: false, named: [], load };
const ranked = rankColleagues({ startsAt, shape, colleagues, team, ...facts });
const decide = (wanted: string[], reason = '', peopleNeeded = 2) =>
  decideRestaffing({ ranked, peopleNeeded, wanted, reason });

test('somebody who is named on the published time works then, and comes first', () => {
  const named = rankColleagues({ startsAt, shape, colleagues, team, ...facts, named: ['evening'] });
  expect(named.map(one => [one.id, one.standing]).slice(1, 3)).toEqual([
    ['evening', 'free'],
    ['free', 'free'],
  ]);
  expect(named[1]!.chosen!.because.decidedBy).toBe('published');
});

test('about the rest of somebody who is named, whoever has published the time has decided', () => {
  const night = { from: instantAt('2026-12-07', 18 * 60), until: instantAt('2026-12-07', 23 * 60) };
  const duties = [{ from: night.from.getTime(), until: night.until.getTime() }];
  const tired = team.map(one => (one.id === 'free' ? { ...one, duties } : one));
  const ofFree = (named: string[]) =>
    rankColleagues({
      startsAt,
      shape: { ...shape, restHours: 14 },
      colleagues,
      team: tired,
      ...facts,
      named,
    }).find(one => one.id === 'free')!;
  expect(ofFree([])).toMatchObject({ standing: 'tight', lacksRest: true });
  expect(ofFree(['free'])).toMatchObject({ standing: 'free', lacksRest: false });
});

describe('somebody who has had enough by the caps', () => {
  const morning = {
    from: instantAt('2026-12-08', 8 * 60).getTime(),
    until: instantAt('2026-12-08', 8.5 * 60).getTime(),
  };
  const visits = [{ place: 'A', lecture: morning, occupied: morning, breakUntil: morning.until }];
  const full = ['near', 'full', 'late'];
  const caps = { visitsOfDay: 1, visitsOfWeek: null, eveningsOfWeek: null, row: null };
  const judged = rankColleagues({
    startsAt,
    shape: { ...shape, caps },
    colleagues: [
      ...full.map(id => colleague(id, id === 'near' ? { blocks: [block('visit', false)] } : {})),
      colleague('free'),
    ],
    team: [
      ...full.map(id => ({ ...member(id, 0, id === 'late' ? [960, 1200] : undefined), visits })),
      member('free'),
    ],
    ...facts,
  });

  test('comes after those whose margins are short, and before those who do not work then', () => {
    expect(judged.map(one => [one.id, one.standing, one.isCapped])).toEqual([
      ['free', 'free', false],
      ['near', 'tight', true],
      ['full', 'capped', true],
      ['late', 'outsideHours', true],
    ]);
  });

  test('goes for a reason, with the mark, whatever else is set aside', () => {
    expect(judged.map(asChosen)).toMatchObject([
      { overridesMargins: false, overridesCaps: false },
      { overridesMargins: true, overridesCaps: true, because: { despite: 'margins' } },
      { overridesMargins: false, overridesCaps: true, because: { despite: 'caps' } },
      { overridesMargins: false, overridesCaps: true, because: { despite: 'workingHours' } },
    ]);
    const restaff = (wanted: string[], reason: string) =>
      decideRestaffing({ ranked: judged, peopleNeeded: 2, wanted, reason });
    expect(restaff(['full'], '')).toMatchObject({ refused: 'reasonMissing' });
    expect(restaff(['full'], 'Skolan väntar.')).toMatchObject({ despite: ['caps'] });
    expect(restaff(['near', 'late'], 'Skolan väntar.')).toMatchObject({
      despite: ['margins', 'caps', 'hours'],
    });
  });
});

describe('the team for a visit', () => {
  test('is ranked: who goes, the free by their load, who would need a reason, and those who cannot', () => {
    expect(ranked.map(one => [one.name, one.standing])).toEqual([
      ['amina', 'away'],
      ['free', 'free'],
      ['loaded', 'free'],
      ['tight', 'tight'],
      ['evening', 'outsideHours'],
      ['busy', 'busy'],
      ['away', 'away'],
      ['novice', 'notQualified'],
    ]);
    expect(ranked[1]!.chosen!.because).toMatchObject({ place: 1, freeAndQualified: 2, bookedMinutes: 60 });
  });

  test('keeps with each choice what is set aside for it', () => {
    const chosen = ranked.slice(2, 5).map(asChosen);
    expect(chosen.map(one => one.because.despite)).toEqual([undefined, 'margins', 'workingHours']);
    expect(chosen.map(one => one.overridesMargins)).toEqual([false, true, false]);
    expect(chosen[1]!.because).toMatchObject({ place: 1, freeAndQualified: 1 });
  });

  test('is changed: one comes, one leaves', () => {
    expect(decide(['free', 'loaded'])).toMatchObject({
      comes: [{ assistantId: 'free', because: { byHand: true } }, { assistantId: 'loaded' }],
      leaves: [{ id: 'amina' }],
      despite: [],
    });
  });

  test.each([
    [[], 'nobody'],
    [['amina', 'free', 'loaded'], 'tooMany'],
    [['busy'], 'notPossible'],
    [['away'], 'notPossible'],
    [['novice'], 'notPossible'],
    [['amina', 'somebody else'], 'notPossible'],
    [['amina'], 'nothingChanged'],
    [['amina', 'tight'], 'reasonMissing'],
  ])('%j is refused: %s', (wanted, why) => {
    expect(decide(wanted)).toMatchObject({ refused: why });
  });

  test('margins and hours are set aside for a reason, and the row is marked', () => {
    expect(decide(['tight', 'evening'], ' Skolorna är grannar. ')).toMatchObject({
      comes: [
        { assistantId: 'tight', overridesMargins: true },
        { assistantId: 'evening', overridesMargins: false },
      ],
      despite: ['margins', 'hours'],
      reason: 'Skolorna är grannar.',
    });
    expect(decide(['tight'], '20100203-2389')).toMatchObject({ refused: 'reasonHoldsNumber' });
  });

  test('is filled up with the best of the free, in place of those who are away', () => {
    expect(bestFilling(ranked, 2)).toEqual(['free', 'loaded']);
    expect(bestFilling(ranked, 1)).toEqual(['free']);
  });
});
