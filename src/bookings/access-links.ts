import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { newToken, sha256 } from '../platform/secrets.js';
import { AccessLink, type LinkPurpose } from './access-link.entity.js';

const DAYS_AFTER_VISIT = 30;
const TOKEN = /^[\w-]{32}$/;

export const linkExpiry = (endsAt: Date): Date => new Date(endsAt.getTime() + DAYS_AFTER_VISIT * 86_400_000);

export interface OpenedLink {
  bookingId: string;
  reference: string;
  language: 'sv' | 'en';
  purpose: LinkPurpose;
  wasMailed: boolean;
}

/** Secret links to bookings: 192 random bits, kept as a hash, one purpose each, gone 30 days after the visit. */
@Injectable()
export class AccessLinks {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Makes a new link and answers its token, which is known to nobody else from here on. */
  async make(
    booking: { id: string; endsAt: Date },
    purpose: LinkPurpose,
    wasMailed: boolean,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string> {
    const token = newToken();
    await manager.insert(AccessLink, {
      tokenHash: sha256(token),
      bookingId: booking.id,
      purpose,
      wasMailed,
      createdAt: now,
      expiresAt: linkExpiry(booking.endsAt),
    });
    return token;
  }

  /** The booking that a token opens, if it opens one. */
  async open(token: string, now: Date): Promise<OpenedLink | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const rows: OpenedLink[] = await this.dataSource.query(
      `SELECT b.id AS "bookingId", b.reference, b.language, l.purpose, l.was_mailed AS "wasMailed"
         FROM access_link l JOIN booking b ON b.id = l.booking_id
        WHERE l.token_hash = $1 AND l.expires_at > $2`,
      [sha256(token), now],
    );
    return rows[0];
  }

  /** Ends every link of a booking but the one in hand: the contact has changed. */
  async revokeOthers(manager: EntityManager, bookingId: string, token: string): Promise<void> {
    await manager.query('DELETE FROM access_link WHERE booking_id = $1 AND token_hash <> $2', [
      bookingId,
      sha256(token),
    ]);
  }

  async removeExpired(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM access_link WHERE expires_at <= $1', [now]);
  }
}
