import { describe, expect, test } from '@jest/globals';
import { isUUID } from './uuid.js';

describe('A UUID', () => {
  test.each([
    '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d',
    '0199A5C8-1F2E-7C3A-8B4D-5E6F7A8B9C0D',
    '00000000-0000-0000-0000-000000000000',
  ])('%s has the form', text => {
    expect(isUUID(text)).toBe(true);
  });

  test.each([
    '',
    '1',
    '0199a5c81f2e7c3a8b4d5e6f7a8b9c0d',
    '{0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d}',
    '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0',
    '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0dd',
    'g199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d',
    '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d\n',
    "0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d' OR 1=1",
  ])('%j has not', text => {
    expect(isUUID(text)).toBe(false);
  });
});
