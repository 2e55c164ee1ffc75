import { describe, expect, test } from '@jest/globals';
import type { TeamMember } from '../../calendars/team.queries.js';
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
const ranked = rankColleagues({ startsAt, shape, colleagues, team, load: { minutes: 60, oneVisit: 60 } });
const decide = (wanted: string[], reason = '', peopleNeeded = 2) =>
  decideRestaffing({ ranked, peopleNeeded, wanted, reason });

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
