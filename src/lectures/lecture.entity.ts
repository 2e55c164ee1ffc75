import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LectureTexts } from './lecture-texts.js';

export const TIMES_FROM = ['computed', 'published', 'both'] as const;
export type TimesFrom = (typeof TIMES_FROM)[number];

/** An item of the offer: a föreläsning, or a program of several. */
@Entity('lecture')
export class Lecture {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  districtId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  audience!: 'students' | 'guardians' | 'schoolStaff' | 'schoolLeaders';

  /** Codes of `grade`; empty where the audience is adults. */
  @Column('text', { array: true, default: '{}' })
  grades!: string[];

  /** ANDTS areas: alcohol, narcotics, doping, tobacco, gambling. Data, as strategies change. */
  @Column('text', { array: true, default: '{}' })
  topics!: string[];

  @Column('integer')
  minutes!: number;

  /** More than one for a program: what is booked is its first meeting. */
  @Column('integer', { default: 1 })
  sessionCount!: number;

  /** Null: as the district's rules say. */
  @Column('integer', { nullable: true })
  peopleNeeded!: number | null;

  @Column('integer', { nullable: true })
  groupSmallest!: number | null;

  @Column('integer', { nullable: true })
  groupLargest!: number | null;

  @Column('jsonb')
  texts!: LectureTexts;

  @Column('integer', { default: 0 })
  position!: number;

  @Column('boolean', { default: true })
  isPublished!: boolean;

  /** Whether its times are computed, published by a coordinator (slots/published.rules.ts), or both. */
  @Column('text', { default: 'computed' })
  timesFrom!: TimesFrom;

  /** The fältassistent who goes first on it, where free. */
  @Column('uuid', { nullable: true })
  leadAssistantId!: string | null;

  /** Null here and in the next: the team takes on as many of it as there are times. ISO week. */
  @Column('integer', { nullable: true })
  mostPerWeek!: number | null;

  @Column('integer', { nullable: true })
  mostPerTerm!: number | null;
}

/** Who may hold which lecture. */
@Entity('lecture_qualification')
export class LectureQualification {
  @PrimaryColumn('uuid')
  lectureId!: string;

  @PrimaryColumn('uuid')
  assistantId!: string;

  @Column('uuid')
  districtId!: string;
}
