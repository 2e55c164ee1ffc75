import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The rules a district books by: data that it changes itself, never settings of the program. */
@Entity('district_rules')
export class DistrictRules {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** The first bookable day is this many working days from today. */
  @Column('integer')
  leadTimeWorkingDays!: number;

  /** A school moves and cancels by itself until this many working days before the visit. */
  @Column('integer')
  changeCutoffWorkingDays!: number;

  /** Times begin at these minutes of the hour: 30 gives kl. 9.00, 9.30, 10.00. */
  @Column('integer')
  startGridMinutes!: number;

  @Column('integer')
  marginBeforeMinutes!: number;

  @Column('integer')
  marginAfterMinutes!: number;

  /** Between two visits of one person at the same school, instead of the margins. */
  @Column('integer')
  breakAtSameSchoolMinutes!: number;

  @Column('integer')
  peopleNeeded!: number;

  @Column('integer')
  groupSmallest!: number;

  @Column('integer')
  groupLargest!: number;

  @Column('integer')
  comingBookingsPerSchoolAndTerm!: number;

  @Column('integer')
  holdMinutes!: number;

  /** What an evening weighs in the load of whoever takes it: 100 is as much as the same minutes by day. */
  @Column('integer', { default: 100 })
  eveningLoadPercent!: number;

  /** Whether a colleague has to accept a visit that is handed over to them; else it is done at once. */
  @Column('boolean', { default: true })
  handoverNeedsConsent!: boolean;

  /** Before a term begins, whoever has entered no hours for it is reminded; null: nobody by itself. */
  @Column('integer', { nullable: true, default: 3 })
  hoursReminderWeeks!: number | null;

  /** Null here and in the following: no cap on what one person gets. */
  @Column('integer', { nullable: true })
  mostVisitsPerPersonAndDay!: number | null;

  /** ISO week. */
  @Column('integer', { nullable: true })
  mostVisitsPerPersonAndWeek!: number | null;

  /** Visits that begin at kl. 17 or later. */
  @Column('integer', { nullable: true })
  mostEveningsPerPersonAndWeek!: number | null;

  /** Visits on a day that follow each other without a break. */
  @Column('integer', { nullable: true })
  mostVisitsInARow!: number | null;

  /** Less time than this between two lectures is no break. */
  @Column('integer', { default: 30 })
  breakMinutes!: number;

  /** What the whole team takes on. */
  @Column('integer', { nullable: true })
  mostVisitsPerTeamAndDay!: number | null;

  /** ISO week. */
  @Column('integer', { nullable: true })
  mostVisitsPerTeamAndWeek!: number | null;

  /** After work that ends late; null where the district has no such rule. */
  @Column('integer', { nullable: true, default: 11 })
  restAfterLateWorkHours!: number | null;
}
