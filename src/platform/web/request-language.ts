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

/**
 * The address that the router sees. One that cannot be read (a percent sign that stands for nothing), or that holds the
 * sign NUL, which the database refuses in every question, is an address that does not exist.
 */
export function addressToRoute(url: string): string {
  if (isReadable(url)) return withoutLanguage(url);
  return url.startsWith('/api/') ? '/api/unreadable-address' : '/unreadable-address';
}

function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    return false;
  }
}

export const languageOf = (request: Pick<FastifyRequest, 'originalUrl'>): Language =>
  ENGLISH.test(request.originalUrl) ? 'en' : 'sv';

/** A handler's parameter: the language of the page that is asked for. */
export const InLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
