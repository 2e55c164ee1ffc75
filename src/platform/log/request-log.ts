import type { FastifyInstance } from 'fastify';
import { log, requestScope } from './app-logger.js';

/** One line per request: the route's pattern and never the address itself, which may hold a secret. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    requestScope.run({ requestId: request.id }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'no route';
    if (!route.startsWith('/public')) {
      log.info(
        { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'request',
      );
    }
    done();
  });
}
