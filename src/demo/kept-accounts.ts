import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Role } from '../staff/roles.js';

export interface KeptAccount {
  role: Role;
  email: string;
  password: string;
}

/** Passwords of a demonstration, which listens on this machine alone; none where the file is not there. */
export const keptAccounts = (file: string): KeptAccount[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptAccount[]) : [];

export function keepAccounts(file: string, accounts: KeptAccount[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(accounts, null, 2), { mode: 0o600 });
}
