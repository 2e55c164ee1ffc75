import { AppModule } from './app.module.js';
import { settingsOrExit } from './platform/config/settings.js';
import { schemaOrExit } from './platform/database/require-schema.js';
import { endWithStarter, tellStarter } from './platform/starter.js';
import { createWebServer } from './platform/web/web-server.js';

// The web process.
const settings = settingsOrExit();
await schemaOrExit(settings);
const app = await createWebServer(AppModule.for(settings), settings);
await app.listen(settings.port, settings.host);
endWithStarter(() => app.close());
tellStarter(greeting());

function greeting(): string {
  const lines = [`Boka / Book:      ${settings.baseUrl}/`];
  if (settings.mode === 'demonstration') lines.push(`Inkorg / Inbox:   ${settings.baseUrl}/dev/inbox`);
  lines.push(`Logga in / Staff: ${settings.baseUrl}/logga-in`);
  lines.push(`API:              ${settings.baseUrl}/api/v1/openapi.json`);
  return [
    '',
    'Fältbokning är igång. Avsluta med Ctrl-C. / Fältbokning is running. Ctrl-C ends it.',
    ...lines,
    '',
  ].join('\n');
}
