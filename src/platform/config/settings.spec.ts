import { describe, expect, test } from '@jest/globals';
import { readSettings } from './settings.js';

const SECRET = 'a secret that is only used by tests ....';
const demonstration = {
  DEMONSTRATION_DATABASE_URL: 'postgres://localhost/faltbokning',
  SESSION_SECRET: SECRET,
};
const installation = {
  DATABASE_URL: 'postgres://user:secret@db:5432/faltbokning',
  SMTP_URL: 'smtp://mail.example.se:587',
  MAIL_FROM: 'boka@example.se',
  SESSION_SECRET: SECRET,
  BASE_URL: 'https://boka.example.se',
};
type Environment = Record<string, string | undefined>;
function faultsOf(environment: Environment): string[] {
  const outcome = readSettings(environment);
  return 'faults' in outcome ? outcome.faults : [];
}
function settingsOf(environment: Environment) {
  const outcome = readSettings(environment);
  if ('faults' in outcome) throw new Error(outcome.faults.join('\n'));
  return outcome.settings;
}

describe('Without DATABASE_URL', () => {
  test('the product is a demonstration on this machine alone', () => {
    expect(settingsOf(demonstration)).toEqual({
      mode: 'demonstration',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://127.0.0.1:3000',
      databaseUrl: 'postgres://localhost/faltbokning',
      redisUrl: undefined,
      smtpUrl: undefined,
      smtpTimeoutSeconds: 20,
      mailFrom: 'faltbokning@stadsdelen.example',
      sessionSecret: SECRET,
      trustedProxies: [],
    });
  });

  test('an empty DATABASE_URL is none', () => {
    expect(settingsOf({ ...demonstration, DATABASE_URL: '' }).mode).toBe('demonstration');
  });

  test('each thing that "npm start" brings is missed by name', () => {
    expect(faultsOf({})).toEqual([
      'DATABASE_URL is not set: set it, or start with "npm start", which brings a database of its own.',
      'SESSION_SECRET is not set; "npm start" makes one for a demonstration.',
    ]);
  });

  test('nobody outside this machine is listened to', () => {
    for (const HOST of ['localhost', '127.0.0.1', '127.0.1.1', '::1'])
      expect(faultsOf({ ...demonstration, HOST })).toEqual([]);
    for (const HOST of ['0.0.0.0', '::', '192.168.0.10', 'boka.example.se', '127.0.0.1.example.se'])
      expect(faultsOf({ ...demonstration, HOST })).toEqual([
        'HOST has to be 127.0.0.1 in a demonstration; set DATABASE_URL to run an installation.',
      ]);
  });

  test('no mail leaves this machine', () => {
    for (const SMTP_URL of ['smtp://127.0.0.1:2525', 'smtp://localhost', 'smtp://[::1]:25'])
      expect(faultsOf({ ...demonstration, SMTP_URL })).toEqual([]);
    for (const SMTP_URL of [
      'smtp://mail.example.se',
      'smtp://localhost.example.se',
      'smtp://localhost@mail.example.se',
    ])
      expect(faultsOf({ ...demonstration, SMTP_URL })).toEqual([
        'SMTP_URL may only point to this machine in a demonstration, so that no invented visit is mailed out.',
      ]);
  });
});

describe('With DATABASE_URL', () => {
  test('the product is an installation', () => {
    expect(settingsOf(installation)).toMatchObject({
      mode: 'installation',
      databaseUrl: 'postgres://user:secret@db:5432/faltbokning',
      smtpUrl: 'smtp://mail.example.se:587',
      mailFrom: 'boka@example.se',
      baseUrl: 'https://boka.example.se',
    });
  });

  test('the database of the demonstration is never used', () => {
    expect(settingsOf({ ...demonstration, ...installation }).databaseUrl).toBe(installation.DATABASE_URL);
  });

  test('each thing that is missing has a sentence of its own', () => {
    expect(faultsOf({ DATABASE_URL: installation.DATABASE_URL })).toEqual([
      'SMTP_URL is not set: an installation has to be able to send its mails.',
      'MAIL_FROM is not set: say which address the mails come from.',
      'SESSION_SECRET is not set; "openssl rand -hex 32" makes one.',
      'BASE_URL is not set: say under which address people reach the service.',
    ]);
  });

  test('the address is https, as the links in the mails are secret, except on this machine', () => {
    expect(faultsOf({ ...installation, BASE_URL: 'http://boka.example.se' })).toEqual([
      'BASE_URL has to begin with https, as the links in the mails are secret.',
    ]);
    expect(faultsOf({ ...installation, BASE_URL: 'http://localhost.example.se' })).toHaveLength(1);
    expect(faultsOf({ ...installation, BASE_URL: 'http://127.0.0.1:3000' })).toEqual([]);
    expect(faultsOf({ ...installation, BASE_URL: 'http://localhost:8080' })).toEqual([]);
  });

  test('it may listen to the whole network', () => {
    expect(settingsOf({ ...installation, HOST: '0.0.0.0', PORT: '8080' })).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
    });
  });
});

describe('Each setting that cannot be read is named in one sentence', () => {
  test.each([
    ['PORT', '65536', 'PORT has to be a number from 0 to 65535.'],
    ['PORT', 'http', 'PORT has to be a number from 0 to 65535.'],
    ['PORT', '-1', 'PORT has to be a number from 0 to 65535.'],
    ['BASE_URL', 'boka.example.se', 'BASE_URL has to be an address such as https://boka.example.se.'],
    ['BASE_URL', 'ftp://boka.example.se', 'BASE_URL has to be an address such as https://boka.example.se.'],
    ['BASE_URL', 'https:boka.example.se', 'BASE_URL has to be an address such as https://boka.example.se.'],
    [
      'DATABASE_URL',
      'mysql://db/faltbokning',
      'DATABASE_URL has to be an address such as postgres://user:secret@host:5432/faltbokning.',
    ],
    ['REDIS_URL', 'localhost:6379', 'REDIS_URL has to be an address such as redis://:secret@host:6379.'],
    [
      'SMTP_URL',
      'mail.example.se',
      'SMTP_URL has to be an address such as smtp://user:secret@mail.example.se:587.',
    ],
    [
      'SMTP_URL',
      'smtp:mail.example.se',
      'SMTP_URL has to be an address such as smtp://user:secret@mail.example.se:587.',
    ],
    [
      'SMTP_URL',
      'smtp://user:100%@mail.example.se',
      'SMTP_URL has to be an address such as smtp://user:secret@mail.example.se:587.',
    ],
    [
      'BASE_URL',
      'https://www.example.se/boka',
      'BASE_URL has to end after the name of the server: the service has an address of its own.',
    ],
    [
      'TRUSTED_PROXIES',
      'proxy',
      'TRUSTED_PROXIES has to be a list of addresses or networks, such as 10.0.0.1, 192.168.0.0/16.',
    ],
    [
      'TRUSTED_PROXIES',
      '10.0.0.0/33',
      'TRUSTED_PROXIES has to be a list of addresses or networks, such as 10.0.0.1, 192.168.0.0/16.',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL has to be one of fatal, error, warn, info, debug, trace, silent.'],
    ['SMTP_TIMEOUT_SECONDS', '0', 'SMTP_TIMEOUT_SECONDS has to be a number from 1 to 999.'],
    ['SMTP_TIMEOUT_SECONDS', 'soon', 'SMTP_TIMEOUT_SECONDS has to be a number from 1 to 999.'],
    [
      'MAIL_FROM',
      'Fältbokning <boka@example.se>',
      'MAIL_FROM has to be one e-mail address, such as boka@example.se.',
    ],
    ['MAIL_FROM', 'a@x.se, b@y.se', 'MAIL_FROM has to be one e-mail address, such as boka@example.se.'],
    [
      'SESSION_SECRET',
      'too short',
      'SESSION_SECRET has to be at least 32 characters long; "openssl rand -hex 32" makes one.',
    ],
  ])('%s=%s', (name, value, fault) => {
    expect(faultsOf({ ...installation, [name]: value })).toEqual([fault]);
  });

  test('all of them at once', () => {
    const faults = faultsOf({
      ...installation,
      PORT: 'x',
      MAIL_FROM: 'x',
      BASE_URL: 'http://boka.example.se',
    });
    expect(faults.map(fault => fault.split(' ')[0])).toEqual(['PORT', 'MAIL_FROM', 'BASE_URL']);
  });

  test('and no fault tells a secret', () => {
    const faults = faultsOf({
      SESSION_SECRET: 'hemligt',
      DATABASE_URL: 'mysql://u:hemligt@db',
      SMTP_URL: 'hemligt',
    });
    expect(faults.length).toBeGreaterThan(2);
    expect(faults.join()).not.toContain('hemligt');
  });
});

describe('Settings', () => {
  test('know nothing of spaces, line ends and slashes around a value', () => {
    const lineEnds = Object.fromEntries(
      Object.entries(installation).map(([name, value]) => [name, ` ${value}\r`]),
    );
    expect(settingsOf(lineEnds)).toEqual(settingsOf(installation));
    expect(settingsOf({ ...installation, BASE_URL: 'https://boka.example.se//' }).baseUrl).toBe(
      'https://boka.example.se',
    );
    expect(settingsOf({ ...demonstration, DATABASE_URL: ' ' }).mode).toBe('demonstration');
  });

  test('list the proxies that are believed', () => {
    expect(
      settingsOf({ ...installation, TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16  ::1,' }).trustedProxies,
    ).toEqual(['10.0.0.1', '10.1.0.0/16', '::1']);
  });

  test('follow the port into the address where none is given', () => {
    expect(settingsOf({ ...demonstration, PORT: '4000' }).baseUrl).toBe('http://127.0.0.1:4000');
  });

  test('take a Redis and a patience of one’s own', () => {
    expect(
      settingsOf({ ...installation, REDIS_URL: 'rediss://:secret@cache:6379', SMTP_TIMEOUT_SECONDS: '5' }),
    ).toMatchObject({ redisUrl: 'rediss://:secret@cache:6379', smtpTimeoutSeconds: 5 });
  });
});
