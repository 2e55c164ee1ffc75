import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { addressHash, newToken, sha256 } from '../platform/secrets.js';
import type { Booking } from './booking.entity.js';
import { AccessLink, type LinkPurpose } from './access-link.entity.js';

const DAYS_AFTER_VISIT = 30;
const TOKEN = /^[\w-]{32}$/;

export const linkExpiry = (endsAt: Date): Date => new Date(endsAt.getTime() + DAYS_AFTER_VISIT * 86_400_000);

export interface OpenedLink {
  bookingId: string;
  reference: string;
  language: 'sv' | 'en';
  purpose: LinkPurpose;
  /** Whoever holds it has shown that the contact's address is theirs. */
  wasMailed: boolean;
}

type LinkRow = Omit<OpenedLink, 'wasMailed'> & { mailedTo: Buffer | null; email: string | null };

/** Secret links to bookings: 192 random bits, kept as a hash, one purpose each, gone 30 days after the visit. */
@Injectable()
export class AccessLinks {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Makes a new link and answers its token, which is known to nobody else from here on. `mailedTo`: where it goes. */
  async make(
    booking: { id: string; endsAt: Date },
    purpose: LinkPurpose,
    mailedTo: string | null,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string> {
    const token = newToken();
    await manager.insert(AccessLink, {
      tokenHash: sha256(token),
      bookingId: booking.id,
      purpose,
      mailedTo: mailedTo === null ? null : addressHash(mailedTo),
      createdAt: now,
      expiresAt: linkExpiry(booking.endsAt),
    });
    return token;
  }

  /** The booking that a token opens, if it opens one. */
  async open(token: string, now: Date): Promise<OpenedLink | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const [row] = await this.dataSource.query<(LinkRow | undefined)[]>(
      `SELECT b.id AS "bookingId", b.reference, b.language, l.purpose, l.mailed_to AS "mailedTo", c.email
         FROM access_link l JOIN booking b ON b.id = l.booking_id LEFT JOIN booking_contact c ON c.booking_id = b.id
        WHERE l.token_hash = $1 AND l.expires_at > $2`,
      [sha256(token), now],
    );
    if (!row) return undefined;
    const { mailedTo, email, ...link } = row;
    // A mail that was on its way when the contact changed has gone to somebody who is the contact no longer.
    if (mailedTo && !(email && mailedTo.equals(addressHash(email)))) return undefined;
    return { ...link, wasMailed: mailedTo !== null };
  }

  /** Ends every link of a booking and answers a new one, which does not show that the contact's address is its holder's. */
  async replaceAll(booking: Booking, now: Date, manager: EntityManager): Promise<string> {
    await manager.delete(AccessLink, { bookingId: booking.id });
    return this.make(booking, 'manage', null, now, manager);
  }

  async removeExpired(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM access_link WHERE expires_at <= $1', [now]);
  }
}
