import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const PUBLIC_FOLDER = join(process.cwd(), 'dist', 'public');

/** Addresses of stylesheet, fonts and pictures, which carry a digest of their content. */
const names = JSON.parse(readFileSync(join(process.cwd(), 'dist', 'public-names.json'), 'utf8')) as Record<
  string,
  string
>;

export function publicFile(name: string): string {
  const address = names[name];
  if (!address) throw new Error(`No public file is called ${name}; run "npm run build".`);
  return address;
}
