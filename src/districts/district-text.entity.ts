import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a district may say in its own words: the sentence on top of its start page, what a school prepares (in the
 * confirmation), and a paragraph in the reminders.
 */
export const DISTRICT_TEXT_KEYS = ['startLead', 'prepare', 'reminder'] as const;
export type DistrictTextKey = (typeof DISTRICT_TEXT_KEYS)[number];

/** No row: the product's own words stand. */
@Entity('district_text')
export class DistrictText {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  key!: DistrictTextKey;

  @Column('text')
  sv!: string;

  @Column('text')
  en!: string;
}
