import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'var/session-secret';

/** A secret of this folder, made once, so that signed cookies survive a restart of the demonstration. */
export function keptSecret() {
  mkdirSync('var', { recursive: true });
  if (!existsSync(FILE)) writeFileSync(FILE, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(FILE, 'utf8');
}
