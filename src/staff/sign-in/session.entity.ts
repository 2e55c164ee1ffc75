import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that is signed in. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  accountId!: string;

  /** What its owner knows it by: "Chrome, Android". */
  @Column('text')
  device!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
