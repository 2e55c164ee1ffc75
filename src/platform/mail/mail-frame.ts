import type { FastifyReply } from 'fastify';

/** Answers with the HTML part of a mail as it is sent, for a frame that may run nothing and reach nobody. */
export async function sendForFrame(reply: FastifyReply, html: string): Promise<void> {
  await reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    )
    .send(html.replace('<head>', '<head><base target="_top">'));
}
