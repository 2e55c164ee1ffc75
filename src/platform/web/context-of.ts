import '@fastify/csrf-protection';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import type { PageContext } from './page-context.js';
import { languageOf, withoutLanguage } from './request-language.js';

export function contextOf(request: FastifyRequest, reply: FastifyReply, settings: Settings): PageContext {
  let token: string | undefined;
  return {
    language: languageOf(request),
    path:
      request.method === 'GET'
        ? withoutLanguage(request.originalUrl)
        : withoutLanguage(request.originalUrl).split('?')[0]!,
    isDemonstration: settings.mode === 'demonstration',
    csrfToken: () => (token ??= reply.generateCsrf()),
  };
}
