import type { LoggerService } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, stdSerializers } from 'pino';

/** What the lines written during one request have in common. */
export const requestScope = new AsyncLocalStorage<{ requestId: string }>();

/** What the database says of a failed statement may hold what a school has written: values, rows, keys. */
function withoutValues(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type, message, stack, code, constraint };
}

/** JSON lines on stdout, in UTC, without personal data: no bodies, no addresses with tokens, no names. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  timestamp: pino.stdTimeFunctions.isoTime,
  base: { pid: process.pid },
  serializers: { err: withoutValues },
  mixin: () => requestScope.getStore() ?? {},
});

/** Nest's own words, in the same form; its chatter at start is left out. */
export class AppLogger implements LoggerService {
  log(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    log.warn({ context }, String(message));
  }
  error(message: unknown, stackOrContext?: string): void {
    if (message instanceof Error) log.error({ err: message }, message.message);
    else log.error({ detail: stackOrContext }, String(message));
  }
  debug(message: unknown, context?: string): void {
    log.debug({ context }, String(message));
  }
  fatal(message: unknown, context?: string): void {
    log.fatal({ context }, String(message));
  }
}
