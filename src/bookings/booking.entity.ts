import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../shared/language.js';

export type BookingStatus = 'preliminary' | 'confirmed' | 'cancelled' | 'held' | 'notHeld';
export type CancelledBy = 'school' | 'district' | 'lapse';

/** A visit that a school has booked. Contact and free text stand in rows of their own, so that they can be erased. */
@Entity('booking')
export class Booking {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  /** What people say on the telephone: 4K7-2PM. */
  @Column('text')
  reference!: string;

  @Column('uuid')
  districtId!: string;

  @Column('uuid')
  lectureId!: string;

  /** Null for a school that is not in our list. */
  @Column('uuid', { nullable: true })
  schoolId!: string | null;

  @Column('text', { nullable: true })
  unlistedSchoolName!: string | null;

  @Column('text', { nullable: true })
  unlistedSchoolStreet!: string | null;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('integer')
  peopleNeeded!: number;

  /** Code of `grade`; null where the audience is adults. */
  @Column('text', { nullable: true })
  grade!: string | null;

  @Column('text')
  className!: string;

  /** Heads that are expected: pupils, or adults at a meeting. */
  @Column('integer')
  pupils!: number;

  @Column('text')
  status!: BookingStatus;

  /** False until the address is one that the district knows: shown to the team as "okänd avsändare". */
  @Column('boolean')
  isKnownSender!: boolean;

  @Column('text')
  language!: Language;

  /** Rises with every change; also the SEQUENCE of the calendar entry (RFC 5545, 3.8.7.4), less one. */
  @Column('integer')
  version!: number;

  /** The version in which time or status changed last: a mail owed before it has become untrue. */
  @Column('integer')
  stateVersion!: number;

  @Column('timestamptz')
  createdAt!: Date;

  /** A preliminary booking is released at this moment unless it has been confirmed. */
  @Column('timestamptz', { nullable: true })
  confirmBefore!: Date | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { nullable: true })
  cancelledBy!: CancelledBy | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  /** Heads counted at the visit, once it has been held. */
  @Column('integer', { nullable: true })
  pupilsPresent!: number | null;

  /** By whom a visit that did not take place failed. */
  @Column('text', { nullable: true })
  notHeldBy!: 'school' | 'district' | 'noShow' | null;

  /** The school by itself, or a coordinator in its name. */
  @Column('text', { default: 'school' })
  madeBy!: 'school' | 'district';

  /** Rules that the coordinator set aside for it; the reason stands in the booking's texts. */
  @Column('text', { array: true, default: '{}' })
  overriddenRules!: string[];

  /** The visit, cancelled by the district, in whose place this one was chosen. */
  @Column('uuid', { nullable: true })
  replacesBookingId!: string | null;

  /** The published time that it stands on. */
  @Column('uuid', { nullable: true })
  publishedTimeId!: string | null;
}

@Entity('booking_contact')
export class BookingContact {
  @PrimaryColumn('uuid')
  bookingId!: string;

  @Column('text')
  name!: string;

  @Column('text', { default: '' })
  role!: string;

  @Column('text')
  email!: string;

  /** In the form +46701740612. */
  @Column('text')
  phone!: string;

  /** Who meets us on the day, where that is somebody else. */
  @Column('text', { nullable: true })
  onSiteName!: string | null;

  @Column('text', { nullable: true })
  onSitePhone!: string | null;
}

/** Everything that was written freely about a visit, in one place. */
@Entity('booking_text')
export class BookingText {
  @PrimaryColumn('uuid')
  bookingId!: string;

  @Column('text', { default: '' })
  room!: string;

  @Column('text', { array: true, default: '{}' })
  needs!: string[];

  @Column('text', { default: '' })
  message!: string;

  @Column('text', { default: '' })
  cancelNote!: string;

  /** What the district said to the school when it moved the visit last. */
  @Column('text', { default: '' })
  moveNote!: string;

  @Column('text', { default: '' })
  overrideReason!: string;
}

/** The history of a booking: what happened, when and by whom. Never names, addresses or free text. */
@Entity('booking_event')
export class BookingEvent {
  @PrimaryColumn('bigint', { generated: 'increment' })
  id!: string;

  @Column('uuid')
  bookingId!: string;

  @Column('text')
  kind!:
    | 'booked'
    | 'confirmed'
    | 'detailsChanged'
    | 'moved'
    | 'cancelled'
    | 'lapsed'
    | 'staffAway'
    | 'schoolTied'
    | 'senderAccepted'
    | 'restaffed'
    | 'undone'
    | 'held'
    | 'notHeld';

  /** school, district or system */
  @Column('text')
  actor!: string;

  /** Who of the staff did it; null for a school and for what happens by itself. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('timestamptz')
  at!: Date;

  @Column('jsonb', { default: {} })
  details!: object;
}

/** A request that became a booking: the same one again gives the same booking. */
@Entity('booking_request')
export class BookingRequest {
  @PrimaryColumn('text')
  key!: string;

  @Column('bytea')
  contentHash!: Buffer;

  @Column('uuid')
  bookingId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
