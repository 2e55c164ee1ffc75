import { describe, expect, test } from '@jest/globals';
import { readReason } from './cancel.rules.js';

describe('why the district cancels', () => {
  test.each([
    ['weAreIll', '', { reason: 'weAreIll', note: '' }],
    ['weAreTooFew', ' Ring mig.\r\nHälsningar ', { reason: 'weAreTooFew', note: 'Ring mig.\nHälsningar' }],
    ['other', 'Vattenläcka hos oss', { reason: 'other', note: 'Vattenläcka hos oss' }],
    ['', '', { faults: { reason: 'missing' } }],
    ['timeDoesNotSuit', '', { faults: { reason: 'missing' } }],
    ['other', '  ', { faults: { note: 'noteMissing' } }],
    ['weAreIll', 'x'.repeat(501), { faults: { note: 'tooLong' } }],
    ['', '20100203-2389', { faults: { reason: 'missing', note: 'personalNumber' } }],
  ])('"%s", "%s"', (reason, note, read) => {
    expect(readReason({ reason, note })).toEqual(read);
  });
});
