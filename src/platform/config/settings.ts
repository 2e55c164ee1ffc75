import { isIP } from 'node:net';
import { z } from 'zod';
import { emailAddress } from '../../shared/text/email.js';

/** What one installation is told by its environment. District rules are data, not settings. */
export interface Settings {
  /** Without DATABASE_URL the product is a demonstration on this machine alone; with it, an installation. */
  mode: 'demonstration' | 'installation';
  host: string;
  port: number;
  /** Without a trailing slash: https://boka.example.se */
  baseUrl: string;
  databaseUrl: string;
  redisUrl: string | undefined;
  /** Undefined only in a demonstration: then mail goes to /dev/inbox. */
  smtpUrl: string | undefined;
  /** A send that takes longer is given up and tried again; the lease on a mail lasts three times as long. */
  smtpTimeoutSeconds: number;
  mailFrom: string;
  sessionSecret: string;
  /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[];
}

export type SettingsOutcome = { settings: Settings } | { faults: string[] };

type Environment = Record<string, string | undefined>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/;

const isUrlOf = (schemes: string[]) => (text: string) => {
  try {
    const { protocol, username, password } = new URL(text);
    // Throws at a percent sign that stands for nothing: it has to be written %25.
    decodeURIComponent(username + password);
    return schemes.includes(protocol) && text.toLowerCase().startsWith(`${protocol}//`);
  } catch {
    return false;
  }
};

const hasPath = (text: string) => isUrlOf(['http:', 'https:'])(text) && !/^\/*$/.test(new URL(text).pathname);

const listOf = (text: string) => text.split(/[\s,]+/).filter(Boolean);

const isAddressOrNetwork = (text: string) => {
  const [, address, length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address ?? '');
  return version !== 0 && Number(length ?? 0) <= (version === 4 ? 32 : 128);
};

const optionalUrl = (name: string, schemes: string[], example: string) =>
  z.string().refine(isUrlOf(schemes), `${name} has to be an address such as ${example}.`).optional();

const fromEnvironment = z.object({
  HOST: z.string().optional(),
  PORT: z
    .string()
    .refine(
      text => /^\d{1,5}$/.test(text) && Number(text) < 65536,
      'PORT has to be a number from 0 to 65535.',
    )
    .optional(),
  BASE_URL: optionalUrl('BASE_URL', ['http:', 'https:'], 'https://boka.example.se').refine(
    text => text === undefined || !hasPath(text),
    'BASE_URL has to end after the name of the server: the service has an address of its own.',
  ),
  DATABASE_URL: optionalUrl(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://user:secret@host:5432/faltbokning',
  ),
  DEMONSTRATION_DATABASE_URL: z.string().optional(),
  REDIS_URL: optionalUrl('REDIS_URL', ['redis:', 'rediss:'], 'redis://:secret@host:6379'),
  SMTP_URL: optionalUrl('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:secret@mail.example.se:587'),
  SMTP_TIMEOUT_SECONDS: z
    .string()
    .refine(
      text => /^\d{1,3}$/.test(text) && Number(text) >= 1,
      'SMTP_TIMEOUT_SECONDS has to be a number from 1 to 999.',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      text => emailAddress(text) !== undefined,
      'MAIL_FROM has to be one e-mail address, such as boka@example.se.',
    )
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(32, 'SESSION_SECRET has to be at least 32 characters long; "openssl rand -hex 32" makes one.')
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      text => listOf(text).every(isAddressOrNetwork),
      'TRUSTED_PROXIES has to be a list of addresses or networks, such as 10.0.0.1, 192.168.0.0/16.',
    )
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `LOG_LEVEL has to be one of ${LOG_LEVELS.join(', ')}.` }).optional(),
});

/** Reads the environment once, and names every fault in a sentence of its own. */
export function readSettings(environment: Environment): SettingsOutcome {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  const given: Environment = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  const parsed = fromEnvironment.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map(issue => issue.message);
  const mode = given.DATABASE_URL === undefined ? 'demonstration' : 'installation';
  faults.push(...(mode === 'demonstration' ? faultsOfDemonstration(given) : faultsOfInstallation(given)));
  if (!parsed.success || faults.length > 0) return { faults };

  const values = parsed.data;
  const port = Number(values.PORT ?? 3000);
  return {
    settings: {
      mode,
      host: values.HOST ?? '127.0.0.1',
      port,
      baseUrl: (values.BASE_URL ?? `http://127.0.0.1:${String(port)}`).replace(/\/+$/, ''),
      databaseUrl: values.DATABASE_URL ?? values.DEMONSTRATION_DATABASE_URL!,
      redisUrl: values.REDIS_URL,
      smtpUrl: values.SMTP_URL,
      smtpTimeoutSeconds: Number(values.SMTP_TIMEOUT_SECONDS ?? 20),
      mailFrom: values.MAIL_FROM ?? 'faltbokning@stadsdelen.example',
      sessionSecret: values.SESSION_SECRET!,
      trustedProxies: listOf(values.TRUSTED_PROXIES ?? ''),
    },
  };
}

function faultsOfDemonstration(given: Environment): string[] {
  const faults: string[] = [];
  if (!given.DEMONSTRATION_DATABASE_URL)
    faults.push(
      'DATABASE_URL is not set: set it, or start with "npm start", which brings a database of its own.',
    );
  if (!given.SESSION_SECRET)
    faults.push('SESSION_SECRET is not set; "npm start" makes one for a demonstration.');
  if (given.HOST && !LOOPBACK.test(given.HOST))
    faults.push('HOST has to be 127.0.0.1 in a demonstration; set DATABASE_URL to run an installation.');
  if (given.SMTP_URL && !isOnLoopback(given.SMTP_URL))
    faults.push(
      'SMTP_URL may only point to this machine in a demonstration, so that no invented visit is mailed out.',
    );
  return faults;
}

function faultsOfInstallation(given: Environment): string[] {
  const faults: string[] = [];
  if (!given.SMTP_URL) faults.push('SMTP_URL is not set: an installation has to be able to send its mails.');
  if (!given.MAIL_FROM) faults.push('MAIL_FROM is not set: say which address the mails come from.');
  if (!given.SESSION_SECRET) faults.push('SESSION_SECRET is not set; "openssl rand -hex 32" makes one.');
  if (!given.BASE_URL) faults.push('BASE_URL is not set: say under which address people reach the service.');
  else if (given.BASE_URL.startsWith('http:') && !isOnLoopback(given.BASE_URL))
    faults.push('BASE_URL has to begin with https, as the links in the mails are secret.');
  return faults;
}

function isOnLoopback(url: string): boolean {
  try {
    return LOOPBACK.test(new URL(url).hostname);
  } catch {
    return false;
  }
}

/** EX_CONFIG of sysexits.h: the starter does not try again. */
export const EXIT_BY_SETTINGS = 78;

/** Says why the process cannot start, and ends it in the way that tells the starter not to try again. */
export function refuseStart(faults: string[]): never {
  console.error('Fältbokning cannot start:');
  for (const fault of faults) console.error(`- ${fault}`);
  process.exit(EXIT_BY_SETTINGS);
}

/** For the entry points: the settings, or every fault printed and the start refused. */
export function settingsOrExit(environment: Environment = process.env): Settings {
  const outcome = readSettings(environment);
  if ('settings' in outcome) return outcome.settings;
  return refuseStart(outcome.faults);
}
