import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Kommunal, fristående, or another public organizer (region, stat, specialskola). */
export type OrganizerType = 'municipal' | 'independent' | 'otherPublic';

/** A school unit. Its identity is the skolenhetskod; schools whose code nobody has verified exist and are bookable. */
@Entity('school')
export class School {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text', { nullable: true })
  schoolUnitCode!: string | null;

  /** The name exactly as the register writes it. */
  @Column('text')
  registerName!: string;

  @Column('text')
  displayName!: string;

  @Column('text')
  organizerType!: OrganizerType;

  /** Codes of `grade`: the years that the school teaches. */
  @Column('text', { array: true })
  grades!: string[];

  @Column('text', { default: '' })
  street!: string;

  @Column('text', { default: '' })
  postalCode!: string;

  @Column('text', { default: '' })
  city!: string;

  /** WGS 84, as the register has them; ways between schools are estimated from them. */
  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Column('integer', { nullable: true })
  pupilCount!: number | null;

  /** Receives a copy when a booking is confirmed for an address that nobody has proven yet. */
  @Column('text', { nullable: true })
  officeEmail!: string | null;

  @Column('boolean', { default: true })
  isActive!: boolean;
}

/** Which district serves a school: the register does not know. */
@Entity('school_district')
export class SchoolDistrict {
  @PrimaryColumn('uuid')
  schoolId!: string;

  @Column('uuid')
  districtId!: string;
}

/** Days that one school keeps for itself: studiedag, PRAO, national tests. */
@Entity('school_closed_days')
export class SchoolClosedDays {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  schoolId!: string;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  nameSv!: string;

  @Column('text')
  nameEn!: string;
}

/** A domain whose staff addresses are known to be a school's; pupils' domains are named so that they are not taken for it. */
@Entity('school_email_domain')
export class SchoolEmailDomain {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  domain!: string;

  @Column('text', { default: 'staff' })
  holder!: 'staff' | 'pupils';
}
