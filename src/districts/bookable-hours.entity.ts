import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a lecture is for. */
export const AUDIENCES = ['students', 'guardians', 'schoolStaff', 'schoolLeaders'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Between which hours of a school day an audience can be met. */
@Entity('bookable_hours')
export class BookableHours {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  audience!: Audience;

  @Column('time')
  opensAt!: string;

  @Column('time')
  closesAt!: string;

  /** Lunch: nothing begins from here … */
  @Column('time', { nullable: true })
  noStartFrom!: string | null;

  /** … until here. */
  @Column('time', { nullable: true })
  noStartUntil!: string | null;
}
