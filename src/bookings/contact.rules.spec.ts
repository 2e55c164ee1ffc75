import { describe, expect, test } from '@jest/globals';
import { noContact, readContact, type ContactFaults, type TypedContact } from './contact.rules.js';

const typed = (changes: Partial<TypedContact> = {}): TypedContact => ({
  name: 'Karin Ek',
  role: 'mentor',
  email: 'karin.ek@edu.stockholm.se',
  phone: '070-174 06 12',
  onSiteName: '',
  onSitePhone: '',
  ...changes,
});
function faultsOf(changes: Partial<TypedContact>): ContactFaults {
  const outcome = readContact(typed(changes));
  return 'faults' in outcome ? outcome.faults : {};
}
function contactOf(changes: Partial<TypedContact>) {
  const outcome = readContact(typed(changes));
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.contact;
}

describe('A contact', () => {
  test('has a name, one e-mail address and a telephone number that can be dialled', () => {
    expect(contactOf({})).toEqual({
      name: 'Karin Ek',
      role: 'mentor',
      email: 'karin.ek@edu.stockholm.se',
      phone: '+46701740612',
      onSite: null,
    });
  });

  test('needs all three; the role is of one’s own choice', () => {
    expect(readContact(noContact())).toEqual({
      faults: { name: 'missing', email: 'missing', phone: 'missing' },
    });
    expect(contactOf({ role: '' }).role).toBe('');
  });

  test('is told what cannot be read, field by field', () => {
    expect(faultsOf({ email: 'karin.ek', phone: 'receptionen' })).toEqual({
      email: 'invalid',
      phone: 'invalid',
    });
    expect(faultsOf({ email: 'a@x.se, b@y.se' })).toEqual({ email: 'invalid' });
  });

  test('has a name and a role of at most 100 signs', () => {
    expect(faultsOf({ name: 'k'.repeat(100), role: 'm'.repeat(100) })).toEqual({});
    expect(faultsOf({ name: 'k'.repeat(101), role: 'm'.repeat(101) })).toEqual({
      name: 'tooLong',
      role: 'tooLong',
    });
  });

  test('has no personal identity number in it', () => {
    expect(faultsOf({ name: 'Karin 19121212-1212', role: '19121212-1212' })).toEqual({
      name: 'personalNumber',
      role: 'personalNumber',
    });
  });

  test('stays on one line, so that it adds no line to a mail', () => {
    expect(contactOf({ name: ' Karin\r\nBcc: x@y.se\u0000 ', role: 'mentor\t9B' })).toMatchObject({
      name: 'Karin Bcc: x@y.se',
      role: 'mentor 9B',
    });
    expect(faultsOf({ name: ' \r\n ' })).toEqual({ name: 'missing' });
  });
});

describe('Somebody else who meets us', () => {
  test('has a name and a number', () => {
    expect(contactOf({ onSiteName: ' Olle  Berg ', onSitePhone: '073 123 45 67' }).onSite).toEqual({
      name: 'Olle Berg',
      phone: '+46731234567',
    });
  });

  test('is complete or not there at all', () => {
    expect(faultsOf({ onSiteName: 'Olle Berg' })).toEqual({ onSitePhone: 'missing' });
    expect(faultsOf({ onSitePhone: '073 123 45 67' })).toEqual({ onSiteName: 'missing' });
    expect(contactOf({ onSiteName: '  ', onSitePhone: ' ' }).onSite).toBeNull();
  });

  test('is told what cannot be read', () => {
    expect(faultsOf({ onSiteName: 'Olle 19121212-1212', onSitePhone: 'växeln' })).toEqual({
      onSiteName: 'personalNumber',
      onSitePhone: 'invalid',
    });
  });
});
