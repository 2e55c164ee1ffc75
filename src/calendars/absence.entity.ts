import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AbsenceKind } from './absence-kinds.js';

/** Time in which a fältassistent cannot be booked, whatever the weekly hours say. */
@Entity('absence')
export class Absence {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  assistantId!: string;

  @Column('text')
  kind!: AbsenceKind;

  /** PostgreSQL's own notation of a range of instants. */
  @Column('tstzrange')
  period!: string;

  /** Shared by the times of an absence that recurs. */
  @Column('uuid', { nullable: true })
  seriesId!: string | null;
}
