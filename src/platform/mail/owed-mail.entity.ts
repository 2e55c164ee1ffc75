import { Column, Entity, PrimaryColumn } from 'typeorm';

export type OwedMailState = 'pending' | 'sending' | 'retry' | 'accepted' | 'failed' | 'suppressed';

/** A mail that has been promised. The row is the promise; the queue only wakes the worker. */
@Entity('owed_mail')
export class OwedMail {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  /** Null for a mail to somebody who belongs to no district. */
  @Column('uuid', { nullable: true })
  districtId!: string | null;

  /** What the mail is about: the room that writes the kind knows whether it is a booking or something else. */
  @Column('uuid')
  subjectId!: string;

  /** The state of the subject in which the mail became owed. */
  @Column('integer')
  subjectVersion!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  dedupeKey!: string;

  /** Fixed from the beginning: a second copy after a crash is the same message to the receiver. */
  @Column('text')
  messageId!: string;

  @Column('text')
  state!: OwedMailState;

  /** When the receiver should have had it. */
  @Column('timestamptz')
  wantedAt!: Date;

  /** When it is tried next. */
  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('integer')
  attempts!: number;

  /** Set when an attempt ended without our knowing whether the receiver got it. */
  @Column('boolean')
  mayBeDuplicate!: boolean;

  /** What the mail server answered last. */
  @Column('text', { nullable: true })
  lastAnswer!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
