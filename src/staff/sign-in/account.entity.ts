import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../../shared/language.js';
import type { Role } from '../roles.js';

/** Somebody who may sign in. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid', { nullable: true })
  districtId!: string | null;

  @Column('text')
  role!: Role;

  @Column('uuid', { nullable: true })
  assistantId!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  /** argon2id; null until the invitation has been taken. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  /** Null until the first time. */
  @Column('timestamptz', { nullable: true })
  lastSignedInAt!: Date | null;

  /** In which they signed in last: that of mails to them alone. */
  @Column('text', { default: 'sv' })
  language!: Language;
}

export type AccountLinkPurpose = 'invitation' | 'reset';

/** A single-use link to choose a password; the secret itself is only in the mail. */
@Entity('account_link')
export class AccountLink {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  purpose!: AccountLinkPurpose;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
