// A stylesheet for everybody and one for the staff, two fonts and the few pictures, each named by its content so that browsers may keep it for ever.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const OUT = 'dist/public';
const SOURCE = 'src/platform/web/styles';
const FONTS = [
  'node_modules/@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2',
  'node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
];

export async function buildStyles() {
  mkdirSync(OUT, { recursive: true });
  const names = {};
  const keep = (logicalName, content) => {
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
    const extension = extname(logicalName);
    const name = `${basename(logicalName, extension)}-${digest}${extension}`;
    writeFileSync(join(OUT, name), content);
    if (extension !== '.woff2') {
      writeFileSync(join(OUT, `${name}.br`), brotliCompressSync(content));
      writeFileSync(join(OUT, `${name}.gz`), gzipSync(content));
    }
    names[logicalName] = `/public/${name}`;
  };

  for (const font of FONTS) keep(basename(font), readFileSync(font));
  for (const sheet of ['app.css', 'staff.css']) keep(sheet, await bundle(sheet, names));
  for (const file of ['favicon.svg', 'print.js']) keep(file, readFileSync(join(SOURCE, file)));
  writeFileSync(join('dist', 'public-names.json'), JSON.stringify(names, null, 2));
}

async function bundle(sheet, names) {
  const bundled = await esbuild.build({
    entryPoints: [join(SOURCE, sheet)],
    bundle: true,
    minify: true,
    write: false,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    external: ['*.woff2'],
    logLevel: 'error',
  });
  let css = bundled.outputFiles[0].text;
  for (const font of FONTS) css = css.replaceAll(basename(font), names[basename(font)]);
  return Buffer.from(sheet === 'staff.css' ? css + weekClasses() : css);
}

/**
 * Where things stand in a drawn week (staff-week.css), as no page has a style of its own: the row of its beginning (q)
 * and how many rows (l) of a quarter of an hour, its place beside others (x1of2), and all rows of the drawn hours (r).
 */
function weekClasses() {
  const upTo = (last, step = 1) => Array.from({ length: last / step }, (_, index) => (index + 1) * step);
  const rules = [
    ...upTo(96).map(row => `.q${row}{grid-row-start:${row}}`),
    ...upTo(96).map(rows => `.l${rows}{grid-row-end:span ${rows}}`),
    ...upTo(96, 4).map(rows => `.r${rows}{grid-template-rows:auto repeat(${rows},var(--row))}`),
    ...[1, 2, 3, 4, 6].flatMap(lanes =>
      upTo(lanes).map(
        lane => `.x${lane}of${lanes}{grid-column:${((lane - 1) * 12) / lanes + 1}/span ${12 / lanes}}`,
      ),
    ),
  ];
  return `@layer app.parts{${rules.join('')}}`;
}
