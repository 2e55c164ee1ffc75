import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a fältassistent can be booked, week after week: wall-clock time, so that kl. 9 stays kl. 9 when clocks change. */
@Entity('weekly_hours')
export class WeeklyHours {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  assistantId!: string;

  /** 1 is Monday. */
  @Column('integer')
  weekday!: number;

  @Column('time')
  startsAt!: string;

  @Column('time')
  endsAt!: string;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validUntil!: string | null;
}
