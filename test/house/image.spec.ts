import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';

const read = (path: string) => readFileSync(path, 'utf8');
const stages = read('Dockerfile')
  .split(/^(?=FROM )/m)
  .slice(1);
const last = stages.at(-1)!;
const letThrough = read('.dockerignore')
  .split('\n')
  .flatMap(line => (line.startsWith('!') ? [line.slice(1)] : []));

/** What is copied from the folder of the sources, not from another stage. */
const copied = (stage: string) =>
  [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
    .flatMap(([, words]) => words!.split(' '))
    .filter(path => path !== '.');

test('all that the Dockerfile copies is there, and let through to the build', () => {
  const paths = stages.flatMap(copied);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) {
    expect(existsSync(path)).toBe(true);
    expect(letThrough).toContain(path);
  }
  for (const path of letThrough) expect(existsSync(path)).toBe(true);
});

test('the image holds the built application, its data, its licence and production packages', () => {
  expect(copied(last).sort()).toEqual(['LICENSE', 'NOTICE.md', 'data', 'package.json']);
  expect([...last.matchAll(/^COPY --from=\w+ \S+ (\S+)$/gm)].map(([, to]) => to).sort()).toEqual([
    './dist',
    './node_modules',
  ]);
  expect(stages.find(stage => stage.includes('AS packages'))).toContain('--omit=dev --omit=optional');
});

test('it runs as somebody else than root and tells how it feels', () => {
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^HEALTHCHECK [^]*\/livez/m);
});

test('the application imports nothing that is only there for development', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const imported = new Set<string>();
  for (const file of globSync('src/**/*.{ts,tsx}')) {
    if (/\.spec\.tsx?$/.test(file)) continue;
    for (const [, name] of read(file).matchAll(/^(?:import .*|\} from )'([^'.][^']*)';$/gm))
      if (!isBuiltin(name!))
        imported.add(
          name!
            .split('/')
            .slice(0, name!.startsWith('@') ? 2 : 1)
            .join('/'),
        );
  }
  expect(imported.size).toBeGreaterThan(10);
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining([...imported]));
});
