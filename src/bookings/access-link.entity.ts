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

  /** A link that came by mail shows that whoever presses it owns the address. */
  @Column('boolean')
  wasMailed!: boolean;

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
