import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `manage`: see, change, move, cancel. `receipt`: see what was sent in, from the browser that sent it. */
export type LinkPurpose = 'manage' | 'receipt';

/** A secret link to one booking. Only the hash is kept: a copy of the database opens nothing. */
@Entity('access_link')
export class AccessLink {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  bookingId!: string;

  @Column('text')
  purpose!: LinkPurpose;

  /** The address it was mailed to, as a hash: whoever presses it owns that address. Null for a link that was not mailed. */
  @Column('bytea', { nullable: true })
  mailedTo!: Buffer | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}

/** An address whose owner has pressed one of our links, as a hash: only the comparison is needed. */
@Entity('proven_address')
export class ProvenAddress {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('bytea')
  emailHash!: Buffer;

  @Column('timestamptz')
  provenAt!: Date;
}
