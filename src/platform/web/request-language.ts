import type { FastifyRequest } from 'fastify';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '../../shared/language.js';

const ENGLISH = /^\/en(?=\/|\?|$)/;

/**
 * English pages are the same routes under /en: the prefix is taken off before the router sees the address. What is left
 * begins with one slash: as the link to the Swedish page, two would lead to another site.
 */
export function withoutLanguage(url: string): string {
  const rest = url.replace(ENGLISH, '');
  if (rest === url) return url;
  return `/${rest.replace(/^[/\\]+/, '')}`;
}

export const languageOf = (request: Pick<FastifyRequest, 'originalUrl'>): Language =>
  ENGLISH.test(request.originalUrl) ? 'en' : 'sv';

/** A handler's parameter: the language of the page that is asked for. */
export const InLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
