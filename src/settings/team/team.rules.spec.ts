import { describe, expect, test } from '@jest/globals';
import {
  accountState,
  actsOf,
  mayDo,
  readMember,
  readPerson,
  type AccountFacts,
  type AccountState,
  type TypedMember,
} from './team.rules.js';

const TYPED: TypedMember = {
  name: ' Amina  Lindqvist ',
  email: 'amina@Kungsholmen.example',
  share: '75 %',
  from: '2026-08-17',
  until: '',
  hidesName: false,
  lectures: ['a', 'foreign'],
};
const KNOWN = { nameIsPublic: false, lectureIds: ['a', 'b'] };
const read = (changes: Partial<TypedMember> = {}, known = KNOWN) =>
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
    expect(read({ until: '2026-08-17', share: '100' })).toMatchObject({
      employedUntil: '2026-08-17',
      workingShare: 1,
    });
  });

  test('keeps a public name unless it is hidden, and never gets one from a coordinator', () => {
    const isPublic = { ...KNOWN, nameIsPublic: true };
    expect(read({}, isPublic)).toMatchObject({ nameIsPublic: true });
    expect(read({ hidesName: true }, isPublic)).toMatchObject({ nameIsPublic: false });
    expect(read({ hidesName: false })).toMatchObject({ nameIsPublic: false });
  });

  test.each<[Partial<TypedMember>, object]>([
    [{ name: ' ' }, { name: 'nameMissing' }],
    [{ name: 'x'.repeat(101) }, { name: 'nameTooLong' }],
    [{ email: 'a@b.se, c@d.se' }, { email: 'emailInvalid' }],
    [{ share: '0' }, { share: 'shareInvalid' }],
    [{ share: '101' }, { share: 'shareInvalid' }],
    [{ share: 'halv' }, { share: 'shareInvalid' }],
    [{ from: '17/8' }, { from: 'fromInvalid' }],
    [{ until: 'snart' }, { until: 'untilInvalid' }],
    [{ until: '2026-08-16' }, { until: 'notOrdered' }],
    [
      { name: '', email: '', share: '' },
      { name: 'nameMissing', email: 'emailInvalid', share: 'shareInvalid' },
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
