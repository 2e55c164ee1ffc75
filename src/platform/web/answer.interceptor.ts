import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { inLanguage } from '../../shared/language.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import type { Answer } from './answer.js';
import { contextOf } from './context-of.js';
import { renderPage } from './render-page.js';
import { languageOf } from './request-language.js';

/** Turns the answers of page handlers into HTTP; whatever else a handler returns (JSON) passes as it is. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(map(answer => (isAnswer(answer) ? this.send(answer, request, reply) : (answer as unknown))));
  }

  private send(answer: Answer, request: FastifyRequest, reply: FastifyReply): string | Buffer | undefined {
    switch (answer.kind) {
      case 'redirect':
        reply.status(303).header('location', inLanguage(answer.language ?? languageOf(request), answer.to));
        return '';
      case 'download':
        reply
          .header('content-type', answer.contentType)
          .header('content-disposition', `attachment; filename="${answer.fileName}"`)
          .header('cache-control', 'no-store');
        return answer.content;
      case 'page':
        reply
          .status(answer.status)
          .header('content-type', 'text/html; charset=utf-8')
          .header('cache-control', answer.isPrivate ? 'no-store' : 'no-cache');
        return renderPage(answer, contextOf(request, reply, this.settings));
    }
  }
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  ['page', 'redirect', 'download'].includes(String(value.kind));
