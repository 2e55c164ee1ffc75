// The browser of the journeys comes with npm (@sparticuz/chromium), and so do the two libraries that a bare Debian
// lacks (NSS and NSPR): nothing has to be installed on the machine.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PLACE = resolve('node_modules/.cache/chromium');

/** The package's own configuration points to places of another system; without any font the browser crashes. */
const FONT_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(PLACE, 'fonts', 'fonts')}</dir>
  <cachedir>${join(PLACE, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** Unpacks the browser once; answers what playwright-core needs to launch it. */
export async function chromium() {
  if (!existsSync(PLACE)) await unpack();
  return {
    executablePath: join(PLACE, 'chromium'),
    libraryPath: join(PLACE, 'al2023', 'lib'),
    fontConfig: join(PLACE, 'fonts', 'fonts.conf'),
  };
}

async function unpack() {
  const unfinished = `${PLACE}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished; // where the package unpacks to
  try {
    const { inflate } = await import('@sparticuz/chromium');
    const packed = resolve('node_modules/@sparticuz/chromium/bin');
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'])
      await inflate(join(packed, name));
    writeFileSync(join(unfinished, 'fonts', 'fonts.conf'), FONT_CONFIG);
    renameSync(unfinished, PLACE);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(PLACE)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
