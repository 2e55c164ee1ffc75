import { expect, test } from '@jest/globals';
import { passwordFault } from './password.rules.js';

const owner = { name: 'Amina Lindqvist', email: 'amina.lindqvist@kungsholmen.example' };

test.each([
  ['elva tecken', 'tooShort'],
  ['åäöåäöåäöåä', 'tooShort'],
  ['x'.repeat(201), 'tooLong'],
  ['password1234', 'leaked'],
  ['123456789012', 'leaked'],
  ['aaaaaaaaaaaa', 'leaked'],
  ['qwertyqwerty', 'leaked'],
  ['Password!!!!!', 'leaked'],
  ['AminaLindqvist', 'ownName'],
  ['kungsholmen2026', 'ownName'],
  ['Faltbokning12', 'ownName'],
  ['grönt paraply i hagel', undefined],
  ['vK8#qLm2pWzr', undefined],
  ['lindqvist cyklar i regn', undefined],
])('%s: %s', (password, fault) => {
  expect(passwordFault(password, owner)).toBe(fault);
});
