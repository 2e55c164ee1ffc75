import type { INestApplicationContext } from '@nestjs/common';
import { DemoAccounts } from '../demo/demo-accounts.js';
import { Demo } from '../demo/demo.js';
import { Onboarding } from '../onboarding/onboarding.js';
import { Clock } from '../platform/clock/clock.js';
import type { Settings } from '../platform/config/settings.js';
import { createAdministrator, invite, switchAccount } from './account-commands.js';
import { showBooking } from './show-booking.js';
import { addRow, listRows, removeRow, setRow, tableNames } from './rows.js';

export interface Command {
  says: string;
  migratesFirst?: boolean;
  run(app: INestApplicationContext, words: string[], settings: Settings): Promise<string | undefined>;
}

/** Everything the command line can do. The pages for editing come with the coordinators' desk; until then, rows. */
export const COMMANDS: Record<string, Command | undefined> = {
  prepare: {
    says: 'prepare [file]                         migrate; in a demonstration build its data, and accounts into a file',
    migratesFirst: true,
    run: async (app, [accountsFile], settings) => {
      if (settings.mode !== 'demonstration') return undefined;
      const now = app.get(Clock).now();
      if (!(await app.get(Demo).hasBookings())) await app.get(Demo).build(now);
      if (accountsFile) await app.get(DemoAccounts).build(accountsFile, now);
      return undefined;
    },
  },
  migrate: {
    says: 'migrate                                bring the database up to date',
    migratesFirst: true,
    run: () => Promise.resolve('The database is up to date.'),
  },
  'load-district': {
    says: 'load-district data/districts/x.json    take a district on; what is there already is left alone',
    run: async (app, [path]) => {
      if (!path) throw new Error('Say which file: load-district data/districts/kungsholmen.json');
      return `Loaded ${await app.get(Onboarding).load(path, app.get(Clock).now())}.`;
    },
  },
  demo: {
    says: 'demo                                   build demonstration data; refused where there are bookings',
    run: async app => {
      if (await app.get(Demo).hasBookings())
        throw new Error('This database has bookings: no demonstration data is mixed into it.');
      await app.get(Demo).build(app.get(Clock).now());
      return 'The demonstration is built.';
    },
  },
  'create-admin': {
    says: 'create-admin <email> <name>            the first account of an installation; tells its link',
    run: createAdministrator,
  },
  invite: {
    says: 'invite <email> [<district> <name>]     a fältassistent by the address in the team, or a coordinator',
    run: (app, words) => invite(app, words),
  },
  'disable-account': {
    says: 'disable-account <email>                sign somebody out everywhere, for good',
    run: (app, words) => switchAccount(app, words, false),
  },
  'enable-account': {
    says: 'enable-account <email>                 let them sign in again',
    run: (app, words) => switchAccount(app, words, true),
  },
  booking: {
    says: 'booking 4K7-2PM                        one booking: its people with the reasons, its history, its mails',
    run: (app, [reference]) => showBooking(app, reference ?? ''),
  },
  list: {
    says: 'list district_rules                    rows of a table, with their keys',
    run: (app, words) => listRows(app, words),
  },
  set: {
    says: 'set district_rules <key> column=value  change a row',
    run: (app, words) => setRow(app, words),
  },
  add: {
    says: 'add school_closed_days column=value …  add a row',
    run: (app, words) => addRow(app, words),
  },
  remove: {
    says: 'remove school_closed_days <key>        remove a row',
    run: (app, words) => removeRow(app, words),
  },
};

export function usage(): string {
  const lines = Object.values(COMMANDS).map(command => `  npm run cli -- ${command!.says}`);
  return [
    'Commands:',
    ...lines,
    '  npm run doctor                                     what is wrong around the service, if anything',
    '',
    `Tables: ${tableNames().join(', ')}`,
    'Values are written as PostgreSQL reads them.',
  ].join('\n');
}
