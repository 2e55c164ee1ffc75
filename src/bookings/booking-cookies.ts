import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS } from '../platform/config/config.module.js';
import type { Settings } from '../platform/config/settings.js';

const DAY_SECONDS = 86_400;

/**
 * The browser's key to a booking: the secret of a link, moved from the address into a cookie of its own. Several
 * bookings may be held side by side.
 */
@Injectable()
export class BookingCookies {
  private readonly isHttps: boolean;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.isHttps = settings.baseUrl.startsWith('https:');
  }

  keep(reply: FastifyReply, reference: string, token: string): void {
    void reply.setCookie(this.nameFor(reference), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isHttps,
      maxAge: DAY_SECONDS,
    });
  }

  read(request: FastifyRequest, reference: string): string | undefined {
    return request.cookies[this.nameFor(reference)];
  }

  /** Under https the prefix binds the cookie to this very host (RFC 6265bis, 4.1.3). */
  private nameFor(reference: string): string {
    return `${this.isHttps ? '__Host-' : ''}bokning-${reference.replace(/[^0-9A-Z-]/g, '')}`;
  }
}
