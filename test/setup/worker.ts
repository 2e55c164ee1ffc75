import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { SETTINGS } from '../../src/platform/config/config.module.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { MailSweeper } from '../../src/platform/mail/mail-sweeper.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.js';
import type { TestApp } from './app.js';

export interface TestWorker {
  /** One turn of the sweeper, at this moment: it has no timer here, so that what a bell does is told apart from it. */
  sweep: () => Promise<void>;
  close: () => Promise<void>;
}

/** A worker beside the web: the same modules once more, as src/worker.ts starts them, on the story's own clock. */
export async function startWorker(web: TestApp): Promise<TestWorker> {
  const settings = web.app.get<Settings>(SETTINGS);
  const module = await Test.createTestingModule({ imports: [AppModule.for(settings)] })
    .overrideProvider(Clock)
    .useValue(web.clock)
    .compile();
  await module.init();
  module.get(MailWorker).start();
  return {
    sweep: () => module.get(MailSweeper).sweep(web.clock.now()),
    close: () => module.close(),
  };
}
