import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { constraintOf } from '../platform/database/constraint-of.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import { AccessLinks } from './access-links.js';
import type { Booked } from './booking-wish.js';

/** Requests that have become bookings: the same one again gives the same booking. */
@Injectable()
export class RepeatedRequests {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: AccessLinks,
  ) {}

  /** What the same request became the first time, with a link of its own, or a refusal if its content was another. */
  async find(
    key: string,
    contentHash: Buffer,
    now: Date,
  ): Promise<Booked | Refusal<'requestReused'> | undefined> {
    const [row] = await this.dataSource.query<[(Omit<Booked, 'token'> & { hash: Buffer }) | undefined]>(
      `SELECT b.id, b.reference, b.status, b.starts_at AS "startsAt", b.ends_at AS "endsAt", r.content_hash AS hash
         FROM booking_request r JOIN booking b ON b.id = r.booking_id WHERE r.key = $1`,
      [key],
    );
    if (!row) return undefined;
    const { hash, ...booked } = row;
    if (!hash.equals(contentHash)) return refuse('requestReused');
    const purpose = booked.status === 'confirmed' ? 'manage' : 'receipt';
    return { ...booked, token: await this.links.make(booked, purpose, null, now) };
  }
}

/** The same request is becoming a booking in this very moment. */
export const isRepeatedRequest = (error: unknown): boolean => constraintOf(error) === 'booking_request_pkey';

/** Booking numbers are short on purpose: one that is taken already is drawn again. */
export const isTakenReference = (error: unknown): boolean =>
  constraintOf(error) === 'booking_reference_is_unique';
