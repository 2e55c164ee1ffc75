import { describe, expect, test } from '@jest/globals';
import {
  accountState,
  actsOf,
  mayDo,
  readMember,
  readPerson,
  type AccountFacts,
  type AccountState,
  type MemberSheet,
} from './team.rules.js';

const TYPED: MemberSheet = {
  name: ' Amina  Lindqvist ',
  email: 'amina@Kungsholmen.example',
  workingShare: '75 %',
  employedFrom: '2026-08-17',
  employedUntil: '',
  nameIsPublic: '',
  lectures: ['a', 'foreign'],
};
const KNOWN = { nameIsPublic: false, lectureIds: ['a', 'b'] };
const read = (changes: Partial<MemberSheet> = {}, known = KNOWN) =>
  readMember({ ...TYPED, ...changes }, known);

describe('a fältassistent', () => {
  test('is read as typed, with the lectures that the district has', () => {
    expect(read()).toEqual({
      name: 'Amina Lindqvist',
      email: 'amina@kungsholmen.example',
      workingShare: 0.75,
      employedFrom: '2026-08-17',
      employedUntil: null,
      nameIsPublic: false,
      lectureIds: ['a'],
    });
    expect(read({ employedUntil: '2026-08-17', workingShare: '100' })).toMatchObject({
      employedUntil: '2026-08-17',
      workingShare: 1,
    });
  });

  test('keeps a public name unless it is hidden, and never gets one from a coordinator', () => {
    const isPublic = { ...KNOWN, nameIsPublic: true };
    expect(read({ nameIsPublic: 'yes' }, isPublic)).toMatchObject({ nameIsPublic: true });
    expect(read({ nameIsPublic: '' }, isPublic)).toMatchObject({ nameIsPublic: false });
    expect(read({ nameIsPublic: 'yes' })).toMatchObject({ nameIsPublic: false });
  });

  test.each<[Partial<MemberSheet>, object]>([
    [{ name: ' ' }, { name: 'nameMissing' }],
    [{ name: 'x'.repeat(101) }, { name: 'nameTooLong' }],
    [{ email: 'a@b.se, c@d.se' }, { email: 'emailInvalid' }],
    [{ workingShare: '0' }, { workingShare: 'shareInvalid' }],
    [{ workingShare: '101' }, { workingShare: 'shareInvalid' }],
    [{ workingShare: 'halv' }, { workingShare: 'shareInvalid' }],
    [{ employedFrom: '17/8' }, { employedFrom: 'fromInvalid' }],
    [{ employedUntil: 'snart' }, { employedUntil: 'untilInvalid' }],
    [{ employedUntil: '2026-08-16' }, { employedUntil: 'notOrdered' }],
    [
      { name: '', email: '', workingShare: '' },
      { name: 'nameMissing', email: 'emailInvalid', workingShare: 'shareInvalid' },
    ],
  ])('%j is not understood: %j', (changes, faults) => {
    expect(read(changes)).toEqual({ faults });
  });
});

test('a coordinator is a name and an address', () => {
  expect(readPerson({ name: 'Lena Ek', email: 'lena@x.example' })).toEqual({
    name: 'Lena Ek',
    email: 'lena@x.example',
  });
  expect(readPerson({ name: '', email: 'lena' })).toEqual({
    faults: { name: 'nameMissing', email: 'emailInvalid' },
  });
});

describe('an account', () => {
  const FACTS: AccountFacts = {
    state: 'active',
    isOneself: false,
    role: 'coordinator',
    otherCoordinators: 1,
    employedUntil: null,
    today: '2026-12-08',
  };

  test('is nothing, invited, active or off', () => {
    expect(accountState(null)).toBe('none');
    expect(accountState({ hasPassword: false, isDisabled: false })).toBe('invited');
    expect(accountState({ hasPassword: true, isDisabled: false })).toBe('active');
    expect(accountState({ hasPassword: true, isDisabled: true })).toBe('disabled');
  });

  test.each<[AccountState, string[]]>([
    ['none', ['invite']],
    ['invited', ['invite', 'switchOff']],
    ['active', ['switchOff']],
    ['disabled', ['switchOn']],
  ])('that is %s offers %j', (state, acts) => {
    expect(actsOf(state)).toEqual(acts);
  });

  test.each<['invite' | 'switchOff' | 'switchOn', Partial<AccountFacts>, unknown]>([
    ['switchOff', {}, true],
    ['switchOff', { isOneself: true }, { refused: 'oneself' }],
    ['switchOff', { otherCoordinators: 0 }, { refused: 'lastCoordinator' }],
    ['switchOff', { otherCoordinators: 0, role: 'assistant' }, true],
    ['switchOff', { state: 'disabled' }, { refused: 'isSoAlready' }],
    ['switchOn', { state: 'disabled' }, true],
    ['switchOn', {}, { refused: 'isSoAlready' }],
    ['switchOn', { state: 'disabled', employedUntil: '2026-12-07' }, { refused: 'hasLeft' }],
    ['switchOn', { state: 'disabled', employedUntil: '2026-12-08' }, true],
    ['invite', { state: 'none', employedUntil: '2026-12-07' }, { refused: 'hasLeft' }],
    ['invite', { state: 'invited' }, true],
  ])('%s with %j: %j', (act, facts, expected) => {
    const answer = mayDo(act, { ...FACTS, ...facts });
    if (expected === true) expect(answer).toBe(true);
    else expect(answer).toMatchObject(expected as object);
  });
});
