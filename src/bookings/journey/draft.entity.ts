import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TypedContact } from '../contact.rules.js';
import type { TypedDetails } from '../details.rules.js';

/** The answers so far, as they were typed: a failed check, back or reload loses nothing. */
export interface DraftAnswers {
  lectureId?: string;
  school?: { id: string } | { unlistedName: string; unlistedStreet: string };
  /** ISO 8601 */
  startsAt?: string;
  details?: TypedDetails;
  contact?: TypedContact;
  teacherPresent?: boolean;
}

/** A form that is being filled in. It lives on the server for 24 hours; the browser holds only its secret. */
@Entity('draft')
export class Draft {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('bytea')
  secretHash!: Buffer;

  @Column('uuid')
  districtId!: string;

  @Column('jsonb', { default: {} })
  answers!: DraftAnswers;

  /** A keyed digest of the network address, for the limit on holds. */
  @Column('text')
  networkKey!: string;

  /** A hold is renewed once. */
  @Column('boolean', { default: false })
  holdRenewed!: boolean;

  /** Set when the form has become a booking: sending it again leads to the same receipt. */
  @Column('uuid', { nullable: true })
  bookingId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
