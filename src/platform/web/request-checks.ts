import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';

const OWN_HOSTS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** A demonstration answers to its own name only, so that no foreign page can reach it by pointing a name at it. */
export function refuseForeignHosts(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (OWN_HOSTS.test(request.headers.host ?? '')) {
      done();
      return;
    }
    void reply
      .status(421)
      .type('text/plain; charset=utf-8')
      .send('This demonstration answers only on this machine.\n');
  });
}

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A form has to come from a page of ours and to bring the token of that page. The API takes JSON only and knows no
 * cookies, so there is nothing to forge.
 */
export function refuseForgedForms(fastify: FastifyInstance, settings: Settings): void {
  const ownOrigin = new URL(settings.baseUrl).origin;
  fastify.addHook('preHandler', (request, reply, done) => {
    if (READING.includes(request.method) || request.url.startsWith('/api/')) {
      done();
    } else if (comesFromElsewhere(request, ownOrigin)) {
      refuse();
    } else {
      fastify.csrfProtection(request, reply, done);
    }
  });
}

function comesFromElsewhere(request: FastifyRequest, ownOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  // Under the policy "no-referrer" browsers write the origin of a form as "null": then the token decides alone.
  return origin !== undefined && origin !== 'null' && origin !== ownOrigin;
}

function refuse(): never {
  throw Object.assign(new Error('The form came from another site.'), { statusCode: 403 });
}
