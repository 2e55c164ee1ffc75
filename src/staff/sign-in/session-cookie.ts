import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';

/** `prenumeration`: the address of one's calendar, on its way to the page that shows it this one time. */
type Name = 'session' | 'losenord' | 'prenumeration';

/** The browser's key to its session, and for a while other secrets of whoever is signed in. */
@Injectable()
export class SessionCookie {
  private readonly isHttps: boolean;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.isHttps = settings.baseUrl.startsWith('https:');
  }

  /** Without `maxAgeSeconds` it goes when the browser is closed. */
  keep(reply: FastifyReply, name: Name, token: string, maxAgeSeconds?: number): void {
    void reply.setCookie(this.named(name), token, { ...this.options(), maxAge: maxAgeSeconds });
  }

  forget(reply: FastifyReply, name: Name): void {
    void reply.clearCookie(this.named(name), this.options());
  }

  read(request: FastifyRequest, name: Name): string | undefined {
    return request.cookies[this.named(name)];
  }

  private options() {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.isHttps };
  }

  /** Under https the prefix binds the cookie to this very host (RFC 6265bis, 4.1.3). */
  private named(name: string): string {
    return this.isHttps ? `__Host-${name}` : name;
  }
}
