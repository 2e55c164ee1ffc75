import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fältassistent. */
@Entity('assistant')
export class Assistant {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  districtId!: string;

  @Column('text')
  name!: string;

  /** Where calendar invitations are sent; never shown to schools. */
  @Column('text')
  email!: string;

  /** Part of full time, from 0.01 to 1: what is fair is measured against it. */
  @Column('numeric', { precision: 3, scale: 2, transformer: { from: Number, to: String } })
  workingShare!: number;

  @Column('date')
  employedFrom!: string;

  /** The last day, or null while the employment goes on. */
  @Column('date', { nullable: true })
  employedUntil!: string | null;

  /** Schools see a name only where its owner has chosen so (protected identities exist among staff too). */
  @Column('boolean', { default: false })
  nameIsPublic!: boolean;
}
