import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import files from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Settings } from '../config/settings.js';
import { AppLogger } from '../log/app-logger.js';
import { logRequests } from '../log/request-log.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { ErrorFilter } from './error.filter.js';
import { PUBLIC_FOLDER } from './public-files.js';
import { refuseForeignHosts, refuseForgedForms } from './request-checks.js';
import { addressToRoute } from './request-language.js';

const LARGEST_BODY_BYTES = 64 * 1024;
/** Node refuses longer ones by itself. */
const LONGEST_ADDRESS = 16 * 1024;

/**
 * All municipal schools of a city may share one outgoing address, and a term's release brings many at once: the limit
 * only stops what no crowd of people does. What keeps bots from emptying the calendar are the limits on holds,
 * addresses and preliminary bookings.
 */
const REQUESTS_PER_MINUTE_AND_ADDRESS = 6000;

export function fastifyAdapter(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: settings.trustedProxies.length > 0 ? settings.trustedProxies : false,
    bodyLimit: LARGEST_BODY_BYTES,
    rewriteUrl: (request: IncomingMessage) => addressToRoute(request.url ?? '/'),
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    },
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: LONGEST_ADDRESS },
  });
}

export async function createWebServer(
  root: DynamicModule,
  settings: Settings,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, fastifyAdapter(settings), {
    logger: new AppLogger(),
  });
  await equipWebServer(app, settings);
  return app;
}

/** Everything between the socket and the handlers, in the order in which a request passes it. */
export async function equipWebServer(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const errors = app.get(ErrorFilter);
  const fastify = app.getHttpAdapter().getInstance();
  const isHttps = settings.baseUrl.startsWith('https:');

  logRequests(fastify);
  if (settings.mode === 'demonstration') refuseForeignHosts(fastify);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'script-src': ["'self'"],
        'font-src': ["'self'"],
        // The signs in fields and messages are pictures inside the stylesheet.
        'img-src': ["'self'", 'data:'],
        'frame-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: isHttps,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE_AND_ADDRESS,
    timeWindow: '1 minute',
    allowList: request => /^\/(livez|readyz|public\/)/.test(request.url),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
  await app.register(files, {
    root: PUBLIC_FOLDER,
    prefix: '/public/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  await app.register(cookie, { secret: settings.sessionSecret });
  await app.register(csrf, {
    cookieKey: isHttps ? '__Host-csrf' : 'csrf',
    cookieOpts: { signed: true, httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps },
    getToken: request => (request.body as { _csrf?: string } | undefined)?._csrf,
  });
  refuseForgedForms(fastify, settings);
  app.useGlobalFilters(errors);
  app.useGlobalInterceptors(app.get(AnswerInterceptor));
  app.enableShutdownHooks(undefined, { useProcessExit: true });
}
