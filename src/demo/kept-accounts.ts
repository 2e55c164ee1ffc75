import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Role } from '../staff/roles.js';

/** Beside the demonstration's database; a demonstration listens on this machine alone. */
const FILE = 'var/accounts.json';

export interface KeptAccount {
  role: Role;
  email: string;
  password: string;
}

export const keptAccounts = (): KeptAccount[] =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as KeptAccount[]) : [];

export function keepAccounts(accounts: KeptAccount[]): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(accounts, null, 2), { mode: 0o600 });
}
