import type { ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Clockwork } from '../../src/platform/clockwork/clockwork.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { AppLogger } from '../../src/platform/log/app-logger.js';
import { DemonstrationMail } from '../../src/platform/mail/demonstration-mail.entity.js';
import { MailDelivery } from '../../src/platform/mail/mail-delivery.js';
import { Reach } from '../../src/platform/outbound/reach.js';
import { equipWebServer, fastifyAdapter } from '../../src/platform/web/web-server.js';
import { cloneDatabase } from './database.js';
import { TestClock } from './test-clock.js';

export const TEST_SETTINGS: Omit<Settings, 'databaseUrl'> = {
  mode: 'demonstration',
  host: '127.0.0.1',
  port: 0,
  baseUrl: 'http://127.0.0.1:3000',
  redisUrl: undefined,
  smtpUrl: undefined,
  smtpTimeoutSeconds: 20,
  mailFrom: 'faltbokning@stadsdelen.example',
  sessionSecret: 'a secret that is only used by tests ....',
  trustedProxies: ['127.0.0.1'],
};

export interface TestApp {
  app: NestFastifyApplication;
  db: DataSource;
  clock: TestClock;
  http: ReturnType<typeof supertest>;
  /** A visitor with cookies. */
  visitor: () => ReturnType<typeof supertest.agent>;
  /** One turn of everything that time does but mail: holds and preliminary bookings that lapse, drafts that run out. */
  turn: () => Promise<void>;
  /** Sends what is due, and answers all mails that have been sent so far, in the order of sending. */
  mails: () => Promise<DemonstrationMail[]>;
  url: string;
  close: () => Promise<void>;
}

/** The whole application on a real database of its own, with a clock that stands still. */
export async function startApp(
  settings: Partial<Settings> = {},
  clock = new TestClock(),
  { reach, ...more }: Pick<ModuleMetadata, 'controllers'> & { reach?: Reach } = {},
  beforeRoutes: (app: NestFastifyApplication) => void = () => undefined,
): Promise<TestApp> {
  const database = await cloneDatabase();
  const all: Settings = { ...TEST_SETTINGS, databaseUrl: database.url, ...settings };
  const building = Test.createTestingModule({ imports: [AppModule.for(all)], ...more })
    .overrideProvider(Clock)
    .useValue(clock);
  if (reach) building.overrideProvider(Reach).useValue(reach);
  const module = await building.compile();
  const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter(all), {
    logger: new AppLogger(),
  });
  beforeRoutes(app);
  await equipWebServer(app, all);
  await app.listen(all.port, '127.0.0.1');
  const server = app.getHttpServer();
  const db = app.get(DataSource);
  return {
    app,
    db,
    clock,
    http: supertest(server),
    visitor: () => supertest.agent(server),
    turn: () => app.get(Clockwork).runAll(),
    mails: async () => {
      await app.get(MailDelivery).deliverDue();
      return db.manager.find(DemonstrationMail, { order: { id: 'ASC' } });
    },
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
