import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time that a coordinator has published: it becomes one booking (slots/published.rules.ts). */
@Entity('published_time')
export class PublishedTimeRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  districtId!: string;

  /** Null: for every lecture on offer whose times may be published ones. */
  @Column('uuid', { nullable: true })
  lectureId!: string | null;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;
}

/** Who goes, whoever books it, and what is kept of their time for it until then. */
@Entity('published_time_person')
export class PublishedTimePerson {
  @PrimaryColumn('uuid')
  publishedTimeId!: string;

  @PrimaryColumn('uuid')
  assistantId!: string;

  @Column('uuid')
  districtId!: string;

  /** The lecture itself; of the longest where it is published for every one. */
  @Column('tstzrange')
  lecture!: string;

  /** The lecture with its margins. */
  @Column('tstzrange')
  occupied!: string;
}
