import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const read = (path: string) => readFileSync(path, 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md']);

test('links between documents lead somewhere', () => {
  const dead = documents.flatMap(document =>
    [...read(document).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)]
      .map(([, target]) => join(dirname(document), target!))
      .filter(target => !existsSync(target))
      .map(target => `${document} -> ${target}`),
  );
  expect(dead).toEqual([]);
});

test('files of the code that documents name are there', () => {
  const named = documents.flatMap(document =>
    [...read(document).matchAll(/`((?:src|scripts|data|docs|docker)\/[\w./@-]+)`/g)].map(([, path]) => path!),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(path => !existsSync(path))).toEqual([]);
});

test('every setting is explained, and nothing else is', () => {
  const source = read('src/platform/config/settings.ts');
  const schema = /const fromEnvironment = z\.object\(\{([^]*?)\n\}\);/.exec(source)![1]!;
  const settings = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name!);
  expect(settings).toContain('DATABASE_URL');
  const rows = [...read('docs/operations/settings.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(
    ([, name]) => name!,
  );
  const explained = [...rows, 'DEMONSTRATION_DATABASE_URL'];
  expect(explained.sort()).toEqual(settings.sort());
});
