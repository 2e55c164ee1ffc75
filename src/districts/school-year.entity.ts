import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Season } from '../shared/school-year/school-calendar.js';

/** A läsår. It is a proposal until the district has confirmed its dates. */
@Entity('school_year')
export class SchoolYear {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  districtId!: string;

  /** 2026/27 */
  @Column('text')
  label!: string;

  @Column('boolean', { default: false })
  confirmed!: boolean;
}

@Entity('term')
export class TermRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  districtId!: string;

  @Column('uuid')
  schoolYearId!: string;

  @Column('text')
  season!: Season;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  /** When schools can begin to book its times; at once where there is none. */
  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
}

/** Lov and single days off, the same for every school of the district; both ends included. */
@Entity('school_break')
export class SchoolBreak {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  districtId!: string;

  @Column('text')
  nameSv!: string;

  @Column('text')
  nameEn!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;
}
