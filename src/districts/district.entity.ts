import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stadsdelsområde with its förvaltning: one tenant of the installation. */
@Entity('district')
export class District {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text')
  slug!: string;

  /** The area: Kungsholmen. */
  @Column('text')
  name!: string;

  /** The office: Kungsholmens stadsdelsförvaltning. */
  @Column('text')
  officeNameSv!: string;

  @Column('text')
  officeNameEn!: string;

  /** The nämnd that answers for personal data (GDPR, article 4.7). */
  @Column('text')
  boardName!: string;

  @Column('text')
  phone!: string;

  @Column('text')
  phoneHoursSv!: string;

  @Column('text')
  phoneHoursEn!: string;

  /** The team's function mailbox: shown to schools, and receives the notice of each booking. */
  @Column('text')
  email!: string;

  /** Where somebody reports concern for a child (orosanmälan, 19 kap. 1 § socialtjänstlagen 2025:400). */
  @Column('text')
  concernReportUrl!: string;
}
