import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffingReason } from './staffing-reason.js';

/**
 * Time of a fältassistent that is taken: by a hold, a preliminary or a confirmed booking, or kept for the undoing of an
 * act. Exclusion constraints on this table are the promise "no double booking, ever" (docs/hard-things/double-booking.md).
 */
@Entity('occupied_time')
export class OccupiedTime {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  districtId!: string;

  @Column('uuid')
  assistantId!: string;

  @Column('text')
  kind!: 'hold' | 'preliminary' | 'confirmed' | 'undo' | 'offer';

  /** The lecture itself; nobody overrides an overlap here. */
  @Column('tstzrange')
  lecture!: string;

  /** The lecture with its margins. */
  @Column('tstzrange')
  occupied!: string;

  /** The lecture with the break after it: all that lies between two visits at one place. */
  @Column('tstzrange')
  withBreak!: string;

  /** The school; the booking or the draft where it is not in the list. */
  @Column('uuid')
  place!: string;

  /** Set where a coordinator has knowingly gone below the margins; such a row is exempt from them. */
  @Column('boolean', { default: false })
  overridesMargins!: boolean;

  /** Set where a coordinator has knowingly given somebody more than the caps. */
  @Column('boolean', { default: false })
  overridesCaps!: boolean;

  @Column('uuid', { nullable: true })
  bookingId!: string | null;

  @Column('uuid', { nullable: true })
  draftId!: string | null;

  /** The act that gave this time back and can still be undone. */
  @Column('uuid', { nullable: true })
  undoActId!: string | null;

  /** The visit that has to move, for whose school a coordinator keeps this time. */
  @Column('uuid', { nullable: true })
  offeredBookingId!: string | null;

  /** The published time that is taken by it. */
  @Column('uuid', { nullable: true })
  publishedTimeId!: string | null;

  /** For what it was taken: the booking, the draft, or the visit whose school is asked. */
  @Column('uuid', { nullable: true })
  publishedFor!: string | null;

  @Column('timestamptz', { nullable: true })
  holdUntil!: Date | null;

  @Column('jsonb')
  chosenBecause!: StaffingReason;

  @Column('timestamptz')
  createdAt!: Date;
}
