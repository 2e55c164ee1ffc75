import {
  Catch,
  HttpException,
  Inject,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { isBusyOrGone } from '../database/transaction.js';
import { contextOf } from './context-of.js';
import { ErrorPage } from './error-page.js';
import { problem } from './problem.js';
import { renderPage } from './render-page.js';
import { languageOf } from './request-language.js';
import { frameTexts } from './texts.js';

type ErrorName = 'notFound' | 'forbidden' | 'tooMany' | 'tooLarge' | 'unsupported' | 'busy' | 'fault';

const NAMES: Record<number, ErrorName> = {
  400: 'unsupported',
  403: 'forbidden',
  404: 'notFound',
  405: 'notFound',
  413: 'tooLarge',
  414: 'tooLarge',
  415: 'unsupported',
  429: 'tooMany',
  503: 'busy',
};

const COME_AGAIN_AFTER_SECONDS = 5;

/** Whatever a handler throws becomes a page in the visitor's language, or problem details for another system. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const status = statusOf(error);
    if (status >= 500) this.logger.error(error);
    if (reply.sent) return;
    if (status === 503) void reply.header('retry-after', COME_AGAIN_AFTER_SECONDS);
    if (isForSystems(request)) {
      void reply
        .status(status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(JSON.stringify(problem(status, undefined, status < 500 ? messageOf(error) : undefined)));
      return;
    }
    const t = frameTexts[languageOf(request)].errors;
    const words = t[NAMES[status] ?? 'fault'];
    void reply
      .status(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        renderPage(
          { title: words.title, body: <ErrorPage {...words} toStart={t.toStart} /> },
          contextOf(request, reply, this.settings),
        ),
      );
  }
}

const isForSystems = (request: FastifyRequest) => request.url.startsWith('/api/');

/** Fastify's own refusals (a body too large, a broken address) carry their status as `statusCode`. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (isBusyOrGone(error)) return 503;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : undefined);
