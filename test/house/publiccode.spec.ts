import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

// The mandatory keys of publiccode.yml 0.4 and 0.5, and those optional ones that we use:
// https://yml.publiccode.tools/schema.core.html
const description = z.strictObject({
  shortDescription: z.string().trim().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string()).min(1),
});
const dependency = z.strictObject({
  name: z.string().min(1),
  versionMin: z.string().optional(),
  optional: z.boolean().optional(),
});
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.enum(['0.4', '0.5']),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum([
    'standalone/mobile',
    'standalone/iot',
    'standalone/desktop',
    'standalone/web',
    'standalone/backend',
    'standalone/other',
    'addon',
    'library',
    'configurationFiles',
  ]),
  platforms: z.array(z.string()).min(1),
  categories: z.array(z.string()).min(1),
  intendedAudience: z.strictObject({
    countries: z.array(z.string().regex(/^[a-z]{2}$/)),
    scope: z.array(z.string()),
  }),
  description: z.strictObject({ sv: description, en: description }),
  legal: z.strictObject({ license: z.literal('EUPL-1.2') }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'contract', 'community', 'none']),
    contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  }),
  localisation: z.strictObject({
    localisationReady: z.literal(true),
    availableLanguages: z.tuple([z.literal('sv'), z.literal('en')]),
  }),
  dependsOn: z.strictObject({ open: z.array(dependency) }),
});

const written: unknown = parse(readFileSync('publiccode.yml', 'utf8'));

test('publiccode.yml has the keys that catalogues demand', () => {
  expect(publiccode.safeParse(written).error?.issues ?? []).toEqual([]);
});

test('it names the licence of package.json and of the licence file', () => {
  const { license } = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string };
  expect(publiccode.parse(written).legal.license).toBe(license);
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^\s*EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
});
