import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readSettings, type Settings } from '../../src/platform/config/settings.js';

interface Service {
  image?: string;
  container_name?: string;
  ports?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, { external?: boolean } | null>;
}

const read = (path: string) => readFileSync(path, 'utf8');
const text = read('docker-compose.yml');
const compose = parse(text, { merge: true }) as Compose;
const example = read('.env.example');

/** ${NAME:?sentence} has to be set, ${NAME:-default} may be. Other forms are not used. */
const REFERENCE = /\$\{(\w+):([?-])([^}]*)\}/g;

const references = [...text.matchAll(REFERENCE)].map(([, name, kind, rest]) => ({
  name: name!,
  isDemanded: kind === '?',
  rest: rest!,
}));

/** What compose makes of a value; the sentence it refuses with where something is missing. */
function filledIn(value: string, given: Record<string, string>): string {
  return value.replace(REFERENCE, (_, name: string, kind: string, rest: string) => {
    if (given[name]) return given[name];
    if (kind === '?') throw new Error(rest);
    return rest;
  });
}

const settingsOf = (service: string, given: Record<string, string>) =>
  readSettings(
    Object.fromEntries(
      Object.entries(compose.services[service]!.environment!).map(([name, value]) => [
        name,
        filledIn(value, given),
      ]),
    ),
  );

const SECRET = 'a'.repeat(64);
const FILLED_IN = {
  BASE_URL: 'https://boka.kommunen.example',
  POSTGRES_PASSWORD: SECRET,
  DATABASE_PASSWORD: SECRET,
  VALKEY_PASSWORD: SECRET,
  SESSION_SECRET: SECRET,
  SMTP_URL: 'smtp://relay.kommunen.example:587',
  MAIL_FROM: 'boka@kommunen.example',
};
const APPLICATION = ['migrate', 'web', 'worker'];

test('docker-compose.yml follows the Compose Specification', () => {
  const { $schema: _, ...schema } = JSON.parse(read('test/house/compose-spec.json')) as Record<
    string,
    unknown
  >;
  const ajv = new Ajv({ strict: false, allErrors: true });
  const follows = ajv.compile(schema);

  expect(follows(compose) || follows.errors).toBe(true);
  // The control: a mistyped key is found.
  const mistyped = structuredClone(compose);
  Object.assign(mistyped.services.web!, { helthcheck: {} });
  expect(follows(mistyped)).toBe(false);
});

test('every reference to a variable is of a form that the checks below understand', () => {
  const withoutReferences = text.replace(REFERENCE, '').replaceAll('$$', '');
  expect(withoutReferences).not.toMatch(/\$\{/);
});

test('the same variables stand in docker-compose.yml and .env.example, and each is explained', () => {
  const lines = example.split('\n');
  const explained = lines.flatMap((line, index) => {
    const name = /^(?:# )?([A-Z][A-Z_]+)=/.exec(line)?.[1];
    if (!name) return [];
    expect(lines[index - 1]).toMatch(/^# .+/);
    return [name];
  });
  expect(explained.sort()).toEqual([...new Set(references.map(({ name }) => name))].sort());
});

test('what has no default is asked for in a sentence, and no secret has a default', () => {
  for (const { name, isDemanded, rest } of references) {
    if (isDemanded) {
      expect(rest).toMatch(new RegExp(`^Set ${name}[ ,].+`));
      expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
    } else {
      expect(name).not.toMatch(/PASSWORD|SECRET|URL/);
      expect(example).toMatch(new RegExp(`^# ${name}=${rest}$`, 'm'));
    }
  }
  for (const missing of Object.keys(FILLED_IN)) {
    expect(() => filledIn(text, { ...FILLED_IN, [missing]: '' })).toThrow(`Set ${missing}`);
  }
});

test('web, worker and migrations get settings with which they start', () => {
  for (const service of APPLICATION) {
    const outcome = settingsOf(service, FILLED_IN) as { settings: Settings };
    expect(outcome).toHaveProperty('settings');
    expect(outcome.settings).toMatchObject({
      mode: 'installation',
      baseUrl: FILLED_IN.BASE_URL,
      databaseUrl: `postgres://faltbokning:${SECRET}@postgres:5432/faltbokning`,
      redisUrl: `redis://:${SECRET}@valkey:6379`,
      smtpTimeoutSeconds: 20,
      trustedProxies: ['172.31.240.1'],
    });
  }
});

test('so do those who try it with the mail catcher, and a http address of a network is refused', () => {
  const trial = {
    ...FILLED_IN,
    BASE_URL: 'http://127.0.0.1:3000',
    SMTP_URL: 'smtp://mailpit:1025?tls=none',
  };
  expect(settingsOf('web', trial)).toHaveProperty('settings');
  expect(settingsOf('web', { ...trial, BASE_URL: 'http://boka.kommunen.example' })).toHaveProperty('faults');
});

test('no image floats', () => {
  const images = Object.values(compose.services).map(service => service.image!);
  const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
  for (const image of [...images, ...bases]) expect(image).toMatch(/^[a-z/]+:v?\d+(\.\d+)*(-slim)?$/);
  const { version } = JSON.parse(read('package.json')) as { version: string };
  for (const service of APPLICATION) expect(compose.services[service]!.image).toBe(`faltbokning:${version}`);
});

test('web and worker can be scaled', () => {
  for (const service of ['web', 'worker'])
    expect(compose.services[service]).not.toHaveProperty('container_name');
  expect(compose.services.worker).not.toHaveProperty('ports');
  for (const port of compose.services.web!.ports!) {
    const [, first, last] = /^127\.0\.0\.1:(\d+)-(\d+):\d+$/.exec(port)!;
    expect(Number(last) - Number(first)).toBeGreaterThan(1);
  }
});

test('nothing but the reverse proxy of this machine reaches a port', () => {
  for (const { ports = [] } of Object.values(compose.services))
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('no command of compose and no instruction of ours removes the data', () => {
  expect(compose.services.postgres!.volumes).toContain('database:/var/lib/postgresql');
  expect(compose.volumes.database).toMatchObject({ external: true });
  for (const file of globSync(['*.md', '*.yml', 'docs/**/*'], { withFileTypes: true })) {
    if (!file.isFile()) continue;
    expect(read(`${file.parentPath}/${file.name}`)).not.toMatch(/down .*(-v|--volumes)\b|volume (rm|prune)/);
  }
});
