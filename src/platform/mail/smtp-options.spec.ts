import { describe, expect, test } from '@jest/globals';
import { smtpOptions } from './smtp-options.js';

const options = (url: string) => smtpOptions(url, 20);

describe('The connection to the mail server', () => {
  test('demands STARTTLS outside this machine', () => {
    expect(options('smtp://mail.example.se')).toMatchObject({
      host: 'mail.example.se',
      port: 587,
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
    });
  });

  test('goes without it on this machine, and where the address says so', () => {
    for (const url of [
      'smtp://127.0.0.1:2525',
      'smtp://localhost',
      'smtp://[::1]:25',
      'smtp://relay.internal?tls=none',
    ])
      expect(options(url)).toMatchObject({ secure: false, requireTLS: false, ignoreTLS: true });
  });

  test('is not talked out of it by anything else in the address', () => {
    for (const url of [
      'smtp://mail.example.se?tls=',
      'smtp://mail.example.se?tls=yes',
      'smtp://localhost.example.se',
    ])
      expect(options(url).requireTLS).toBe(true);
  });

  test('is encrypted from its first byte under smtps', () => {
    expect(options('smtps://mail.example.se')).toMatchObject({ port: 465, secure: true, requireTLS: false });
    expect(options('smtps://mail.example.se?tls=none')).toMatchObject({ secure: true, ignoreTLS: false });
    expect(options('smtps://mail.example.se:4650').port).toBe(4650);
  });

  test('logs in where the address has a name, with every sign of the password', () => {
    expect(options('smtp://boka%40example.se:p%40ss%2Fw%3Ard@mail.example.se').auth).toEqual({
      user: 'boka@example.se',
      pass: 'p@ss/w:rd',
    });
    expect(options('smtp://mail.example.se').auth).toBeUndefined();
  });

  test('writes an address of version 6 as the network knows it', () => {
    expect(options('smtp://[2001:db8::1]:2525')).toMatchObject({ host: '2001:db8::1', port: 2525 });
  });

  test('is patient for as long as the setting says, in every step', () => {
    expect(smtpOptions('smtp://mail.example.se', 7)).toMatchObject({
      connectionTimeout: 7000,
      greetingTimeout: 7000,
      socketTimeout: 7000,
    });
  });

  test('never sends once more by itself: we would not know of the second copy', () => {
    expect(options('smtp://mail.example.se')).toMatchObject({ pool: true, maxRequeues: 0 });
  });
});
