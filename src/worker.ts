import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { Clockwork } from './platform/clockwork/clockwork.js';
import { settingsOrExit } from './platform/config/settings.js';
import { schemaOrExit } from './platform/database/require-schema.js';
import { AppLogger } from './platform/log/app-logger.js';
import { MailWorker } from './platform/mail/mail-worker.js';
import { endWithStarter, tellStarter } from './platform/starter.js';

// The worker process: the same modules without HTTP. Any number may run side by side.
const settings = settingsOrExit();
await schemaOrExit(settings);
const app = await NestFactory.createApplicationContext(AppModule.for(settings), { logger: new AppLogger() });
app.enableShutdownHooks(undefined, { useProcessExit: true });
app.get(MailWorker).start();
app.get(Clockwork).start();
endWithStarter(() => app.close());
tellStarter('');
