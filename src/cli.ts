import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { COMMANDS, usage } from './commands/commands.js';
import { examine, reportOf } from './commands/doctor.js';
import { Clock } from './platform/clock/clock.js';
import { settingsOrExit } from './platform/config/settings.js';
import { migrate } from './platform/database/migrate.js';
import { schemaOrExit } from './platform/database/require-schema.js';
import { AppLogger } from './platform/log/app-logger.js';

// The command line: `npm run cli -- <command> …`.
const [name = 'help', ...words] = process.argv.slice(2);
if (name === 'doctor') {
  const findings = await examine(settingsOrExit(), () => new Clock().now());
  console.log(reportOf(findings));
  process.exit(findings.every(({ isWell }) => isWell) ? 0 : 1);
}
const command = COMMANDS[name];
if (!command) {
  console.log(usage());
  process.exit(name === 'help' ? 0 : 2);
}

const settings = settingsOrExit();
if (command.migratesFirst) await migrate(settings);
else await schemaOrExit(settings);
const app = await NestFactory.createApplicationContext(AppModule.for(settings), { logger: new AppLogger() });
try {
  const said = await command.run(app, words, settings);
  if (said) console.log(said);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await app.close();
}
