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

  /** 1 is every week, 2 every other, up to 4. */
  @Column('integer', { default: 1 })
  everyWeeks!: number;

  /** Which of these weeks it is: the remainder of the week's count (`weekCountOf`). */
  @Column('integer', { default: 0 })
  turn!: number;
}
