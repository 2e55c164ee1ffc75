import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail of a demonstration, which goes no further than /dev/inbox. */
@Entity('demonstration_mail')
export class DemonstrationMail {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('text')
  messageId!: string;

  @Column('text')
  sender!: string;

  @Column('text')
  recipient!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  bodyText!: string;

  @Column('text')
  bodyHtml!: string;

  @Column('text', { nullable: true })
  calendar!: string | null;

  @Column('timestamptz')
  receivedAt!: Date;
}
