import { log } from '../log/app-logger.js';

const QUIET_MS = 10_000;

/** A queue that has lost its server reports a fault many times a second: one line in ten seconds says enough. */
export function rateLimitedLog(what: string): (error: Error) => void {
  let lastAt = 0;
  let silenced = 0;
  return error => {
    const now = Date.now();
    if (now - lastAt < QUIET_MS) {
      silenced++;
      return;
    }
    log.warn({ silenced, reason: error.message }, what);
    lastAt = now;
    silenced = 0;
  };
}
