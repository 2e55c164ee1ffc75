import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year of schooling. Data with dates, as the ten-year grundskola from autumn 2028 moves every year up by one. */
@Entity('grade')
export class Grade {
  /** F, 1 … 9, gy1 … gy3 */
  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  labelSv!: string;

  @Column('text')
  labelEn!: string;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validUntil!: string | null;
}
